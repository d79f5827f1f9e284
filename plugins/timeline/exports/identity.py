"""Who an event is in feeds and data: an id that does not change with the address."""

from __future__ import annotations

from timeline.entries.event import Event
from timeline.pages.site import Site


def tag_uri(event: Event, site: Site) -> str:
    """The event's `tag:` URI (RFC 4151), under the authority of the settings; it outlives a change of the id."""
    return f"tag:{site.authority}:events/{event.first_id}"
