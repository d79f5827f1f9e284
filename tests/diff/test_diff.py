"""`diff` on a repository: one event added, one corrected, one removed, one place renamed, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from timeline.commands.diff import diff
from timeline.pages import changes_summary

if TYPE_CHECKING:
    from conftest import Valley  # type: ignore[import-not-found]

SUMMARY = """\
## What changes for readers

Against `base` (COMMIT): 6 addresses would vanish; 1 event added; 1 event changed; 1 event removed; \
1 vocabulary item differs; 1 new claim on one source; 1 grade of confidence differs; 2 feed items sent; 5 new addresses.

### Addresses that would vanish

An address that was published must not die. Give the entry, the item or the page its old id back, or write the old id of an entry into its moved_from; \
what was wrong is mended in the entry, with a line under corrections, and the entry stays. \
The pages of a month, a place or a tag go with their last event.

- `/2019/`
- `/2019/02/`
- `/events/talks-open/`
- `/events/talks-open/cite.bib`
- `/events/talks-open/cite.json`
- `/events/talks-open/cite.ris`

### Added

- A mill burns `mill-burns`

### Changed: Bread arrives by boat `bread-arrives`

- `date`: <del>July 2018 (2018-07)</del> <ins>about 2 July 2018 (2018-07-02\\~)</ins>
- `confidence`: <del>Reported (reported)</del> <ins>Confirmed (confirmed)</ins>
- `body`: Bread came by boat in <ins>early</ins> July, the Herald wrote. \\[^herald\\]
- `corrections[2026-11-24].note`: <ins>The day was found.</ins>
- `file`: <del>content/events/2018/2018-07-bread-arrives.md</del> \
<ins>content/events/2018/2018-07-02-bread-arrives.md</ins>

### Removed

- Talks open `talks-open`

### Places: Upper Town on the Hill `upper-town` renamed: 3 events

- `names[en]`: <del>Upper Town</del> <ins>Upper Town on the Hill</ins>

### New claims on one source

- `mill-burns`: The Wire

### Confidence

- `bread-arrives`: Reported → Confirmed

### Sent by the feed

- `bread-arrives`: changed
- `mill-burns`: added

### New addresses

