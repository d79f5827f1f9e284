"""The room on a plate: boxes that are taken, found quickly by the cells of a grid that they touch."""

from __future__ import annotations

from collections import defaultdict

Box = tuple[float, float, float, float]  # left, top, right, bottom in px
CELL = 24  # px


class Room:
    """What is taken on a drawing of some width and height in px."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def copy(self) -> Room:
        """The same room, to be taken further."""
        made = Room(self.width, self.height)
        for cell, boxes in self._cells.items():
            made._cells[cell] = list(boxes)
        return made

    def take(self, box: Box) -> None:
        """Mark a box as taken."""
        for cell in _cells(box):
            self._cells[cell].append(box)

    def free(self, box: Box) -> bool:
        """Whether a box lies on the drawing and meets nothing that is taken."""
        left, top, right, foot = box
        if left < 0 or top < 0 or right > self.width or foot > self.height:
            return False
        for cell in _cells(box):
            for other in self._cells.get(cell, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < foot:
                    return False
        return True


def _cells(box: Box) -> list[tuple[int, int]]:
    columns = range(int(box[0] // CELL), int(box[2] // CELL) + 1)
    rows = range(int(box[1] // CELL), int(box[3] // CELL) + 1)
    return [(column, row) for column in columns for row in rows]
