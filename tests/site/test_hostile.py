"""Text that would like to be script: shown as it was written, wherever a contributor can write text."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterator

import feedparser
import pytest
from playwright.sync_api import Browser, Page, Route

from tests.site.built import PROJECT, Built
from tests.site.markup import read_markup
from tests.site.server import served
from tests.site.test_quiet import Listener
from timeline.pelican_side.run import build

VALLEY = PROJECT / "tests" / "sites" / "valley"
# Ends an attribute of either kind, a comment, a title and a style; then script, an event, a template, entities.
ATTACK = "'\"--></title></style><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}${7}&lt;b&gt;\\u003c"
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


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The small site with an attack for a name in every file."""
    project = tmp_path_factory.mktemp("hostile")
    shutil.copytree(VALLEY / "content", project / "content")
    for name, texts in PLACES.items():
        path = project / "content" / name
        written = path.read_text("utf-8")
        for text in texts:
            written = attacked(written, text)
        path.write_text(written, "utf-8")
    settings = {"SITENAME": ATTACK, "SITESUBTITLE": ATTACK, "THEME": str(PROJECT / "theme"), "SITEURL": ""}
    own = f"TIMELINE = {{**TIMELINE, 'license': {ATTACK!r}, 'families': {{'earth': {{'en': {ATTACK!r}}}}}}}"
    lines = [(VALLEY / "pelicanconf.py").read_text("utf-8"), *(f"{key} = {value!r}" for key, value in settings.items())]
    (project / "pelicanconf.py").write_text("\n".join([*lines, own, 'SITEURL = "https://host.example"']), "utf-8")
    outcome = build(project)
    assert outcome.ok, [str(problem) for problem in outcome.problems]
    with served(project / "output") as address:
        yield Built(project / "output", address, "https://host.example")


def attacked(written: str, text: str) -> str:
    """What a file says with the attack, in quotes, wherever `text` is a whole value."""
    value = re.compile(rf"(?<=: ){re.escape(text)}(?=[,}}\n])|(?<=\[){re.escape(text)}(?=])")
    made, count = value.subn(lambda _: json.dumps(ATTACK), written)
    assert count > 0, text
    return made


def test_nothing_of_it_runs_even_where_no_policy_forbids_it(hostile: Built, browser: Browser) -> None:
    page = browser.new_page(bypass_csp=True)
    listener = Listener(page, hostile.address)
    for path in hostile.pages:
        stay_at(hostile.at(path), page)
        sources = page.evaluate("[...document.scripts].map((script) => script.getAttribute('src') ?? '')")
        assert [each for each in sources if not each.startswith("/assets/")] == [], path
        assert page.locator("img, iframe, object, embed, [onerror], [onload]").count() == 0, path
    page.close()
    assert listener.heard == []


def stay_at(address: str, page: Page) -> None:
    """Open an address, and do not follow where the page of an entry that has moved leads at once."""

    def answer(route: Route) -> None:
        if route.request.is_navigation_request() and route.request.url != address:
            route.fulfill(status=204)
        else:
            route.continue_()

    page.unroute_all()
    page.route("**/*", answer)
    page.goto(address)


def test_no_page_holds_it_as_markup(hostile: Built) -> None:
    assert {path: made for path, text in hostile.pages.items() if (made := read_markup(text).inline)} == {}


def test_it_is_shown_as_it_was_written(hostile: Built, browser: Browser) -> None:
    page = browser.new_page()
    for path in ("index.html", *(f"{name}/index.html" for name in NAMED)):
        page.goto(hostile.at(path))
        assert page.locator("h1").inner_text().strip().startswith(ATTACK), path
        assert page.title().startswith(ATTACK), path
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


def test_it_stands_unharmed_in_the_data_and_the_feed(hostile: Built) -> None:
    data = json.loads(hostile.files["data/v1/events.json"].read_text("utf-8"))
    assert ATTACK in {event["title"] for event in data["events"]}
    feed = feedparser.parse(hostile.files["feeds/atom.xml"].read_bytes())
    assert not feed.bozo
    assert ATTACK in {html.unescape(entry.title) for entry in feed.entries} | {entry.title for entry in feed.entries}
