"""Friendly pictures of places to work, drawn by code: nobody's photo is needed to try the site."""

import random
from collections.abc import Callable, Mapping
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 800
# Drawn larger than it is kept, which makes the edges smooth.
_SCALE = 2
_SKY, _GRASS, _EARTH = "#cfe8f3", "#9cc56b", "#8a5a3c"
_LEAF, _DARK_LEAF, _WOOD, _DARK_WOOD = "#5b9a3f", "#3d7a35", "#c99a62", "#8f6237"
_WALL, _FLOOR, _STEEL, _DARK = "#f3e6d0", "#d8c3a0", "#9fb0b8", "#3b4650"
_RED, _ORANGE, _YELLOW, _WHITE, _BLUE = "#d9534a", "#f0973b", "#f6cf57", "#fdfaf3", "#3f7fb5"
_PINK, _PURPLE = "#e58fb0", "#8e6cc0"
Colour = str


class _Canvas:
    """A picture in the making; all measures are those of the picture when it is done."""

    def __init__(self, background: Colour) -> None:
        self._image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), background)
        self._draw = ImageDraw.Draw(self._image)
        # The same picture each time.
        self.chance = random.Random(7)  # noqa: S311 (no secret)

    def box(self, x: float, y: float, width: float, height: float, fill: Colour) -> None:
        """Draw a rectangle with round corners."""
        corners = [each * _SCALE for each in (x, y, x + width, y + height)]
        self._draw.rounded_rectangle(corners, 8 * _SCALE, fill=fill)

    def oval(self, x: float, y: float, across: float, down: float, fill: Colour) -> None:
        """Draw an oval around a point."""
        corners = (x - across / 2, y - down / 2, x + across / 2, y + down / 2)
        self._draw.ellipse([each * _SCALE for each in corners], fill=fill)

    def ring(self, x: float, y: float, across: float, width: float, fill: Colour) -> None:
        """Draw a circle that is open inside."""
        corners = (x - across / 2, y - across / 2, x + across / 2, y + across / 2)
        scaled = [each * _SCALE for each in corners]
        self._draw.ellipse(scaled, outline=fill, width=round(width * _SCALE))

    def shape(self, points: list[tuple[float, float]], fill: Colour) -> None:
        """Draw a shape with these corners."""
        self._draw.polygon([(x * _SCALE, y * _SCALE) for x, y in points], fill=fill)

    def line(self, points: list[tuple[float, float]], width: float, fill: Colour) -> None:
        """Draw a line along these points."""
        scaled = [(x * _SCALE, y * _SCALE) for x, y in points]
        self._draw.line(scaled, fill=fill, width=round(width * _SCALE), joint="curve")

    def plant(self, x: float, y: float, size: float, fill: Colour = _LEAF) -> None:
        """Draw a plant that stands at a point."""
        for lean in (-0.5, 0.5, 0):
            tip = x + lean * size
            self.oval((x + tip) / 2, y - size * 0.45, size * 0.5, size * 0.9, fill)
        self.oval(x, y - size * 0.5, size * 0.3, size, _DARK_LEAF)

    def outside(self) -> None:
        """Draw the sun, clouds and hills."""
        self.oval(1000, 140, 130, 130, _YELLOW)
        for x, y in ((230, 130), (640, 90)):
            for step in (-60, 0, 60):
                self.oval(x + step, y + abs(step) / 4, 140, 70, _WHITE)
        self.oval(250, 520, 1000, 330, "#b9d68c")
        self.oval(950, 520, 1100, 280, "#a9cd7c")
        self.box(-20, 480, WIDTH + 40, 400, _GRASS)

    def inside(self) -> None:
        """Draw a wall with a window, and a floor."""
        self.box(-20, 600, WIDTH + 40, 300, _FLOOR)
        self.box(820, 90, 280, 230, _WHITE)
        self.box(835, 105, 250, 200, _SKY)
        self.line([(960, 105), (960, 305)], 8, _WHITE)

    def file(self) -> bytes:
        """Return the picture as a camera would keep it."""
        target = BytesIO()
        done = self._image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        done.save(target, "JPEG", quality=90)
        return target.getvalue()


