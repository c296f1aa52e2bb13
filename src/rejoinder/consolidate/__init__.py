"""Many documents, one account: parties, issues, events, answers, exchanges, disputes, positions, coverage.

Nothing here reads a clock, a file or a model; the order of the documents changes nothing.
"""

from rejoinder.consolidate.account import consolidate

__all__ = ["consolidate"]
