"""The dialect of an entry's text: what a text holds, and what is refused, where, in which words."""

from __future__ import annotations

import pytest

from timeline.entries.prose import Citation, EntryLink, Fault, scan, sources_cited

ATTRIBUTE = "attributes in braces are not supported; remove them, or write \\{ to show the brace"
AUTO = "automatic links are not supported; cite a source, or write [words](https://…)"
BARE = "an address must not stand in the text; put it among the sources and cite it, or write [words](https://…)"
CODE = "code is not part of the text; use quotation marks, or write \\` to show the sign"
EMPTY_ITEM = "an item must hold words of its own; write a backslash before the sign or dot to show it"
ENTITY = "HTML entities are not read; write the character itself, or \\& to show the sign"
HEADING = "headings are not part of the text; write a paragraph, or \\# to show the sign"
HTML = "HTML is not part of the text; remove it (**words** and *words* stand out), or write \\< to show the sign"
IMAGE = "images are not part of the text; remove it, or write \\! if the sign before the bracket is meant"
ITEM_PLACE = "an item must stand at the margin, or 4 spaces to the right of the item that it belongs to"
LINK_TEXT = "the words of a link must hold no brackets, no other link, no mark"
LIST_BLANK = "leave a blank line before the list; write a backslash before the sign or dot to show it"
LIST_SIGN = "the items of one list must all begin with the same sign; put words between two lists"
NO_WORDS = "a link must have words to follow"
QUOTED = "a quotation must begin at the margin after a blank line; write \\> to show the sign"
REFERENCE = "links by reference are not supported; write [words](https://…)"
RULE = "lines across the page are not supported; remove it and leave a blank line between paragraphs"
STAR = (
    "* must open or close an emphasis: *words* or **words**, around whole words, with _ for one inside the other; "
    "write \\* to show the sign"
)
TABLE = "tables are not part of the text; write paragraphs or a list"
TARGET = (
    "a link must lead to http://…, https://… or to the file of another entry, as in (2018-06-17-the-capture.md) (found "
)
TITLE = "a link must have no title; leave only the address in the parentheses"
TORN = (
    "the address of a link must close with ) on the same line and hold no unpaired parenthesis; "
    "write %28 and %29 for parentheses in an address"
)
UNDERLINE = "a line of = or - alone makes a heading of the line above; remove it"
UNDERSCORE = (
    "_ must open or close an emphasis: _words_ or __words__, around whole words, with * for one inside the other; "
    "write \\_ to show the sign"
)
WEB = (
    "an address must be written as http:// or https:// in small letters, a host, and no white space, quotation marks, "
    "brackets or backslashes after it (write them as %…) (found "
)

