"""`data/v1/events.json`: the events with their core fields. Version 1 is only ever added to."""

from __future__ import annotations

import datetime
import json
from typing import Any

from timeline.chronicle.chronicle import Chronicle
from timeline.entries.dates import EdtfDate
from timeline.entries.event import Event, Source
from timeline.exports.identity import tag_uri
from timeline.pages.site import Site

VERSION = 1


def events_json(chronicle: Chronicle, site: Site) -> str:
    """All events in their order, as JSON text: ids of the vocabularies, dates as EDTF with their first and last day.

    `latest` is null for what goes on. Absent values are absent keys. Addresses are absolute once the site's is set.
    `moved_from`: the ids that an event had before, the oldest first; its `uri` is made of the first one and stays.
    """
    head = {"version": VERSION, "title": site.title, "license": site.license, "total": len(chronicle.events)}
    # An event a line: a change of one entry is a change of one line, and the encoder in C is used, which cannot indent.
    events = ",\n".join(_json(_event(event, chronicle, site)) for event in chronicle.events)
    return f'{_json(head)[:-1]}, "events": [\n{events}\n]}}\n'


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _event(event: Event, chronicle: Chronicle, site: Site) -> dict[str, Any]:
    former = {"moved_from": event.moved_from} if event.moved_from else {}
    return {
        "id": event.id,
        **former,
        "uri": tag_uri(event, site),
        "url": site.addresses.absolute(site.addresses.page("events", event.id)),
        "title": event.title,
        "summary": event.summary,
        "date": _date(event.date),
        "kind": event.kind,
        "confidence": event.confidence,
        "places": event.places,
        "actors": event.actors,
        "tags": event.tags,
        "phases": chronicle.phases_of[event.id],
        "sources": [_source(source) for source in event.sources],
        "added": event.added.text,
        "updated": event.updated.text,
    }


def _date(date: EdtfDate) -> dict[str, Any]:
    latest = None if date.latest == datetime.date.max else date.latest.isoformat()
    return {"edtf": date.text, "earliest": date.earliest.isoformat(), "latest": latest}


def _source(source: Source) -> dict[str, Any]:
    """A source without the keys that its entry does not give."""
    values = {
        "id": source.id,
        "url": source.url,
        "publisher": source.publisher,
        "language": source.language,
        "says": source.says,
        "title": source.title,
        "published": source.published.text if source.published else "",
        "accessed": source.accessed.text if source.accessed else "",
        "archive": source.archive,
        "via": source.via,
    }
    return {key: value for key, value in values.items() if value}
