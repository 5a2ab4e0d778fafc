"""The words that the fields of a workplace choose from."""

from enum import StrEnum


class WorkPressure(StrEnum):
    """How much pressure there is in the work."""

    LOW = "low"
    SOME = "some"
    NORMAL = "normal"


class Independence(StrEnum):
    """How independently a person works."""

    LITTLE = "little"
    SOME = "some"
    MUCH = "much"


class GuidanceKind(StrEnum):
    """Where the guide is: near (rung 3) or at a distance (rung 4) [S0 1.1.6]."""

    NEAR = "near"
    DISTANCE = "distance"
    BOTH = "both"


class Access(StrEnum):
    """Whether something can be used."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Availability(StrEnum):
    """Whether there is room, coarsely."""

    FREE = "plek"
    WAITING_LIST = "wachtlijst"
    FULL = "vol"


class Allowance(StrEnum):
    """How a participant's expenses are met."""

    NONE = "none"
    IN_KIND = "in_kind"
    MONEY = "money"
    BOTH = "both"


class QualityMark(StrEnum):
    """A quality mark that replaces the quality handbook [S0 2.1]."""

    BLIK_OP_WERK = "blik-op-werk"
    NOLOC = "noloc"
    OVAL = "oval"


DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
PARTS = ("ochtend", "middag", "avond")
DAY_PARTS = tuple(f"{day}-{part}" for day in DAYS for part in PARTS)
