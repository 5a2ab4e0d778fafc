"""What is personal is sealed in the database, and an operator gives it another key."""

import pytest
from sqlalchemy import delete, insert, select, text, update

from tests.support.databases import SECRET_KEY
from tests.support.enquiries import make_enquiry
from tests.support.mails import SITE
from tests.support.people import make_account
from tests.support.registration_messages import SAID, add
from tests.support.registrations import make_registration
from tests.support.second_factors import give_app
from tests.support.workplaces import make_workplace
from webapp.accounts.models import SecondFactor
from webapp.core import clock
from webapp.core.db import Database
from webapp.core.sealing import BrokenSealError, Sealer
from webapp.enquiries.models import Enquiry
from webapp.enquiries.operations import ASKER, erase
from webapp.mail.models import OutgoingMail
from webapp.registrations.models import Registration
from webapp.registrations.operations import RESIDENT, withdraw

NEW = "a new key, also only for tests"
PERSONAL = ("Ria", "ria@", "06 12 34", "6921", "Duiven", "buiten", "quiet_place", "raam", "nummer")


def what_lies_there(session):
    """Return all that the database holds about registrations, as whoever copies it reads it."""
    tables = ("registration", "registration_message")
    rows = [row for table in tables for row in session.execute(text(f"SELECT * FROM {table}"))]  # noqa: S608
    return " ".join(str(tuple(row)) for row in rows)


@pytest.fixture
def registration(session):
    made = make_registration(session)
    add(session, made)
    session.commit()
    return made


def test_who_copies_the_database_reads_nothing_of_a_resident(session, registration):
    lies_there = what_lies_there(session)
    assert registration.reference in lies_there
    assert [words for words in PERSONAL if words in lies_there] == []
    session.expire_all()
    assert session.get_one(Registration, registration.id).name == "Ria Voorbeeldsma"


def test_a_value_moved_to_another_column_does_not_open(session, registration):
    session.execute(text("UPDATE registration SET name = wishes"))
    session.expire_all()
    with pytest.raises(BrokenSealError):
        _ = session.get_one(Registration, registration.id).name


def test_after_another_key_the_old_one_opens_nothing(
    command_line, session, registration, database_url
):
    account = make_account(session)
    app = give_app(session, account)
    session.commit()
    number, before = registration.id, what_lies_there(session)
    session.rollback()
    keys = {"SECRET_KEY": NEW, "FORMER_SECRET_KEYS": SECRET_KEY}
    said = command_line.run("privacy", "rotate-key", **keys).output
    assert said == "3 rows with personal data and 1 keys of apps are sealed anew.\n"
    session.expire_all()
    assert what_lies_there(session) != before
    with pytest.raises(BrokenSealError):
        _ = session.get_one(Registration, number).name
    sealed = session.get_one(SecondFactor, account.id).sealed_key
    assert Sealer([NEW]).open(sealed, owner=account.public_id) == app.key
    newer = Database(database_url, Sealer([NEW]))
    with newer.reading() as theirs:
        found = theirs.get_one(Registration, number)
        assert [each.text for each in found.messages] == [SAID]
        assert (found.name, found.needs) == ("Ria Voorbeeldsma", ["quiet_place", "breaks"])
    newer.dispose()


def test_nothing_changes_when_the_former_key_is_not_given(command_line, session, registration):
    before = what_lies_there(session)
    session.rollback()
    result = command_line.run("privacy", "rotate-key", SECRET_KEY=NEW)
    assert result.exit_code == 2
    assert "Nothing was changed." in result.stderr
    assert what_lies_there(session) == before
    assert registration.reference in before


def test_what_was_kept_before_it_was_sealed_is_read_and_sealed_later(
    command_line, session, registration
):
    session.execute(
        text("UPDATE registration SET name = 'Oude Rij', needs = '[\"breaks\"]', wishes = ''")
    )
    session.commit()
    session.expire_all()
    found = session.get_one(Registration, registration.id)
    assert (found.name, found.needs, found.wishes) == ("Oude Rij", ["breaks"], "")
    session.rollback()
    command_line.run("privacy", "rotate-key")
    session.expire_all()
    assert "Oude Rij" not in what_lies_there(session)
    assert session.get_one(Registration, registration.id).name == "Oude Rij"


def wipe(session, registration, enquiry):
    withdraw(session, registration, site=SITE, actor=RESIDENT, now=clock.now())
    erase(session, enquiry, actor=ASKER, now=clock.now())


def test_what_was_wiped_is_wiped_again_after_an_older_backup(command_line, session, tmp_path):
    enquiry = make_enquiry(session, make_workplace(session))
    registration = make_registration(session)
    session.commit()
    numbers = (registration.id, enquiry.id)
    columns = session.execute(select(Registration.__table__)).mappings().one()
    asked = session.execute(select(Enquiry.__table__)).mappings().one()
    wipe(session, registration, enquiry)
    session.commit()
    made = command_line.run("privacy", "erased").output
    assert [line.split()[:2] for line in made.splitlines()] == [
        ["registration", columns["public_id"]],
        ["enquiry", asked["public_id"]],
    ]
    assert not [words for words in (*PERSONAL, "Vera") if words in made]
    session.execute(update(Registration.__table__).values(dict(columns)))
    session.execute(insert(Enquiry.__table__).values(dict(asked)))
    session.execute(delete(OutgoingMail))
    session.commit()
    kept_apart = tmp_path / "erased"
    kept_apart.write_text(made, encoding="utf-8")
    said = command_line.run("privacy", "erase-again", kept_apart).output
    assert said == "2 of 2 were there, and are wiped again.\n"
    session.expire_all()
    assert session.get_one(Registration, numbers[0]).name == ""
    assert session.get(Enquiry, numbers[1]) is None
    assert session.scalars(select(OutgoingMail)).all() == []
    session.rollback()
    again = command_line.run("privacy", "erase-again", kept_apart).output
    assert again == "0 of 2 were there, and are wiped again.\n"


def test_a_list_of_something_else_wipes_nothing(command_line, session, registration, tmp_path):
    session.rollback()
    wrong = tmp_path / "wrong"
    wrong.write_text("organisation abc\n", encoding="utf-8")
    result = command_line.run("privacy", "erase-again", wrong)
    assert "Line 1 names nothing that can be wiped." in result.stderr
    assert registration.name
