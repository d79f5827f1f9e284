"""Texts of the last build, so that a long-lived preview renders again only what a change can have touched.

A page declares the events it was made from (`PageSpec.needs`); everything else that can change a page is common to all:
vocabularies, pages, settings, templates, strings. A text is used again while both are the same, to the byte.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from timeline.pages.page import PageSpec


@dataclass(frozen=True, slots=True)
class Traces:
    """What a build was made from. common: a digest of what every page needs; events: a digest of each event's files."""

    common: str
    events: Mapping[str, str]

    def of(self, page: PageSpec) -> tuple[object, ...]:
        """Everything that the text of the page depends on, in a form that can be compared."""
        return self.common, page.template, page.head, tuple((key, self.events[key]) for key in sorted(page.needs))


class Memory:
    """Remembers the texts of pages by their path, each with the trace it was made from."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[tuple[object, ...], str]] = {}

    def text(self, page: PageSpec, traces: Traces, render: Callable[[PageSpec], str]) -> str:
        """The text of a page: the remembered one, or the one that `render` makes."""
        trace = traces.of(page)
        known = self._texts.get(page.head.path)
        if known is None or known[0] != trace:
            known = self._texts[page.head.path] = (trace, render(page))
        return known[1]


def digest(parts: Iterable[bytes]) -> str:
    """A digest of several byte strings, each with its length, so that no two lists of parts look alike."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()
