"""The catalogues of interface texts: how they are read, and that the two in the theme fit each other."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from string import Formatter

import pytest

from timeline.pages.strings import Catalogue, read_catalogue

FOLDER = Path(__file__).parents[2] / "theme" / "strings"
PO = {language: (FOLDER / f"{language}.po").read_text(encoding="utf-8") for language in ("en", "ar")}
EN = read_catalogue(PO["en"], "en")
AR = read_catalogue(PO["ar"], "ar", EN)
SMALL = read_catalogue(
    """
msgid "number.digits"
msgstr "0123456789"

msgid "number.thousands"
msgstr ","

msgid "nav.home"
msgstr "Home of {name}"

msgid "count.maps"
msgid_plural "count.maps"
msgstr[0] "{count} map of {name}"
msgstr[1] "{count} maps of {name}"
""",
    "en",
)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def forms(catalogue: Catalogue, msgid: str) -> tuple[str, ...]:
    return catalogue.plurals.get(msgid) or tuple(filter(None, [catalogue.texts.get(msgid)]))


def test_a_text_is_filled_with_values_and_its_numbers_are_written_out() -> None:
    assert SMALL.text("nav.home", name="A & B") == "Home of A & B"
    assert SMALL.text("nav.home", name=1234) == "Home of 1,234"


def test_a_plural_takes_the_form_of_its_number() -> None:
    assert [SMALL.plural("count.maps", n, name="X") for n in (0, 1, 2)] == ["0 maps of X", "1 map of X", "2 maps of X"]


@pytest.mark.parametrize("catalogue", [SMALL, EN, AR])
def test_an_unknown_id_stops_the_build(catalogue: Catalogue) -> None:
    with pytest.raises(KeyError, match=r"nav\.hmoe"):
        catalogue.text("nav.hmoe")
    with pytest.raises(KeyError, match=r"count\.mpas"):
        catalogue.plural("count.mpas", 1)


def test_a_value_that_a_text_needs_must_be_given() -> None:
    with pytest.raises(KeyError, match="name"):
        SMALL.text("nav.home")


@pytest.mark.parametrize(
    "po",
    [
        "",
        '#, fuzzy\nmsgid "nav.home"\nmsgstr "x"',
        'msgid "count.maps"\nmsgid_plural "count.maps"\nmsgstr[0] "a"\nmsgstr[1] ""',
    ],
    ids=["missing", "fuzzy", "one form empty"],
)
def test_what_is_empty_missing_or_fuzzy_is_given_in_english_whole(po: str) -> None:
    part = read_catalogue(po, "ar", SMALL)
    assert part.text("nav.home", name=5) == "Home of 5"
    assert part.plural("count.maps", 2, name="X") == "2 maps of X"


def test_an_id_that_english_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^ar\.po: every id must be in the English file too; found nav\.hmoe$"):
        read_catalogue('msgid "nav.hmoe"\nmsgstr "x"', "ar", SMALL)


def test_a_plural_with_the_forms_of_another_language_is_refused() -> None:
    po = (
        'msgid ""\nmsgstr ""\n"Language: ar\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "count.maps"\nmsgid_plural "count.maps"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'
    )
    with pytest.raises(ValueError, match="must have 6 plural forms: zero, one, two, few, many, other; found 2"):
        read_catalogue(po, "ar", SMALL)


def test_a_text_that_is_no_catalogue_is_refused_with_its_line() -> None:
    with pytest.raises(ValueError, match=r"^en\.po:3: must be a gettext catalogue; "):
        read_catalogue('msgid "a"\nmsgstr "b"\nhello\n', "en")


def test_each_language_knows_its_direction_and_digits() -> None:
    assert (EN.language, EN.direction, EN.digits) == ("en", "ltr", "0123456789")
    assert (AR.language, AR.direction, AR.digits) == ("ar", "rtl", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize(
    ("n", "english", "arabic"),
    [(0, "0", "٠"), (999, "999", "٩٩٩"), (1234, "1,234", "١٬٢٣٤"), (1234567, "1,234,567", "١٬٢٣٤٬٥٦٧")],
)
def test_numbers_are_written_in_the_digits_of_the_language_with_thousands(n: int, english: str, arabic: str) -> None:
    assert (EN.number(n), AR.number(n)) == (english, arabic)


@pytest.mark.parametrize(
    ("n", "english", "arabic"),
    [
        (0, "0 events", "لا أحداث"),
        (1, "1 event", "حدث واحد"),
        (2, "2 events", "حدثان"),
        (3, "3 events", "٣ أحداث"),
        (10, "10 events", "١٠ أحداث"),
        (11, "11 events", "١١ حدثًا"),
        (99, "99 events", "٩٩ حدثًا"),
        (100, "100 events", "١٠٠ حدث"),
        (103, "103 events", "١٠٣ أحداث"),
        (215, "215 events", "٢١٥ حدثًا"),
    ],
)
def test_events_are_counted_by_the_plural_rules_of_the_language(n: int, english: str, arabic: str) -> None:
    assert (EN.plural("count.events", n), AR.plural("count.events", n)) == (english, arabic)


def test_both_catalogues_travel_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(AR)).plural("count.sources", 13) == AR.plural("count.sources", 13)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_ids_are_dotted_words_and_stand_once(language: str) -> None:
    ids = re.findall(r'^msgid "(.+)"$', PO[language], re.MULTILINE)
    assert len(ids) > 100
    assert sorted(ids) == sorted(set(ids))
    assert [msgid for msgid in ids if not re.fullmatch(r"[a-z]+(-[a-z]+)*\.[a-z0-9]+([.-][a-z0-9]+)*", msgid)] == []
    assert re.findall(r'^msgid_plural "(.+)"$', PO[language], re.MULTILINE) == [
        msgid for msgid in ids if msgid in EN.plurals
    ]


def test_english_has_every_text() -> None:
    assert [msgid for msgid in EN.ids() if not forms(EN, msgid)] == []


def test_arabic_has_the_same_ids_as_english() -> None:
    assert AR.ids() == EN.ids()
    assert sorted(AR.plurals) == sorted(EN.plurals)


def test_arabic_needs_no_value_that_english_does_not_need() -> None:
    for msgid in EN.ids():
        known = fields(forms(EN, msgid)[-1])
        for form in forms(AR, msgid):
            assert fields(form) <= known, msgid


def test_arabic_writes_no_latin_digit_and_no_middle_dot() -> None:
    """A middle dot beside Arabic-Indic digits reads as zero."""
    wrong = [msgid for msgid in AR.ids() if re.search("[0-9·]", " ".join(forms(AR, msgid)))]
    assert wrong == []
