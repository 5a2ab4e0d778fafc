"""Why and how long something is kept, in words: for pages that ask for it, and for the register."""

from datetime import timedelta

from flask import Flask
from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.privacy.records import RECORDS, RecordType, Unit
from webapp.web.site import current_site

_DAY = timedelta(days=1)
_YEAR = timedelta(days=365)


def init_privacy_facts(app: Flask) -> None:
    """Let templates tell what happens with what they ask."""
    app.jinja_env.globals["privacy_facts_of"] = privacy_facts_of


def privacy_facts_of(name: str) -> list[dict[str, str]]:
    """Return, for a kind of record, the reason, the term and whom to ask, as facts."""
    kind = RECORDS[name]
    return [
        {"label": _("Waarom dit mag"), "value": f"{_first_up(basis_of(kind))}."},
        {"label": _("Hoelang we het bewaren"), "value": f"{_first_up(term_of(kind))}."},
        {"label": _("Vragen over je gegevens"), "value": officer_email()},
    ]


def basis_of(kind: RecordType) -> str:
    """Return the legal basis, as the municipality words it."""
    return str(getattr(current_site().settings, kind.basis))


def term_of(kind: RecordType) -> str:
    """Return how long it is kept: '12 maanden na de laatste verandering'."""
    term, after = kind.term, str(_(kind.term.after))
    if term.setting:
        return f"{_counted(getattr(current_site().settings, term.setting), term.unit)} {after}"
    return f"{_in_words(term.lasts)} {after}" if term.lasts else after


def officer_email() -> str:
    """Return whom to ask: the data protection officer, or who the municipality names instead."""
    site = current_site()
    return site.settings.officer_email or site.settings.privacy_email or site.help_email


def _counted(number: int, unit: Unit) -> str:
    if unit is Unit.YEARS:
        return str(_("%(count)s jaar", count=number))
    if unit is Unit.MONTHS:
        return str(ngettext("%(num)s maand", "%(num)s maanden", number))
    return str(ngettext("%(num)s dag", "%(num)s dagen", number))


def _in_words(lasts: timedelta) -> str:
    if lasts >= _YEAR:
        return _counted(lasts // _YEAR, Unit.YEARS)
    if lasts >= 2 * _DAY:
        return _counted(lasts // _DAY, Unit.DAYS)
    return str(_("%(count)s uur", count=lasts // timedelta(hours=1)))


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
