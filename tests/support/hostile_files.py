"""Files that somebody could send to do harm, made while the test runs."""

import zlib
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from tests.support.pictures import encoded, photo, picture, png_of, written

SCRIPT = b"<script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
RIGHT_TO_LEFT = "\u202e"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"


def packed(piece: bytes, times: int) -> bytes:
    """Return what unpacks to `piece` so many times, without ever holding all of that."""
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    total = 1
    for _ in range(times):
        total = zlib.adler32(piece, total)
    return b"\x78\xda" + block * times + b"\x03\x00" + total.to_bytes(4, "big")


def huge_png(size: tuple[int, int] = (20_000, 20_000)) -> bytes:
    """Return a PNG of a megabyte or so that unpacks to gigabytes."""
    return png_of(size, 2, packed(b"\0" + b"\0\0\0" * size[0], size[1]))


def png_with_large_text() -> bytes:
    """Return a small PNG with a text that unpacks to hundreds of megabytes."""
    text = b"Comment\0\0" + packed(b"x" * 1_000_000, 200)
    return png_of((9, 9), 2, zlib.compress((b"\0" + b"\0" * 27) * 9), (b"zTXt", text))


def jpeg_in_passes(number: int) -> bytes:
    """Return a JPEG that comes in so many passes over the whole photo."""
    content = encoded(picture((800, 800)), progressive=True)
    last = content.rindex(b"\xff\xda")
    return content[:last] + content[last:-2] * number + b"\xff\xd9"


def jpeg_with_page() -> bytes:
    """Return a whole JPEG that is a web page too, in a comment and at its end."""
    return encoded(picture(), comment=SCRIPT) + b"<html>" + SCRIPT


def gif_with_script() -> bytes:
    """Return a GIF that is a script too."""
    return encoded(picture((9, 9)), "GIF") + b"=1;alert(1)//"


def pdf_with(action: str, **details: str) -> bytes:
    """Return a PDF that does something as soon as it is opened."""
    writer = PdfWriter()
    writer.add_blank_page(99, 99)
    does: dict[NameObject, NameObject | TextStringObject] = {
        NameObject("/S"): NameObject(f"/{action}")
    }
    does |= {NameObject(f"/{name}"): TextStringObject(text) for name, text in details.items()}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(does)
    return written(writer)


def pdf_with_script() -> bytes:
    """Return a PDF with a script that starts by itself."""
    return pdf_with("JavaScript", JS="app.alert(1)")


def pdf_with_attachment() -> bytes:
    """Return a PDF that brings another file along."""
    writer = PdfWriter()
    writer.add_blank_page(99, 99)
    writer.add_attachment("virus.exe", b"MZ")
    return written(writer)


def locked_pdf() -> bytes:
    """Return a PDF that asks for a password."""
    writer = PdfWriter()
    writer.add_blank_page(99, 99)
    writer.encrypt("geheim", algorithm="RC4-128")
    return written(writer)


def pdf_of(*objects: bytes) -> bytes:
    """Return a PDF with these objects, of which the first is the catalogue."""
    content, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Root 1 0 R/Size %d>>\n"
        b"startxref\n%d\n%%%%EOF" % (size, table, size, len(content))
    )


def pdf_with_hidden_script() -> bytes:
    """Return a PDF with a script that no page leads to, under a name written in code."""
    catalogue, pages = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf_of(catalogue, pages, _PAGE, b"<</S/J#61vaScript/J#53(app.alert(1))>>")


def pdf_bomb(megabytes: int = 70) -> bytes:
    """Return a PDF of which the list of objects unpacks to so much."""
    content = packed(b" " * 999_995 + b"5 0 \n", megabytes)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        _PAGE,
        b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%b\nendstream"
        % (len(content), content),
    )
    content, rows = b"%PDF-1.7\n", [(0, 0, 65535)]
    for number, each in enumerate(objects, start=1):
        rows.append((1, len(content), 0))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    rows += [(2, 4, 0), (1, len(content), 0)]
    table = b"".join(
        bytes([kind]) + place.to_bytes(4, "big") + last.to_bytes(2, "big")
        for kind, place, last in rows
    )
    return content + (
        b"6 0 obj\n<</Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Length %d>>stream\n%b\nendstream\n"
        b"endobj\nstartxref\n%d\n%%%%EOF" % (len(table), table, len(content))
    )


def pdf_in_circles() -> bytes:
    """Return a PDF of which the pages lead to themselves."""
    return pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>", _PAGE)


def large(megabytes: int) -> bytes:
    """Return a photo with so much behind it."""
    return photo() + b"\0" * (megabytes * 1_000_000)


def large_photo(kind: str, mode: str = "RGB") -> bytes:
    """Return a photo of 40 megapixels, the most that is taken."""
    target = BytesIO()
    options = {"speed": 10} if kind == "AVIF" else {}
    picture((8000, 5000), 9 if mode in {"L", "P"} else (9,) * len(mode), mode).save(
        target, kind, **options
    )
    return target.getvalue()
