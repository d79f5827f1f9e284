"""`feeds/atom.xml`: what was added or corrected last (Atom, RFC 4287)."""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterable

from feedgenerator import Atom1Feed

from timeline.chronicle.chronicle import Chronicle
from timeline.entries.event import Event
from timeline.exports.identity import tag_uri
from timeline.pages.site import Site

ITEMS = 50


def atom(chronicle: Chronicle, site: Site) -> str | None:
    """The feed as XML text; None while the site's address is unset, since a feed's links must be absolute."""
    if not site.addresses.site:
        return None
    home = site.addresses.absolute(site.addresses.page())
    feed = Atom1Feed(
        title=site.title,
        link=home,
        description=site.subtitle,
        language=site.language,
        feed_url=site.addresses.absolute(site.addresses.file("feeds/atom.xml")),
        feed_guid=f"tag:{site.authority}:feeds/atom",
        author_name=site.title,
    )
    for event in latest(chronicle.events):
        feed.add_item(
            title=event.title,
            link=site.addresses.absolute(site.addresses.page("events", event.id)),
            description=html.escape(event.summary, quote=False),  # the feed declares it as HTML
            unique_id=tag_uri(event, site),
            pubdate=_moment(event.added.earliest),
            updateddate=_moment(event.updated.earliest),
        )
    text: str = feed.writeString("utf-8")
    return text + "\n"


def latest(events: Iterable[Event]) -> list[Event]:
    """The events changed last, the newest change first, equal days by the first id."""
    return sorted(events, key=lambda event: (-event.updated.earliest.toordinal(), event.first_id))[:ITEMS]


def _moment(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
