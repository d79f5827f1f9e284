"""Checked prose as HTML: every construct, its exact markup, and nothing that could run."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from timeline.entries.prose import scan, sources_cited
from timeline.pages.prose import Converted, Writer

WRITER = Writer()
TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "sup"}
PAGE_TAGS = TAGS - {"sup"} | {"h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "pre", "code"}


def address(entry: str) -> str:
    """Where the entry's page is, in these tests."""
    return f"/site/events/{entry}/"


def convert(*texts: str, label: str = "") -> Converted:
    """The texts as those of the entry `e`, with the numbers that they give."""
    numbers = {source: number for number, source in enumerate(sources_cited(map(scan, texts)), 1)}
    return WRITER.entry(texts, anchor="e", numbers=numbers, address_of=address, label=label)


def accepted(text: str, *, page: bool = False) -> bool:
    """Whether nothing in the text stops a build."""
    return all(fault.warning or fault.code == "empty-text" for fault in scan(text, page=page).faults)


class Outline(HTMLParser):
    """Tags, attributes and the text of the first paragraph outside lists and quotations, without marks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.links: list[str] = []
        self.open: list[str] = []
        self.paragraphs: list[str] = []
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {(tag, name) for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.open.append(tag)
        if self.open == ["p"]:
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[:1] == ["p"] and "sup" not in self.open:
            self.paragraphs[-1] += data.replace("\u2060", "")

    @property
    def first(self) -> str:
        """The first paragraph, white space folded."""
        return re.sub(r"[ \n]+", " ", self.paragraphs[0]).strip() if self.paragraphs else ""


def mark(count: int, number: int) -> str:
    """The HTML of the entry's footnote mark `count`."""
    return f'\u2060<sup class="mark"><a id="e-ref-{count}" href="#e-source-{number}">[{number}]</a></sup>'


REL = 'rel="noopener noreferrer nofollow"'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Words\nmore words.\n\nNext.", "<p>Words\nmore words.</p><p>Next.</p>"),
        (
            "*a* **b** _c_ __d__ *e _f_ g*",
            "<p><em>a</em> <strong>b</strong> <em>c</em> <strong>d</strong> <em>e <em>f</em> g</em></p>",
        ),
        ("**_a_**", "<p><strong><em>a</em></strong></p>"),
        ("snake_case_name", "<p>snake_case_name</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        (
            "- a\n  more\n    - b\n        1. c\n- d",
            "<ul><li>a\n  more<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>",
        ),
        ("- a\n\n    b\n\n    - c\n\n- d", "<ul><li><p>a</p><p>b</p><ul><li>c</li></ul></li><li><p>d</p></li></ul>"),
        ("> a\n> b\n>\n> - c", "<blockquote><p>a\nb</p><ul><li>c</li></ul></blockquote>"),
        ("> a\n\n> b", "<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>"),
        ("> a\n>\n> > b", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>"),
        (
            "[*a* b](https://e.org/A_(b)?c=1&d=_2_)",
            f'<p><a href="https://e.org/A_(b)?c=1&amp;d=_2_" {REL}><em>a</em> b</a></p>',
        ),
        ("[a](http://e.org)", f'<p><a href="http://e.org" {REL}>a</a></p>'),
        ("[a](../2018/2018-06-17-the-capture.md)", '<p><a href="/site/events/the-capture/">a</a></p>'),
        ("[sic] [see [a](b.md)]", '<p>[sic] [see <a href="/site/events/b/">a</a>]</p>'),
        ("\\*a\\* \\_b\\_ \\[c\\] \\<b> \\&amp; \\\\ 2018\\.", "<p>*a* _b_ [c] &lt;b&gt; &amp;amp; \\ 2018.</p>"),
        ("a < b & c > d; \"e\" 'f' R&D; #g", "<p>a &lt; b &amp; c &gt; d; \"e\" 'f' R&amp;D; #g</p>"),
        ("In May\n2018. The army", "<p>In May\n2018. The army</p>"),
        ("قال البيان [^a].", f"<p>قال البيان{mark(1, 1)}.</p>"),
        ("a [^x][^y-2], b\n[^x] c", f"<p>a{mark(1, 1)}{mark(2, 2)}, b{mark(3, 1)} c</p>"),
        ("*a [^x]* - **b**[^y]", f"<p><em>a{mark(1, 1)}</em> - <strong>b</strong>{mark(2, 2)}</p>"),
        ("\n \n- a", "<ul><li>a</li></ul>"),
        ("", ""),
    ],
)
def test_allowed_constructs(text: str, html: str) -> None:
    """Each construct of the dialect has one markup."""
    assert accepted(text)
    assert convert(text).html == (Markup(html),)


