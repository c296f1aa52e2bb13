"""What of a page a browser does not show."""

from __future__ import annotations

import re

_HIDING = re.compile(
    r"display:none|visibility:hidden|visibility:collapse|opacity:0(?:\.0+)?(?![.\d])|font-size:0(?:\.0+)?(?![.\d])|content-visibility:hidden"
    r"|(?:left|top|right|bottom|text-indent|margin-left|margin-top):-\d{4,}|clip:rect\(0|clip-path:inset\((?:50|100)%"
    r"|(?:^|;)(?:width|height|max-height|max-width):0(?:px)?(?:;|$|!)"
)
_BODY = re.compile(r"\{([^{}]{0,5000})\}")
_LONGEST_SELECTORS = 500
_SELECTOR = re.compile(r"[.#][\w-]+")
_AT_RULE = re.compile(r"@(?:media|supports|keyframes|-webkit-keyframes|container|layer)[^{;]{0,500}\{")


def hides(style: str) -> bool:
    """Whether declarations of style take an element off the page."""
    return bool(style) and _HIDING.search(re.sub(r"\s+", "", style.lower())[:5000]) is not None


def hiding_selectors(css: str) -> frozenset[str]:
    """The classes (`.name`) and ids (`#name`) that a style sheet hides by themselves, whatever the size of the
    screen."""
    sheet = _outer(css[:500_000])
    found = set()
    for body in _BODY.finditer(sheet):
        if not hides(body[1]):
            continue
        for selector in _before(sheet, body.start()).split(","):
            if _SELECTOR.fullmatch(selector.strip()):
                found.add(selector.strip())
    return frozenset(found)


def _before(sheet: str, brace: int) -> str:
    """The selectors before the body that opens at `brace`: back to the last brace, and not beyond some length."""
    floor = max(0, brace - _LONGEST_SELECTORS)
    return sheet[max(floor, *(sheet.rfind(mark, floor, brace) + 1 for mark in "{}")) : brace]


def _outer(css: str) -> str:
    """The style sheet without the rules that hold for some screens only, and without comments."""
    css = re.sub(r"/\*[^*]{0,10000}\*/", " ", css)
    kept: list[str] = []
    at = 0
    while (match := _AT_RULE.search(css, at)) is not None:
        kept.append(css[at : match.start()])
        depth, at = 1, match.end()
        while at < len(css) and depth:
            depth += {"{": 1, "}": -1}.get(css[at], 0)
            at += 1
    return "".join([*kept, css[at:]])


def hidden_element(name: str, attributes: dict[str, str], selectors: frozenset[str]) -> bool:
    """Whether this element is off the page with all that it holds."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true" or hides(attributes.get("style", "")):
        return True
    if name == "input" or (name == "dialog" and "open" not in attributes):
        return True
    if not selectors:
        return False
    classes = attributes.get("class", "").split()[:50]
    return any(f".{c}" in selectors for c in classes) or f"#{attributes.get('id', '')}" in selectors
