"""Pictures whose pixels have to change: turned, narrowed, in the colours of a screen."""

from __future__ import annotations

import io
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

# Pillow takes longer to import than twenty pictures to measure: only those who change pixels do.
if TYPE_CHECKING:
    from PIL.Image import Image

Colour = tuple[int, int, int]
MOST_PIXELS = 25_000_000
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")


def decoded(content: bytes, enough: int = 0, *, is_whole: bool = True) -> Image:
    """The first picture of the file, upright; a JPEG to no more than *enough*.

    A file that ends too early is refused, if it is not asked for as far as it goes.
    """
    from PIL import Image, ImageFile, ImageOps

    # WeasyPrint lets torn pictures pass, and switches that on for the whole process.
    ImageFile.LOAD_TRUNCATED_IMAGES = not is_whole
    with warnings.catch_warnings():
        # What Pillow has to say of EXIF and frames is nothing that a writer could mend.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        image = Image.open(io.BytesIO(content), formats=FORMATS)
        if image.width * image.height > MOST_PIXELS:
            raise ValueError("more pixels than its header promised")
        if enough:
            image.draft("L", (enough, enough))
        image.load()
        # What has read a WebP keeps its pixels twice more; nobody asks it for another frame.
        vars(image).pop("_decoder", None)
        # In its place: a copy of 25 million pixels would be 100 MB more.
        ImageOps.exif_transpose(image, in_place=True)
    return image


def shades(image: Image, side: int) -> bytes:
    """The picture on white in *side* times *side* greys: what stays however it is pressed."""
    from PIL import Image

    if image.mode == "P" or _is_see_through(image):
        ink = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", ink.size, "white"), ink)
    grey = image if image.mode == "L" else image.convert("RGB").convert("L")
    return grey.resize((side, side), Image.Resampling.BOX).tobytes()


def turned(greys: bytes, side: int) -> Iterator[tuple[bytes, bool]]:
    """A square of greys turned and in a mirror, and whether what stood is lying then."""
    from PIL import Image

    square = Image.frombytes("L", (side, side), greys)
    lying = {Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270}
    lying |= {Image.Transpose.TRANSPOSE, Image.Transpose.TRANSVERSE}
    for way in Image.Transpose:
        yield square.transpose(way).tobytes(), way in lying


def narrowed(image: Image, width: int, *, is_photograph: bool) -> bytes:
    """The picture, at most *width* wide: PNG if it is flat or see-through, else JPEG."""
    flat = not is_photograph and _is_flat(image)
    smaller = _resized(_in_screen_colours(image), width)
    if not flat:
        return written(smaller, "png" if smaller.mode == "RGBA" else "jpeg")
    if smaller.mode != "RGB":
        return written(smaller, "png")
    # Its own palette has the shades of its edges already, and is counted in no time.
    counted = _of_palette(image) if image.mode == "P" else _of_pixels(smaller)
    return written(_in_few_colours(smaller, counted), "png")


def _is_see_through(image: Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info


def _is_flat(image: Image) -> bool:
    """A drawing rather than a photograph: few colours."""
    if image.mode in ("1", "P"):
        return True
    # A copy of 25 million pixels would be 100 MB more.
    counted = image if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK") else image.convert("RGBA")
    return bool(counted.getcolors(1024))


def _of_pixels(image: Image) -> Mapping[Colour, int]:
    found = image.getcolors(image.width * image.height) or ()
    return {colour: count for count, colour in cast("list[tuple[int, Colour]]", found)}


def _of_palette(image: Image) -> Mapping[Colour, int]:
    counted: Counter[Colour] = Counter()
    bands = image.getpalette("RGB") or []
    for count, place in cast("list[tuple[int, int]]", image.getcolors() or ()):
        red, green, blue = bands[3 * place : 3 * place + 3] or (0, 0, 0)
        counted[red, green, blue] += count
    return counted


def _in_few_colours(image: Image, counted: Mapping[Colour, int]) -> Image:
    """With the most frequent of *counted* colours: a brand colour must not shift by a shade."""
    from PIL import Image

    commonest = sorted(((count, colour) for colour, count in counted.items()), reverse=True)
    chosen: list[Colour] = []
    for _, colour in commonest[:2000]:
        # Pillow looks colours up on a coarse grid: closer neighbours would be confused.
        if all(max(abs(a - b) for a, b in zip(colour, c, strict=True)) > 11 for c in chosen):
            chosen.append(colour)
    palette = Image.new("P", (1, 1))
    palette.putpalette([band for colour in chosen[:256] for band in colour])
    return image.quantize(palette=palette, dither=Image.Dither.NONE)


def _resized(image: Image, width: int) -> Image:
    from PIL.Image import Resampling

    if image.width <= width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Resampling.LANCZOS, reducing_gap=1.01)


def _in_screen_colours(image: Image) -> Image:
    """In sRGB: print shops send CMYK, cameras send wider spaces, and mail shows neither."""
    from PIL import ImageCms

    mode = "RGBA" if _is_see_through(image) else "RGB"
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, given, screen, outputMode="RGB")
            image = converted or image
        except (ImageCms.PyCMSError, OSError):
            pass
    image = image if image.mode == mode else image.convert(mode)
    image.info = {}
    return image


def lighter(kept: bytes, image: Image) -> bytes:
    """A JPEG, pressed anew where that spares a fifth of its weight: cameras are generous."""
    pressed = written(_in_screen_colours(image), "jpeg")
    return pressed if len(pressed) < 0.8 * len(kept) else kept


def written(image: Image, format: str, *, is_exact: bool = False) -> bytes:
    """The picture as a file; a WebP has every pixel as it was only where that is asked for."""
    kept = ("icc_profile", "transparency")
    image.info = {key: image.info[key] for key in kept if key in image.info}
    # Lossless or visually so, and the same bytes from the same pixels.
    options: dict[str, dict[str, int | bool]] = {
        "png": {"compress_level": 6},
        "jpeg": {"quality": 88, "subsampling": 0, "optimize": True},
        # A photograph whose every pixel is kept grows to seventeen times its weight.
        "webp": {"lossless": True, "method": 1, "quality": 20} if is_exact else {"quality": 90},
        "gif": {},
    }
    given = {"icc_profile": image.info.get("icc_profile"), **options[format]}
    try:
        return _saved(image, format, given)
    except OSError:
        if format != "jpeg":
            raise
    with _room(4 * image.width * image.height):
        return _saved(image, format, given)


def _saved(image: Image, format: str, options: Mapping[str, Any]) -> bytes:
    out = io.BytesIO()
    image.save(out, format.upper(), **options)
    return out.getvalue()


@contextmanager
def _room(most: int) -> Iterator[None]:
    """Bytes that one picture may take: Pillow guesses at fewer than gravel and leaves need."""
    from PIL import ImageFile

    before, ImageFile.MAXBLOCK = ImageFile.MAXBLOCK, most
    try:
        yield
    finally:
        ImageFile.MAXBLOCK = before
