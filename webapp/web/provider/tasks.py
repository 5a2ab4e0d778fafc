"""The task list of a workplace: its sections, and how far each is."""

from flask import url_for
from flask_babel import gettext as _

from webapp.workplaces import labels
from webapp.workplaces.completeness import SectionState, is_required, section_state
from webapp.workplaces.models import Workplace
from webapp.workplaces.sections import Section


def tasks_of(workplace: Workplace) -> list[dict[str, str]]:
    """Return the tasks in the shape that the component `task_list` takes."""
    return [_task(workplace, section) for section in Section]


def section_url(workplace: Workplace, section: Section) -> str:
    """Return the address of the form of a section."""
    return url_for(
        "provider.workplace_section", public_id=workplace.public_id, section_name=section.value
    )


def _task(workplace: Workplace, section: Section) -> dict[str, str]:
    state = section_state(workplace.latest_version.content, section)
    status, kind = _status(state, section)
    return {
        "label": str(_(labels.SECTIONS[section])),
        "url": section_url(workplace, section),
        "status": status,
        "kind": kind,
    }


def _status(state: SectionState, section: Section) -> tuple[str, str]:
    if state is SectionState.COMPLETE:
        return str(_("Klaar")), "ok"
    if state is SectionState.STARTED:
        return str(_("Nog niet klaar")), "warning"
    if is_required(section):
        return str(_("Nog invullen")), "info"
    return str(_("Niet verplicht")), "neutral"
