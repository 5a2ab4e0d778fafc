"""The search form as its template shows it: what is filled in, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from webapp.search import parameters
from webapp.search.queries import ResultPage
from webapp.search.request import SearchRequest
from webapp.search.scope import Area
from webapp.search.whereabouts import AmbiguousPlace, PlaceChoice, UnknownPlace
from webapp.web.search_words import PARAMETER_NAMES, SORT_NAMES, area_names
from webapp.web.site import Site

# Where the places stand that somebody can have meant.
_CHOICES_ID = "plaatsen"
_DISTANCES = (2, 5, 10, 15, 25, 50)


@dataclass(frozen=True)
class Option:
    """A choice in a list."""

    value: str
    label: str
    selected: bool


@dataclass(frozen=True)
class SearchForm:
    """The fields above the filters.

    `errors` has what is wrong by the name of the field, `notices` the same as sentences for the top
    of the page, each with the id of where it is mended: filters have no field of their own to say
    it at. `kept` are the choices that the filters hold, for a form without filters to send along.
    """

    request: SearchRequest
    areas: tuple[Option, ...]
    distances: tuple[Option, ...]
    sorts: tuple[Option, ...]
    errors: Mapping[str, str]
    where_choices: tuple[PlaceChoice, ...]
    notices: tuple[tuple[str, str], ...]
    kept: tuple[tuple[str, str], ...]

    @property
    def status(self) -> int:
        """The status of a page with this form: 422 when something in it must be mended."""
        return 422 if self.errors else 200


def search_form(page: ResultPage, problems: Mapping[str, str], site: Site) -> SearchForm:
    """Return the form for a search that was done, with the problems that it had."""
    request = page.request
    names = area_names(site)
    distances = sorted({*_DISTANCES, request.km})
    where_error = problems.get("postcode") or _where_error(page)
    errors = dict(problems) | ({"postcode": where_error} if where_error else {})
    choices = page.where.choices if isinstance(page.where, AmbiguousPlace) else ()
    return SearchForm(
        request=request,
        areas=tuple(
            Option(value, names[area], area is request.area)
            for value, area in sorted(
                parameters.AREAS.items(), key=lambda pair: pair[1] is not Area.SURROUNDINGS
            )
        ),
        distances=tuple(
            Option(str(km), str(_("%(km)s km", km=km)), km == request.km) for km in distances
        ),
        sorts=(
            Option("", str(_("Gewone volgorde")), request.sort is None),
            *(
                Option(value, str(SORT_NAMES[sort]), sort is request.sort)
                for value, sort in parameters.SORTS.items()
            ),
        ),
        errors=errors,
        where_choices=choices,
        notices=tuple(
            _notice(name, errors[name], has_choices=bool(choices))
            for name in PARAMETER_NAMES
            if name in errors
        ),
        kept=tuple(
            (name, value)
            for name, value in parameters.pairs_of(request)
            if name not in parameters.FIELD_NAMES
        ),
    )


def _notice(name: str, text: str, *, has_choices: bool) -> tuple[str, str]:
    """Return where something is mended, and what is wrong: of a filter with its name."""
    if name == "postcode" and has_choices:
        return _CHOICES_ID, text
    if name in parameters.FIELD_NAMES:
        return name, text
    return "", f"{PARAMETER_NAMES[name]}: {text}"


def _where_error(page: ResultPage) -> str:
    if isinstance(page.where, UnknownPlace):
        return str(
            _("Deze plaats kennen we niet. Vul een postcode in, zoals 1234, of een plaatsnaam.")
        )
    if isinstance(page.where, AmbiguousPlace):
        return str(_("Er zijn meer plaatsen met deze naam. Kies welke je bedoelt."))
    return ""
