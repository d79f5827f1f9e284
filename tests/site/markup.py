"""What a page's markup says, read with the standard library's parser: what it holds, where, in which language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
HEADING = re.compile(r"h[1-6]")
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
SPOKEN_RIGHT_TO_LEFT = re.compile(r"(ar|arc|ckb|fa|he|syr|ur|und-Arab)\b")
LANDMARKS = frozenset({"header", "main", "nav", "footer", "aside", "search"})
SECTIONING = frozenset({"article", "aside", "main", "nav", "section"})


class Element(NamedTuple):
    """An open element. lang, dir: of its text, whether its own or inherited."""

    tag: str
    values: dict[str, str]
    lang: str
    dir: str


@dataclass(slots=True)
class Markup:
    """What a page holds. landmarks: tag and name; inline: what a policy without 'unsafe-inline' refuses."""

    headings: list[int] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    landmarks: list[tuple[str, str]] = field(default_factory=list)
    times: list[str | None] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    astray: list[str] = field(default_factory=list)  # text from right to left that its element does not own up to


class Reader(HTMLParser):
    """Reads one page."""

    def __init__(self) -> None:
        super().__init__()
        self.markup = Markup()
        self.open = [Element("", {}, "", "ltr")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.note(tag, values)
        if tag not in VOID:
            outer = self.open[-1]
            direction = values.get("dir", "auto" if tag == "bdi" else outer.dir)
            self.open.append(Element(tag, values, values.get("lang", outer.lang), direction))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.note(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}> at {self.getpos()}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        here = self.open[-1]
        if here.tag == "script" and data.strip():
            self.markup.inline.append("a script")
        if not RIGHT_TO_LEFT.search(data) or here.tag in {"title", "pre"}:  # plain text: it can hold no markup
            return
        if not SPOKEN_RIGHT_TO_LEFT.match(here.lang) or here.dir not in {"rtl", "auto"}:
            self.markup.astray.append(f"lang={here.lang} dir={here.dir}: {data.strip()}")

    def note(self, tag: str, values: dict[str, str]) -> None:
        """Take what one tag says."""
        made = self.markup
        if "id" in values:
            made.ids.append(values["id"])
        if HEADING.fullmatch(tag):
            made.headings.append(int(tag[1]))
        elif tag == "time":
            made.times.append(values.get("datetime"))
        elif tag == "a" and "href" in values:
            made.links.append(values["href"])
        elif tag in LANDMARKS and (tag not in {"header", "footer"} or not self.inside(SECTIONING)):
            made.landmarks.append((tag, values.get("aria-label", "")))
        made.inline.extend(f"<{tag} {name}>" for name in values if name == "style" or name.startswith("on"))
        made.inline.extend(["<style>"] if tag == "style" else [])
        made.inline.extend([values["href"]] if values.get("href", "").lower().startswith("javascript:") else [])

    def inside(self, tags: frozenset[str]) -> bool:
        """Whether one of the open elements is of `tags`."""
        return any(element.tag in tags for element in self.open)


def read_markup(text: str) -> Markup:
    """Read a page's HTML. Raises AssertionError where an element is closed that is not the open one."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader.markup