REFUSED: list[tuple[str, int, int, str, str]] = [
    ("Text.\n\n# Title", 3, 1, "heading", HEADING),
    ("Text.\n\n###### Title", 3, 1, "heading", HEADING),
    ("Text\n# Title", 2, 1, "heading", HEADING),
    ("Title\n===", 2, 1, "heading", UNDERLINE),
    ("Title\n--", 2, 1, "heading", UNDERLINE),
    ("Text.\n\n* * *", 3, 1, "rule", RULE),
    ("Text.\n\n___", 3, 1, "rule", RULE),
    ("Text\n---", 2, 1, "rule", RULE),
    ("- a\n- - -", 2, 1, "rule", RULE),
    ("See ![map](https://e.org/m.png).", 1, 5, "image", IMAGE),
    ("See ![map].", 1, 5, "image", IMAGE),
    ("| a | b |\n| --- | --- |\n| 1 | 2 |", 2, 1, "table", TABLE),
    ("a | b\n:-- | --:", 2, 1, "table", TABLE),
    ("\\|a\n--:", 2, 1, "table", TABLE),
    ("Text {: .red}", 1, 6, "attribute", ATTRIBUTE),
    ("Text {#here}", 1, 6, "attribute", ATTRIBUTE),
    ("A <b> word", 1, 3, "html", HTML),
    ("A </p> word", 1, 3, "html", HTML),
    ("A <!-- note --> word", 1, 3, "html", HTML),
    ("A <?php ?> word", 1, 3, "html", HTML),
    ("A <http://e.org> link", 1, 3, "auto", AUTO),
    ("A <me@e.org> link", 1, 3, "auto", AUTO),
    ("See https://e.org/a for more", 1, 5, "bare", BARE),
    ("See www.example.org for more", 1, 5, "bare", BARE),
    ("[https://e.org](https://f.org)", 1, 2, "bare", BARE),
    ("See [the list][1].", 1, 14, "reference", REFERENCE),
    ("See [the list][].", 1, 14, "reference", REFERENCE),
    ("[1]: https:/e.org", 1, 1, "definition", REFERENCE + ", or \\[ to show the bracket"),
    (
        "[^dod]: A note.",
        1,
        1,
        "note",
        "notes of your own are not supported; put the source in the header and cite it with [^its-id]",
    ),
    ("A `word` here", 1, 3, "code", CODE),
    ("```\ncode\n```", 1, 1, "code", CODE),
    ("~~~\ncode\n~~~", 1, 1, "code", "code is not part of the text; use quotation marks"),
    ("Text.\n\n    code", 3, 5, "code", "a paragraph must begin at the margin; four spaces would make code of it"),
    ("Text.\n\n  text", 3, 3, "indent", "a paragraph must begin at the margin; four spaces would make code of it"),
    (
        "- item\n\n  further",
        3,
        3,
        "indent",
        "a further paragraph of an item must stand 4 spaces to the right of the item's sign",
    ),
    (
        "- item\n\n        code",
        3,
        9,
        "indent",
        "a further paragraph of an item must stand 4 spaces to the right of the item's sign",
    ),
    ("-     code", 1, 1, "code", "the text of an item must stand one to three spaces after its sign"),
    ("[x](javascript:alert)", 1, 5, "link-target", TARGET + "javascript:alert)"),
    ("[x](data:text/html,x)", 1, 5, "link-target", TARGET + "data:text/html,x)"),
    ("[x](mailto:a@e.org)", 1, 5, "link-target", TARGET + "mailto:a@e.org)"),
    ("[x](//e.org/a)", 1, 5, "link-target", TARGET + "//e.org/a)"),
    ("[x](/events/a/)", 1, 5, "link-target", TARGET + "/events/a/)"),
    ("[x](#top)", 1, 5, "link-target", TARGET + "#top)"),
    ("[x](ftp://e.org/)", 1, 5, "link-target", TARGET + "ftp://e.org/)"),
    ("[x](2018-06-17-Dashisha.md)", 1, 5, "link-target", TARGET + "2018-06-17-Dashisha.md)"),
    ("[x](capture.md#b)", 1, 5, "link-target", TARGET + "capture.md#b)"),
    ("[x]()", 1, 5, "link-target", TARGET + "nothing)"),
    (
        "[x](https://user:pw@e.org/)",
        1,
        5,
        "link-target",
        "an address must hold no user name or password (found https://user:pw@e.org/)",
    ),
    (
        "[x](https://مثال.org/)",
        1,
        5,
        "link-target",
        "the host of an address must be written in its xn-- form (found https://مثال.org/)",
    ),
    (
        "[x](https://e.org/?a&amp;b)",
        1,
        5,
        "link-target",
        "an address must hold no HTML entity; write & alone where &amp; stands (found https://e.org/?a&amp;b)",
    ),
    ("[x](https://e.org/a b)", 1, 5, "link-target", WEB + "https://e.org/a b)"),
    ("[x](HTTPS://e.org/)", 1, 5, "link-target", WEB + "HTTPS://e.org/)"),
    ("[x](https://e.org/a 'title')", 1, 5, "link-target", TITLE),
    ('[x](https://e.org/a "title")', 1, 5, "link-target", TITLE),
    ("[](https://e.org)", 1, 1, "link-text", NO_WORDS),
    ("[ ](https://e.org)", 1, 1, "link-text", NO_WORDS),
    ("[x](https://e.org", 1, 3, "torn", TORN),
    ("[x](https://e.org/((a)))", 1, 3, "torn", TORN),
    ("[a [b](https://e.org) c](https://e.org)", 1, 1, "link-text", LINK_TEXT),
    ("[a [sic] c](https://e.org)", 1, 1, "link-text", LINK_TEXT),
    ("[a [^dod]](https://e.org)", 1, 1, "link-text", LINK_TEXT),
    ("An [open [^dod]", 1, 4, "bracket", "the bracket must be closed; write \\[ to show a single bracket"),
    ("A closed] [^dod]", 1, 9, "bracket", "the bracket was never opened; write \\] to show a single bracket"),
    ("[[[[deep]]]]", 1, 4, "brackets", "brackets must not be nested more than 3 deep"),
    ("caf&eacute;", 1, 4, "entity", ENTITY),
    ("a &#x3c; b", 1, 3, "entity", ENTITY),
    ("a ~~b~~", 1, 3, "strike", "struck out text is not supported; remove the signs, or write \\~ to show them"),
    (
        "C:\\Users",
        1,
        3,
        "backslash",
        "a backslash must stand before a punctuation mark; write \\\\ to show a backslash",
    ),
    ("[^dod] begins", 1, 1, "mark", "a footnote mark must stand after the words that it supports"),
    (
        "Text [^Bad id].",
        1,
        6,
        "mark",
        "a footnote mark must name a source of the entry by its id, as in [^id] (found Bad id; write [^bad-id])",
    ),
    (
        "Text [^dod](x)",
        1,
        6,
        "mark",
        "a footnote mark must not be followed by ( at once; put a space between them",
    ),
    ("5 * 3", 1, 3, "emphasis", STAR),
    ("a *b", 1, 3, "emphasis", STAR),
    ("a b*", 1, 4, "emphasis", STAR),
    ("a\n*[b](https://e.org)", 2, 1, "emphasis", STAR),
    ("a _b", 1, 3, "emphasis", UNDERSCORE),
    ("Text:\n- item", 2, 1, "list", LIST_BLANK),
    ("Text:\n1. item", 2, 1, "list", LIST_BLANK),
    (
        "2018. The year",
        1,
        1,
        "list",
        "the items of a numbered list must count 1. 2. 3.; write 2018\\. to show a number",
    ),
    ("1. a\n3. b", 2, 1, "list", "the items of a numbered list must count 1. 2. 3.; write 3\\. to show a number"),
    ("1) a", 1, 1, "list", "the items of a numbered list are written 1. 2. 3.; write \\) to show the parenthesis"),
    ("- a\n1. b", 2, 1, "list", LIST_SIGN),
    ("- a\n\n* b", 3, 1, "list", LIST_SIGN),
    ("Text.\n\n  - item", 3, 3, "list", ITEM_PLACE),
    ("- a\n  - b", 2, 3, "list", ITEM_PLACE),
    ("- a\n        - b", 2, 9, "list", ITEM_PLACE),
    ("- - a", 1, 3, "list", EMPTY_ITEM),
    ("1.", 1, 1, "list", EMPTY_ITEM),
    ("- a\n\n    - b\n- c", 4, 1, "list", "leave a blank line before this item, which goes back to an outer list"),
    (
        "- a\n    - b\n        - c\n            - d\n                - e",
        5,
        17,
        "nesting",
        "lists must not be nested more than 4 deep",
    ),
    ("> > > > > a", 1, 9, "nesting", "quotations must not be nested more than 4 deep"),
    ("> a\nb", 2, 1, "quotation", "each line of a quotation must begin with >; leave a blank line after it"),
    ("Text\n> a", 2, 1, "quotation", QUOTED),
    ("- > a", 1, 3, "quotation", QUOTED),
    (">", 1, 1, "quotation", "a quotation must hold words; write \\> to show the sign"),
    ("> a `b", 1, 5, "code", CODE),
    ("Text.\n\n- a\n    - b\n\n        a `b", 6, 11, "code", CODE),
    ("a\tb", 1, 2, "tab", "a tab must not stand here; write spaces"),
    ("a\n\n\u00a0", 3, 1, "empty-paragraph", "a paragraph must hold words; remove it, or leave the line blank"),
]


