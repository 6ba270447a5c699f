"""A sheet of 1200 x 800 to draw on, in units of the finished picture; smooth edges."""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1200, 800
FINE = 2
"""Drawn this many times larger and scaled down, so that edges are smooth."""
QUALITY = 78
"""JPEG quality; every picture stays below 60 kB with it."""

Point = tuple[float, float]


def _fine(points: list[Point]) -> list[Point]:
    return [(x * FINE, y * FINE) for x, y in points]


def rgb(colour: str) -> tuple[int, int, int]:
    """Give the three values of "#rrggbb"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def blend(one: str, other: str, share: float) -> str:
    """Mix two colours; `share` 0 gives the one, 1 the other.

    >>> blend("#000000", "#ffffff", 0.5)
    '#808080'
    """
    mixed = [round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True)]
    return "#{:02x}{:02x}{:02x}".format(*mixed)


@dataclass
class Canvas:
    """One picture in the making; `dice` is seeded, so a picture never changes."""

    seed: int = 0
    image: Image.Image = field(init=False)
    dice: Random = field(init=False)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), "#ffffff")
        self.dice = Random(self.seed)

    @property
    def pen(self) -> ImageDraw.ImageDraw:
        """Give what draws on the sheet."""
        return ImageDraw.Draw(self.image)

    def sky(self, top: str, bottom: str, until: int = HEIGHT) -> None:
        """Fill from the upper edge with a change from one colour to another."""
        strip = Image.new("RGB", (1, 256))
        for row in range(256):
            strip.putpixel((0, row), rgb(blend(top, bottom, row / 255)))
        self.image.paste(strip.resize((WIDTH * FINE, until * FINE), Image.Resampling.BILINEAR))

    def box(self, at: tuple[float, float, float, float], colour: str, radius: float = 0) -> None:
        """Fill a rectangle (left, top, right, bottom)."""
        (left, top), (right, bottom) = _fine([(at[0], at[1]), (at[2], at[3])])
        self.pen.rounded_rectangle((left, top, right, bottom), radius * FINE, fill=colour)

    def shape(self, points: list[Point], colour: str) -> None:
        """Fill a polygon."""
        self.pen.polygon(_fine(points), fill=colour)

    def disc(self, centre: Point, radius: float, colour: str, flat: float = 1.0) -> None:
        """Fill a circle; `flat` is its height against its width."""
        (x, y), (rx, ry) = _fine([centre, (radius, radius * flat)])
        self.pen.ellipse((x - rx, y - ry, x + rx, y + ry), fill=colour)

    def line(self, points: list[Point], colour: str, width: float = 3) -> None:
        """Draw a line through points."""
        self.pen.line(_fine(points), fill=colour, width=round(width * FINE), joint="curve")

    def glow(self, centre: Point, radius: float, colour: str, strength: float = 0.6) -> None:
        """Lighten a round place softly, as a lamp does."""
        mask = Image.new("L", (WIDTH // 4, HEIGHT // 4))
        x, y, r = centre[0] / 4, centre[1] / 4, radius / 4
        value = round(255 * strength)
        ImageDraw.Draw(mask).ellipse((x - r * 0.5, y - r * 0.5, x + r * 0.5, y + r * 0.5), value)
        mask = mask.filter(ImageFilter.GaussianBlur(r * 0.4))
        self.image.paste(
            Image.new("RGB", self.image.size, colour), mask=mask.resize(self.image.size)
        )

    def person(self, foot: Point, height: float, colour: str) -> None:
        """Draw a standing figure seen from behind, as a shape without a face."""
        x, y = foot
        head = height * 0.13
        shoulder, neck = height * 0.2, y - height + 2.1 * head
        self.disc((x, y - height + head), head, colour, 1.15)
        self.shape(
            [
                (x - shoulder * 0.55, neck),
                (x + shoulder * 0.55, neck),
                (x + shoulder, neck + height * 0.1),
                (x + shoulder * 0.9, y),
                (x - shoulder * 0.9, y),
                (x - shoulder, neck + height * 0.1),
            ],
            colour,
        )

    def save(self, file: Path) -> None:
        """Write the picture as JPEG."""
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small.save(file, "JPEG", quality=QUALITY, optimize=True, progressive=True)
