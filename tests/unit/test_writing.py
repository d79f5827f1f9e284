"""What is written for an entry is read back as the same values."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.entries.blocks import ListOf
from timeline.entries.header import Block, Node, Rows, Split, Text, compose, split
from timeline.entries.schema import ENTRY
from timeline.entries.writing import scalar, write_entry

TEXTS = st.text(st.characters(exclude_categories=("C",)), min_size=1, max_size=12).filter(str.strip)
IDS = st.sampled_from(["herald", "wire-2", "y", "no"])
SOURCES = st.fixed_dictionaries(
    {"id": IDS, "url": TEXTS, "says": TEXTS}, optional={"title": TEXTS, "via": st.lists(IDS, max_size=2)}
)
VALUES = st.fixed_dictionaries(
    {"title": TEXTS, "places": st.lists(IDS, max_size=2), "sources": st.lists(SOURCES, min_size=1, max_size=2)},
    optional={"date": TEXTS, "tags": st.lists(TEXTS, max_size=2), "caveats": st.lists(TEXTS, min_size=1, max_size=2)},
)


def plain(node: Node) -> Any:
    """The values of a node: texts, lists, blocks."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Rows):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, (_, value) in node.pairs.items()}


def one_line(value: Any) -> Any:
    """The values with every white space in a text as one space, as they are written."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [one_line(item) for item in value]
    return {key: one_line(item) for key, item in value.items()}


def read(entry: str) -> Block:
    parted = split(entry)
    assert isinstance(parted, Split)
    root, mistakes = compose(parted.header, parted.header_line)
    assert mistakes == []
    assert isinstance(root, Block)
    return root


@given(VALUES)
def test_every_text_is_read_back_as_it_was_given(values: dict[str, Any]) -> None:
    tags = values.get("tags")
    if tags is not None:
        values["tags"] = one_line(tags)
    assert plain(read(write_entry(values, "A text."))) == one_line(values)


def test_keys_stand_in_the_order_of_the_format_however_they_were_given() -> None:
    order = [key.name for key in ENTRY if isinstance(key.shape, ListOf)]
    values = {name: ["one"] for name in reversed(order)}
    assert list(read(write_entry(values, "")).pairs) == order


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The army enters", "The army enters"),
        ("دخل الجيش", "دخل الجيش"),
        ("2018-06-13~", "2018-06-13~"),
        ("a:b and c#d", "a:b and c#d"),
        ("Says: no", "'Says: no'"),
        ("Page #1 is #2", "'Page #1 is #2'"),
        ("[2018-06-13..2018-06-15]", "'[2018-06-13..2018-06-15]'"),
        ("null", "'null'"),
        ("it's: so", '"it\'s: so"'),
        ('"it\'s": so', "'\"it''s\": so'"),
        ("two\nlines", "two lines"),
    ],
)
def test_a_text_is_quoted_only_where_yaml_needs_it(text: str, written: str) -> None:
    assert scalar(text) == written
