"""The words that a registration chooses from."""

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
