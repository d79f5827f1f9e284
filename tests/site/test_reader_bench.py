"""The parts of `bench --reader` work: what they measure is there, whatever the figures are on this machine."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.benchmarks import generate, slides
from tests.benchmarks.answers import HAJIN, right_answers
from tests.benchmarks.questions import asked_in_slides
from tests.site.built import Built
from timeline.commands import reader_measure
from timeline.commands.reader_bench import HEAD, rows
from timeline.commands.reader_host import hosted, packed
from timeline.commands.reader_measure import Spread, reader
from timeline.commands.reader_rivals import LOCKED, bring_rivals, names, timelinejs
from timeline.commands.tools import PROJECT
from timeline.pelican_side.run import build

# Works for 30 ms at a click, and for 30 more after its frame.
BUSY = """<!doctype html><button>Work</button><script>
const work = () => { for (const end = performance.now() + 30; performance.now() < end;); };
document.querySelector("button").addEventListener("click", () => { work(); setTimeout(work, 100); });
</script>"""
EVENTS = 450  # more than the front page has at first
# Stand-ins for the other two: one that never draws anything, one that draws what is left of its items.
NEVER = "window.TL = { Timeline: class {} };"
DRAWS = """
window.vis = {
  DataSet: Array,
  DataView: class { constructor(items, { filter }) { Object.assign(this, { items: items[0] ?? items, filter }); } refresh() { this.draw(); } },
  Timeline: class {
    constructor(box, view) {
      view.draw = () => box.replaceChildren(...view.items.filter(view.filter).map(() => Object.assign(document.createElement("p"), { className: "vis-item" })));
      view.draw();
    }
  },
};
"""


@pytest.fixture
def stand_ins(tmp_path: Path) -> Path:
    for path, text in {
        "@knight-lab/timelinejs/dist/js/timeline.js": NEVER,
        "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js": DRAWS,
        "vis-timeline/styles/vis-timeline-graph2d.min.css": "",
    }.items():
        file = tmp_path / "packages" / path
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    return tmp_path / "packages"


@pytest.fixture
def _once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_measure, "TIMES", 1)
    monkeypatch.setattr(reader_measure, "WARM", 0)


@pytest.mark.usefixtures("_once")
def test_every_size_is_measured_here_and_in_both_others(browser: Browser, stand_ins: Path, tmp_path: Path) -> None:
    source, site = generate.project(tmp_path / "source", EVENTS), tmp_path / "site"
    assert build(source, output=site).ok
    first, whole, slow, other = rows(browser, EVENTS, source, site, stand_ins, wait=3)
    assert [type(cell) for cell in first] == [str, float, float, Spread, Spread, Spread, float, Spread]
    assert len(first) == len(HEAD)
    assert first[1] > len(packed(site / "index.html")) / 1000
    assert whole[0] == f"here {EVENTS}, {EVENTS} rows"
    assert [type(cell) for cell in whole[3:]] == [Spread, Spread, Spread, type(None), Spread]
    assert slow[0] == f"TimelineJS3 {EVENTS}"
    assert slow[2:] == ("> 3 s",)
    assert [type(cell) for cell in other] == [str, float, float, Spread, Spread, Spread]


def test_what_goes_over_the_wire_is_counted_compressed(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><p>" + "a" * 100_000, "utf-8")
    with hosted(tmp_path) as address, reader(browser) as each:
        each.open(address, "p")
    assert 0 < each.wire < 2000


@pytest.mark.usefixtures("_once")
def test_a_cost_is_the_work_until_the_frame_and_what_follows_it(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(BUSY, "utf-8")
    with hosted(tmp_path) as address, reader(browser) as each:
        each.open(address, "button")
        costs = each.costs(iter([lambda: each.page.evaluate("document.querySelector('button').click()")]))
        waited = each.clicks("button")
    # Of these 30 ms each, as many count as the machine gave to the page.
    assert 1 < costs.frame.median < 60
    assert costs.whole.median > costs.frame.median + 1
    assert waited.median >= 24  # Event Timing counts in steps of 8


def test_what_comes_from_elsewhere_is_pinned_by_hash_and_no_address_is_named() -> None:
    lock = json.loads((LOCKED / "package-lock.json").read_text("utf-8"))
    root, *packages = lock["packages"].values()
    assert root["devDependencies"] == {"@knight-lab/timelinejs": "3.9.11", "vis-timeline": "8.5.4"}
    assert all(re.match(r"sha512-[\w+/]{86}==$", each["integrity"]) for each in packages)
    assert [each for each in packages if "resolved" in each] == []


@pytest.mark.full
def test_timelinejs_answers_a_question_too(browser: Browser, real: Built, tmp_path: Path) -> None:
    events = json.loads(real.files["data/v1/events.json"].read_text("utf-8"))["events"]
    page = timelinejs(events, names(PROJECT), bring_rivals(), tmp_path / "slides")
    question, found = next(asked_in_slides(browser, page, events))
    assert question == HAJIN == next(iter(slides.WAYS))
    assert found.answer == right_answers(events)[HAJIN]
    assert found.clicks >= len(found.answer)
