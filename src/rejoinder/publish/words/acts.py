"""What the desk calls kinds of act, stands, parties, and how a speaker is named."""

from __future__ import annotations

from collections.abc import Mapping

from rejoinder.publish.words.language import P_

Term = tuple[str, str]

KINDS: Mapping[str, Term] = {
    "propose": P_("act", "propose"),
    "demand": P_("act", "demand"),
    "request": P_("act", "request"),
    "offer": P_("act", "offer"),
    "invite": P_("act", "invite"),
    "deliver": P_("act", "deliver"),
    "acknowledge": P_("act", "acknowledge"),
    "accept": P_("act", "accept"),
    "reject": P_("act", "reject"),
    "reply": P_("act", "reply"),
    "ignore": P_("act", "ignore"),
    "agree": P_("act", "agree"),
    "meet": P_("act", "meet"),
    "accuse": P_("act", "accuse"),
    "deny": P_("act", "deny"),
    "warn": P_("act", "warn"),
    "threaten": P_("act", "threaten"),
    "support": P_("act", "support"),
    "sanction": P_("act", "sanction"),
    "mobilise": P_("act", "mobilise"),
    "attack": P_("act", "attack"),
    "aid": P_("act", "aid"),
    "withdraw": P_("act", "withdraw"),
    "suspend": P_("act", "suspend"),
    "restore": P_("act", "restore"),
}
STANDS: Mapping[str, Term] = {
    "proposes": P_("stand", "proposes"),
    "demands": P_("stand", "demands"),
    "asks for": P_("stand", "asks for"),
    "offers": P_("stand", "offers"),
    "invites": P_("stand", "invites"),
    "accepts": P_("stand", "accepts"),
    "agrees": P_("stand", "agrees"),
    "rejects": P_("stand", "rejects"),
    "supports": P_("stand", "supports"),
    "blames": P_("stand", "blames"),
    "denies": P_("stand", "denies"),
    "warns": P_("stand", "warns"),
    "threatens": P_("stand", "threatens"),
    "withdraws": P_("stand", "withdraws"),
    "suspends": P_("stand", "suspends"),
    "restores": P_("stand", "restores"),
}
PARTY_TYPES: Mapping[str, Term] = {
    "state": P_("party", "state"),
    "organisation": P_("party", "organisation"),
    "office": P_("party", "office"),
    "person": P_("party", "person"),
    "group": P_("party", "group"),
    "media": P_("party", "media"),
}
ANONYMITY: Mapping[str, Term] = {
    "named": P_("speaker", "named"),
    "role": P_("speaker", "known by office"),
    "unnamed": P_("speaker", "unnamed"),
    "none": P_("speaker", "no source named"),
}
PLACES: Mapping[str, Term] = {
    "given": P_("found", "as given"),
    "field": P_("found", "in its line of the file"),
    "front matter": P_("found", "in the front matter"),
    "byline": P_("found", "in the byline"),
    "dateline": P_("found", "in the dateline"),
    "credit": P_("found", "in the credit"),
    "masthead": P_("found", "in the masthead"),
    "headline": P_("found", "in the headline"),
    "page": P_("found", "in the page"),
    "title": P_("found", "in the title"),
    "url": P_("found", "by its address"),
    "words": P_("found", "by its words"),
    "json-ld": P_("found", "in the data of the page"),
    "meta": P_("found", "in the data of the page"),
    "time": P_("found", "in the page"),
}
