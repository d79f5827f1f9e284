"""Elements of drawings as safe text: every value is escaped, every number short, the order of attributes as given."""

from __future__ import annotations

from html import escape

from markupsafe import Markup

VOID = frozenset({"input"})  # of HTML: no slash


def element(name: str, /, *children: str | Markup, **attributes: str | float | None) -> Markup:
    """An element of SVG or HTML. Children that are no Markup are text.

    HTML that is empty without being one of VOID needs '' as a child.
    attributes: by name, `class_` for `class`, underscores for hyphens; None leaves one out, numbers get two decimals.
    """
    given = "".join(
        [
            f' {key.rstrip("_").replace("_", "-")}="{escape(value) if isinstance(value, str) else figure(value)}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )
    if not children:
        return Markup(f"<{name}{given}>" if name in VOID else f"<{name}{given}/>")
    inner = "".join([child if isinstance(child, Markup) else escape(child) for child in children])
    return Markup(f"<{name}{given}>{inner}</{name}>")


def joined(parts: list[Markup]) -> Markup:
    """Elements one after the other. Plain joining: Markup's own looks at each part again, which a large map feels."""
    return Markup("".join(parts))


def figure(value: float) -> str:
    """A number with at most two decimals, without what says nothing: `12.3`, `4`, `0`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(value: float) -> str:
    """A share of the drawing's width: `12.3%`."""
    return f"{figure(value)}%"
