"""Text that would like to be script: shown as it was written, wherever a contributor can write text."""

from __future__ import annotations

import html
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
from playwright.sync_api import Browser

from tests.site.built import PROJECT, Built
from tests.site.markup import read_markup
from tests.site.server import served
from tests.site.test_quiet import Listener
from timeline.pelican_side.run import build

VALLEY = PROJECT / "tests" / "sites" / "valley"
ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "'><svg onload=alert(3)>",
    "</title></style></textarea><script>alert(4)</script>",
    "--><iframe srcdoc='<script>alert(5)</script>'>",
    "{{ site.strings }} {% raw %} ${alert(6)} &lt;b&gt; \\u003cb\\u003e",
)
# What stands in the small site, by file, and is replaced by an attack.
PLACES = {
    "events/2018/2018-06-01-march-begins.md": ("A march <begins>", "The march and its beginning."),
    "events/2018/2018-07-bread-arrives.md": ("Bread arrives by boat", "Bread came by boat in July."),
    "events/2019/2019-02-03-talks-open.md": ("Talks open",),
    "vocabulary/publishers.yaml": ("Herald",),
    "vocabulary/actors.yaml": ("Northern army", "NA"),
    "vocabulary/places.yaml": ("Old Ferry", "North district", "The map of the tests."),
    "vocabulary/kinds.yaml": ("Change of control", "A place passes from one side to another."),
    "vocabulary/phases.yaml": ("First phase",),
    "vocabulary/tags.yaml": ("River crossings",),
    "pages/method.md": ("Method",),
}


@pytest.fixture(scope="module", params=ATTACKS)
def attack(request: pytest.FixtureRequest) -> str:
    text: str = request.param
    return text


@pytest.fixture(scope="module")
def hostile(attack: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The small site with an attack for a name in every file."""
    project = tmp_path_factory.mktemp("hostile")
    shutil.copytree(VALLEY / "content", project / "content")
    for name, texts in PLACES.items():
        path = project / "content" / name
        written = path.read_text("utf-8")
        for text in texts:
            assert text in written, (name, text)
            written = "\n".join(attacked(line, text, attack) for line in written.split("\n"))
        path.write_text(written, "utf-8")
    settings = {"SITENAME": attack, "SITESUBTITLE": attack, "THEME": str(PROJECT / "theme"), "SITEURL": ""}
    own = f"TIMELINE = {{**TIMELINE, 'license': {attack!r}, 'families': {{'earth': {{'en': {attack!r}}}}}}}"
    lines = [(VALLEY / "pelicanconf.py").read_text("utf-8"), *(f"{key} = {value!r}" for key, value in settings.items())]
    (project / "pelicanconf.py").write_text("\n".join([*lines, own, 'SITEURL = "https://host.example"']), "utf-8")
    outcome = build(project)
    assert outcome.ok, [str(problem) for problem in outcome.problems]
    with served(project / "output") as address:
        yield Built(project / "output", address, "https://host.example")


def attacked(line: str, text: str, attack: str) -> str:
    """A line of a header or vocabulary with the attack, in quotes, in place of a value."""
    return line.replace(f": {text}", f": {json.dumps(attack)}").replace(f"[{text}]", f"[{json.dumps(attack)}]")


def test_nothing_of_it_runs_even_where_no_policy_forbids_it(hostile: Built, browser: Browser) -> None:
    page = browser.new_page(bypass_csp=True)
    listener = Listener(page, hostile.address)
    for path in hostile.pages:
        page.goto(hostile.at(path))
        sources = page.evaluate("[...document.scripts].map((script) => script.getAttribute('src') ?? '')")
        assert [each for each in sources if not each.startswith("/assets/")] == [], path
        assert page.locator("img, iframe, object, embed, [onerror], [onload]").count() == 0, path
    page.close()
    assert listener.heard == []


def test_no_page_holds_it_as_markup(hostile: Built) -> None:
    assert {path: made for path, text in hostile.pages.items() if (made := read_markup(text).inline)} == {}


def test_it_is_shown_as_it_was_written(hostile: Built, attack: str, browser: Browser) -> None:
    page = browser.new_page()
    shown = " ".join(attack.split())
    for path in ("index.html", *(f"{name}/index.html" for name in NAMED)):
        page.goto(hostile.at(path))
        assert page.locator("h1").inner_text().startswith(shown), path
        assert page.title().startswith(shown), path
    page.close()


NAMED = (
    "events/bread-arrives",
    "events/talks-open",
    "sources/herald",
    "actors/northern-army",
    "places/old-ferry",
    "kinds/control",
    "phases/first-phase",
    "tags/crossings",
    "method",
)


def test_it_stands_unharmed_in_the_data_and_the_feed(hostile: Built, attack: str) -> None:
    data = json.loads(hostile.files["data/v1/events.json"].read_text("utf-8"))
    assert attack in {event["title"] for event in data["events"]}
    feed = feedparser.parse(hostile.files["feeds/atom.xml"].read_bytes())
    assert not feed.bozo
    assert attack in {html.unescape(entry.title) for entry in feed.entries} | {entry.title for entry in feed.entries}
