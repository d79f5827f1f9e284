"""`diff` on a repository: one event added, one corrected, one removed, one place renamed, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline.commands.diff import diff
from timeline.pages import changes_summary
from timeline.pages.strings import read_catalogue

if TYPE_CHECKING:
    from conftest import Valley  # type: ignore[import-not-found]

ENGLISH = read_catalogue((Path(__file__).parents[2] / "theme" / "strings" / "en.po").read_text("utf-8"), "en")
SUMMARY = """\
## What changes for readers

Compared with `base` (COMMIT).

Addresses that would vanish **6**; Events added **1**; Events changed **1**; Events removed **1**; \
Vocabulary items changed **1**; New claims on one source **1**; Events graded anew **1**; Feed items sent **2**; \
New addresses **5**.

### Addresses that would vanish

An address that was published must not die. Give the entry, the item or the page its old id back, or write the old id of an entry into its moved_from; \
what was wrong is mended in the entry, with a line under corrections, and the entry stays. \
The pages of a month, a place or a tag go with their last event.

- `/2019/`
- `/2019/02/`
- `/events/talks-open/` and 3 files below it

### Events added

- A mill burns `mill-burns`

### Events changed

#### Bread arrives by boat `bread-arrives`

- `date`: <del>July 2018 (2018-07)</del> <ins>about 2 July 2018 (2018-07-02\\~)</ins>
- `confidence`: <del>Reported (reported)</del> <ins>Confirmed (confirmed)</ins>
- `body`: Bread came by boat in <ins>early</ins> July, the Herald wrote. \\[^herald\\]
- `corrections[2026-11-24].note`: <ins>The day was found.</ins>
- `file`: <del>content/events/2018/2018-07-bread-arrives.md</del> \
<ins>content/events/2018/2018-07-02-bread-arrives.md</ins>

### Events removed

- Talks open `talks-open`

### Vocabulary items changed

#### Places: Upper Town on the Hill `upper-town` renamed, 3 events touched

- `names[en]`: <del>Upper Town</del> <ins>Upper Town on the Hill</ins>

### New claims on one source

- A mill burns `mill-burns`: The Wire

### Events graded anew

- Bread arrives by boat `bread-arrives`: Reported → Confirmed

### Feed items sent

- Bread arrives by boat `bread-arrives`: once more
- A mill burns `mill-burns`: new

### New addresses

- `/2018/08/`
- `/events/mill-burns/` and 3 files below it
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
    assert capsys.readouterr().out.splitlines()[0] == "Nothing changes for readers."
    assert valley.summary().endswith("\n\nNothing changes for readers.\n")


def test_what_the_base_got_after_the_branch_left_it_is_no_change(valley: Valley) -> None:
    valley.git("branch", "main-of-the-site")
    valley.replace("events/2019/2019-02-03-talks-open.md", "title: Talks open", "title: Talks begin")
    valley.commit()
    valley.git("checkout", "--quiet", "main-of-the-site")
    valley.remove("events/2018/2018-07-bread-arrives.md")
    valley.commit()
    valley.git("checkout", "--quiet", "-")
    assert diff(valley.folder, "main-of-the-site", strict=True) == 0
    assert "\n\nEvents changed **1**.\n" in valley.summary()


def test_vanishing_addresses_fail_a_strict_run_alone(changed: Valley) -> None:
    assert diff(changed.folder, "base", strict=True) == 1


def test_errors_of_the_working_tree_are_told_and_the_rest_is_compared(
    changed: Valley, capsys: pytest.CaptureFixture[str]
) -> None:
    changed.replace("events/2018/2018-06-01-march-begins.md", "kind: control", "kind: contrl")
    assert diff(changed.folder, "base") == 1
    assert "march-begins.md:4:7: kind: " in capsys.readouterr().out
    summary = changed.summary()
    assert (
        "### Errors: this would not be published\n\n- content/events/2018/2018-06-01-march-begins.md:4:7: kind: "
        in summary
    )
    assert "### Not compared, for they have problems\n\n- `march-begins`" in summary
    assert "- A mill burns `mill-burns`" in summary
    assert "`march-begins`:" not in summary
    assert "/events/march-begins/" not in summary


