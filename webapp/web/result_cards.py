"""Workplaces as the cards of a list; what is made once is kept as long as nothing changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from textwrap import shorten

from flask_babel import gettext as _

from webapp.search.asking import Hit
from webapp.search.scope import Reason
from webapp.web.filters import kilometres
from webapp.web.languages import language_code
from webapp.web.search_words import reason_in_words
from webapp.web.site import Site
from webapp.web.workplace_links import path_to
from webapp.web.workplace_media import MediaAddresses, Picture
from webapp.web.workplace_words import listed
from webapp.workplaces import labels
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.listing import ListedWorkplace
from webapp.workplaces.media import shown
from webapp.workplaces.vocabulary import Access, Availability

_SUMMARY_LENGTH = 140
# The drawing for work of which the kind is not known.
_ANY_WORK = "person"
# How many cards a process keeps, some 1 kB each.
_KEPT = 4_000


@dataclass(frozen=True)
class Badge:
    """A trait in few words."""

    text: str
    kind: str = "neutral"
    symbol: str | None = None


# Equal only when it is the same: then what is made of it is found again at once.
@dataclass(frozen=True, eq=False)
class Card:
    """One workplace in a list, as the component `card` shows it.

    `symbol` is the drawing for its kind of work, in place of a picture.
    """

    public_id: str
    title: str
    url: str
    organisation: str
    place: str
    distance: str | None
    reason: str
    days: str
    summary: str
    badges: tuple[Badge, ...]
    picture: Picture | None
    symbol: str


def card_of(hit: Hit, site: Site, symbols: Mapping[str, str]) -> Card:
    """Return what the list shows of a workplace; the whole stays under sixty words.

    `symbols` names the drawing of each sector.
    """
    distance = None if hit.distance_km is None else kilometres(hit.distance_km)
    is_exception = hit.reason is Reason.EXCEPTION
    reason = reason_in_words(hit, site)
    sectors = hit.workplace.content.sectors
    symbol = next((symbols[key] for key in sectors if key in symbols), _ANY_WORK)
    return _card(
        hit.workplace, distance, reason, symbol, language_code(), is_exception=is_exception
    )


@lru_cache(maxsize=_KEPT)
def _card(
    workplace: ListedWorkplace,
    distance: str | None,
    reason: str,
    symbol: str,
    _language: str,
    *,
    is_exception: bool,
) -> Card:
    content = workplace.content
    return Card(
        public_id=workplace.public_id,
        title=content.title,
        url=path_to(workplace.public_id, content),
        organisation=workplace.organisation,
        place=content.place or workplace.municipality_name,
        distance=distance,
        reason=reason,
        days=_days(content),
        summary=shorten(content.summary, _SUMMARY_LENGTH, placeholder="…"),
        badges=tuple(_badges(content, is_exception=is_exception, is_lapsed=workplace.is_lapsed)),
        picture=_picture(workplace),
        symbol=symbol,
    )


def _picture(workplace: ListedWorkplace) -> Picture | None:
    """Return the main photo, cut to the shape of a card."""
    main = next(iter(shown(workplace.content.photos)), None)
    return MediaAddresses("public", workplace.public_id).card(main) if main else None


def _days(content: WorkplaceContent) -> str:
    """Return the days on which there is work: 'ma, wo en vr'."""
    present = {part.split("-")[0] for part in content.day_parts}
    days = [str(_(name)) for day, name in labels.DAY_ABBREVIATIONS.items() if day in present]
    return listed(days) if days else ""


def _badges(content: WorkplaceContent, *, is_exception: bool, is_lapsed: bool) -> list[Badge]:
    badges = []
    if is_lapsed:
        badges.append(Badge(str(_("Niet recent bevestigd")), "warning", "clock"))
    if is_exception:
        badges.append(Badge(str(_("Uitzondering")), "info", "info"))
    if content.rungs:
        numbers = listed([str(rung) for rung in content.rungs])
        badges.append(Badge(str(_("Trede %(numbers)s", numbers=numbers))))
    if content.availability is not None:
        kind = {Availability.FREE: "ok", Availability.WAITING_LIST: "warning"}
        text = str(_(labels.AVAILABILITIES[content.availability]))
        badges.append(Badge(text, kind.get(content.availability, "neutral"), "person"))
    if content.try_out:
        badges.append(Badge(str(_("Proefplek mogelijk"))))
    if content.wheelchair is Access.YES:
        badges.append(Badge(str(_("Rolstoel")), symbol="wheelchair"))
    return badges
