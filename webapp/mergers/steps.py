"""What goes along in a merger: one table of every column that holds a municipality's code.

A test compares it with the schema: a new column that refers to a municipality must get its line.
"""

from dataclasses import dataclass

from webapp.enquiries.models import Enquiry
from webapp.findingplaces.models import FindingPlace
from webapp.mergers import geography, people, texts, workplaces
from webapp.mergers.change import Work, moving
from webapp.moderation.models import Claim
from webapp.municipalities.models import PostcodeArea
from webapp.organisations.models import Organisation
from webapp.placements.models import FinishedPlacement, Placement
from webapp.registrations.models import Registration
from webapp.search.saved.models import SavedSearch
from webapp.shortlists.models import Shortlist
from webapp.workplaces.exceptions.models import LocationException
from webapp.workplaces.models import Workplace, WorkplaceVersion
from webapp.workplaces.sheets.models import SheetRow
from webapp.workplaces.talk.models import WorkplaceMessage


@dataclass(frozen=True)
class Step:
    """A part of a merger: its name in the log, and the columns that it takes care of.

    One that `repeats` is done again for a while: a request that was on its way in the second of
    the merger may still have written the old code.
    """

    name: str
    columns: tuple[str, ...]
    work: Work
    repeats: bool = False


# In this order: service areas are told by where a workplace lies.
STEPS = (
    Step(
        "neighbours",
        ("municipality_neighbour.municipality_code", "municipality_neighbour.neighbour_code"),
        geography.join_neighbours,
    ),
    Step(
        "places",
        (
            "place.municipality_code",
            "place_neighbour.place_key",
            "place_neighbour.neighbour_key",
            "workplace_version.place_key",
        ),
        geography.move_places,
    ),
    Step("postcodes", ("postcode_area.municipality_code",), moving(PostcodeArea.municipality_code)),
    Step(
        "workplaces",
        ("workplace.municipality_code",),
        moving(Workplace.municipality_code),
        repeats=True,
    ),
    Step(
        "versions",
        ("workplace_version.delivery_municipality_code",),
        moving(WorkplaceVersion.delivery_municipality_code),
        repeats=True,
    ),
    Step(
        "checkers",
        ("workplace_version.municipality_code",),
        moving(WorkplaceVersion.municipality_code),
        repeats=True,
    ),
    Step(
        "contents",
        ("workplace_version.content",),
        workplaces.move_codes_in_content,
        repeats=True,
    ),
    Step(
        "service_areas",
        ("service_area.municipality_code",),
        workplaces.move_service_areas,
        repeats=True,
    ),
    Step(
        "exceptions",
        ("location_exception.municipality_code",),
        moving(LocationException.municipality_code),
        repeats=True,
    ),
    Step(
        "organisations",
        ("organisation.municipality_code",),
        moving(Organisation.municipality_code),
        repeats=True,
    ),
    Step(
        "registrations",
        ("registration.municipality_code",),
        moving(Registration.municipality_code),
        repeats=True,
    ),
    Step(
        "enquiries",
        ("enquiry.municipality_code",),
        moving(Enquiry.municipality_code),
        repeats=True,
    ),
    Step(
        "placements",
        ("placement.municipality_code",),
        moving(Placement.municipality_code),
        repeats=True,
    ),
    Step(
        "finished_placements",
        ("finished_placement.municipality_code",),
        moving(FinishedPlacement.municipality_code),
        repeats=True,
    ),
    Step(
        "messages",
        ("workplace_message.municipality_code",),
        moving(WorkplaceMessage.municipality_code),
        repeats=True,
    ),
    Step(
        "sheets",
        ("workplace_sheet_row.municipality_code",),
        moving(SheetRow.municipality_code),
        repeats=True,
    ),
    Step(
        "saved_searches",
        ("saved_search.municipality_code",),
        moving(SavedSearch.municipality_code),
        repeats=True,
    ),
    Step(
        "shortlists",
        ("shortlist.municipality_code",),
        moving(Shortlist.municipality_code),
        repeats=True,
    ),
    Step(
        "finding_places",
        ("finding_place.municipality_code",),
        moving(FindingPlace.municipality_code),
        repeats=True,
    ),
    Step("claims", ("claim.municipality_code",), moving(Claim.municipality_code), repeats=True),
    Step("digests", ("digest.municipality_code",), people.move_digests),
    Step("roles", ("role.municipality_code",), people.move_roles, repeats=True),
    Step("invitations", ("account_token.details",), people.move_invitations, repeats=True),
    Step("questions", ("faq_entry.municipality_code",), texts.carry_questions),
    Step("tariffs", ("tariff.municipality_code",), texts.carry_tariffs),
    Step("settings", ("municipality_setting.municipality_code",), texts.fill_settings),
)

# Columns that keep the code as it was: they tell what happened.
HISTORY = ("municipality_merger.from_code", "municipality_merger.into_code",
           "audit_event.municipality_code")  # fmt: skip
