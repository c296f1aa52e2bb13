"""YAML as people write it of articles: what looks like a date or a number stays the words that were written."""

from __future__ import annotations

from collections.abc import Collection

import yaml

_TAG = "tag:yaml.org,2002:"


def _resolvers(kept: Collection[str]) -> dict[str, list[tuple[str, object]]]:
    """The resolvers of plain scalars, by first letter, for these kinds only."""
    tags = {_TAG + kind for kind in kept}
    return {
        letter: [(tag, pattern) for tag, pattern in some if tag in tags]
        for letter, some in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class _Undated(yaml.SafeLoader):
    """Dates stay words, so that one that no calendar has is told with its field, not as a fault of the YAML."""

    yaml_implicit_resolvers = _resolvers(("bool", "float", "int", "merge", "null", "value"))


class _Words(yaml.SafeLoader):
    """Every plain value but null stays words."""

    yaml_implicit_resolvers = _resolvers(("merge", "null"))


def undated(text: str) -> tuple[object, tuple[int, ...]]:
    """What the YAML says, its dates as words, and the line (from 1) on which each entry of its list stands: of the
    list itself, or of that under `documents`; none where that list is put together from elsewhere.

    YAMLError, ValueError or RecursionError where it is no YAML."""
    loader = _Undated(text)
    try:
        node = loader.get_single_node()
        lines = tuple(entry.start_mark.line + 1 for entry in _entries(node))
        return (None if node is None else loader.construct_document(node)), lines
    finally:
        loader.dispose()


def words(text: str) -> object:
    """What the YAML says, every plain value as words. YAMLError, ValueError or RecursionError where it is no YAML."""
    return yaml.load(text, _Words)  # noqa: S506 - a SafeLoader


def _entries(node: yaml.Node | None) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        node = next((value for key, value in node.value if key.value == "documents"), None)
    return node.value if isinstance(node, yaml.SequenceNode) else []