def errors(text: str, *, page: bool = False) -> list[Fault]:
    """The faults that stop a build, but for the one of a text that is nothing but the case at hand."""
    return [fault for fault in scan(text, page=page).faults if not fault.warning and fault.code != "empty-text"]


@pytest.mark.parametrize(("text", "line", "column", "code", "message"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refuses_what_is_not_of_the_dialect(text: str, line: int, column: int, code: str, message: str) -> None:
    """One fault, at its place, in its words."""
    assert errors(text) == [Fault(line, column, code, message)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A <b>bold</b> word", [(1, 3)]),
        ("un*happ*y", [(1, 3), (1, 8)]),
        ("***x***", [(1, 1), (1, 5)]),
        ("*a **b** c*", [(1, 4), (1, 7)]),
        ("*a _b* c_", [(1, 1), (1, 6)]),
        ("*a [b* c](https://e.org)", [(1, 1), (1, 6)]),
        ("snake __case_", [(1, 7), (1, 13)]),
        ("a `b`\nc <i>\n\n> d &lt;\n> e ~~f~~", [(1, 3), (2, 3), (4, 5), (5, 5)]),
    ],
)
def test_reports_all_faults_of_a_text(text: str, places: list[tuple[int, int]]) -> None:
    """Every fault comes in one run, in the order of the text."""
    assert [(fault.line, fault.column) for fault in errors(text)] == places


@pytest.mark.parametrize(
    "text",
    [
        "A man said: < 5 km, AT&T, R&D; 3 > 2; #hashtag; 50 %; snake_case; a | b; {x}; ~5; [sic]; 1) and 2.",
        "\\# \\* \\_ \\[ \\] \\< \\& \\` \\\\ \\~~ \\{: are signs",
        "Many people fled in\n2018. The road was closed in\n2017.",
        "[see [the capture](2018-06-17-the-capture.md) and more]",
        "[x](https://e.org:8080/A_(b)/*?q=1&copy=2;#z_y') and [y](http://e.org)",
        "*Title*, **name**, _word_, __name__, *a _b_ c*, (*a*), «*a*», [*a*](https://e.org), *[a](https://e.org)*",
        "Text!\\[not an image\\]",
    ],
)
def test_accepts_plain_words_and_signs(text: str) -> None:
    """Signs that no reader of Markdown takes for more than signs are text."""
    assert errors(text) == []


def test_finds_citations_in_order() -> None:
    """Each mark is found with its source, line and column; several may follow each other."""
    found = scan("One [^a][^b-2].\n\n- two [^c]\n- three\n  [^a]\n\n> four [^b-2]")
    assert found.citations == (
        Citation("a", 1, 5),
        Citation("b-2", 1, 9),
        Citation("c", 3, 7),
        Citation("a", 5, 3),
        Citation("b-2", 7, 8),
    )
    assert found.faults == ()


def test_finds_links_to_entries() -> None:
    """A link to a file gives the id and its place; links to the web are not listed."""
    text = (
        "[a](2018-06-17-the-capture.md), [b](../2019/2019-03-fall.md), [c](2017-siege.md), "
        "[d](the-capture.md) [e](https://e.org/x.md) [^a]"
    )
    assert scan(text).links == (
        EntryLink("2018-06-17-the-capture.md", "the-capture", 1, 5),
        EntryLink("../2019/2019-03-fall.md", "fall", 1, 37),
        EntryLink("2017-siege.md", "siege", 1, 67),
        EntryLink("the-capture.md", "the-capture", 1, 87),
    )


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("The *SDF*  took\n__it__ [^a][^b], then [left](https://e.org) [^c]. \\*", "The SDF took it, then left. *"),
        ("- an item [^a]\n\n> a quotation [^a]\n\nThe first paragraph [^a].\n\nThe second.", "The first paragraph."),
        ("A [sic] snake_case word", "A [sic] snake_case word"),
        ("", ""),
        ("> quoted", ""),
    ],
)
def test_summary_is_the_first_paragraph_as_plain_text(text: str, summary: str) -> None:
    """Marks, signs and addresses go, and no space is left before punctuation where a mark stood."""
    assert scan(text).summary == summary


