"""What the record says of its failures, in the language of the page: it speaks English, whoever listens."""

from __future__ import annotations

from rejoinder.publish.words.language import _
from rejoinder.sayings import Said


def in_words(message: object) -> str:
    """The message as the page says it, by its code; one that has none stays as it is."""
    if not isinstance(message, Said):
        return str(message)
    return _(message.saying.value) % {name: in_words(value) for name, value in message.values.items()}
