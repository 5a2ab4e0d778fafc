"""What is sent as a photo or a logo and is none: its name, its content, and what is said of it."""

from collections.abc import Callable, Mapping

from tests.support import hostile_files as hostile
from tests.support.pictures import cut_off, document, encoded, photo, picture, png_of

UNKNOWN = "Dit is geen afbeelding die we kennen. Kies een JPEG, PNG, WebP of AVIF."
BROKEN = "De afbeelding is niet heel. Maak of bewaar het bestand opnieuw, en kies het dan nog eens."
TOO_MANY_PIXELS = "De afbeelding heeft te veel beeldpunten. Kies er een van hooguit 40 megapixel."
EMPTY = "Het bestand is leeg. Kies een ander bestand."
TOO_LARGE = "Het bestand is te groot. Kies een bestand van hooguit 10 MB."
PHOTOS: Mapping[str, tuple[str, Callable[[], bytes], str]] = {
    "nothing": ("leeg.jpg", lambda: b"", EMPTY),
    "a text": ("foto.jpg", lambda: b"geen foto", UNKNOWN),
    "cut off JPEG": ("kapot.jpg", lambda: cut_off(photo((900, 900))), BROKEN),
    "cut off PNG": ("kapot.png", lambda: cut_off(encoded(picture(), "PNG")), BROKEN),
    "cut off WebP": ("kapot.webp", lambda: cut_off(encoded(picture(), "WEBP")), UNKNOWN),
    "cut off AVIF": ("kapot.avif", lambda: cut_off(encoded(picture(), "AVIF")), UNKNOWN),
    "50 MB": ("groot.jpg", lambda: hostile.large(50), TOO_LARGE),
    "20 000 by 20 000": ("bom.png", hostile.huge_png, TOO_MANY_PIXELS),
    "an impossible size": ("bom.png", lambda: png_of((2**31 - 1, 2**31 - 1), 2, b"x"), ""),
    "a text in a PNG": ("tekst.png", hostile.png_with_large_text, ""),
    "too many passes": ("lang.jpg", lambda: hostile.jpeg_in_passes(200), BROKEN),
    "SVG": ("plaatje.svg", lambda: hostile.SVG, UNKNOWN),
    "SVG called JPEG": ("plaatje.jpg", lambda: hostile.SVG, UNKNOWN),
    "GIF and script": ("plaatje.gif", hostile.gif_with_script, UNKNOWN),
    "GIF called PNG": ("plaatje.png", hostile.gif_with_script, UNKNOWN),
    "a page": ("pagina.html", lambda: hostile.SCRIPT, UNKNOWN),
    "a JPEG called a page": ("foto.html", hostile.jpeg_with_page, UNKNOWN),
    "a program": ("foto.jpg.exe", photo, UNKNOWN),
    "a program in disguise": (f"foto{hostile.RIGHT_TO_LEFT}gpj.exe", photo, UNKNOWN),
    "a PDF": ("foto.jpg", document, UNKNOWN),
}
