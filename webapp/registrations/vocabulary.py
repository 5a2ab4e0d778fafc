"""The words that a registration, and who follows it up, choose from."""

from enum import StrEnum


class Need(StrEnum):
    """What a person needs at work, in functional terms: never why (domain §11)."""

    GUIDANCE_NEAR = "guidance_near"
    QUIET_PLACE = "quiet_place"
    CLEAR_INSTRUCTIONS = "clear_instructions"
    SMALL_GROUP = "small_group"
    BREAKS = "breaks"
    SITTING = "sitting"
    WHEELCHAIR = "wheelchair"
    ADAPTED_TOILET = "adapted_toilet"
    NEAR_HOME = "near_home"
    LANGUAGE = "language"


class StopReason(StrEnum):
    """Why a registration stops before a trajectory is completed."""

    NO_CONTACT = "no_contact"
    NO_WISH = "no_wish"
    OTHER_HELP = "other_help"
    OWN_WORK = "own_work"
    NO_PLACE = "no_place"
    MOVED = "moved"
    OTHER = "other"


class ContactChannel(StrEnum):
    """How a consultant tries to reach somebody."""

    PHONE = "phone"
    EMAIL = "email"
    VISIT = "visit"
    HELPER = "helper"


class ContactOutcome(StrEnum):
    """What came of it."""

    REACHED = "reached"
    MESSAGE_LEFT = "message_left"
    NOT_REACHED = "not_reached"
