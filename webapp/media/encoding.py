"""Writing a picture anew: its pixels and nothing else."""

from io import BytesIO
from typing import Any

from PIL import Image


def encoded(image: Image.Image, **options: Any) -> bytes:  # noqa: ANN401 (the format's own)
    """Return the pixels as a file: no EXIF, no profile, no comment."""
    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    target = BytesIO()
    bare.save(target, **options)
    return target.getvalue()
