"""The same events in TimelineJS3 and vis-timeline, each as its makers show it: one page, one file of data.

TimelineJS3 asks another host for its typefaces. It gets no answer, and their bytes are not counted against it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from timeline.commands.tools import PROJECT, bring_npm_packages
from timeline.entries.check import check
from timeline.files.tree import read_tree

LOCKED = PROJECT / "tests" / "benchmarks" / "npm"
RIVALS = PROJECT / ".cache" / "rivals"
# With a start slide, a row of markers for each kind, and an address for each event. `?duration=`: ms of a slide's move.
TIMELINEJS = """<!doctype html><meta charset="utf-8"><title>TimelineJS3</title>
<link rel="stylesheet" href="tl/css/timeline.css"><script src="tl/js/timeline.js"></script>
<style>html, body, #t { height: 100%; margin: 0 }</style><div id="t"></div>
<script>
window.made = new TL.Timeline("t", "events.json", {
  hash_bookmark: true, script_path: new URL("tl/js/", location).href,
  duration: Number(new URLSearchParams(location.search).get("duration") ?? 1000),
});</script>"""
VIS = """<!doctype html><meta charset="utf-8"><title>vis-timeline</title>
<link rel="stylesheet" href="vis.css"><script src="vis.js"></script>
<button id="toggle">Toggle</button><div id="t"></div>
<script>
fetch("events.json").then(answer => answer.json()).then(data => {
  const items = new vis.DataSet(data), kind = data[0].kind;
  let narrowed = false;
  const view = new vis.DataView(items, { filter: item => !narrowed || item.kind === kind });
  window.made = new vis.Timeline(document.getElementById("t"), view, { maxHeight: 700 });
  document.getElementById("toggle").onclick = () => { narrowed = !narrowed; view.refresh(); };
});</script>"""

Event = Mapping[str, Any]  # of data/v1/events.json
Names = Mapping[tuple[str, str], str]  # display names by vocabulary and id


def bring_rivals() -> Path:
    """Install both, as pinned in tests/benchmarks/npm, into `.cache/rivals`. Returns its `node_modules`."""
    bring_npm_packages(LOCKED, RIVALS)
    return RIVALS / "node_modules"


def names(project: Path) -> Names:
    """The English names in a project's vocabularies."""
    vocabularies = check(read_tree(project, "content/vocabulary").files).vocabularies.by_name
    return {(name, key): item.names["en"] for name, each in vocabularies.items() for key, item in each.items.items()}


def timelinejs(events: Iterable[Event], named: Names, packages: Path, folder: Path) -> Path:
    """A page with the events in TimelineJS3; returns its folder."""
    shutil.copytree(packages / "@knight-lab" / "timelinejs" / "dist", folder / "tl")
    start = {"text": {"headline": "Timeline", "text": "The same events in TimelineJS3."}}
    return _page(folder, TIMELINEJS, {"title": start, "events": [_slide(each, named) for each in events]})


def _slide(event: Event, named: Names) -> dict[str, Any]:
    """An event with all that the site says of it on its card, and its sources."""
    facts = {
        "Confidence": [named["confidence", event["confidence"]]],
        "Places": [named["places", each] for each in event["places"]],
        "Actors": [named["actors", each] for each in event["actors"]],
        "Tags": [named["tags", each] for each in event["tags"]],
    }
    lines = "".join(f"<p>{name}: {escape('; '.join(values))}</p>" for name, values in facts.items())
    links = "".join(
        f'<li><a href="{escape(each["url"])}">{escape(named["publishers", each["publisher"]])}</a></li>'
        for each in event["sources"]
    )
    first, last = event["date"]["earliest"], event["date"]["latest"]
    return {
        "unique_id": event["id"],
        "start_date": _parts(first),
        **({"end_date": _parts(last)} if last != first else {}),
        "group": named["kinds", event["kind"]],
        "text": {
            "headline": escape(event["title"]),
            "text": f"<p>{escape(event['summary'])}</p>{lines}<ul>{links}</ul>",
        },
    }


def _parts(day: str) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), map(int, day.split("-")), strict=True))


def vis_timeline(events: Iterable[Event], packages: Path, folder: Path) -> Path:
    """A page with the events in vis-timeline, and a button that leaves one kind; returns its folder."""
    folder.mkdir(parents=True)
    dist = packages / "vis-timeline" / "standalone" / "umd" / "vis-timeline-graph2d.min.js"
    shutil.copyfile(dist, folder / "vis.js")
    shutil.copyfile(packages / "vis-timeline" / "styles" / "vis-timeline-graph2d.min.css", folder / "vis.css")
    items = [
        {"id": each["id"], "content": escape(each["title"]), "start": each["date"]["earliest"], "kind": each["kind"]}
        for each in events
    ]
    return _page(folder, VIS, items)


def _page(folder: Path, html: str, data: object) -> Path:
    (folder / "index.html").write_text(html, "utf-8")
    (folder / "events.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return folder
