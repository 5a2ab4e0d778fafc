"""The words that who follows a placement up chooses from."""

from enum import StrEnum


class MarkKind(StrEnum):
    """Something that happened in a placement."""

    PROGRESS_SENT = "progress_sent"
    PROGRESS = "progress"
    EVALUATION_PLANNED = "evaluation_planned"
    EVALUATION = "evaluation"
    ADVICE = "advice"
    EXTENDED = "extended"
    ENDED = "ended"


class EndReason(StrEnum):
    """Why a placement ended."""

    AS_PLANNED = "as_planned"
    GOAL_MET = "goal_met"
    NO_WISH = "no_wish"
    NO_FIT = "no_fit"
    PROVIDER = "provider"
    CIRCUMSTANCES = "circumstances"
    MOVED = "moved"
    OTHER = "other"


class NextStep(StrEnum):
    """Where somebody goes from a placement."""

    PAID_WORK = "paid_work"
    SUPPORTED_WORK = "supported_work"
    TRAINING = "training"
    VOLUNTEERING = "volunteering"
    OTHER_PLACEMENT = "other_placement"
    OTHER_HELP = "other_help"
    NONE = "none"
    UNKNOWN = "unknown"


# Ended because it was over or its goal was met [S4]; for every other reason somebody dropped out.
WELL_ENDED = frozenset({EndReason.AS_PLANNED, EndReason.GOAL_MET})
