"""Pelican's settings in, what the pages need of them out; wrong settings are said by name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from timeline.chronicle.facets import FACETS
from timeline.entries.problem import found, nearest
from timeline.entries.schema import FORMAT
from timeline.pages.addresses import Addresses
from timeline.pages.look import COLOURS, FACES, SHEET, faults, sheet
from timeline.pages.site import Site
from timeline.pages.strings import Catalogue, read_catalogue

# Every key of TIMELINE in pelicanconf.py and what it is, for people.
KEYS: Mapping[str, str] = MappingProxyType(
    {
        "format": f"version of the entry format: {FORMAT}",
        "authority": "who names the ids in feeds and data, a domain and a year: example.org,2026 (RFC 4151)",
        "license": "licence of the content, as a reader should see it",
        "repository": "address of the repository, for links that suggest a correction; empty for none",
        "facets": f"which facets have pages, in the order of the navigation: {', '.join(FACETS)}",
        "families": "names of the colour families of kinds, by language: {'earth': {'en': 'On the ground'}}",
        "notice": "kinds of event whose text readers may fold, those that tell of harm: ['accident']",
        "overview_below": "colour families that hang below the line of the overview: ['rose']",
        "map": "False for no map, whatever content/basemap.yaml holds",
        "languages": "languages that the site shows and searches, all where none are named: ['en'] for one alone",
        "look": f"any of six properties: {', '.join(COLOURS)} as [light, dark], {', '.join(FACES)} as typefaces",
        "preview": "true only in the local preview: drafts are shown and pages reload",
    }
)

# The keys that are lists, each with a value that one may hold.
LISTS = {"facets": "kinds", "languages": "en", "notice": "accident", "overview_below": "rose"}


class SettingsError(Exception):
    """A setting is wrong. The message says which, what it must be, what was found."""


def check_settings(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """The TIMELINE settings, checked. Raises SettingsError."""
    own = settings.get("TIMELINE", {})
    for key in own:
        if key not in KEYS:
            raise SettingsError(f"TIMELINE[{key!r}]: must be a known setting ({found(key)}{nearest(key, KEYS)})")
    if own.get("format") != FORMAT:
        raise SettingsError(
            f"TIMELINE['format']: must be {FORMAT}, the entry format of this version (found {own.get('format')!r})"
        )
    for key, fault in _faults(own, settings.get("DEFAULT_LANG", "en")):
        raise SettingsError(f"TIMELINE[{key!r}]: {fault}")
    return MappingProxyType(dict(own))


def _faults(own: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the values: which key, and a sentence."""
    for key, example in LISTS.items():
        if not isinstance(own.get(key, ()), list | tuple):
            yield key, f"must be a list, as in ['{example}'] ({found(str(own[key]))})"
    for facet in own.get("facets", ()):
        if facet not in FACETS:
            yield "facets", f"must be of {', '.join(FACETS)} ({found(str(facet))}{nearest(str(facet), FACETS)})"
    for code in own.get("languages", ()):
        if not re.fullmatch("[a-z]{2}", str(code)):
            yield "languages", f"must be codes of two small letters, as in ['en', 'ar'] ({found(str(code))})"
    if own.get("languages") and language not in own["languages"]:
        yield "languages", f"must name {language} too, the DEFAULT_LANG ({found(', '.join(own['languages']))})"
    if own.get("map", True) not in (True, False):
        yield "map", f"must be True or False ({found(str(own['map']))})"
    yield from (("look", fault) for fault in faults(own.get("look", {})))
    if not own.get("authority"):
        yield "authority", "must be a domain and a year, as in example.org,2026"


def with_look(statics: Mapping[str, bytes], settings: Mapping[str, Any]) -> dict[str, bytes]:
    """The theme's files, and the sheet of the look where the settings have one. Raises SettingsError."""
    look = check_settings(settings).get("look")
    return {**statics, SHEET: sheet(look).encode()} if look else dict(statics)


def overrides(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """The folders of templates used in place of the theme's, from the project's folder. Raises SettingsError."""
    folders = settings.get("THEME_TEMPLATES_OVERRIDES", ())
    if not isinstance(folders, list | tuple):
        raise SettingsError(f"THEME_TEMPLATES_OVERRIDES: must be a list, as in ['templates'] ({found(str(folders))})")
    return tuple(map(str, folders))


def make_site(settings: Mapping[str, Any], statics: Mapping[str, bytes]) -> Site:
    """The site that the settings describe. statics: the theme's files, whose content names their folder."""
    own = check_settings(settings)
    theme = Path(settings["THEME"])
    return Site(
        title=settings["SITENAME"],
        subtitle=settings.get("SITESUBTITLE", ""),
        strings=catalogue(theme / "strings", settings["DEFAULT_LANG"]),
        addresses=Addresses(settings["SITEURL"].rstrip("/")),
        authority=own["authority"],
        license=own.get("license", ""),
        repository=own.get("repository", "").rstrip("/"),
        facets=tuple(own.get("facets", FACETS)),
        families=own.get("families", {}),
        notice=tuple(own.get("notice", ())),
        overview_below=tuple(own.get("overview_below", ())),
        assets=f"assets/{digest(statics)}",
        map=own.get("map", True),
        languages=tuple(own.get("languages", ())),
        look=bool(own.get("look")),
        preview=bool(own.get("preview")),
    )


def catalogue(folder: Path, language: str) -> Catalogue:
    """The strings of a language, English where it has none. Raises SettingsError."""
    known = sorted(file.stem for file in folder.glob("*.po"))
    if "en" not in known:
        raise SettingsError(
            f"THEME: must lead to a theme of this generator, with strings/en.po ({found(str(folder.parent))})"
        )
    if language not in known:
        raise SettingsError(
            f"DEFAULT_LANG: must be of {', '.join(known)}, the languages of the theme ({found(language)})"
        )
    english = read_catalogue((folder / "en.po").read_text("utf-8"), "en")
    if language == "en":
        return english
    return read_catalogue((folder / f"{language}.po").read_text("utf-8"), language, english)


def digest(files: Mapping[str, bytes]) -> str:
    """A short name for the content of several files: the same bytes give the same name."""
    whole = hashlib.sha256()
    for path, data in files.items():
        whole.update(path.encode() + b"\0" + hashlib.sha256(data).digest())
    return whole.hexdigest()[:12]
