"""A text as a QR code; the door to segno."""

import segno
from markupsafe import Markup


def qr_code(text: str) -> Markup:
    """Return a drawing of `text` that stands in the page itself; what is around it gives its name.

    So the secret in it is in no address and no file. It is black on white whatever the theme is: a
    camera must read it.
    """
    drawing = segno.make(text, error="m").svg_inline(
        omitsize=True, svgclass="qr-code", lineclass=None, dark="#000", light="#fff"
    )
    return Markup(drawing)  # noqa: S704 (drawn by us: figures, and no word of the text)
