"""Questions for whom words mean, as they come up when annotated passages are read, and which answers are right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.annotate.annotating import annotate
from rejoinder.annotate.question import Chooser, Features, Question
from rejoinder.models.encoder_tagger import EncoderTagger
from rejoinder.types.annotation import Annotation, Mention, PartyRef, Reading
from rejoinder.types.places import Places
from rejoinder.types.ports import Tagger
from rejoinder.types.span import Span
from training.annotated import Passage
from training.stories import document_of

_BODIES = ("it", "they", "we")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One question of one story: the candidates' features, which of them are right, and which one was taken."""

    sort: str
    features: tuple[Features, ...]
    right: tuple[bool, ...]
    taken: int
    given: int
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """What the annotation says of some words: the parties of the names that they stand for, those for whom these act,
    and whether it gives a name at all."""

    named: set[PartyRef]
    acting: set[PartyRef]
    told: bool


class Remembering:
    """A tagger that reads each text once."""

    def __init__(self, tagger: EncoderTagger) -> None:
        self._tagger = tagger
        self._read: dict[str, Reading] = {}

    @property
    def version(self) -> str:
        """The tagger's."""
        return self._tagger.version

    def read(self, text: str, paragraphs: Sequence[Span]) -> Reading:
        """What the tagger read the first time."""
        if text not in self._read:
            self._read[text] = self._tagger.read(text, paragraphs)
        return self._read[text]


def as_given(asked: Question, found: Mapping[PartyRef | None, Features]) -> PartyRef | None:
    """What the rules say."""
    return next((p for p in asked.given if p in found), None)


def cases(passages: Sequence[Passage], tagger: Tagger, choose: Chooser) -> list[Case]:
    """All questions of the passages to which the annotation has an answer, as they come up with this chooser."""
    out: list[Case] = []
    for passage in passages:
        asked: list[tuple[Question, dict[PartyRef | None, Features], PartyRef | None]] = []

        def noting(
            question: Question,
            found: Mapping[PartyRef | None, Features],
            asked: list[tuple[Question, dict[PartyRef | None, Features], PartyRef | None]] = asked,
        ) -> PartyRef | None:
            taken = choose(question, found)
            asked.append((question, dict(found), taken))
            return taken

        annotation = annotate(document_of(passage), tagger, noting)
        last = {question.span: row for row in asked for question in row[:1]}  # a text may be walked through again
        out += _cases(passage, annotation, list(last.values()))
    return out


def _cases(
    passage: Passage,
    annotation: Annotation,
    asked: Sequence[tuple[Question, Mapping[PartyRef | None, Features], PartyRef | None]],
) -> Iterator[Case]:
    mentions = Places((m.span, m) for m in annotation.mentions if m.kind != "pronoun")
    meant = {r.mention[1]: r for r in passage.references}
    for question, found, taken in asked:
        reference = next((meant[question.span.end + n] for n in (0, -2, 2) if question.span.end + n in meant), None)
        if (
            reference is None
            or reference.mention[0] >= question.span.end
            or reference.mention[1] <= question.span.start
        ):
            continue
        named, acting = (
            {p for at in places for p in _parties_at(mentions, Span(start=at[0], end=at[1]), question.span)}
            for places in (reference.names, reference.principals)
        )
        gold = Gold(named=named, acting=acting, told=bool(reference.names))
        right = tuple(_is_right(p, gold, question.sort) for p in found)
        listed = list(found)
        yield Case(
            sort=question.sort,
            features=tuple(found.values()),
            right=right,
            taken=listed.index(taken),
            given=listed.index(as_given(question, found)),
            story=passage.story,
        )


def _parties_at(mentions: Places[Mention], place: Span, asked: Span) -> Iterator[PartyRef]:
    for mention in mentions.touching(place):
        if not mention.span.touches(asked):
            yield from mention.parties


def _is_right(party: PartyRef | None, gold: Gold, sort: str) -> bool:
    """Whether a candidate is one of those that the annotation gives: of the same name; for what is no person also the
    one for which it acts. Where the annotation gives nobody, it is nobody of the candidates."""
    if party is None:
        return not gold.told and not (sort in _BODIES and (gold.acting or sort == "we"))
    if any(party.name == p.name for p in gold.named):
        return True
    if sort not in _BODIES:
        return False
    served = {name for p in (*gold.named, *gold.acting) for name in (p.name, p.acts_for)}
    return party.type != "person" and party.acts_for in served
