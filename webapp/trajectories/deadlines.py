"""What must be done when in a trajectory, by its product and by the rules of the municipality."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from webapp.core.errors import refuse
from webapp.core.i18n import N_
from webapp.core.months import months_after
from webapp.core.working_days import last_working_day_until, working_days_after
from webapp.municipalities.settings import StableProgress
from webapp.trajectories.products import ProductKind

# How long a trajectory lasts at most, in months [S0 1.1.6, S2].
MOST_MONTHS = {
    ProductKind.ORIENTATION: 3,
    ProductKind.DEVELOPMENT: 6,
    ProductKind.STABLE: 24,
}
# A progress message in a development is due so many months after the start [S0 Eis 9].
_PROGRESS_MONTHS = 3
# And in a stable trajectory, where it does not go by the half [S0, S1, S2].
_STABLE_MONTHS = 6
# The evaluation talk is held this long before the end [S0 Eis 3].
_EVALUATION_BEFORE = timedelta(weeks=6)
_MOST_HOURS = 40
# Years in which days are counted: beyond, somebody typed wrongly.
_YEARS = range(2000, 2101)


class Task(StrEnum):
    """Something that must be done."""

    PROGRESS = "voortgang"
    EVALUATION = "evaluatie"
    ADVICE = "advies"
    END = "einde"


class Remark(StrEnum):
    """Something of a trajectory that is other than usual."""

    LONGER = "langer"
    NO_PROGRESS = "geen-voortgang"
    NO_TIME_TO_EVALUATE = "geen-tijd"


@dataclass(frozen=True)
class Deadline:
    """A task, and the day that the rule names; `by` is the last working day until then."""

    task: Task
    day: date

    @property
    def by(self) -> date:
        """When it must be done by who does not work in weekends and on holidays."""
        return last_working_day_until(self.day)


@dataclass(frozen=True)
class Trajectory:
    """A trajectory of one kind: its first and last day (both count), and hours a week."""

    kind: ProductKind
    first_day: date
    last_day: date
    weekly_hours: int | None = None

    @property
    def hours(self) -> int | None:
        """How many hours it is in all, about."""
        if self.weekly_hours is None:
            return None
        return round(self.weekly_hours * ((self.last_day - self.first_day).days + 1) / 7)


@dataclass(frozen=True)
class Plan:
    """A trajectory with its deadlines, the earliest first.

    `extended_until` is its last day when it is extended once (an orientation is not).
    """

    trajectory: Trajectory
    deadlines: tuple[Deadline, ...]
    remarks: frozenset[Remark]
    extended_until: date | None


def trajectory_of(
    kind: ProductKind,
    first_day: date,
    last_day: date | None = None,
    weekly_hours: int | None = None,
) -> Trajectory:
    """Return a trajectory; without a last day it lasts as long as it may.

    Raise InvalidInputError, by the names of these parameters, for what cannot be.
    """
    problems = {"first_day": day_problem(first_day), "last_day": day_problem(last_day)}
    if last_day is not None and last_day <= first_day:
        problems["last_day"] = N_("Kies een dag die ná de eerste dag ligt.")
    if weekly_hours is not None and not 1 <= weekly_hours <= _MOST_HOURS:
        problems["weekly_hours"] = N_("Vul een aantal uren in van 1 tot en met 40.")
    refuse({name: sentence for name, sentence in problems.items() if sentence})
    return Trajectory(kind, first_day, last_day or _usual_end(kind, first_day), weekly_hours)


def day_problem(day: date | None) -> str:
    """Return how to mend a day that cannot be meant, '' for any other."""
    return "" if day is None or day.year in _YEARS else N_("Kijk het jaartal na.")


def plan(trajectory: Trajectory, stable_progress: StableProgress) -> Plan:
    """Return what must be done when [S0 Eis 3 and 9, S1, S2, S4].

    Of a stable trajectory the sources differ about the progress message, so its municipality says.
    """
    remarks = set()
    deadlines = [Deadline(Task.PROGRESS, day) for day in _progress(trajectory, stable_progress)]
    last_day, kind = trajectory.last_day, trajectory.kind
    if kind is ProductKind.ORIENTATION:
        deadlines.append(Deadline(Task.ADVICE, last_day))
    else:
        if not deadlines:
            remarks.add(Remark.NO_PROGRESS)
        talk = last_day - _EVALUATION_BEFORE
        if talk > trajectory.first_day:
            deadlines.append(Deadline(Task.EVALUATION, talk))
        else:
            remarks.add(Remark.NO_TIME_TO_EVALUATE)
    if last_day > _usual_end(kind, trajectory.first_day):
        remarks.add(Remark.LONGER)
    deadlines.append(Deadline(Task.END, last_day))
    # Of what falls on one day, the end comes last: it was added last, and sorting keeps that.
    in_order = tuple(sorted(deadlines, key=lambda deadline: deadline.day))
    return Plan(trajectory, in_order, frozenset(remarks), _extended(trajectory))


def calamity_term(day: date, working_days: int) -> date:
    """Return the last day on which something that happened on `day` can be reported in time.

    It is the last of so many working days after it (a setting) [S0: two, S2: the next].
    """
    return working_days_after(day, working_days)


def _progress(trajectory: Trajectory, stable_progress: StableProgress) -> Iterator[date]:
    """Yield the days of progress messages that lie before the last day."""
    first_day, last_day = trajectory.first_day, trajectory.last_day
    if trajectory.kind is ProductKind.ORIENTATION:
        return
    if trajectory.kind is ProductKind.STABLE and stable_progress is StableProgress.HALF_WAY:
        yield first_day + (last_day - first_day) // 2
        return
    is_stable = trajectory.kind is ProductKind.STABLE
    step = _STABLE_MONTHS if is_stable else _PROGRESS_MONTHS
    is_repeated = is_stable and stable_progress is StableProgress.EVERY_6_MONTHS
    number = 1
    while (day := months_after(first_day, number * step)) < last_day:
        yield day
        if not is_repeated:
            return
        number += 1


def _usual_end(kind: ProductKind, first_day: date) -> date:
    return months_after(first_day, MOST_MONTHS[kind]) - timedelta(days=1)


def _extended(trajectory: Trajectory) -> date | None:
    """Return the last day of an extension that follows on it and lasts as long as it may."""
    if trajectory.kind is ProductKind.ORIENTATION:
        return None
    return _usual_end(trajectory.kind, trajectory.last_day + timedelta(days=1))
