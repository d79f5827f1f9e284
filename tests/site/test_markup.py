"""Every page of the real site, by its markup alone: outline, landmarks, languages, links."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import unquote, urldefrag

import pytest

from tests.site.built import Built
from tests.site.markup import Markup, read_markup
from timeline.publishing.links import broken_links

DATETIME = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
LANDMARKS = (("header", ""), ("main", ""), ("footer", ""))


@pytest.fixture(scope="module")
def markups(real: Built) -> dict[str, Markup]:
    """The markup of every page by its path."""
    return {path: read_markup(text) for path, text in real.pages.items()}


def test_every_page_has_one_h1_and_skips_no_level_of_headings(markups: dict[str, Markup]) -> None:
    wrong = {
        path: made.headings
        for path, made in markups.items()
        if made.headings[:1] != [1]
        or made.headings.count(1) != 1
        or any(after > before + 1 for before, after in pairwise(made.headings))
    }
    assert wrong == {}


def test_every_page_has_its_landmarks_once_and_names_each_navigation_apart(markups: dict[str, Markup]) -> None:
    for path, made in markups.items():
        count = Counter(made.landmarks)
        assert [count[each] for each in LANDMARKS] == [1, 1, 1], path
        named = [each for each in made.landmarks if each not in LANDMARKS]
        assert [each for each in named if not each[1] or count[each] > 1] == [], path


def test_every_page_names_its_language_and_direction(real: Built) -> None:
    beginning = '<!doctype html>\n<html lang="en" dir="ltr">\n'
    assert [path for path, text in real.pages.items() if not text.startswith(beginning)] == []


def test_every_text_from_right_to_left_names_its_language_and_direction(markups: dict[str, Markup]) -> None:
    assert {path: made.astray for path, made in markups.items() if made.astray} == {}


def test_every_time_is_given_to_machines_too(markups: dict[str, Markup]) -> None:
    times = [(path, time) for path, made in markups.items() for time in made.times]
    assert len(times) > len(markups)
    assert [each for each in times if not DATETIME.fullmatch(each[1] or "")] == []


def test_no_id_stands_twice_in_a_page(markups: dict[str, Markup]) -> None:
    twice = {path: [name for name, times in Counter(made.ids).items() if times > 1] for path, made in markups.items()}
    assert {path: names for path, names in twice.items() if names} == {}


def test_no_page_has_style_or_script_of_its_own(markups: dict[str, Markup]) -> None:
    assert {path: made.inline for path, made in markups.items() if made.inline} == {}


def test_every_link_and_fragment_leads_to_something(real: Built) -> None:
    assert broken_links(real.pages, real.files) == []


def test_every_link_and_fragment_leads_to_something_below_a_path_of_the_host(below: Built) -> None:
    assert broken_links(below.pages, below.files, below.site) == []


def test_every_page_is_reached_by_links_from_the_front_page(markups: dict[str, Markup]) -> None:
    reached, ahead = set(), ["index.html"]
    while ahead:
        path = ahead.pop()
        if path not in reached and path in markups:
            reached.add(path)
            ahead.extend(file_of(link) for link in markups[path].links if link.startswith("/"))
    assert sorted(markups.keys() - reached) == ["404.html"]


def file_of(link: str) -> str:
    """The file of a page at an address from the root: `/places/hajin/#events` is `places/hajin/index.html`."""
    path = unquote(urldefrag(link).url).removeprefix("/")
    return path if PurePosixPath(path).suffix else f"{path}index.html"


@pytest.mark.parametrize(
    ("html", "finding"),
    [
        ('<p style="color: red">', "<p style>"),
        ('<a href="#" onclick="go()">', "<a onclick>"),
        ("<script>go()</script>", "a script"),
        ("<style>p { color: red }</style>", "<style>"),
        ('<a href="JavaScript:go()">', "JavaScript:go()"),
    ],
)
def test_style_and_script_in_a_page_are_seen(html: str, finding: str) -> None:
    assert read_markup(html).inline == [finding]


@pytest.mark.parametrize(
    ("html", "astray"),
    [
        ("<p lang=en>هجين</p>", True),
        ("<p lang=ar>هجين</p>", True),
        ("<p lang=ar dir=rtl>هجين</p>", False),
        ("<bdi lang=ar>هجين</bdi>", False),
        ("<bdi>هجين</bdi>", True),
    ],
)
def test_text_from_right_to_left_is_seen(html: str, astray: bool) -> None:
    assert bool(read_markup(html).astray) is astray
