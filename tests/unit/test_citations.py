"""How to cite an entry: each form exactly, with what its readers take for commands made harmless."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.unit.small_chronicle import SITE, event
from timeline.entries.dates import parse
from timeline.entries.event import Correction
from timeline.pages.citations import bibtex, citations, csl_json, plain_text, ris

RISE = event("river-rose", "2018-06-13~", title="River rose 100 % & more", added=parse("2026-11-22"))
CORRECTED = event("river-rose", "2018-06-13", corrections=(Correction(parse("2027-01-10"), "Day found."),))


def test_plain_text_names_title_day_site_version_and_address() -> None:
    assert plain_text(RISE, SITE).replace("\xa0", " ") == (
        "“River rose 100 % & more”, about 13 June 2018. The flood, version of 22 November 2026. "
        "https://example.org/flood/events/river-rose/"
    )


def test_bibtex_escapes_what_tex_takes_for_commands() -> None:
    assert bibtex(RISE, SITE).replace("\xa0", " ") == (
        "@misc{river-rose,\n"
        "  title = {{River rose 100 \\% \\& more}},\n"
        "  howpublished = {The flood},\n"
        "  year = {2026},\n"
        "  month = {11},\n"
        "  note = {Event of about 13 June 2018; entry as of 22 November 2026},\n"
        "  url = {https://example.org/flood/events/river-rose/},\n"
        "}\n"
    )
    assert r"\textbackslash{}\{\}\_\textasciitilde{}" in bibtex(event("a", "2018", title="\\{}_~"), SITE)


def test_ris_has_one_tag_a_line_and_ends_the_record() -> None:
    assert ris(RISE, SITE).replace("\xa0", " ").split("\r\n") == [
        "TY  - ELEC",
        "ID  - river-rose",
        "TI  - River rose 100 % & more",
        "T2  - The flood",
        "PY  - 2026",
        "DA  - 2026/11/22",
        "N1  - Event of about 13 June 2018; entry as of 22 November 2026",
        "LA  - en",
        "UR  - https://example.org/flood/events/river-rose/",
        "ER  - ",
        "",
    ]


def test_csl_json_is_a_list_of_one_page_issued_when_the_entry_was() -> None:
    (item,) = json.loads(csl_json(RISE, SITE))
    assert item["type"] == "webpage"
    assert item["title"] == "River rose 100 % & more"
    assert item["container-title"] == "The flood"
    assert item["issued"] == {"date-parts": [[2026, 11, 22]]}
    assert item["URL"] == "https://example.org/flood/events/river-rose/"


def test_the_language_is_that_of_the_site() -> None:
    site = replace(SITE, strings=replace(SITE.strings, language="ar"))
    assert "LA  - ar" in ris(RISE, site)
    assert json.loads(csl_json(RISE, site))[0]["language"] == "ar"


def test_a_correction_is_a_new_version() -> None:
    assert "version of 10\xa0January\xa02027" in plain_text(CORRECTED, SITE)
    assert "DA  - 2027/01/10" in ris(CORRECTED, SITE)


def test_every_form_but_plain_text_is_a_file_beside_the_page() -> None:
    assert [(each.name, each.address) for each in citations(RISE, SITE)] == [
        ("Text", ""),
        ("BibTeX", "/flood/events/river-rose/cite.bib"),
        ("RIS", "/flood/events/river-rose/cite.ris"),
        ("CSL-JSON", "/flood/events/river-rose/cite.json"),
    ]
