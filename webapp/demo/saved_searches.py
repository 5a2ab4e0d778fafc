"""The searches that consultants of the demonstration saved."""

from webapp.demo.files import rows
from webapp.demo.stage import Stage
from webapp.search.memory import MemoryEngine
from webapp.search.saved.models import Rhythm
from webapp.search.saved.operations import Criteria, SearchDraft, save
from webapp.search.sources import all_documents


def load_saved_searches(stage: Stage) -> None:
    """Save them; what is on the site by now is not new."""
    engine = MemoryEngine(all_documents(stage.session))
    for row in rows("saved_searches", "search"):
        save(
            stage.session,
            engine,
            row["municipality"],
            Criteria(row["where"], row["query"]),
            SearchDraft(row["name"], Rhythm(row["rhythm"])),
            actor=stage.staff_actor("consultant", row["municipality"]),
            now=stage.ago(row["days_ago"]),
        )
