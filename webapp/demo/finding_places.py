"""The finding places of the demonstration."""

from datetime import timedelta

from webapp.core.clock import day_of
from webapp.demo.files import rows
from webapp.demo.stage import Stage
from webapp.findingplaces.draft import FindingPlaceDraft
from webapp.findingplaces.models import FindingKind
from webapp.findingplaces.operations import add
from webapp.geo.geocoding import NoGeocoder

_TEXTS = ("neighbourhood", "street", "house_number", "postcode", "phone", "email", "website")


def load_finding_places(stage: Stage) -> None:
    """Let moderators add them; one has ended."""
    for row in rows("finding_places", "finding_place"):
        ended = row.get("ended_days_ago")
        draft = FindingPlaceDraft(
            name=row["name"],
            kind=FindingKind(row["kind"]),
            place=row["place"],
            hours=row["hours"],
            for_whom=row["for_whom"],
            rungs=tuple(row["rungs"]),
            sectors=tuple(row.get("sectors", ())),
            active_to=day_of(stage.now) - timedelta(days=ended) if ended else None,
            **{name: row.get(name, "") for name in _TEXTS},
        )
        add(
            stage.session,
            row["municipality"],
            draft,
            geocoder=NoGeocoder(),
            actor=stage.staff_actor("moderator", row["municipality"]),
            now=stage.ago(60),
        )
