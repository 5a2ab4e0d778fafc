"""The logo of an organisation, as templates show it beside or above the name."""

from dataclasses import dataclass

from flask import url_for

from webapp.media import logos
from webapp.organisations.models import Organisation

# The widest and the highest that a logo stands on a page, in CSS pixels.
LARGE = (240, 120)
SMALL = (120, 48)


@dataclass(frozen=True)
class ShownLogo:
    """A logo with the addresses of its sizes, and how large it stands on the page."""

    src: str
    webp: str
    png: str
    width: int
    height: int


def shown_logo(
    organisation: Organisation, audience: str, room: tuple[int, int] = LARGE
) -> ShownLogo | None:
    """Return the logo as an audience finds it, as large as fits in `room`; None without one."""
    logo = organisation.logo
    if logo is None:
        return None
    scale = min(1, room[0] / logo.width, room[1] / logo.height)

    def address(width: int, extension: str) -> str:
        return url_for(
            f"{audience}.organisation_logo",
            public_id=organisation.public_id,
            key=logo.key,
            name=logos.name_of(width, extension),
        )

    widths = logos.widths_of(logo.width)
    webp, png = (
        ", ".join(f"{address(width, extension)} {width}w" for width in widths)
        for extension in logos.FORMATS
    )
    return ShownLogo(
        src=address(widths[0], "png"),
        webp=webp,
        png=png,
        width=max(1, round(logo.width * scale)),
        height=max(1, round(logo.height * scale)),
    )
