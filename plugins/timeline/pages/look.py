"""The look of a site in six properties of the theme: settings in, a sheet that overrides the theme's own values out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.entries.problem import found, nearest

COLOURS = ("paper", "wash", "ink", "river")
FACES = ("serif", "sans")
SHEET = "css/look.css"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
FACE = re.compile(r"[A-Za-z][\w-]*(?: [\w-]+)*|\"[\w -]+\"")
INK = 10.0  # paler text is mixed from ink and paper, four parts to one, and must still reach 4.5
LINK = 4.5  # WCAG 2.2, 1.4.3
THEME = {"paper": ("#fbfbf8", "#11171a"), "ink": ("#14191c", "#e9ebe6"), "river": ("#0a5f75", "#74c7db")}
MIXED = "color-mix(in srgb, var(--ink) 80%, var(--paper))"


def faults(look: Any) -> Iterator[str]:  # noqa: ANN401 - whatever stands in the settings
    """What is wrong with the setting, a sentence each: «`where`: must be …»."""
    if not isinstance(look, Mapping):
        yield f"must be properties with values, as in {{'river': ['#7a3b00', '#ffb877']}} ({found(str(look))})"
        return
    known = (*COLOURS, *FACES)
    for name, value in look.items():
        if name not in known:
            yield f"must be of {', '.join(known)} ({found(name)}{nearest(name, known)})"
        elif name in COLOURS and not _is_pair(value):
            yield f"{name}: must be two colours, light and dark, as in ['#fbfbf8', '#11171a'] ({found(str(value))})"
        elif name in FACES and not _is_faces(value):
            yield f'{name}: must be typefaces, as in Georgia, "Noto Serif", serif ({found(str(value))})'
    if not any(name in COLOURS and not _is_pair(value) for name, value in look.items()):
        yield from _pale({**THEME, **look})


def _pale(colours: Mapping[str, Any]) -> Iterator[str]:
    """Text that would not stand out from the paper, in either mode."""
    for name, least in (("ink", INK), ("river", LINK)):
        for mode in (0, 1):
            reached = contrast(colours[name][mode], colours["paper"][mode])
            if reached < least:
                pair = f"{colours[name][mode]} on {colours['paper'][mode]}"
                yield f"{name}: must stand out from paper by {least:g}:1 ({found(f'{pair}, {reached:.1f}:1')})"


def _is_pair(value: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(value, list | tuple) and len(value) == 2 and all(COLOUR.fullmatch(str(each)) for each in value)


def _is_faces(value: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(value, str) and all(FACE.fullmatch(each.strip()) for each in value.split(","))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `#rrggbb`, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def sheet(look: Mapping[str, Any]) -> str:
    """The sheet for a setting without faults; it stands after the theme's tokens, in their layer."""
    lines = [f"    --{name}: light-dark({', '.join(look[name])});" for name in COLOURS if name in look]
    lines += [f"    --{name}: {look[name]};" for name in FACES if name in look]
    rules = ["  :root {", *lines, "  }"]
    if {"ink", "paper"} & look.keys():
        mixed = [f"      --{name}: {MIXED};" for name in ("ink-2", "ink-3")]
        rules += ["", "  @media not (prefers-contrast: more) {", "    :root {", *mixed, "    }", "  }"]
    return "\n".join(("@layer tokens {", *rules, "}", ""))