def _garden() -> bytes:
    canvas = _Canvas(_SKY)
    canvas.outside()
    canvas.box(120, 330, 250, 190, _WOOD)
    canvas.shape([(90, 340), (245, 230), (400, 340)], _RED)
    canvas.box(215, 410, 70, 110, _DARK_WOOD)
    for row in range(4):
        top = 520 + row * 68
        canvas.box(40 - row * 10, top, 1120 + row * 20, 44, _EARTH)
        for column in range(14):
            x = 90 + column * 78
            canvas.plant(x, top + 26, 46 + row * 6, _LEAF if row % 2 else "#7fb356")
            if row == 2:
                canvas.oval(x, top + 20, 20, 20, _ORANGE)
    return canvas.file()


def _greenhouse() -> bytes:
    canvas = _Canvas("#e3f1ef")
    canvas.box(-20, 620, WIDTH + 40, 250, _FLOOR)
    for x in range(0, WIDTH + 1, 200):
        canvas.line([(x, 0), (x, 640)], 10, _WHITE)
    for y in (130, 330):
        canvas.line([(0, y), (WIDTH, y)], 8, _WHITE)
    for side, start in ((0, 60), (1, 680)):
        canvas.box(start - 40, 600, 540, 110, _DARK_WOOD)
        for number in range(5):
            x = start + 20 + number * 105
            canvas.line([(x, 610), (x, 190)], 6, _DARK_LEAF)
            for step in range(6):
                y = 220 + step * 62
                canvas.oval(x - 26, y, 60, 30, _LEAF)
                canvas.oval(x + 26, y + 24, 60, 30, _LEAF)
                if (number + step + side) % 2:
                    canvas.oval(x + 12, y + 22, 34, 34, _RED)
    return canvas.file()


def _bicycles() -> bytes:
    canvas = _Canvas(_WALL)
    canvas.inside()
    for number, colour in enumerate((_RED, _STEEL, _BLUE, _ORANGE, _STEEL)):
        x = 110 + number * 120
        canvas.box(x, 110, 18, 130, colour)
        canvas.oval(x + 9, 110, 44, 44, colour)
    canvas.box(80, 270, 600, 14, _DARK_WOOD)
    for start, colour in ((110, _BLUE), (640, _RED)):
        back, front = (start + 110, 600), (start + 390, 600)
        for x, y in (back, front):
            canvas.ring(x, y, 210, 14, _DARK)
            canvas.ring(x, y, 30, 8, _STEEL)
        pedal, saddle, bar = (start + 220, 610), (start + 170, 430), (start + 350, 430)
        canvas.line([back, pedal, saddle, back], 12, colour)
        canvas.line([saddle, bar, pedal], 12, colour)
        canvas.line([front, bar, (start + 335, 380), (start + 395, 370)], 12, colour)
        canvas.line([saddle, (start + 160, 400)], 10, _DARK)
        canvas.oval(start + 155, 395, 90, 26, _DARK)
        canvas.ring(*pedal, 50, 8, _STEEL)
    return canvas.file()


def _kitchen() -> bytes:
    canvas = _Canvas(_WALL)
    canvas.inside()
    for x in (110, 270, 430):
        canvas.line([(x, 90), (x, 150)], 6, _DARK)
        canvas.oval(x, 190, 120, 90, _STEEL)
    canvas.box(60, 80, 480, 12, _DARK_WOOD)
    canvas.box(40, 480, 1120, 40, _DARK_WOOD)
    canvas.box(60, 520, 1080, 300, _WOOD)
    canvas.box(120, 350, 250, 135, _BLUE)
    canvas.box(100, 340, 290, 26, _STEEL)
    for step in (0, 50, 100):
        canvas.oval(190 + step, 290 - step / 3, 40, 70, _WHITE)
    canvas.box(470, 455, 330, 28, _WHITE)
    for number, colour in enumerate((_RED, _ORANGE, _RED, _ORANGE)):
        canvas.oval(520 + number * 75, 430, 66, 58, colour)
        canvas.oval(520 + number * 75, 402, 22, 14, _DARK_LEAF)
    canvas.oval(960, 440, 250, 90, _WHITE)
    for number in range(5):
        canvas.plant(880 + number * 40, 440, 56)
    return canvas.file()


