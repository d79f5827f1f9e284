"""How to cite an entry: plain text, BibTeX, RIS, CSL-JSON. The date of issue is that of the entry, not of the event."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from timeline.entries.event import Event
from timeline.pages.site import Site
from timeline.pages.words import date_words

# What BibTeX's readers (TeX) take for commands, and how each is written as itself.
TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def address(event: Event, site: Site) -> str:
    """The address of the event's page: absolute, or from the root while the site's own address is unset."""
    return site.addresses.absolute(site.addresses.page("events", event.id))


def plain_text(event: Event, site: Site) -> str:
    """One line for a footnote in the language of the site: title, date, site, version of the entry, address."""
    return site.strings.text(
        "cite.plain",
        title=event.title,
        date=date_words(event.date, site.strings),
        site=site.title,
        version=_version(event, site),
        address=address(event, site),
    )


def bibtex(event: Event, site: Site) -> str:
    """A BibTeX record `@misc`, the event's id as its key, ended by a line feed. The title keeps its capitals."""
    day = event.updated.earliest
    fields = {
        "title": f"{{{event.title.translate(TEX)}}}",
        "howpublished": site.title.translate(TEX),
        "year": str(day.year),
        "month": str(day.month),
        "note": _note(event, site).translate(TEX),
        "url": address(event, site),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{event.id},\n{lines}}}\n"


def ris(event: Event, site: Site) -> str:
    """A RIS record of type `ELEC`: a tag, two spaces, hyphen, space and value on each line, ended by CR LF."""
    day = event.updated.earliest
    fields = [
        ("TY", "ELEC"),
        ("ID", event.id),
        ("TI", event.title),
        ("T2", site.title),
        ("PY", str(day.year)),
        ("DA", f"{day:%Y/%m/%d}"),
        ("N1", _note(event, site)),
        ("LA", site.language),
        ("UR", address(event, site)),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields)


def csl_json(event: Event, site: Site) -> str:
    """A list of one CSL-JSON item of type `webpage`, ended by a line feed."""
    day = event.updated.earliest
    item = {
        "id": event.id,
        "type": "webpage",
        "title": event.title,
        "container-title": site.title,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "note": _note(event, site),
        "language": site.language,
        "URL": address(event, site),
    }
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class Citation:
    """An entry as a reference. name: of the form; text: in it; address: of the file with it, '' for plain text."""

    name: str
    text: str
    address: str = ""


def citations(event: Event, site: Site) -> tuple[Citation, ...]:
    """The entry in every form: plain text, then the forms that are files beside its page."""
    files = (
        Citation(name, text(event, site), site.addresses.file(f"events/{event.id}/{file}"))
        for name, (file, text) in CITATIONS.items()
    )
    return (Citation(site.strings.text("cite.text"), plain_text(event, site)), *files)


def _note(event: Event, site: Site) -> str:
    return site.strings.text("cite.note", date=date_words(event.date, site.strings), version=_version(event, site))


def _version(event: Event, site: Site) -> str:
    return date_words(event.updated, site.strings)


# Each form by its name: the file beside the event's page, and its text.
CITATIONS: Mapping[str, tuple[str, Callable[[Event, Site], str]]] = MappingProxyType(
    {
        "BibTeX": ("cite.bib", bibtex),
        "RIS": ("cite.ris", ris),
        "CSL-JSON": ("cite.json", csl_json),
    }
)
