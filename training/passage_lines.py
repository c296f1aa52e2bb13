"""The lines of one annotated passage (format: GUIDE.md), read and checked."""

from __future__ import annotations

import re

from training.annotated import (
    DISPOSITIONS,
    KINDS,
    MODALITIES,
    STYLES,
    ActSpan,
    AnswerLink,
    AttributedSpan,
    Offsets,
    Passage,
    ReferenceSpan,
)

NOTE = re.compile(r"[SM] .* \| |R .* \| .* \| |A \S+ > |X \S+ ~ ")


class PassageError(ValueError):
    """A line that does not follow GUIDE.md; the message names file, line and fault."""


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
        raise PassageError(f"{where}: {what} not in the text: {words!r}")
    return min(found, key=lambda s: (0 if s[0] <= at < s[1] else min(abs(s[0] - at), abs(s[1] - at)), s))


def _parts(text: str, field: str, at: int, where: str, what: str) -> tuple[Offsets, ...]:
    if field == "-":
        return ()
    return tuple(sorted(_near(text, part.strip(), at, where, what) for part in field.split(" // ")))


def _statement(text: str, line: str, where: str) -> AttributedSpan:
    fields = [f.strip() for f in line[2:].split(" | ")]
    if len(fields) != 3:
        raise PassageError(f"{where}: an S line has 3 fields (cue | source | content), not {len(fields)}")
    cue_words, source, content = fields
    first = content.split(" // ")[0].strip()
    places = occurrences(text, first)
    if not places:
        raise PassageError(f"{where}: content not in the text: {first!r}")
    middle = sum(places[0]) // 2
    if cue_words != "-":
        cues = occurrences(text, cue_words)
        if not cues:
            raise PassageError(f"{where}: cue not in the text: {cue_words!r}")
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
        raise PassageError(
            f"{where}: an M line is 'M kind modality holder | trigger | actor | recipient | anchor | id'"
        )
    kind, modality, holder = head
    if kind not in KINDS or modality not in MODALITIES or holder not in ("N", "S"):
        raise PassageError(f"{where}: unknown kind, modality or holder: {fields[0]!r}")
    anchors = occurrences(text, fields[4])
    if not anchors:
        raise PassageError(f"{where}: anchor not in the text: {fields[4]!r}")
    for anchor in anchors:
        inside = [t for t in occurrences(text, fields[1]) if anchor[0] <= t[0] and t[1] <= anchor[1]]
        if inside:
            trigger = inside[0]
            break
    else:
        raise PassageError(f"{where}: trigger {fields[1]!r} not inside the anchor {fields[4]!r}")
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
        raise PassageError(f"{where}: an R line is 'R mention | name | principal', with - for what is not in the text")
    words, _, nth = fields[0].partition("#")
    places = occurrences(text, words)
    if not places or (nth and not (nth.isdecimal() and 1 <= int(nth) <= len(places))):
        raise PassageError(f"{where}: mention not in the text: {fields[0]!r}")
    names, principals = (_everywhere(text, f, where) for f in fields[1:])
    kept = [places[int(nth) - 1]] if nth else places
    return [ReferenceSpan(mention=m, names=tuple(n for n in names if n != m), principals=principals) for m in kept]


def _everywhere(text: str, words: str, where: str) -> tuple[Offsets, ...]:
    places = () if words == "-" else tuple(occurrences(text, words))
    if not places and words != "-":
        raise PassageError(f"{where}: not in the text: {words!r}")
    return places


def _link(line: str, sign: str, events: set[str], where: str) -> list[str]:
    """The two ids of an A or X line, and the word after them if there is one."""
    fields = line[2:].replace(f" {sign} ", " ").split()
    if f" {sign} " not in line or len(fields) != (3 if sign == ">" else 2):
        raise PassageError(f"{where}: a link is 'A answer > answered disposition' or 'X one ~ other'")
    for event in fields[:2]:
        if event not in events:
            raise PassageError(f"{where}: no M line of the story has the id {event!r}")
    if sign == ">" and fields[2] not in DISPOSITIONS:
        raise PassageError(f"{where}: unknown disposition {fields[2]!r}; one of {', '.join(DISPOSITIONS)}")
    return fields


def parse(block: list[tuple[int, str]], file: str, known: set[str] | None = None) -> Passage:
    """One block of numbered lines as a passage; `known` are event ids of the same story elsewhere.

    Raises PassageError.
    """
    number, head = block[0]
    if not head.startswith("@ ") or " | " not in head:
        raise PassageError(f"{file}:{number}: a passage begins with '@ style | about' or '@ style | about | story: id'")
    style, about, story = ([f.strip() for f in head[2:].split(" | ")] + [""])[:3]
    if style not in STYLES:
        raise PassageError(f"{file}:{number}: unknown style {style!r}; one of {', '.join(STYLES)}")
    notes = [(n, x) for n, x in block[1:] if NOTE.match(x)]
    text = "\n".join(x for n, x in block[1:] if (n, x) not in notes)
    if not text.strip():
        raise PassageError(f"{file}:{number}: no text")
    at = {sign: [(f"{file}:{n}", x) for n, x in notes if x[0] == sign] for sign in "SMRAX"}
    moves = tuple(_move(text, x, w) for w, x in at["M"])
    events = {m.event for m in moves} | (known or set())
    answers = [_link(x, ">", events, w) for w, x in at["A"]]
    return Passage(
        where=f"{file}:{number}",
        style=style,
        about=about,
        text=text,
        statements=tuple(_statement(text, x, w) for w, x in at["S"]),
        moves=moves,
        references=tuple(r for w, x in at["R"] for r in _references(text, x, w)),
        answers=tuple(AnswerLink(answer=a, to=t, disposition=d) for a, t, d in answers),
        clashes=tuple((a, b) for a, b in (_link(x, "~", events, w) for w, x in at["X"])),
        story=f"{file}:{story.removeprefix('story:').strip()}" if story else f"{file}:{number}",
        linked=bool(moves) and all(m.event for m in moves),
    )