- `/2018/08/`
- `/events/mill-burns/`
- `/events/mill-burns/cite.bib`
- `/events/mill-burns/cite.json`
- `/events/mill-burns/cite.ris`
"""


def test_the_summary_tells_these_four_changes_and_nothing_else(changed: Valley) -> None:
    assert diff(changed.folder, "base") == 0
    assert changed.summary() == SUMMARY.replace("COMMIT", changed.git("rev-parse", "base")[:12])


def test_the_page_shows_each_event_once_in_its_section(changed: Valley) -> None:
    diff(changed.folder, "base")
    found = re.findall(r'<(?:section|article)[^>]* id="([^"]+)"', changed.report())
    assert found == [
        *("_gone", "_added", "mill-burns", "_changed", "bread-arrives", "_removed", "talks-open"),
        *("_items", "_alone", "_graded", "_feed", "_new"),
    ]


def test_the_page_shows_row_and_text_before_and_after(changed: Valley) -> None:
    diff(changed.folder, "base")
    page = changed.report().replace("\N{NO-BREAK SPACE}", " ")
    article = page.partition('id="bread-arrives"')[2].partition("</article>")[0]
    before, after = article.split('class="reading"')[1:]
    assert '<time class="unseen" datetime="2018-07">July 2018</time>' in before
    assert '<time class="unseen" datetime="2018-07-02">about 2 July 2018</time>' in after
    assert "<p>Bread came by boat in July, the Herald wrote." in before
    assert "<p>Bread came by boat in early July, the Herald wrote." in after


def test_the_page_needs_no_other_file_and_has_each_id_once(changed: Valley) -> None:
    diff(changed.folder, "base")
    page = changed.report()
    assert re.findall(r"<(?:script|img|link|iframe)\b|\bsrc=|@import|url\(", page) == []
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_the_same_states_give_the_same_bytes(changed: Valley) -> None:
    diff(changed.folder, "base")
    first = changed.report(), changed.summary()
    diff(changed.folder, "base")
    assert (changed.report(), changed.summary()) == first


def test_an_unchanged_tree_changes_nothing(valley: Valley, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(valley.folder, "base", strict=True) == 0
    assert capsys.readouterr().out.splitlines()[0] == "nothing changes for readers"
    assert valley.summary().endswith("): nothing.\n")


def test_what_the_base_got_after_the_branch_left_it_is_no_change(valley: Valley) -> None:
    valley.git("branch", "main-of-the-site")
    valley.replace("events/2019/2019-02-03-talks-open.md", "title: Talks open", "title: Talks begin")
    valley.commit()
    valley.git("checkout", "--quiet", "main-of-the-site")
    valley.remove("events/2018/2018-07-bread-arrives.md")
    valley.commit()
    valley.git("checkout", "--quiet", "-")
    assert diff(valley.folder, "main-of-the-site", strict=True) == 0
    assert "1 event changed." in valley.summary()


def test_vanishing_addresses_fail_a_strict_run_alone(changed: Valley) -> None:
    assert diff(changed.folder, "base", strict=True) == 1


def test_errors_of_the_working_tree_are_told_and_the_rest_is_compared(
    changed: Valley, capsys: pytest.CaptureFixture[str]
) -> None:
    changed.replace("events/2018/2018-06-01-march-begins.md", "kind: control", "kind: contrl")
    assert diff(changed.folder, "base") == 1
    assert "march-begins.md:4:7: kind: " in capsys.readouterr().out
    summary = changed.summary()
    assert "### Errors\n\n- content/events/2018/2018-06-01-march-begins.md:4:7: kind: " in summary
    assert "### Not compared, for they have problems\n\n- `march-begins`" in summary
    assert "- A mill burns `mill-burns`" in summary
    assert "`march-begins` " not in summary
    assert "/events/march-begins/" not in summary


def test_a_vocabulary_that_cannot_be_read_removes_nothing(valley: Valley) -> None:
    valley.write("vocabulary/places.yaml", "- id: [\n")
    assert diff(valley.folder, "base") == 1
    assert "### Removed" not in valley.summary()
    assert "### Places" not in valley.summary()


def test_errors_of_the_base_do_not_fail(valley: Valley) -> None:
    valley.replace("events/2018/2018-07-bread-arrives.md", "kind: aid", "kind: aidd")
    valley.commit()
    valley.git("tag", "broken")
    valley.replace("events/2018/2018-07-bread-arrives.md", "kind: aidd", "kind: aid")
    assert diff(valley.folder, "broken") == 0
    assert "### Errors of the base\n\n- content/events/2018/2018-07-bread-arrives.md:" in valley.summary()


def test_no_code_of_either_side_is_run(valley: Valley) -> None:
    settings = valley.folder / "pelicanconf.py"
    whole = settings.read_text("utf-8")
    settings.write_text(f"{whole}\nraise SystemExit('run')\n", "utf-8")
    valley.commit()
    valley.git("tag", "trap")
    assert diff(valley.folder, "trap") == 0


def test_another_setting_is_told(valley: Valley) -> None:
    settings = valley.folder / "pelicanconf.py"
    whole = settings.read_text("utf-8")
    settings.write_text(whole.replace('SITENAME = "Valley"', 'SITENAME = "The valley"'), "utf-8")
    assert diff(valley.folder, "base") == 0
    assert "### Settings\n\n- `SITENAME`: <del>Valley</del> <ins>The valley</ins>\n" in valley.summary()


def test_a_base_that_is_not_there_is_said(valley: Valley, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(valley.folder, "--output=x") == 1
    assert capsys.readouterr().err == (
        "--output=x must be a commit, branch or tag of this repository; `git fetch origin` brings those of the others\n"
    )


def test_a_link_in_the_base_is_not_followed(valley: Valley) -> None:
    (valley.folder / "content" / "pages" / "secret.md").symlink_to("/etc/hostname")
    valley.commit()
    valley.git("tag", "linked")
    valley.remove("pages/secret.md")
    assert diff(valley.folder, "linked") == 0
    assert "content/pages/secret.md:1:1: file: must be a file of its own" in valley.summary()


def test_words_of_an_entry_are_no_markup_in_page_or_summary(valley: Valley) -> None:
    bread = "events/2018/2018-07-bread-arrives.md"
    valley.replace(bread, "title: Bread arrives by boat", "title: '<script>alert(1)</script> @all *bold* [x](y)'")
    assert diff(valley.folder, "base") == 0
    assert "<script" not in valley.report()
    summary = valley.summary()
    assert "&lt;script&gt;" in summary
    assert "<script" not in summary
    assert "@all" not in summary
    assert r"\*bold\* \[x\](y)" in summary


def test_a_long_summary_is_cut_between_lines(changed: Valley, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes_summary, "LARGEST", 900)
    diff(changed.folder, "base")
    summary = changed.summary()
    assert len(summary) <= 900
    assert summary.endswith("\n… the rest is in the report.\n")
    assert SUMMARY.replace("COMMIT", changed.git("rev-parse", "base")[:12]).startswith(summary.partition("\n…")[0])
