"""A sourced event timeline: Markdown entries in, a checked chronology and its site out."""

from __future__ import annotations


def register() -> None:
    """Connect the plugin to Pelican: every connection, each with its reason."""
    from pelican import signals

    from timeline.pelican_side.connections import get_generators

    signals.get_generators.connect(get_generators)  # events are not articles: our generator reads and writes them
