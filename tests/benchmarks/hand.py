"""A reader's hand: real clicks and keys, counted."""

from __future__ import annotations

from playwright.sync_api import Locator

from timeline.commands.reader_measure import Reader


class Hand:
    """clicks, letters: how many so far; `page` and the bytes over the wire are the reader's."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.page = reader.page
        self.clicks = 0
        self.letters = 0

    def click(self, target: Locator) -> None:
        """Click in the middle of an element, once it is there and can be clicked."""
        self.clicks += 1
        target.click()

    def point(self, x: float, y: float) -> None:
        """Click on a point of the window."""
        self.clicks += 1
        self.page.mouse.click(x, y)

    def type(self, text: str) -> None:
        """Type letters where the focus is."""
        self.letters += len(text)
        self.page.keyboard.type(text)
