"""From the coordinates of a PDF page to the page as it is shown, which may be turned."""

from dataclasses import dataclass

from policyaudit.reading.geometry import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """The page's own coordinates, and how far it is turned when shown, in quarters."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def height(self) -> float:
        """Of the page as it is shown."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    @property
    def width(self) -> float:
        """Of the page as it is shown."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Where a point is shown, from the top left corner."""
        return (
            (x - self.left, self.top - y),
            (y - self.bottom, x - self.left),
            (self.right - x, y - self.bottom),
            (self.top - y, self.right - x),
        )[self.turns]

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Where a rectangle is shown."""
        (x1, y1), (x2, y2) = self.shown(left, bottom), self.shown(right, top)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