def _animals() -> bytes:
    canvas = _Canvas(_SKY)
    canvas.outside()
    canvas.box(740, 270, 340, 250, _RED)
    canvas.shape([(710, 280), (910, 150), (1110, 280)], _DARK_WOOD)
    canvas.box(850, 370, 120, 150, _WHITE)
    for x in range(20, WIDTH, 130):
        canvas.box(x, 500, 22, 110, _WOOD)
    for y in (520, 565):
        canvas.box(-20, y, WIDTH + 40, 16, _WOOD)
    for x, y, size in ((220, 610, 1.0), (520, 660, 1.15), (860, 640, 0.9)):
        for leg in (-60, -25, 25, 60):
            canvas.box(x + leg * size - 8, y + 40 * size, 16 * size, 80 * size, _DARK)
        for step in range(7):
            lift = 30 if step % 2 else 0
            canvas.oval(x - 90 * size + step * 30 * size, y - lift * size, 90 * size, 90, _WHITE)
        canvas.oval(x, y + 10, 200 * size, 100 * size, _WHITE)
        canvas.oval(x + 125 * size, y - 30 * size, 80 * size, 70 * size, _DARK)
        canvas.oval(x + 140 * size, y - 38 * size, 12, 12, _WHITE)
    return canvas.file()


def _bees() -> bytes:
    canvas = _Canvas(_SKY)
    canvas.outside()
    for x, colour in ((150, _YELLOW), (450, _BLUE), (750, _PINK)):
        for level in range(3):
            canvas.box(x, 380 + level * 75, 210, 70, colour)
            canvas.box(x + 85, 430 + level * 75, 40, 10, _DARK)
        canvas.box(x - 15, 355, 240, 28, _DARK_WOOD)
    for _ in range(130):
        _flower(canvas, canvas.chance.uniform(0, WIDTH), canvas.chance.uniform(620, 790))
    for _ in range(14):
        _bee(canvas, canvas.chance.uniform(60, 1100), canvas.chance.uniform(180, 600))
    return canvas.file()


def _flower(canvas: _Canvas, x: float, y: float) -> None:
    canvas.line([(x, y), (x, y + 30)], 4, _DARK_LEAF)
    canvas.oval(x, y, 26, 26, canvas.chance.choice((_PINK, _PURPLE, _WHITE, _YELLOW)))
    canvas.oval(x, y, 10, 10, _ORANGE)


def _bee(canvas: _Canvas, x: float, y: float) -> None:
    for wing in (-4, 8):
        canvas.oval(x + wing, y - 12, 18, 20, _WHITE)
    canvas.oval(x, y, 34, 22, _YELLOW)
    canvas.box(x - 4, y - 10, 6, 20, _DARK)


def _boxes() -> bytes:
    canvas = _Canvas(_WALL)
    canvas.box(-20, 640, WIDTH + 40, 250, _FLOOR)
    for level in range(3):
        top = 90 + level * 150
        canvas.box(60, top + 110, 1080, 16, _STEEL)
        for number in range(8):
            tall = canvas.chance.uniform(60, 105)
            x = 85 + number * 133
            canvas.box(x, top + 110 - tall, 105, tall, canvas.chance.choice((_WOOD, "#d8ae7a")))
            canvas.box(x + 44, top + 110 - tall, 18, tall, "#efe0c3")
    for x in (60, 590, 1120):
        canvas.box(x, 80, 18, 560, _STEEL)
    canvas.box(180, 590, 840, 34, _DARK_WOOD)
    for x in (220, 950):
        canvas.box(x, 620, 30, 200, _DARK_WOOD)
    for number, colour in enumerate((_BLUE, _ORANGE, _RED, _YELLOW)):
        canvas.box(250 + number * 185, 500, 150, 92, _WOOD)
        canvas.box(265 + number * 185, 470, 120, 40, colour)
    return canvas.file()


DRAWINGS: Mapping[str, Callable[[], bytes]] = {
    "moestuin": _garden,
    "kas": _greenhouse,
    "fietsen": _bicycles,
    "keuken": _kitchen,
    "schapen": _animals,
    "bijen": _bees,
    "dozen": _boxes,
}
