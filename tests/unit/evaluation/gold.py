"""A small gold bundle about an invented quarrel, written to a folder."""

from __future__ import annotations

from pathlib import Path

TEXT = """Norland offered Sudmark
the water of the Orve dam on Monday.

"We shall not take it," Ivo Tomas said, turning the offer down.

An aide said that a letter had been sent; Anna Berg said that no letter had been sent.
"""

GOLD = """
bundle: orve-dam
as_of: 2031-05-20
parties:
  - {id: norland, name: Norland, type: state, aliases: [Nordhavn, the Norlanders]}
  - {id: sudmark, name: Sudmark, type: state}
  - {id: berg, name: Anna Berg, type: person, of: norland, role: Foreign Minister}
  - {id: tomas, name: Ivo Tomas, type: person, of: sudmark}
  - {id: dam-office, name: Dam Office, type: institution, of: norland}
documents:
  - {id: d1, file: d1.txt, outlet: The Post, published: 2031-05-10, origin: null}
statements:
  - {id: s1, doc: d1, content: "We shall not take it,", cue: said, source: Ivo Tomas,
     speaker: tomas, form: direct, via: [state radio]}
  - {id: s2, doc: d1, content: that a letter had been sent, cue: said, source: An aide,
     speaker: "anon:aide", form: indirect, via: []}
  - {id: s3, doc: d1, content: that no letter had been sent, cue: said,
     source: Anna Berg, speaker: berg, form: indirect, via: []}
moves:
  - {id: m1, doc: d1, event: ev-offer, kind: offer, actor: [norland],
     recipient: [sudmark], date: 2031-05-05, modality: actual,
     holder: narrator, about: [water], anchor: Norland offered Sudmark the water of the Orve dam}
  - {id: m2, doc: d1, event: ev-no, kind: reject, actor: [tomas], recipient: [norland],
     date: 2031-05, modality: actual,
     holder: tomas, about: [water], anchor: "We shall not take it,"}
  - {id: m3, doc: d1, event: ev-letter, kind: deliver, actor: [norland],
     recipient: [sudmark], date: null, modality: reported,
     holder: "anon:aide", about: [], anchor: a letter had been sent}
  - {id: m4, doc: d1, event: ev-letter, kind: deliver, actor: [norland],
     recipient: [sudmark], date: 2031-05-01..2031-05-04, modality: denied,
     holder: berg, about: [], anchor: no letter had been sent}
answers:
  - {answer: ev-no, to: ev-offer, disposition: reject}
exchanges:
  - {offer: ev-offer, by: [norland], to: [sudmark], status: rejected}
disputes:
  - id: x1
    about: whether a letter was sent
    sides:
      - {holder: ["anon:aide"], claim: sent, mentions: [{doc: d1, anchor: a letter had been sent}]}
      - {holder: [berg], claim: not sent, mentions: [{doc: d1, anchor: no letter had been sent}]}
issues: [{id: water, name: Water, forms: [water]}]
"""


def write_bundle(folder: Path, gold: str = GOLD) -> Path:
    """The bundle in `folder`, which is made."""
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "d1.txt").write_text(TEXT, "utf-8")
    (folder / "gold.yaml").write_text(gold, "utf-8")
    return folder
