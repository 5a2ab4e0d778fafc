"""Each private object, asked for at each endpoint, as each kind of person, here and elsewhere."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.access_document import as_document
from tests.support.enquiries import make_enquiry
from tests.support.mails import SITE
from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in
from tests.support.placements import make_placement
from tests.support.private_objects import KIND_OF, KINDS, WITHOUT_PERSONAL, Owner
from tests.support.registrations import make_registration
from tests.support.shortlists import shared_list
from tests.support.who_sees import DUIVEN, PEOPLE, Answer, expected
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.ids import hash_secret
from webapp.enquiries import operations as enquiries
from webapp.enquiries.mails import EnquiryLink
from webapp.organisations.models import MemberRole, Membership
from webapp.registrations.models import RegistrationStatus
from webapp.web.site import WATCHED_PATHS
from webapp.workplaces.remarks import operations as remarks
from webapp.workplaces.remarks.operations import RemarkDraft

DOCUMENT = Path("docs/access.md")
HOSTS = {
    DUIVEN: "duiven.localhost:5000",
    "GM0293": "westervoort.localhost:5000",
    "GM0200": "apeldoorn.localhost:5000",
    None: "localhost:5000",
}
NAME = "Schildwacht-persoon"
ASKER = "schildwacht@bezoeker.example"
REST = {
    "act_name": "weghalen", "decision": "goedkeuren", "slug": "duiven", "secret": "x",
    "area": "organisaties", "account_id": "x", "kind": "aanmelding", "public_id": "x",
    "key": "voortgang", "item_id": "x",
}  # fmt: skip
SECRET = "geheim-van-een-vraag"


def routes(app):
    return [
        rule
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static" and rule.rule not in WATCHED_PATHS
    ]


def test_every_endpoint_is_in_a_table_or_named_as_one_without_personal_data(app):
    without = WITHOUT_PERSONAL.read_text(encoding="utf-8").splitlines()
    assert without == sorted(set(without))
    assert {rule.endpoint for rule in routes(app)} == set(without) | set(KIND_OF)
    assert set(without) & set(KIND_OF) == set()


def test_the_document_is_in_step_with_the_routes_and_the_permissions(app):
    marks = {name: app.view_functions[name].access_rule for name in KIND_OF}
    paths = {
        rule.endpoint: f"{'/'.join(sorted({'GET', 'POST'} & rule.methods))} {rule.rule}"
        for rule in routes(app)
    }
    made = as_document(marks, paths)
    if os.environ.get("REWRITE_DOCS"):
        DOCUMENT.write_text(made, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == made


@pytest.fixture
def scene(app):
    """One of each private object of Duiven; return what each endpoint needs to find it."""
    app.config["WTF_CSRF_ENABLED"] = False
    now = clock.now()
    shared = shared_list(app).rpartition("/")[2]
    with database_of(app).writing() as session:
        ours = make_organisation(session, name="Schildwacht-organisatie", contact_name=NAME)
        workplace = make_workplace(session, organisation=ours)
        asked = make_enquiry(session, workplace, now=now, email=ASKER)
        reported = make_enquiry(session, workplace, now=now, email=ASKER)
        enquiries.report(session, reported, actor=Actor(None, "lid"), now=now)
        session.add(
            EnquiryLink(
                secret_hash=hash_secret(SECRET), enquiry_id=asked.id, expires_at=now + timedelta(9)
            )
        )
        remark = remarks.make(
            session, workplace, RemarkDraft(text="Klopt niet.", email=ASKER),
            site=SITE, actor=Actor(None, "bezoeker"), now=now,
        )  # fmt: skip
        placed = make_placement(session, workplace, now=now)
        registered = make_registration(session, now=now)
        registered.status = RegistrationStatus.INTAKE
        registered.follow_up.intake_at = now + timedelta(9)
        colleague = make_account(session, name=NAME, roles=((RoleName.CONSULTANT, DUIVEN),))
        session.add(
            Membership(
                account_id=colleague.id,
                organisation_id=ours.id,
                role=MemberRole.MANAGER,
                created_at=now,
            )
        )
        staff = {"public_id": colleague.public_id}
        organisation = {"public_id": ours.public_id, "account_id": colleague.public_id}
        return {
            "ours": ours.id,
            "theirs": make_organisation(session).id,
            "consultant.registration": {"public_id": registered.public_id},
            "consultant.placement": {"public_id": placed.public_id},
            "provider.placement": {"public_id": placed.public_id},
            "provider.enquiry": {"public_id": asked.public_id},
            "public.enquiry": {"secret": SECRET},
            "public.resident_shortlist": {"secret": shared},
            "moderator.enquiry": {"public_id": reported.public_id},
            "provider.remark": {"public_id": remark.public_id},
            "moderator.remark": {"public_id": remark.public_id},
            "provider.organisation": organisation,
            "provider.members_overview": organisation,
            "provider.member_act": organisation,
            "moderator.organisation_check": organisation,
            "moderator.staff_member": staff,
            "admin.administrators": staff,
        }


def browser_of(app, scene, who):
    """Return the browser of a person; OURS is the organisation of the scene."""
    person = PEOPLE[who]
    client = PageClient(app, host=HOSTS[person.site])
    if person.principal is None:
        return client
    with database_of(app).writing() as session:
        account = make_account(session, roles=tuple(person.principal.roles))
        for number, role in person.principal.memberships:
            membership = Membership(
                account_id=account.id,
                organisation_id=scene["ours" if number == 1 else "theirs"],
                role=MemberRole(role),
                created_at=clock.now(),
            )
            session.add(membership)
    return sign_in(client, account)


def answered(response):
    if response.headers.get("Location", "").startswith("/inloggen"):
        return Answer.LOG_IN
    return {403: Answer.REFUSED, 404: Answer.NOT_THERE}.get(response.status_code, "in")


@pytest.mark.parametrize("who", PEOPLE)
def test_who_asks_gets_what_the_table_says(app, scene, who):
    browser, wrong = browser_of(app, scene, who), []
    for rule in routes(app):
        kind = KIND_OF.get(rule.endpoint)
        if kind is None:
            continue
        says = expected(kind, app.view_functions[rule.endpoint].access_rule, PEOPLE[who])
        found = scene.get(kind.endpoints[0])
        _, path = rule.build(REST | (found or {}), append_unknown=False)
        lets_in = {Answer.ALLOWED, Answer.OWN, Answer.WITH_LINK}
        for method in {"GET", "POST"} & rule.methods:
            if says in lets_in and method == "POST":
                continue  # it would do what it is for
            said = answered(browser.raw(path, method))
            # Without an object to ask for (a link that was never mailed) there is nothing.
            is_nothing = said is Answer.NOT_THERE and found is None and not kind.is_many
            if said != ("in" if says in lets_in else says) and not (says in lets_in and is_nothing):
                wrong.append((method, path, str(says), str(said)))
    assert wrong == []


@pytest.mark.parametrize(
    "who", ["competitor", "consultant next door", "moderator next door", "moderator far away"]
)
def test_no_list_has_anything_of_another_municipality_or_organisation(app, scene, who):
    browser = browser_of(app, scene, who)
    words = [NAME, "Ria Voorbeeldsma", "Vera Vraagsma", ASKER, "Schildwacht-organisatie"]
    words += [value for each in scene.values() if isinstance(each, dict) for value in each.values()]
    for kind in KINDS:
        if not kind.is_many or kind.owner is Owner.ACCOUNT:
            continue
        for endpoint in kind.endpoints:
            rule = next(each for each in app.url_map.iter_rules() if each.endpoint == endpoint)
            if "GET" in rule.methods:
                shown = browser.raw(rule.rule).text
                assert [word for word in words if word in shown] == [], endpoint
