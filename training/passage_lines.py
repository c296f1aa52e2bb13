"""The lines of one annotated passage (format: GUIDE.md), read and checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from training.annotated import (
    DISPOSITIONS,
    KINDS,
    MODALITIES,
    ActSpan,
    AnswerLink,
    AttributedSpan,
    Offsets,
    Passage,
    ReferenceSpan,
)
from training.faults import DataError
from training.notes import FORMS, NOTE, Numbered, faults_together, header_faults, misplaced

_Read = TypeVar("_Read")


def occurrences(text: str, words: str) -> list[Offsets]:
    """Every place of `words` in `text` that does not begin or end inside a word, or every place if none is such."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return [s for s in found if _whole(text, s)] or found


def _whole(text: str, span: Offsets) -> bool:
    start, end = span
    inner = [(text[start - 1 : start], text[start : start + 1]), (text[end - 1 : end], text[end : end + 1])]
    return not any(_in_word(before) and _in_word(after) for before, after in inner)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _near(text: str, words: str, at: int, where: str, what: str) -> Offsets:
    found = occurrences(text, words)
    if not found:
        raise DataError(f"{where}: {what} not in the text: {words!r}")
    return min(found, key=lambda s: (0 if s[0] <= at < s[1] else min(abs(s[0] - at), abs(s[1] - at)), s))


def _parts(text: str, field: str, at: int, where: str, what: str) -> tuple[Offsets, ...]:
    if field == "-":
        return ()
    return tuple(sorted(_near(text, part.strip(), at, where, what) for part in field.split(" // ")))


def _statement(text: str, line: str, where: str) -> AttributedSpan:
    fields = [f.strip() for f in line[2:].split(" | ")]
    if len(fields) != 3:
        raise DataError(f"{where}: an S line is '{FORMS['S']}', with 3 fields, not {len(fields)}")
    cue_words, source, content = fields
    first = content.split(" // ")[0].strip()
    places = occurrences(text, first)
    if not places:
        raise DataError(f"{where}: content not in the text: {first!r}")
    middle = sum(places[0]) // 2
    if cue_words != "-":
        cues = occurrences(text, cue_words)
        if not cues:
            raise DataError(f"{where}: cue not in the text: {cue_words!r}")
        outside = [c for c in cues if not any(p[0] <= c[0] and c[1] <= p[1] for p in places[:1])] or cues
        cue = min(outside, key=lambda c: (min(abs(c[0] - places[0][1]), abs(places[0][0] - c[1])), c))
    else:
        cue = None
    at = cue[0] if cue else middle
    parts = _parts(text, content, middle, where, "content")
    sources = _parts(text, source, at, where, "source")
    return AttributedSpan(cue=cue, source=sources[0] if sources else None, content=parts)


def _move(text: str, line: str, where: str) -> ActSpan:
    fields = [f.strip() for f in line[2:].split(" | ")]
    head = fields[0].split()
    if len(fields) not in (5, 6) or len(head) != 3:
        raise DataError(f"{where}: an M line is '{FORMS['M']}'")
    kind, modality, holder = head
    if kind not in KINDS or modality not in MODALITIES or holder not in ("N", "S"):
        raise DataError(f"{where}: unknown kind, modality or holder: {fields[0]!r}")
    anchors = occurrences(text, fields[4])
    if not anchors:
        raise DataError(f"{where}: anchor not in the text: {fields[4]!r}")
    for anchor in anchors:
        inside = [t for t in occurrences(text, fields[1]) if anchor[0] <= t[0] and t[1] <= anchor[1]]
        if inside:
            trigger = inside[0]
            break
    else:
        raise DataError(f"{where}: trigger {fields[1]!r} not inside the anchor {fields[4]!r}")
    return ActSpan(
        kind=kind,
        modality=modality,
        held_by_speaker=holder == "S",
        trigger=trigger,
        actors=_parts(text, fields[2], trigger[0], where, "actor"),
        recipients=_parts(text, fields[3], trigger[0], where, "recipient"),
        anchor=anchor,
        event=fields[5] if len(fields) == 6 else "",
    )