def test_marks_run_over_the_texts_of_an_entry() -> None:
    """Marks are counted in the order that is read, lists within lists too; each source knows its marks."""
    body = "One [^a].\n\n- two [^b]\n    - three [^a]\n\n> four [^c]\n\nFive [^b]."
    found = convert(body, "Six [^d][^a].")
    assert found.html[0] == (
        f"<p>One{mark(1, 1)}.</p><ul><li>two{mark(2, 2)}<ul><li>three{mark(3, 1)}</li></ul></li></ul>"
        f"<blockquote><p>four{mark(4, 3)}</p></blockquote><p>Five{mark(5, 2)}.</p>"
    )
    assert found.html[1] == f"<p>Six{mark(6, 4)}{mark(7, 1)}.</p>"
    assert found.references == {
        "a": ("e-ref-1", "e-ref-3", "e-ref-7"),
        "b": ("e-ref-2", "e-ref-5"),
        "c": ("e-ref-4",),
        "d": ("e-ref-6",),
    }


def test_marks_have_a_name_in_the_language_of_the_page() -> None:
    """The label is a format; what it holds is escaped."""
    html = convert("One [^a].", label='«Source» "{n}"').html[0]
    assert ' aria-label="«Source» &quot;1&quot;">[1]</a>' in html


def test_two_entries_keep_apart() -> None:
    """A writer keeps nothing of the entry before."""
    assert convert("One [^a].") == convert("One [^a].")


def test_a_mark_without_a_number_is_an_error_of_the_caller() -> None:
    """Numbers come from the same texts; a source without one is never shown as a guess."""
    with pytest.raises(KeyError):
        WRITER.entry(["One [^a]."], anchor="e", numbers={}, address_of=address)


def test_sanitiser_stands_behind_the_converter() -> None:
    """An address that the caller got wrong does not reach the page."""
    found = WRITER.entry(["[a](b.md)"], anchor="e", numbers={}, address_of=lambda entry: f"javascript:{entry}")
    assert found.html == (Markup("<p><a>a</a></p>"),)


def test_pages_have_headings_with_ids_and_tables() -> None:
    """Ids come from the words and stay unique; cells hold emphasis and links."""
    text = (
        "Words.\n\n## How *we* [check](https://e.org)\n\n### How we check\n\n#### الطريقة\n\n"
        "| a | b |\n| --- | --- |\n| c \\| d | [e](f.md) |\n|  | *g* |"
    )
    assert accepted(text, page=True)
    assert WRITER.page(text, address_of=address) == Markup(
        f'<p>Words.</p><h2 id="how-we-check">How <em>we</em> <a href="https://e.org" {REL}>check</a></h2>'
        '<h3 id="how-we-check-2">How we check</h3><h4 id="ltryq">الطريقة</h4>'
        '<table tabindex="0"><thead><tr><th>a</th><th>b</th></tr></thead><tbody>'
        '<tr><td>c | d</td><td><a href="/site/events/f/">e</a></td></tr><tr><td></td><td><em>g</em></td></tr>'
        "</tbody></table>"
    )


