"""The location rule [S0 Eis 8] as it works for the municipality of the site, today."""

from webapp.core import clock
from webapp.search.document import facts_of_version
from webapp.search.scope import Reason, Scope, surroundings
from webapp.web.edge import db
from webapp.web.site import current_municipality, current_site
from webapp.workplaces.exceptions.models import LocationException, Phase
from webapp.workplaces.exceptions.queries import find_open
from webapp.workplaces.models import Workplace


def own_scope() -> Scope:
    """Return what counts for the municipality of the site, with what it allows today."""
    adjacency = current_site().settings.adjacency
    return surroundings(db(), current_municipality().code, adjacency, today=clock.today())


def exception_that_counts(workplace: Workplace) -> LocationException | None:
    """Return by which exception a published workplace counts here; None when it needs none."""
    today, version = clock.today(), workplace.published_version
    exception = find_open(db(), workplace, current_municipality().code, today)
    if exception is None or version is None or exception.phase(today) is not Phase.CURRENT:
        return None
    reason = own_scope().reason_by_rule(facts_of_version(workplace, version))
    return exception if reason is Reason.EXCEPTION else None