def _references(text: str, line: str, where: str) -> list[ReferenceSpan]:
    fields = [f.strip() for f in line[2:].split(" | ")]
    if len(fields) != 3:
        raise DataError(f"{where}: an R line is '{FORMS['R']}', with - for what is not in the text")
    words, _, nth = fields[0].partition("#")
    places = occurrences(text, words)
    if not places or (nth and not (nth.isdecimal() and 1 <= int(nth) <= len(places))):
        raise DataError(f"{where}: mention not in the text: {fields[0]!r}")
    names, principals = (_everywhere(text, f, where) for f in fields[1:])
    kept = [places[int(nth) - 1]] if nth else places
    return [ReferenceSpan(mention=m, names=tuple(n for n in names if n != m), principals=principals) for m in kept]


def _everywhere(text: str, words: str, where: str) -> tuple[Offsets, ...]:
    places = () if words == "-" else tuple(occurrences(text, words))
    if not places and words != "-":
        raise DataError(f"{where}: not in the text: {words!r}")
    return places


def _link(line: str, sign: str, events: set[str], where: str) -> list[str]:
    """The two ids of an A or X line, and the word after them if there is one."""
    fields = line[2:].replace(f" {sign} ", " ").split()
    if f" {sign} " not in line or len(fields) != (3 if sign == ">" else 2):
        raise DataError(f"{where}: a link is '{FORMS['A']}' or '{FORMS['X']}'")
    if fields[0] == fields[1]:
        raise DataError(f"{where}: {fields[0]!r} is linked to itself")
    for event in fields[:2]:
        if event not in events:
            raise DataError(f"{where}: no M line of the story has the id {event!r}")
    if sign == ">" and fields[2] not in DISPOSITIONS:
        raise DataError(f"{where}: unknown disposition {fields[2]!r}; one of {', '.join(DISPOSITIONS)}")
    return fields


def _each(
    read: Callable[[str, str], _Read], lines: Sequence[Numbered], file: Path | str, wrong: list[Numbered]
) -> list[_Read]:
    """What is read from each of the lines; what is wrong with those that cannot be read is added."""
    out = []
    for number, line in lines:
        try:
            out.append(read(line, f"{file}:{number}"))
        except DataError as fault:
            wrong += [(number, what) for what in fault.found]
    return out


def parse(block: Sequence[Numbered], file: Path | str, known: set[str] | None = None) -> Passage:
    """One block of numbered lines as a passage; `known` are event ids of the same story elsewhere.

    Raises DataError with every line that does not follow GUIDE.md, in their order; each names `file` as it is given.
    """
    (number, head), name = block[0], Path(file).name
    style, about, story = ([f.strip() for f in head[2:].split(" | ")] + ["", ""])[:3]
    notes = [(n, x) for n, x in block[1:] if NOTE.match(x)]
    text = "\n".join(x for _, x in block[1:] if not NOTE.match(x))
    wrong = [*header_faults(block[0]), *misplaced(block[1:]), *faults_together(notes)]
    if not text.strip():
        wrong.append((number, "no text"))
    wrong = [(n, f"{file}:{n}: {what}") for n, what in wrong]
    at = {sign: [(n, x) for n, x in notes if x[0] == sign] for sign in "SMRAX"}
    moves = _each(lambda x, w: _move(text, x, w), at["M"], file, wrong)
    events = {x.split(" | ")[5].strip() for _, x in at["M"] if x.count(" | ") == 5} | (known or set())
    answers = _each(lambda x, w: _link(x, ">", events, w), at["A"], file, wrong)
    clashes = _each(lambda x, w: _link(x, "~", events, w), at["X"], file, wrong)
    statements = _each(lambda x, w: _statement(text, x, w), at["S"], file, wrong)
    references = _each(lambda x, w: _references(text, x, w), at["R"], file, wrong)
    if wrong:
        raise DataError(*(what for _, what in sorted(wrong, key=lambda w: w[0])))
    return Passage(
        where=f"{name}:{number}",
        style=style,
        about=about,
        text=text,
        statements=tuple(statements),
        moves=tuple(moves),
        references=tuple(r for some in references for r in some),
        answers=tuple(AnswerLink(answer=a, to=t, disposition=d) for a, t, d in answers),
        clashes=tuple((a, b) for a, b in clashes),
        story=f"{name}:{story.removeprefix('story:').strip()}" if story else f"{name}:{number}",
        linked=bool(moves) and all(m.event for m in moves),
    )
