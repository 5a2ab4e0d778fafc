"""The form of a section of a workplace, which others may change meanwhile."""

from webapp.web.forms.versioned import VersionedForm
from webapp.web.provider.content_form import ContentForm, form_for
from webapp.web.provider.contract_form import contract_form_for
from webapp.workplaces.models import WorkplaceVersion
from webapp.workplaces.sections import FIELDS, Section

# Set by the site when the availability changes.
_NOT_ASKED = frozenset({"availability_on"})


class SectionForm(VersionedForm, ContentForm):
    """The fields of a section; its version is the lock of the version of the workplace."""


def section_form(version: WorkplaceVersion, section: Section) -> SectionForm:
    """Return the form as it was sent, or else with what `version` holds."""
    form = _versioned(_kind_of(version, section)).filled_with(version.content)
    if not form.is_submitted():
        form.renew(version.lock)
    return form


def _kind_of(version: WorkplaceVersion, section: Section) -> type[ContentForm]:
    if section is Section.STATUS:
        return contract_form_for(version.content)
    return form_for(tuple(name for name in FIELDS[section] if name not in _NOT_ASKED))


def _versioned(kind: type[ContentForm]) -> type[SectionForm]:
    return type("VersionedFieldsForm", (SectionForm, kind), {"names": kind.names})
