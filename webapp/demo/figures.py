"""How often the workplaces of the demonstration were looked at: numbers that go up and down."""

from webapp.demo.stage import Stage
from webapp.statistics import counts
from webapp.statistics.models import CountKind

_MONTHS = 6
_DAYS_IN_A_MONTH = 30
_LEAST, _SPREAD = 4, 23
# A workplace is shown in so many lists for each time that somebody opens it.
_LISTS_PER_VIEW = 5


def load_figures(stage: Stage) -> None:
    """Count looks at each workplace in public view, in this month and the ones before."""
    for place, workplace in enumerate(stage.workplaces.values(), start=1):
        if workplace.published_version is None:
            continue
        for month in range(_MONTHS):
            views = _LEAST + (place * 7 + month * 11) % _SPREAD
            counts.add(
                stage.session,
                {
                    (workplace.public_id, CountKind.VIEW): views,
                    (workplace.public_id, CountKind.RESULT): views * _LISTS_PER_VIEW,
                },
                now=stage.ago(month * _DAYS_IN_A_MONTH),
            )
