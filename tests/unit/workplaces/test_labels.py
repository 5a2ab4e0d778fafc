"""Every field and every choice has a name for people."""

import pytest

from webapp.workplaces import labels, vocabulary
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import VersionStatus
from webapp.workplaces.sections import Section


def test_every_field_has_a_name_of_its_own():
    assert list(labels.FIELDS) == list(WorkplaceContent.__dataclass_fields__)


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (labels.SECTIONS, Section),
        (labels.STATUSES, VersionStatus),
        (labels.WORK_PRESSURES, vocabulary.WorkPressure),
        (labels.INDEPENDENCES, vocabulary.Independence),
        (labels.GUIDANCE_KINDS, vocabulary.GuidanceKind),
        (labels.ACCESS, vocabulary.Access),
        (labels.AVAILABILITIES, vocabulary.Availability),
        (labels.ALLOWANCES, vocabulary.Allowance),
        (labels.QUALITY_MARKS, vocabulary.QualityMark),
    ],
)
def test_every_choice_has_a_name_of_its_own(names, kind):
    assert set(names) == set(kind)
    assert len(set(names.values())) == len(names)
