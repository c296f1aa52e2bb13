"""Where an offer stands and how it was answered, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rejoinder.publish.words.language import N_

STANDING: Mapping[str, str] = MappingProxyType(
    {
        "open": N_("It awaits an answer"),
        "acknowledged": N_("It has been acknowledged and awaits an answer"),
        "answered": N_("It has been answered without a plain yes or no"),
        "accepted": N_("It has been accepted"),
        "rejected": N_("It has been rejected"),
        "partial": N_("It has been met in part"),
        "countered": N_("It has been met with other terms"),
        "withdrawn": N_("It has been withdrawn"),
        "disputed": N_("Where it stands is disputed"),
    }
)
ANSWERED: Mapping[str, str] = MappingProxyType(
    {
        "accept": N_("said yes"),
        "reject": N_("said no"),
        "partial": N_("answered in part"),
        "counter": N_("answered with other terms"),
        "acknowledge": N_("confirmed receipt"),
        "reply": N_("gave a reply"),
        "none": N_("is said not to have answered"),
    }
)
