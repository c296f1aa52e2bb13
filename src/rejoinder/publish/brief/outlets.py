"""What outlets left out, in sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rejoinder.publish.brief.acts import act
from rejoinder.publish.brief.citing import Claim, Quotations
from rejoinder.publish.brief.names import listed
from rejoinder.publish.words.language import _, ngettext
from rejoinder.record.material import Material
from rejoinder.types.account import CoverageRow, Event

_MOST_OMITTED = 5


def coverage(material: Material, quotations: Quotations) -> tuple[Claim, ...]:
    """A sentence or two for each outlet: what it told, what it took over, what it left out though others had it."""
    rows = defaultdict(list)
    for row in material.account.coverage:
        rows[row.outlet].append(row)
    claims = []
    for outlet in sorted(rows):
        told = [row for row in rows[outlet] if row.treatment == "reported"]
        copied = [row for row in rows[outlet] if row.treatment == "copied"]
        left = [material.events[row.event] for row in rows[outlet] if row.reason == "told-elsewhere"]
        parts = [ngettext("reported %(num)d event", "reported %(num)d events", len(told)) % {"num": len(told)}]
        if copied:
            parts.append(_("took over %(num)d from an origin seen elsewhere") % {"num": len(copied)})
        did = _("%(outlet)s %(did)s and left out %(num)d that others tell.") if left else _("%(outlet)s %(did)s.")
        claims.append(Claim(text=did % {"outlet": outlet, "did": listed(parts), "num": len(left)}))
        if left:
            most = sorted(left, key=lambda event: (-event.n_origins, event.id))[:_MOST_OMITTED]
            said = "; ".join(act(material, event) for event in most)
            claims.append(
                quotations.claim(
                    _("Left out: %(said)s.") % {"said": said},
                    [move for event in most for move in event.moves],
                    _MOST_OMITTED,
                )
            )
        claims += _cut(material, quotations, outlet, [row for row in rows[outlet] if row.reason == "cut"])
    return tuple(claims)


def _cut(material: Material, quotations: Quotations, outlet: str, rows: Sequence[CoverageRow]) -> list[Claim]:
    """What an outlet printed a story without, and in which outlets the passage stands."""
    claims = []
    by_story: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for row in rows:
        by_story[row.kept_in].append(material.events[row.event])
    for kept_in, events in sorted(by_story.items()):
        others = listed(sorted({material.documents[one].outlet or "" for one in kept_in}))
        most = sorted(events, key=lambda event: (event.kind != "deny", event.id))[:_MOST_OMITTED]
        said = "; ".join(act(material, event) for event in most)
        text = ngettext(
            "%(outlet)s printed a story without %(num)d event that stands in it in %(others)s: %(said)s.",
            "%(outlet)s printed a story without %(num)d events that stand in it in %(others)s: %(said)s.",
            len(events),
        ) % {"outlet": outlet, "num": len(events), "others": others, "said": said}
        claims.append(quotations.claim(text, [move for event in most for move in event.moves], _MOST_OMITTED))
    return claims
