"""What a page about the site says is on it."""

from __future__ import annotations

from markupsafe import Markup

from timeline.pages.text_pages import Part, contents


def headings(level: int, *titles: str) -> Markup:
    """HTML of a text with a paragraph under each heading."""
    made = (f'<h{level} id="{title.lower()}">{title}</h{level}><p>Text.</p>' for title in titles)
    return Markup("".join(made))


def test_a_text_of_several_parts_leads_to_each() -> None:
    body = (
        headings(2, "Dates", "Places") + Markup('<h2 id="both"><em>Both</em> &amp; more</h2>') + headings(3, "Detail")
    )
    assert contents(body) == (Part("dates", "Dates"), Part("places", "Places"), Part("both", "Both & more"))


def test_a_register_leads_to_the_first_term_of_each_letter() -> None:
    body = headings(2, "Terms") + headings(3, "Account", "al-Hol", "Badia", "Caveat", "Coalition")
    assert contents(body) == (Part("account", "A"), Part("badia", "B"), Part("caveat", "C"))


def test_a_short_text_is_read_without_contents() -> None:
    assert contents(headings(2, "One", "Two") + headings(3, "Detail", "Another")) == ()
