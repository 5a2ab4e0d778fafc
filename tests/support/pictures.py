"""Photos and documents for tests, made while the test runs."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw
from pypdf import PdfWriter

ORANGE = (200, 100, 50)
BLUE = (20, 60, 200)
# Marks that must be in no file that visitors get.
CAMERA = "Voorbeeldcamera 9000"
OWNER = "Sanne van Voorbeeld"
COMMENT = "gemaakt bij Sanne thuis"
_ORIENTATION, _MAKE, _ARTIST, _GPS = 0x0112, 0x010F, 0x013B, 0x8825


def picture(size: tuple[int, int] = (600, 400), colour: Any = ORANGE, mode: str = "RGB") -> Any:
    """Return an image of one colour."""
    return Image.new(mode, size, colour)


def halves(size: tuple[int, int] = (600, 400)) -> Image.Image:
    """Return an image that is orange above and blue below, to tell what is up."""
    image = Image.new("RGB", size, ORANGE)
    ImageDraw.Draw(image).rectangle((0, size[1] // 2, size[0], size[1]), fill=BLUE)
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """Return a file of this kind, as an application would save it."""
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def photo(size: tuple[int, int] = (600, 400), kind: str = "JPEG") -> bytes:
    """Return a plain photo."""
    return encoded(picture(size), kind)


def told_of_everything(orientation: int = 1) -> Image.Exif:
    """Return EXIF that tells of the camera, its owner, and where they live."""
    exif = Image.Exif()
    exif[_ORIENTATION], exif[_MAKE], exif[_ARTIST] = orientation, CAMERA, OWNER
    exif.get_ifd(_GPS).update({1: "N", 2: (51.0, 56.0, 48.0), 3: "E", 4: (6.0, 1.0, 12.0)})
    return exif


def deep_png(
    size: tuple[int, int], colour_type: int, pixel: bytes, *extra: tuple[bytes, bytes]
) -> bytes:
    """Return a PNG of sixteen bits a channel, which Pillow itself does not write."""
    width, height = size
    rows = (b"\0" + pixel * width) * height
    return png_of(size, colour_type, zlib.compress(rows), *extra, depth=16)


def png_of(
    size: tuple[int, int],
    colour_type: int,
    data: bytes,
    *extra: tuple[bytes, bytes],
    depth: int = 8,
) -> bytes:
    """Return a PNG with this header and this data, whether they fit or not."""
    header = struct.pack(">IIBBBBB", *size, depth, colour_type, 0, 0, 0)
    pieces = [(b"IHDR", header), *extra, (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*piece) for piece in pieces)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def document(**metadata: str) -> bytes:
    """Return a PDF of one empty page."""
    writer = PdfWriter()
    writer.add_blank_page(300, 300)
    if metadata:
        writer.add_metadata({f"/{name}": text for name, text in metadata.items()})
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    """Return the PDF that was put together."""
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def cut_off(content: bytes) -> bytes:
    """Return the first two thirds of a file: its header is whole, the rest is not."""
    return content[: len(content) * 2 // 3]