def test_ids_of_headings_are_unique() -> None:
    """Headings of the same words are numbered, around those whose words are such a number; each page begins anew."""
    text = "a\n\n## B 2\n\n## B\n\n## B\n\n## B\n\n## !"
    for _ in range(2):
        ids = re.findall(r'id="([^"]*)"', WRITER.page(text, address_of=address))
        assert ids == ["b-2", "b", "b-3", "b-4", "part"]


PIECES = [
    "word", "a b", "قال", " ", "\n", "\n\n", "\n    ", "\n\n    ", "*", "**", "_", "[^x]", " [^y-2]", "[", "]", "(", ")",
    "[t](2018-a.md)", "[t](https://e.org/_x_)", "](https://e.org)", "\\*", "\\", "&", "&lt;", "<", "> ", "\n> ", "- ",
    "\n\n- ", "    - ", "1. ", "\n2. ", "# ", "## ", "|", " | ", "\n| --- | --- |\n", "---", ".", '"', "!", "`", "\u00a0",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


@settings(max_examples=600, deadline=None, derandomize=True)
@given(TEXTS)
def test_accepted_text_shows_as_it_was_read(text: str) -> None:
    """Only allowed tags, and the first paragraph reads as the summary says."""
    if accepted(text):
        outline = Outline(convert(text).html[0])
        assert outline.tags <= TAGS
        assert outline.first == scan(text).summary


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS)
def test_accepted_pages_hold_only_allowed_tags(text: str) -> None:
    """The same for pages."""
    if accepted(text, page=True):
        outline = Outline(WRITER.page(text, address_of=address))
        assert outline.tags <= PAGE_TAGS
        assert outline.first == scan(text, page=True).summary


ATTACKS = [
    "<script>alert(1)</script>", "<ScRiPt src=//e.org/x.js>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>", "<math><mi xlink:href=javascript:alert(1)>x", "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)>", "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=data:text/html,x>",
    "<embed src=javascript:alert(1)>", "<form action=javascript:alert(1)><button>", "<base href=//e.org/>",
    "<meta http-equiv=refresh content='0;url=//e.org'>", "<style>@import '//e.org'</style>", "<link rel=stylesheet href=//e>",
    "<details open ontoggle=alert(1)>", "<input autofocus onfocus=alert(1)>", "<video><source onerror=alert(1)>",
    "<a href=javascript:alert(1)>x</a>", "<a href='x' onmouseover=alert(1)>x</a>", "<p style=position:fixed>x</p>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<template><script>alert(1)</script></template>",
    "<!--><script>alert(1)</script>-->", "<![CDATA[<script>alert(1)</script>]]>", "<?xml-stylesheet href=x?>",
    "</p><script>alert(1)</script>", "<\nscript>alert(1)</script>", "< script>alert(1)</script>", "<<script>alert(1)//<",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "\\<script>alert(1)\\</script>", "\\\\<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "&#x3c;script&#x3e;", "\\&#60;img src=x onerror=a\\&#62;",
    "&amp\\;lt;script>", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))", "[x](javascript&colon;alert(1))", "[x](%6Aavascript:alert(1))", "[x]( javascript:a)",
    "[x](vbscript:msgbox)", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](file:///etc/passwd)", "[x](//e.org)",
    "[x](\\\\e.org)", "[x](https://e.org@evil.org/)", "[x](https:evil.org)", "[x](https://e.org/\"onclick=\"alert(1))",
    "[x](https://e.org/'onclick='alert(1))", "[x](https://e.org/>\\<script>)", "[x](https://e.org 'a\" onclick=\"b')",
    "[<img src=x onerror=alert(1)>](https://e.org)", "![x](javascript:alert(1))", "![x](x\"onerror=\"alert(1))",
    "[x][1]\n\n[1]: javascript:alert(1)", "<javascript:alert(1)>", "<https://e.org/\"onclick=alert(1)>", "<a@b.c\"onclick=a>",
    "x {: onclick=alert(1) }", "x {onclick=alert(1)}", "```html\n<script>alert(1)</script>\n```", "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>", "x [^a\"><script>alert(1)</script>]", "[^a]: <script>alert(1)</script>",
    "{{ 7*7 }} {% include '/etc/passwd' %}", "{static}/../secret {attach}x", "x \x02klzzwxh:0000\x03 \x0260\x03script\x0262\x03",
    "x\x02wzxhzdk:0\x03", "[a](2018-\"><script>.md)", "[a](../../../../etc/passwd.md)", "*<b*>x*", "[a*b](c*d)",
]  # fmt: skip


