"""Contrast of every pair of colours that the theme puts on one another (WCAG 2.2, 1.4.3 and 1.4.11), in every mode.

`python tests/site/test_contrast.py` prints the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.site.built import PROJECT

TOKENS = PROJECT / "theme" / "static" / "css" / "tokens.css"
COLOUR = re.compile(r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
ALIAS = re.compile(r"--([a-z0-9-]+): var\(--([a-z0-9-]+)\);")
TEXT, SHAPE = 4.5, 3.0
FAMILIES = ("earth", "sky", "rose", "moss", "violet", "slate")

# What stands on what, and the ratio that this asks for.
PAIRS = {
    **{(ink, ground): TEXT for ink in ("ink", "ink-2", "ink-3", "river") for ground in ("paper", "wash")},
    **{(family, ground): TEXT for family in FAMILIES for ground in ("paper", "wash")},
    ("ink", "mark"): TEXT,  # the source that a footnote led to
    ("ink-2", "mark"): TEXT,
    ("river", "mark"): TEXT,
    ("paper", "ink"): TEXT,  # buttons that are pressed, the skip link
    ("edge", "paper"): SHAPE,  # the border of what can be operated
    ("edge", "wash"): SHAPE,
    ("water", "paper"): SHAPE,  # the river on the map
}
ORNAMENT = {"rule"}  # lines that part what headings and space part too


class Contrast(NamedTuple):
    """The ratio of a pair in a mode, and what it must be at least."""

    mode: str
    above: str
    below: str
    ratio: float
    least: float

    def __str__(self) -> str:
        return f"{self.mode:<22}{self.above:<8}on {self.below:<8}{self.ratio:>7.2f}  (at least {self.least})"


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` by WCAG 2.2, from 0 for black to 1 for white."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def ratio(one: str, other: str) -> float:
    """Contrast ratio of two colours by WCAG 2.2, from 1 to 21."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def modes() -> Iterator[tuple[str, dict[str, str]]]:
    """Each mode with the colours of its tokens."""
    usual, _, more = TOKENS.read_text("utf-8").partition("prefers-contrast: more")
    for number, mode in enumerate(("light", "dark"), 1):
        colours = {match[1]: match[number + 1] for match in COLOUR.finditer(usual)}
        yield mode, colours
        stronger = {match[1]: match[number + 1] for match in COLOUR.finditer(more)}
        same = {match[1]: colours[match[2]] for match in ALIAS.finditer(more)}
        yield f"{mode}, more contrast", {**colours, **stronger, **same}


def table() -> list[Contrast]:
    """Every pair in every mode, the weakest first."""
    found = (
        Contrast(mode, above, below, ratio(colours[above], colours[below]), least)
        for mode, colours in modes()
        for (above, below), least in PAIRS.items()
    )
    return sorted(found, key=lambda each: each.ratio / each.least)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#ff0000", "#0000ff", 2.15)],
)
def test_the_ratio_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert round(ratio(one, other), 2) == expected


def test_every_pair_of_colours_has_the_contrast_that_its_use_asks_for() -> None:
    assert [str(each) for each in table() if each.ratio < each.least] == []


def test_every_colour_is_in_the_table() -> None:
    colours = {name for _, colours in modes() for name in colours}
    assert colours == {name for pair in PAIRS for name in pair} | ORNAMENT


if __name__ == "__main__":
    print(*table(), sep="\n")
