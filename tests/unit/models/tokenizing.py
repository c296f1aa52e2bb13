"""A small tokenizer: a few words, word pieces of one letter for all others."""

from __future__ import annotations

import string

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

WORDS = (
    "the",
    "a",
    "of",
    "said",
    "told",
    "rejected",
    "peru",
    "norway",
    "offer",
    "pact",
    "dead",
    "ended",
    "ruz",
    "waits",
)
MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[OTHER]")


def tokenizer() -> Tokenizer:
    """Lower-cased words of the list above, or their letters ("##" goes on a word); punctuation is a piece by itself."""
    letters = string.ascii_lowercase + string.digits
    pieces = [*MARKS, *WORDS, *letters, *(f"##{c}" for c in letters), *string.punctuation, "“", "”", "…"]
    made = Tokenizer(WordPiece({p: i for i, p in enumerate(dict.fromkeys(pieces))}, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True, strip_accents=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made
