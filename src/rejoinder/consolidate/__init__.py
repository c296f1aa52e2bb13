"""Many documents, one account: parties, issues, events, answers, exchanges, disputes, positions, coverage.

Nothing here reads a clock, a file or a model; the order of the documents changes nothing.
"""

from rejoinder.consolidate.account import consolidate
from rejoinder.consolidate.corrections import time_of
from rejoinder.consolidate.rulings import Rulings, in_force, ruled, rulings
from rejoinder.consolidate.workings import Workings

__all__ = ["Rulings", "Workings", "consolidate", "in_force", "ruled", "rulings", "time_of"]
