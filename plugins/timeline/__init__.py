"""A sourced event timeline: Markdown entries in, a checked chronology and its site out."""

from __future__ import annotations


def register() -> None:
    """Pelican calls this for the plugin `timeline`; `pelican_side.connections` lists what is connected and why."""
    from timeline.pelican_side.connections import connect

    connect()


def __getattr__(name: str) -> object:
    """`timeline.StagedPelican` for the settings: Pelican looks for its class in a package of the top level only."""
    if name != "StagedPelican":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from timeline.pelican_side.staged import StagedPelican

    return StagedPelican
