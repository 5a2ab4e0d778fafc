"""What a visitor reads when a search finds nothing: why, and what there is instead."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.search.facets import Facet
from webapp.search.queries import ResultPage, Viewpoint
from webapp.search.request import SearchRequest
from webapp.search.wider import NothingFound, WiderSearch, why_nothing
from webapp.web.edge import db
from webapp.web.facet_words import FACET_NAMES
from webapp.web.ports import ports
from webapp.web.search_filters import AddressOf
from webapp.web.search_words import result_sentence
from webapp.web.site import Site, current_site
from webapp.web.workplace_words import listed


@dataclass(frozen=True)
class Explained:
    """The reason in one or two sentences, and a sentence with an address for each wider search."""

    reason: str
    wider: tuple[tuple[str, str], ...]


def explained(page: ResultPage, viewpoint: Viewpoint, address_of: AddressOf) -> Explained:
    """Return why `page` is empty, and what to try."""
    site = current_site()
    home = site.municipality_name or ""
    nothing = why_nothing(db(), ports().search_engine, page.request, viewpoint=viewpoint, home=home)
    return Explained(
        reason=_reason(nothing),
        wider=tuple(
            (_in_words(each, page.request, site), address_of(each.request))
            for each in nothing.wider
        ),
    )


def _reason(nothing: NothingFound) -> str:
    if nothing.words:
        return _about_words(nothing)
    if nothing.facets:
        return _about_facets(nothing)
    if nothing.is_area_empty:
        return str(_("In dit gebied staat nu geen enkele werkplek."))
    return str(_("We weten nog niet waar we moeten zoeken. Vul een postcode of plaats in."))


def _about_words(nothing: NothingFound) -> str:
    words = listed([f"“{word}”" for word in nothing.words])
    if nothing.is_together:
        return str(_("Er is hier geen werkplek met al deze woorden samen: %(words)s.", words=words))
    sentence = ngettext(
        "Het woord %(words)s staat hier bij geen enkele werkplek.",
        "De woorden %(words)s staan hier bij geen enkele werkplek.",
        len(nothing.words),
        words=words,
    )
    advice = _("Kijk of er een typefout in staat.")
    return f"{sentence} {advice}"


def _about_facets(nothing: NothingFound) -> str:
    if nothing.is_together:
        return str(_("Er is hier geen werkplek die past bij al je filters samen."))
    sentence = ngettext(
        "Door je keuze bij %(names)s blijft er niets over.",
        "Je keuzes bij %(names)s gaan hier niet samen.",
        len(nothing.facets),
        names=_names(nothing.facets),
    )
    return str(sentence)


def _in_words(wider: WiderSearch, asked: SearchRequest, site: Site) -> str:
    """Return what a wider search finds, and which filters it leaves out."""
    sentence = result_sentence(wider.request, wider.total, wider.where, site)
    left = wider.request.chosen_facets
    dropped = tuple(each for each in asked.chosen_facets if each not in left)
    if not dropped:
        return sentence
    names = _names(dropped)
    return str(_("%(found)s, zonder je keuze bij %(names)s", found=sentence, names=names))


def _names(facets: tuple[Facet, ...]) -> str:
    return listed([f"“{FACET_NAMES[facet]}”" for facet in facets])