def test_a_vocabulary_that_cannot_be_read_removes_nothing(valley: Valley) -> None:
    valley.write("vocabulary/places.yaml", "- id: [\n")
    assert diff(valley.folder, "base") == 1
    assert "### Events removed" not in valley.summary()
    assert "#### Places" not in valley.summary()


def test_errors_of_the_base_do_not_fail(valley: Valley) -> None:
    valley.replace("events/2018/2018-07-bread-arrives.md", "kind: aid", "kind: aidd")
    valley.commit()
    valley.git("tag", "broken")
    valley.replace("events/2018/2018-07-bread-arrives.md", "kind: aidd", "kind: aid")
    assert diff(valley.folder, "broken") == 0
    assert "### Errors of the earlier state\n\n- content/events/2018/2018-07-bread-arrives.md:" in valley.summary()


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
    assert "### Settings changed\n\n- `SITENAME`: <del>Valley</del> <ins>The valley</ins>\n" in valley.summary()


def test_a_warning_is_told_where_the_base_did_not_have_it_wherever_it_stood(valley: Valley) -> None:
    bread, talks = "events/2018/2018-07-bread-arrives.md", "events/2019/2019-02-03-talks-open.md"
    text = (valley.folder / "content" / bread).read_text("utf-8")
    valley.write(bread, f"{text}\nNobody says so.\n")
    valley.commit()
    valley.git("tag", "warned")
    valley.write(bread, f"{text}\nIt was white bread. [^herald]\n\nNobody says so.\n")
    assert diff(valley.folder, "warned") == 0
    assert "uncited-paragraph" not in valley.summary()
    valley.write(talks, (valley.folder / "content" / talks).read_text("utf-8") + "\nNobody says this.\n")
    assert diff(valley.folder, "warned") == 0
    told = [line for line in valley.summary().splitlines() if "uncited-paragraph" in line]
    assert [line.split(":")[0] for line in told] == [f"- content/{talks}"]


