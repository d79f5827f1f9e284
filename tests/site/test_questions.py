"""Five questions of readers, each answered with few clicks and little data, and the answers are right."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

from tests.benchmarks import here
from tests.benchmarks.answers import DASHISHA, DISPUTED, HAJIN, OIL, WEEK, right_answers
from tests.benchmarks.questions import ask
from tests.site.built import Built
from timeline.commands.reader_host import hosted

MOST_BYTES = 200_000  # over the wire until the answer stands on the screen, the front page among them


@pytest.mark.parametrize(("question", "clicks"), [(HAJIN, 2), (DISPUTED, 4), (DASHISHA, 1), (WEEK, 0), (OIL, 4)])
def test_a_question_is_answered_with_few_clicks_and_little_data(
    browser: Browser, real: Built, question: str, clicks: int
) -> None:
    events = json.loads(real.files["data/v1/events.json"].read_text("utf-8"))["events"]
    with hosted(real.folder) as address:
        found = ask(browser, address, ".find[open]", here.WAYS[question])
    assert found.answer == right_answers(events)[question] != []
    assert found.clicks <= clicks
    assert found.wire <= MOST_BYTES
