"""What every page knows of the site: the settings, frozen, and the words and addresses made from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.chronicle.facets import FACETS
from timeline.pages.addresses import Addresses
from timeline.pages.strings import Catalogue


@dataclass(frozen=True, slots=True)
class Site:
    """title, subtitle: by the settings. authority: of `tag:` URIs (RFC 4151), as `example.org,2026`.

    assets: folder of the theme's files in the output, named by their content. repository: address of the sources,
    '' when unset. families: names of colour families by language, for the key. overview_below: those drawn below the
    line of the overview. notice: kinds of event whose text a reader may fold. map: whether maps are drawn.
    languages: those that readers are shown, () for all. look: whether the settings have a sheet of their own.
    preview: reload script and drafts.
    """

    title: str
    strings: Catalogue
    addresses: Addresses
    subtitle: str = ""
    authority: str = ""
    license: str = ""
    repository: str = ""
    facets: tuple[str, ...] = tuple(FACETS)
    families: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    notice: tuple[str, ...] = ()
    overview_below: tuple[str, ...] = ()
    map: bool = True
    languages: tuple[str, ...] = ()
    assets: str = "assets"
    look: bool = False
    preview: bool = False

    @property
    def language(self) -> str:
        """The language of the interface, a BCP 47 code."""
        return self.strings.language

    def edit_address(self, path: str) -> str:
        """Where a file (POSIX path from the project's folder) is changed in the repository, '' without a repository."""
        return f"{self.repository}/edit/main/{path}" if self.repository else ""
