"""Which part of a photo stays in view when it is cut to the shape of a card."""

from enum import StrEnum

# Width to height of the photo on a card.
CARD_SHAPE = (3, 2)


class Focus(StrEnum):
    """A place on a photo; the value is part of the address of what was cut."""

    TOP_LEFT = "links-boven"
    TOP = "boven"
    TOP_RIGHT = "rechts-boven"
    LEFT = "links"
    CENTRE = "midden"
    RIGHT = "rechts"
    BOTTOM_LEFT = "links-onder"
    BOTTOM = "onder"
    BOTTOM_RIGHT = "rechts-onder"

    @property
    def centring(self) -> tuple[float, float]:
        """How far along the width and the height the middle of the cut lies, from 0 to 1."""
        row, column = divmod(list(Focus).index(self), 3)
        return column / 2, row / 2
