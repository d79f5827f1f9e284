"""Checks across files that the folder of invalid files does not show: what is let stand."""

from __future__ import annotations

from pathlib import Path

from timeline.entries.check import check
from timeline.entries.mend import mend
from timeline.files.tree import read_tree

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = "---\ntitle: {0}\norder: 1\n---\n{1}\n"


def test_a_page_links_to_another_page_by_its_file_name() -> None:
    files = {
        "content/pages/about.md": PAGE.format("About", "See [the method](method.md).").encode(),
        "content/pages/method.md": PAGE.format("Method", "See [nothing](nothing.md).").encode(),
    }
    assert list(map(str, check(files).problems)) == [
        "content/pages/method.md:5:15: body: a link must lead to an entry that is there (found nothing)"
    ]


def test_a_broken_vocabulary_is_told_once_and_not_at_every_use() -> None:
    files = dict(read_tree(REPOSITORY).files)
    files["content/vocabulary/places.yaml"] = b"- id: hajin\n  names: {en: Hajin\n"
    problems = [str(problem) for problem in check(files).problems if not problem.warning]
    assert problems == [
        "content/vocabulary/places.yaml:2:10: names: a value must not begin with {; put the whole value in quotes"
    ]


def test_an_item_that_no_entry_uses_is_a_warning_at_its_line() -> None:
    files = dict(read_tree(REPOSITORY / "tests" / "sites" / "valley").files)
    files["content/vocabulary/tags.yaml"] += b"- id: bridges\n  names: {en: Bridges}\n"
    assert list(map(str, check(files).problems)) == [
        "content/vocabulary/tags.yaml:3:1: bridges: warning: should be used by an entry, or removed (found bridges) "
        "[unused-item]"
    ]


def test_while_an_entry_is_refused_no_item_is_called_unused() -> None:
    files = dict(read_tree(REPOSITORY / "tests" / "sites" / "valley").files)
    files["content/events/2019/2019-02-03-talks-open.md"] = b"Talks opened.\n"
    assert {problem.code for problem in check(files).problems} == {"no-header"}


def test_an_acceptance_that_nothing_needs_is_a_warning_once_every_file_is_read() -> None:
    files = dict(read_tree(REPOSITORY / "tests" / "sites" / "valley").files)
    talks = "events/2019/2019-02-03-talks-open.md"
    files["content/accepted.yaml"] = f"- entry: {talks}\n  code: stale-name\n  reason: It was.\n".encode()
    assert [problem.code for problem in check(files).problems] == ["not-needed"]
    files[f"content/{talks}"] = b"Talks opened.\n"
    assert [problem.code for problem in check(files).problems] == ["no-header"]


def test_an_entry_is_found_by_an_id_that_it_had_before_and_the_fix_writes_the_one_that_it_has() -> None:
    files = dict(read_tree(REPOSITORY / "tests" / "sites" / "valley").files)
    march = "content/events/2018/2018-06-01-march-begins.md"
    files[march] = files[march].replace(b"related: [town-contested]", b"related: [both-hold-town]")
    files[march] = files[march].replace(b"(2018-06-13-town-contested.md)", b"(2018-06-13-two-armies-in-town.md)")
    before = check(files)
    assert [(problem.line, problem.code, problem.warning) for problem in before.problems] == [
        (29, "stale-link", True),
        (31, "stale-link", True),
    ]
    (event,) = (event for event in before.events if event.path == march)
    assert (event.related, event.mentions) == (("town-contested",), ("town-contested",))
    mended, _ = mend(files, lambda found: check(found).problems)
    assert mended == dict(read_tree(REPOSITORY / "tests" / "sites" / "valley").files)


def test_a_draft_is_not_reached_by_its_former_id_either() -> None:
    files = dict(read_tree(REPOSITORY / "tests" / "sites" / "valley").files)
    draft, march = "content/events/2019/2019-03-01-a-draft.md", "content/events/2018/2018-06-01-march-begins.md"
    files[draft] = files[draft].replace(b"draft: true", b"moved_from: [a-sketch]\ndraft: true")
    files[march] = files[march].replace(b"related: [town-contested]", b"related: [a-sketch]")
    assert [problem.code for problem in check(files).problems] == ["link-to-draft"]
