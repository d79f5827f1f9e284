from __future__ import annotations

from timeline.entries.header import Block, Mistake, Rows, Split, Text, compose, split


def test_a_file_is_parted_at_its_two_fences_with_the_lines_of_both_parts() -> None:
    assert split("---\ntitle: x\n---\nBody\n") == Split("title: x", "Body\n", 2, 4)


def test_a_fence_inside_the_body_stays_text() -> None:
    parted = split("---\na: b\n---\nOne\n---\nTwo")
    assert isinstance(parted, Split)
    assert parted.body == "One\n---\nTwo"


def test_nothing_is_typed_by_yaml() -> None:
    root, mistakes = compose("a: no\nb: 12:30\nc: 1999\nd: 2018-02-30\ne: 010\nf: [yes, 1e3, ~]")
    assert mistakes == []
    assert isinstance(root, Block)
    values = {key: node.value for key, (_, node) in root.pairs.items() if isinstance(node, Text)}
    assert values == {"a": "no", "b": "12:30", "c": "1999", "d": "2018-02-30", "e": "010"}
    rows = root.pairs["f"][1]
    assert isinstance(rows, Rows)
    assert [item.value for item in rows.items if isinstance(item, Text)] == ["yes", "1e3", "~"]


def test_every_key_and_value_has_its_line_and_column_in_the_file() -> None:
    root, _ = compose("a: b\nsources:\n  - id: x\n    url: 'y'", first_line=2)
    assert isinstance(root, Block)
    sources = root.pairs["sources"][1]
    assert isinstance(sources, Rows)
    source = sources.items[0]
    assert isinstance(source, Block)
    key, value = source.pairs["url"]
    assert isinstance(value, Text)
    assert [(key.line, key.column), (value.line, value.column)] == [(5, 5), (5, 10)]
    assert (source.line, source.column) == (4, 5)


def test_columns_count_characters_not_bytes() -> None:
    root, _ = compose("{ar: هجين, en: Hajin}")
    assert isinstance(root, Block)
    assert root.pairs["en"][0].column == 12


def test_the_second_of_two_equal_keys_is_refused_and_the_first_kept() -> None:
    root, mistakes = compose("a: one\na: two")
    assert isinstance(root, Block)
    assert [node.value for _, node in root.pairs.values() if isinstance(node, Text)] == ["one"]
    must = "each key must be given once; remove one (first given in line 1)"
    assert mistakes == [Mistake(2, 1, "a", "duplicate-key", must)]


def test_an_alias_bomb_is_refused_without_being_expanded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    _, mistakes = compose(bomb)
    assert {mistake.code for mistake in mistakes} == {"yaml-alias", "yaml-anchor"}


def test_deep_nesting_stops_before_the_stack_does() -> None:
    _, mistakes = compose("a: " + "[" * 5000 + "]" * 5000)
    assert [mistake.code for mistake in mistakes] == ["nested-too-deep"]


def test_what_is_wrong_below_a_value_without_its_quotes_is_told_in_the_same_run() -> None:
    root, mistakes = compose("title: Army: here\nkind: a: b\nplaces: *all\nsays: So: it\n  went on\n")
    assert [(mistake.line, mistake.code) for mistake in mistakes] == [
        (1, "colon-in-value"),
        (2, "colon-in-value"),
        (3, "yaml-alias"),
        (4, "colon-in-value"),
    ]
    assert root is None
    root, mistakes = compose("title: Army: here\nkind: control\n")
    assert isinstance(root, Block)
    assert [(key, value.value) for key, (_, value) in root.pairs.items() if isinstance(value, Text)] == [
        ("title", "Army: here"),
        ("kind", "control"),
    ]
    assert len(mistakes) == 1


def test_only_ten_values_are_read_as_if_they_were_in_quotes() -> None:
    _, mistakes = compose("".join(f"k{number}: a: b\n" for number in range(20)))
    assert len(mistakes) == 11
