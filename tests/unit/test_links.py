"""Links inside a built site lead to files and elements that are there."""

from __future__ import annotations

import pytest

from timeline.publishing.links import broken_links

FILES = {"index.html", "404.html", "events/x/index.html", "site.css", "a/ä b.html", "feeds/atom.xml"}
PAGES = {
    "index.html": '<p id="one"><a name="old">',
    "404.html": "",
    "events/x/index.html": '<h1 id="ä">',
    "a/ä b.html": "",
}


def found(html: str, page: str = "events/x/index.html", site: str = "") -> list[str]:
    return [f"{broken.link}: {broken.reason}" for broken in broken_links({**PAGES, page: html}, FILES, site)]


@pytest.mark.parametrize(
    "link",
    [
        "/",
        "/events/x/",
        "/events/x/index.html",
        "../../",
        "../../site.css",
        "./",
        "",
        "?q=1#top",
        "#",
        "/#one",
        "/#old",
        "/?tag=a&amp;from=2018#one",
        "/a/%C3%A4%20b.html",
        " /site.css ",
        "/feeds/atom.xml#anything",
        "https://example.org/not/ours",
        "//example.org/x",
        "mailto:a@example.org",
        "tag:example.org,2026:x",
    ],
)
def test_a_link_that_leads_somewhere_is_right(link: str) -> None:
    assert found(f'<a href="{link}">') == []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/gone/">', "/gone/: there is no file gone/index.html"),
        ('<a href="/events/x">', "/events/x: there is no file events/x"),
        ('<a href="y/">', "y/: there is no file events/x/y/index.html"),
        ('<link rel="stylesheet" href="/gone.css">', "/gone.css: there is no file gone.css"),
        ('<script src="/gone.js"></script>', "/gone.js: there is no file gone.js"),
        ('<img alt="" src="/gone.png" srcset="/site.css 1x, /two.png 2x">', "/gone.png: there is no file gone.png"),
        ('<img alt="" srcset="/site.css 1x, /two.png 2x">', "/two.png: there is no file two.png"),
        ('<form action="/gone/">', "/gone/: there is no file gone/index.html"),
        ('<svg><use href="/gone.svg#a"/></svg>', "/gone.svg#a: there is no file gone.svg"),
        ('<a href="#two">', "#two: events/x/index.html has no element with the id two"),
        ('<a href="/#One">', "/#One: index.html has no element with the id One"),
        ('<a href="https://[bad">', "https://[bad: is no address"),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_the_reason(html: str, expected: str) -> None:
    assert expected in found(html)


def test_an_element_is_found_by_its_encoded_name() -> None:
    assert found('<h1 id="ä"><a href="#%C3%A4"><a href="/events/x/#ä">') == []


def test_page_and_line_are_named_in_the_order_of_the_pages() -> None:
    pages = {"b.html": '\n\n<a\nhref="/gone">', "a.html": '<a href="/lost"><a href="/gone">'}
    assert [str(broken) for broken in broken_links(pages, pages.keys())] == [
        "a.html:1: /lost: there is no file lost",
        "a.html:1: /gone: there is no file gone",
        "b.html:3: /gone: there is no file gone",
    ]


def test_under_a_base_path_links_begin_with_it() -> None:
    site = "https://host.example/repo"
    assert found('<a href="/repo/"><a href="/repo/events/x/"><a href="../../site.css">', site=site) == []
    outside = "lies outside the site, whose addresses begin with /repo/"
    assert found('<a href="/events/x/"><a href="/repository/">', site=site) == [
        f"/events/x/: {outside}",
        f"/repository/: {outside}",
    ]
    assert found('<a href="https://host.example/other/">', site=site) == []


def test_absolute_links_to_the_site_itself_are_followed() -> None:
    site = "https://host.example/repo/"
    html = '<link rel="canonical" href="https://host.example/repo/events/x/"><meta property="og:url" content="{}gone/">'
    gone = f"{site}gone/: there is no file gone/index.html"
    assert found(html.format(site), site=site) == [gone]


def test_the_page_for_unknown_addresses_has_no_relative_links() -> None:
    expected = "site.css: must begin with /: this page is shown at any address"
    assert found('<a href="/"><a href="#top"><link href="site.css">', "404.html") == [expected]
