"""What is connected to Pelican's signals. Module-level functions only: Pelican holds them weakly."""

from __future__ import annotations

from typing import Any

from timeline.pelican_side.generator import TimelineGenerator


def get_generators(pelican: Any) -> type[TimelineGenerator]:  # noqa: ANN401, ARG001 - Pelican is untyped
    """The generator of this plugin, run beside Pelican's own."""
    return TimelineGenerator
