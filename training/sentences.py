"""Read and check our own single sentences under `training/sentences`: who does what to whom, with PLOVER's class.

Run `python -m training.sentences [FILE or FOLDER ...]` to check every file, or those; it prints each fault with its
place and exits 1 if there is one.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from training.annotated import Offsets
from training.faults import DataError, all_of, shortened, text_of

FOLDER = Path(__file__).parent / "sentences"
CLASSES = (
    *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    *("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
"""PLOVER's classes (Open Event Data Alliance), CONCEDE and RETREAT as one, YIELD."""
_MARK = re.compile(r"\{([STE]):([^{}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSentence:
    """One sentence of our own: who does the act, to whom, in which words, and its class."""

    text: str
    class_: str
    source: Offsets
    target: Offsets
    act: Offsets


def own_sentences(*places: Path) -> tuple[OwnSentence, ...]:
    """The sentences of every file of these folders (none: `FOLDER`), in order. A line is class, tab, and the sentence
    with {S:source}, {T:target} and {E:act}; DataError names the lines that are not so."""
    out, wrong = list[OwnSentence](), list[str]()
    for file in all_of(list(places) or [FOLDER]):
        faults = []
        for number, line in enumerate(text_of(file).splitlines(), 1):
            if line.strip():
                try:
                    out.append(_parsed(line, f"{file}:{number}"))
                except DataError as fault:
                    faults += fault.found
        wrong += shortened(faults, file)
    if wrong:
        raise DataError(*wrong)
    return tuple(out)


def _parsed(line: str, where: str) -> OwnSentence:
    class_, _, marked_text = line.partition("\t")
    text, found, at = "", dict[str, Offsets](), 0
    for match in _MARK.finditer(marked_text):
        text += marked_text[at : match.start()]
        if match.group(1) in found:
            raise DataError(f"{where}: two {match.group(1)}")
        found[match.group(1)] = (len(text), len(text) + len(match.group(2)))
        text, at = text + match.group(2), match.end()
    text += marked_text[at:]
    if class_ not in CLASSES or found.keys() != {"S", "T", "E"} or "{" in text:
        raise DataError(f"{where}: expected a class of PLOVER, a tab, and a sentence with S, T and E: {line[:60]!r}")
    return OwnSentence(text=text, class_=class_, source=found["S"], target=found["T"], act=found["E"])


def main(argv: list[str]) -> int:
    """Check the named files and folders, or all files, and print what they hold."""
    try:
        sentences = own_sentences(*map(Path, argv))
    except DataError as fault:
        print(fault, file=sys.stderr)
        return 1
    count = Counter(s.class_ for s in sentences)
    print(f"{len(sentences)} sentences:", "  ".join(f"{c} {count[c]}" for c in CLASSES))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
