"""What the public may see of the workplaces."""

from tests.support.statements import counted_statements
from tests.support.workplaces import hide, make_organisation, make_workplace
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces.models import VersionStatus
from webapp.workplaces.public import find_public_workplace, public_workplaces


def test_a_visitor_sees_an_approved_workplace(session):
    workplace = make_workplace(session)
    assert find_public_workplace(session, workplace.public_id) is workplace


def test_a_visitor_does_not_see_a_draft(session):
    workplace = make_workplace(session, status=VersionStatus.DRAFT)
    assert find_public_workplace(session, workplace.public_id) is None


def test_a_visitor_does_not_see_what_a_provider_hid(session):
    workplace = make_workplace(session)
    hide(session, workplace)
    assert find_public_workplace(session, workplace.public_id) is None


def test_a_visitor_does_not_see_a_workplace_of_an_organisation_that_is_not_approved(session):
    for status in (OrganisationStatus.SUBMITTED, OrganisationStatus.REJECTED):
        organisation = make_organisation(session, status=status)
        workplace = make_workplace(session, organisation=organisation)
        assert find_public_workplace(session, workplace.public_id) is None


def test_a_list_costs_one_statement_however_long_it_is(database):
    with database.writing() as session:
        for _ in range(12):
            make_workplace(session)
    with database.reading() as session, counted_statements(database) as statements:
        found = session.scalars(public_workplaces()).all()
        titles = {item.published_version.content.title for item in found}
        names = {item.organisation.name for item in found}
    assert (len(found), len(titles), len(names), len(statements)) == (12, 1, 12, 1)
