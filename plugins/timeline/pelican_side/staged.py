"""Pelican with an output folder that is replaced whole: `PELICAN_CLASS` of the settings."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican

from timeline.files.stage import Stage


class StagedPelican(Pelican):  # type: ignore[misc] # Pelican is untyped
    """Builds beside the output folder and swaps the result in: complete, or the old one untouched."""

    output_path: str

    def run(self) -> None:
        """Run the generators into a fresh folder, then put it in place of the output folder."""
        durable = not self.settings.get("TIMELINE", {}).get("preview")
        with Stage(Path(self.output_path), durable=durable) as stage:
            self.output_path = str(stage.folder)
            super().run()
            stage.swap()
