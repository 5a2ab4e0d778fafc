"""What is sealed is found again by exactly the same text, whichever key it has."""

from sqlalchemy import select, text

from tests.support.databases import SEALER, SECRET_KEY
from tests.support.enquiries import ASKER_EMAIL, make_enquiry
from tests.support.registrations import make_registration
from tests.support.workplaces import make_workplace
from webapp.core import migrations
from webapp.core.db import Database
from webapp.core.sealed_columns import has_text
from webapp.core.sealing import Sealer
from webapp.enquiries.models import Enquiry
from webapp.registrations.models import Registration

NEW = "a newer key, also only for tests"
WAYS_TO_WRITE = ("0612345678", "+31 6 12345678", "0031-6-12 34 56 78", "06 12 34 56 78")


def found(session, fingerprint, sought):
    return session.scalars(select(fingerprint.class_).where(has_text(session, fingerprint, sought)))


def test_an_address_is_found_in_capitals_and_a_number_however_it_is_written(session):
    made = make_registration(session)
    assert found(session, Registration.email_fingerprint, "RIA@voorbeeld.nl ").all() == [made]
    for number in WAYS_TO_WRITE:
        assert found(session, Registration.phone_fingerprint, number).all() == [made]
    assert found(session, Registration.email_fingerprint, "ia@voorbeeld.nl").all() == []


def test_what_was_wiped_is_not_found(session):
    make_registration(session)
    session.scalars(select(Registration)).one().email = ""
    session.flush()
    assert found(session, Registration.email_fingerprint, "").all() == []
    assert found(session, Registration.email_fingerprint, "ria@voorbeeld.nl").all() == []


def test_the_same_text_is_not_the_same_fingerprint_elsewhere():
    prints = {SEALER.fingerprints("ria@voorbeeld.nl", owner=owner)[0] for owner in ("a.b", "a.c")}
    assert len(prints) == 2


def test_a_new_key_finds_before_and_after_everything_is_sealed_anew(
    session, command_line, database_url
):
    make_enquiry(session, make_workplace(session))
    make_registration(session)
    session.commit()
    between = Database(database_url, Sealer([NEW, SECRET_KEY]))
    with between.reading() as theirs:
        assert found(theirs, Enquiry.asker_fingerprint, ASKER_EMAIL).one()
    command_line.run("privacy", "rotate-key", SECRET_KEY=NEW, FORMER_SECRET_KEYS=SECRET_KEY)
    newer = Database(database_url, Sealer([NEW]))
    with newer.reading() as theirs:
        assert found(theirs, Enquiry.asker_fingerprint, ASKER_EMAIL).one().turns[0].text
        assert found(theirs, Registration.phone_fingerprint, WAYS_TO_WRITE[0]).one()
    assert found(session, Enquiry.asker_fingerprint, ASKER_EMAIL).all() == []
    for each in (between, newer):
        each.dispose()


def test_what_was_asked_before_is_sealed_by_the_migration_and_opened_by_its_undoing(
    session, database
):
    number = make_enquiry(session, make_workplace(session)).id
    make_registration(session)
    session.commit()
    session.close()
    migrations.downgrade(database.engine, "0026")
    with database.engine.connect() as connection:
        asked = connection.execute(text("SELECT asker_name, asker_email FROM enquiry")).one()
        assert tuple(asked) == ("Vera Vraagsma", ASKER_EMAIL)
    migrations.upgrade(database.engine)
    with database.reading() as after:
        lies_there = str(after.execute(text("SELECT * FROM enquiry, enquiry_turn")).all())
        assert "Vera" not in lies_there
        assert ASKER_EMAIL not in lies_there
        assert found(after, Enquiry.asker_fingerprint, ASKER_EMAIL).one().id == number
        assert found(after, Registration.phone_fingerprint, WAYS_TO_WRITE[0]).one()
