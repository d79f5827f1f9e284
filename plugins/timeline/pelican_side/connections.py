"""Every connection to Pelican, on one screen. Module-level functions only: Pelican holds them weakly."""

from __future__ import annotations

from typing import Any

from pelican import signals

from timeline.pelican_side.generator import TimelineGenerator


def connect() -> None:
    """Connect the plugin; a second call changes nothing."""
    signals.get_generators.connect(get_generators)  # events are no articles: our generator reads and writes them


def get_generators(pelican: Any) -> type[TimelineGenerator]:  # noqa: ANN401, ARG001 - Pelican is untyped
    """The generator of this plugin, run beside Pelican's own."""
    return TimelineGenerator