SAFE_LINK = r"https?://[^@\"<>]+\Z|/site/events/[a-z0-9-]+/\Z|#e-source-1\Z"


@pytest.mark.parametrize("page", [False, True], ids=["entry", "page"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_are_harmless_even_unchecked(attack: str, page: bool) -> None:
    """Whether refused or not: no tag, attribute or address comes out that the dialect does not have."""
    for text in (attack, f"Words {attack} words [^a]", f"- {attack}", f"> {attack}"):
        numbers = {"a": 1}
        html = (
            WRITER.page(text, address_of=address)
            if page
            else WRITER.entry([text], anchor="e", numbers=numbers, address_of=address).html[0]
        )
        outline = Outline(html)
        assert outline.tags <= TAGS | PAGE_TAGS
        assert outline.attributes <= {("a", "href"), ("a", "rel"), ("a", "id"), ("sup", "class")} | {
            (tag, "id") for tag in ("h2", "h3", "h4")
        }
        assert all(re.match(SAFE_LINK, link) for link in outline.links)


@pytest.mark.parametrize(
    ("attack", "html"),
    [
        ("\\<script>alert(1)\\</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("&amp\\;lt;", "<p>&amp;amp;lt;</p>"),
        ("{{ 7*7 }}", "<p>{{ 7*7 }}</p>"),
    ],
)
def test_what_is_accepted_of_an_attack_is_text(attack: str, html: str) -> None:
    """What is not refused shows as it was written."""
    assert convert(attack).html == (Markup(html),)


KIBIBYTES_64 = 65536
UNITS = [
    "[", "](", "[a](b", "[a](https://e.org) ", "![", "<a ", "<!--", "&", "&#", "*", "*a ", "*a* ", "**a** _b_ ", "_", "`", "~~",
    "\\", "\\*", "a [^b]", "[^", "(", "> ", ">\n", "> a\n>\n", "- ", "- a\n", "- a\n\n", "1. a\n", "- a\n    - b\n", "    b\n\n",
    "\n", "a\n\n", "a\n", " ", "| ", "| a |\n", "| a |\n| --- |\n", "#", "## a\n\n", "[a]: b\n", "a" * 4990 + "\n\n",
    "*a* " * 1240 + "\n\n", "a [^b]" * 830 + "\n\n", "\\*" * 2490 + "\n\n", "[a] " * 1240 + "\n\n", "a_b " * 1240 + "\n\n",
]  # fmt: skip


def calls(text: str, *, page: bool) -> int:
    """How many calls converting the text takes: the same on every machine."""
    count = 0

    def tick(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        if page:
            WRITER.page(text, address_of=address)
        else:
            WRITER.entry([text], anchor="e", numbers={"b": 1}, address_of=address)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("page", [False, True], ids=["entry", "page"])
@pytest.mark.parametrize("unit", UNITS, ids=[unit[:16] for unit in UNITS])
def test_hostile_texts_are_refused_or_cheap(unit: str, page: bool) -> None:
    """64 KiB of the worst that Markdown knows: refused by a limit of structure, or a bounded number of calls."""
    text = "Words.\n\n" + (unit * (KIBIBYTES_64 // len(unit))).rstrip("-> ") + "a"
    if accepted(text, page=page):
        assert calls(text, page=page) < 40 * KIBIBYTES_64
