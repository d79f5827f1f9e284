"""What holds for every test: the same examples at every run, and nothing written outside `.cache`."""

from __future__ import annotations

from pathlib import Path

from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

set_hypothesis_home_dir(Path(__file__).parents[1] / ".cache" / "hypothesis")
settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.load_profile("same")
