"""A sourced event timeline: Markdown entries in, a checked chronology and its site out."""

from __future__ import annotations


def register() -> None:
    """Pelican calls this for the plugin `timeline`; `pelican_side.connections` lists what is connected and why."""
    from timeline.pelican_side.connections import connect

    connect()