def test_warns_of_paragraphs_without_a_source() -> None:
    """A paragraph, a run of items and a quotation each want a mark; one is enough for each."""
    found = scan("One.\n\nTwo [^a].\n\n- three\n- four [^a]\n\n- five\n\n> six\n>\n> seven [^a]\n\n> eight")
    message = "a paragraph, list or quotation should cite a source: end it with [^id], the id of that source"
    assert found.faults == tuple(Fault(line, 1, "uncited-paragraph", message, True) for line in (1, 8, 14))


@pytest.mark.parametrize(("length", "warned"), [(300, False), (301, True)])
def test_warns_of_a_long_summary(length: int, warned: bool) -> None:
    """300 characters without the marks are the longest summary."""
    found = scan("x" * length + " [^a]").faults
    message = f"the first paragraph is the summary and should have at most 300 characters (found {length})"
    assert found == ((Fault(1, 1, "long-summary", message, True),) if warned else ())


@pytest.mark.parametrize("text", ["", "\n \n", "- a [^a]", "> a [^a]"])
def test_a_text_must_hold_a_paragraph(text: str) -> None:
    """Nothing, or only lists and quotations, has no first paragraph."""
    message = "there must be a paragraph, outside lists and quotations"
    assert scan(text).faults == (Fault(1, 1, "empty-text", message),)


