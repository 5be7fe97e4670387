"""Colours of the screen as the inks of one printing condition, which an ICC profile describes."""

from __future__ import annotations

import functools
import io
from collections.abc import Iterable
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

Ink = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 to 1."""

BLACK: Ink = (0.0, 0.0, 0.0, 1.0)
GREYEST, LIGHTEST = 10, 85
"""A colour of less chroma is a grey, unless it is lighter: a faint tint is meant as one."""
DARKEST = 24
"""What is darker than this is black: small type is not to be screened."""
SPECK, SOLID = 0.05, 0.2
"""A colour that has more than SOLID of one ink does without a mere SPECK of another."""
GRID = 33
"""Colours on each edge of the cube between which pictures are converted."""
QUALITY = 92


class Inks:
    """One profile, and how much ink the paper can take: 3.0 is three inks, all of them solid."""

    def __init__(self, profile: bytes, limit: float) -> None:
        from PIL import ImageCms

        self.limit = limit
        # Read here, because a profile that is opened by its path stays open.
        screen = ImageCms.ImageCmsProfile(
            io.BytesIO((files("weasyprint.pdf") / "sRGB2014.icc").read_bytes())
        )
        press = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        lab = ImageCms.createProfile("LAB")
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        black_point = ImageCms.Flags.BLACKPOINTCOMPENSATION
        make = functools.partial(ImageCms.buildTransform, renderingIntent=intent)
        self._press = make(screen, press, "RGB", "CMYK", flags=black_point)
        self._seen = make(screen, lab, "RGB", "LAB")
        self._proof = make(press, lab, "CMYK", "LAB")

    @functools.cache  # noqa: B019
    def mixed(self, red: float, green: float, blue: float) -> Ink:
        """The inks of a flat colour; greys are black ink alone, whatever their exact hue."""
        colour = _in_bytes(red, green, blue)
        tone, a, b = self._tone(colour)
        is_grey = min(colour) == max(colour) or tone / 2.55 < LIGHTEST
        if (a * a + b * b) ** 0.5 <= GREYEST and is_grey:
            return self.grey(red, green, blue)
        (inks,) = self._pixels([colour], "RGB", self._press)
        parts = [round(part / 255, 2) for part in inks]
        if max(parts) > SOLID:
            parts = [part if part >= SPECK else 0.0 for part in parts]
        cyan, magenta, yellow, black = limited(parts, self.limit)
        return (cyan, magenta, yellow, black)

    @functools.cache  # noqa: B019
    def grey(self, red: float, green: float, blue: float) -> Ink:
        """As much black, and nothing else, as looks as light on paper."""
        tone, _, _ = self._tone(_in_bytes(red, green, blue))
        if tone / 2.55 < DARKEST:
            return BLACK
        nearest = min(range(256), key=lambda black: abs(self._ramp[black] - tone))
        return (0.0, 0.0, 0.0, round(nearest / 255, 2))

    def converted(self, picture: Image) -> Image:
        """A picture in RGB as one in CMYK, nowhere with more ink than the paper takes."""
        return picture.filter(self._cube)

    def _tone(self, colour: list[int]) -> tuple[int, int, int]:
        """How light it is, from 0 to 255, how red and how yellow."""
        ((lightness, *hue),) = self._pixels([colour], "RGB", self._seen)
        # Pillow keeps them as signed bytes.
        a, b = ((part + 128) % 256 - 128 for part in hue)
        return (lightness, a, b)

    @functools.cached_property
    def _ramp(self) -> list[int]:
        """How light each amount of black is."""
        blacks = [[0, 0, 0, black] for black in range(256)]
        return [tone[0] for tone in self._pixels(blacks, "CMYK", self._proof)]

    @functools.cached_property
    def _cube(self) -> Any:
        from PIL import ImageFilter

        steps = [round(step * 255 / (GRID - 1)) for step in range(GRID)]
        colours = [[red, green, blue] for blue in steps for green in steps for red in steps]
        # Rounding four inks up may not break the limit either.
        limit = self.limit - 4 / 255
        table = [
            part
            for inks in self._pixels(colours, "RGB", self._press)
            for part in limited([ink / 255 for ink in inks], limit)
        ]
        return ImageFilter.Color3DLUT(GRID, table, channels=4, target_mode="CMYK")

    @staticmethod
    def _pixels(colours: Iterable[list[int]], mode: str, transform: Any) -> list[tuple[int, ...]]:
        from PIL import Image, ImageCms

        content = bytes(part for colour in colours for part in colour)
        row = Image.frombytes(mode, (len(content) // len(mode), 1), content)
        made = ImageCms.applyTransform(row, transform)
        assert made is not None
        pixels, width = made.tobytes(), len(made.getbands())
        return [tuple(pixels[n : n + width]) for n in range(0, len(pixels), width)]


def _in_bytes(*parts: float) -> list[int]:
    return [round(min(max(part, 0), 1) * 255) for part in parts]


def limited(inks: list[float], limit: float) -> list[float]:
    """The same colour with no more ink than this: black stays, the colours under it give way.

    >>> limited([0.8, 0.8, 0.8, 1.0], 2.8)
    [0.6, 0.6, 0.6, 1.0]
    """
    *colours, black = inks
    if sum(inks) <= limit:
        return inks
    left = max(limit - black, 0) / sum(colours)
    return [*(round(colour * left, 6) for colour in colours), black]


def is_for_print(profile: bytes) -> bool:
    """Whether it is an ICC profile of a press with four inks."""
    return profile[12:16] == b"prtr" and profile[16:20] == b"CMYK" and profile[36:40] == b"acsp"


def description(profile: bytes) -> str:
    """What a profile calls itself."""
    from PIL import ImageCms

    opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    return (opened.profile.profile_description or "").strip()


def opened(content: bytes) -> Image:
    from PIL import Image

    return Image.open(io.BytesIO(content))


def as_jpeg(picture: Image) -> bytes:
    """Pillow writes inks as Adobe does, the wrong way round."""
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=QUALITY, subsampling=0)
    return buffer.getvalue()