def test_a_base_that_is_not_there_is_said(valley: Valley, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(valley.folder, "--output=x") == 1
    assert capsys.readouterr().err == (
        "--output=x must be a commit, branch or tag of this repository; `git fetch origin` brings those of the others "
        "(git: fatal: Needed a single revision)\n"
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
    assert summary.endswith("\n… The rest is in the report.\n")
    assert SUMMARY.replace("COMMIT", changed.git("rev-parse", "base")[:12]).startswith(summary.partition("\n…")[0])


def test_an_entry_under_another_id_is_compared_with_what_it_was(valley: Valley) -> None:
    old = valley.folder / "content" / "events" / "2018" / "2018-07-bread-arrives.md"
    old.rename(old.with_name("2018-07-boat-with-bread.md"))
    valley.replace("events/2018/2018-07-boat-with-bread.md", "confidence: reported", "confidence: confirmed")
    assert diff(valley.folder, "base", strict=True) == 1
    asked = "The same entry under another id? Then moved_from of the new one must name the old one:"
    both = f"Bread arrives by boat `{{}}`. {asked} `{{}}`"
    assert f"- {both.format('boat-with-bread', 'bread-arrives')}\n" in valley.summary()
    assert f"- {both.format('bread-arrives', 'boat-with-bread')}\n" in valley.summary()
    added, removed = (
        valley.report().partition(f'id="{key}"')[2].partition("</article>")[0]
        for key in ("boat-with-bread", "bread-arrives")
    )
    assert re.findall("<dt><code>([^<]+)</code>", added) == ["confidence", "file"]
    assert added.count('<div class="reading">') == 2
    assert '<div class="reading">' not in removed
    assert '<a href="#boat-with-bread">' in removed


def test_of_a_long_text_only_what_changed_is_told_with_the_words_around_it(valley: Valley) -> None:
    words = [f"word{number}" for number in range(40)]
    bread = "events/2018/2018-07-bread-arrives.md"
    valley.replace(bread, "Bread came", f"{' '.join(words)} Bread came")
    valley.commit()
    valley.git("tag", "long")
    valley.replace(bread, "word20", "another20")
    assert diff(valley.folder, "long") == 0
    near = " ".join(words[12:20]), " ".join(words[21:29])
    assert f"- `body`: … {near[0]} <del>word20</del> <ins>another20</ins> {near[1]} …\n" in valley.summary()


def test_the_report_speaks_the_language_of_the_site(changed: Valley) -> None:
    settings = changed.folder / "pelicanconf.py"
    whole = settings.read_text("utf-8")
    settings.write_text(whole.replace('DEFAULT_LANG = "en"', 'DEFAULT_LANG = "ar"'), "utf-8")
    assert diff(changed.folder, "base") == 0
    assert '<html lang="ar" dir="rtl">' in changed.report()
    assert changed.summary().startswith("## ما يتغيّر للقرّاء\n\nبالمقارنة مع `base`")
    english = [text for key, text in ENGLISH.texts.items() if key.startswith("diff.") and " " in text]
    assert len(english) > 20
    body = changed.report().partition("<body")[2]
    assert [text for text in english if text in body or text in changed.summary()] == []


def test_templates_and_look_of_the_site_are_those_of_the_report(changed: Valley) -> None:
    settings = changed.folder / "pelicanconf.py"
    own = '    "look": {"river": ["#7a3b00", "#ffb877"]},\n}\nTHEME_TEMPLATES_OVERRIDES = ["templates"]\n'
    settings.write_text(settings.read_text("utf-8").replace("}\n", own, 1), "utf-8")
    part = changed.folder / "templates" / "parts" / "event.html"
    part.parent.mkdir(parents=True)
    part.write_text("<li>A row of our own: {{ entry.title }}</li>\n", "utf-8")
    assert diff(changed.folder, "base") == 0
    assert "<li>A row of our own: A mill burns</li>" in changed.report()
    assert "--river: light-dark(#7a3b00, #ffb877);" in changed.report()


def test_what_a_site_does_not_show_is_no_change_for_its_readers(valley: Valley) -> None:
    settings = valley.folder / "pelicanconf.py"
    settings.write_text(
        settings.read_text("utf-8").replace('"format": 1,', '"format": 1, "languages": ["en"],'), "utf-8"
    )
    valley.commit()
    valley.git("tag", "english")
    valley.replace("vocabulary/places.yaml", "ar: البلدة العليا", "ar: البلدة")
    valley.remove("events/2018/2018-06-13-town-contested.ar.md")
    assert diff(valley.folder, "english", strict=True) == 0
    assert valley.summary().endswith("\n\nNothing changes for readers.\n")


GROUND = """\
plates:
  - id: whole
    names: {en: The valley}
    west: 0
    south: 0
    east: 1
    north: 1
lines:
  - id: river
    kind: river
    points: [
      [0.1, 0.1], [0.2, 0.3], [0.4, 0.4],
    ]
credits: {en: Made up.}
"""


def test_another_ground_of_the_map_is_told_line_by_line(valley: Valley) -> None:
    valley.write("basemap.yaml", GROUND)
    assert diff(valley.folder, "base", strict=True) == 0
    assert "#### The ground of the map `content/basemap.yaml` added\n" in valley.summary()
    valley.commit()
    valley.git("tag", "drawn")
    valley.replace("basemap.yaml", "[0.2, 0.3]", "[0.2, 0.35]")
    assert diff(valley.folder, "drawn", strict=True) == 0
    assert "- `lines[river].points`: 0.1,0.1 <del>0.2,0.3</del> <ins>0.2,0.35</ins> 0.4,0.4\n" in valley.summary()
    settings = valley.folder / "pelicanconf.py"
    settings.write_text(settings.read_text("utf-8").replace('"format": 1,', '"format": 1, "map": False,'), "utf-8")
    assert diff(valley.folder, "drawn", strict=True) == 0
    assert "#### The ground of the map `content/basemap.yaml` removed\n" in valley.summary()