def test_limits_links_and_paragraphs() -> None:
    """200 links and 5000 characters of a paragraph are the most."""
    links = "[a](https://e.org) [^a]\n\n"
    assert errors(links * 200) == []
    assert errors(links * 201) == [Fault(1, 1, "links", "a text must have at most 200 links (found 201)")]
    message = "a paragraph must have at most 5000 characters; divide it (found 5001)"
    assert errors("x" * 2500 + "\n" + "x" * 2499) == []
    assert errors("x" * 2500 + "\n" + "x" * 2500) == [Fault(1, 1, "long-paragraph", message)]


PAGE_HEADING = (
    "a heading of a page is a line of its own between blank lines, from ## to ####, without signs at its end; "
    "the title stands in the header"
)
PAGE_TABLE = (
    "each row of a table must begin and end with |, have as many cells as the first row, "
    "and the second of three or more must be dashes: | --- | --- |"
)


@pytest.mark.parametrize(
    ("text", "line", "code", "message"),
    [
        ("# Title", 1, "heading", PAGE_HEADING),
        ("##### Title", 1, "heading", PAGE_HEADING),
        ("## Title ##", 1, "heading", PAGE_HEADING),
        ("## Title\nText", 1, "heading", PAGE_HEADING),
        ("Text\n## Title", 2, "heading", PAGE_HEADING),
        ("> ## Title", 1, "heading", PAGE_HEADING),
        ("| a | b |\n| --- | --- |", 1, "table", PAGE_TABLE),
        ("| a | b |\n| --- | --- |\n| c |", 3, "table", PAGE_TABLE),
        ("| a | b |\n| :-- | --- |\n| c | d |", 2, "table", PAGE_TABLE),
        ("a | b\n--- | ---\nc | d", 2, "table", PAGE_TABLE),
        ("Text [^a]", 1, "mark-on-page", "a page has no sources to cite; write a link: [words](https://…)"),
        ("| a |\n| --- |\n| <b> |", 3, "html", HTML),
        ("## <b>", 1, "html", HTML),
    ],
)
def test_pages_have_their_own_refusals(text: str, line: int, code: str, message: str) -> None:
    """Headings and tables of one shape, no marks, and the same safety inside them."""
    assert [(fault.line, fault.code, fault.message) for fault in errors(text, page=True)][:1] == [(line, code, message)]


def test_pages_have_headings_and_tables_and_need_no_marks() -> None:
    """What entries refuse is text of a page; nothing warns of a missing source."""
    text = "Words to us@site.example.\n\n## Heading\n\n#### Smaller\n\n| a | b |\n| --- | --- |\n| c \\| d | [e](https://e.org) |\n\n- item"
    assert scan(text, page=True).faults == ()


def test_sources_are_cited_in_the_order_of_their_first_marks() -> None:
    """Numbers run over body, accounts and caveats in their order."""
    proses = [scan("One [^b]. Two [^a][^b]."), scan("Three [^a]."), scan("Four [^c][^b].")]
    assert sources_cited(proses) == ("b", "a", "c")
