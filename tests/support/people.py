"""People with an account, and browsers in which they are signed in."""

from datetime import UTC, datetime
from itertools import count
from typing import cast

from flask import Flask
from sqlalchemy.orm import Session

from tests.support.page_client import PageClient
from webapp.accounts import sessions
from webapp.accounts.models import Account, Role, RoleName
from webapp.core import clock
from webapp.core.db import Database
from webapp.organisations.models import MemberRole, Membership, Organisation
from webapp.web.ports import Ports

LONG_AGO = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
DUIVEN = "GM0226"
ARNHEM = "GM0202"
_numbers = count(1)


def make_account(
    session: Session,
    email: str | None = None,
    *,
    name: str = "Sanne Voorbeeld",
    roles: tuple[tuple[RoleName, str | None], ...] = (),
    organisations: tuple[Organisation, ...] = (),
) -> Account:
    """Add a confirmed account with `roles` (role, municipality code) that manages `organisations`.

    It has no password: `sign_in` opens its session.
    """
    account = Account(
        email=email or f"persoon{next(_numbers)}@voorbeeld.nl",
        name=name,
        email_confirmed_at=LONG_AGO,
        created_at=LONG_AGO,
        roles=[Role(name=role, municipality_code=code) for role, code in roles],
    )
    session.add(account)
    session.flush()
    for organisation in organisations:
        session.add(
            Membership(
                account_id=account.id,
                organisation_id=organisation.id,
                role=MemberRole.MANAGER,
                created_at=LONG_AGO,
            )
        )
    session.flush()
    return account


def sign_in(client: PageClient, account: Account) -> PageClient:
    """Sign a committed account in on the host of `client`; return the client."""
    return sign_in_over(database_of(client.app), client, account)


def sign_in_over(database: Database, client: PageClient, account: Account) -> PageClient:
    """As `sign_in`, for a client of another process that works with `database`."""
    with database.writing() as session:
        secret = sessions.open_session(
            session,
            host=client.host,
            data={"_user_id": str(account.id), "_fresh": True},
            account_id=account.id,
            now=clock.now(),
        )
    client.client.set_cookie("sessie", secret, domain=client.host.split(":", maxsplit=1)[0])
    return client


def staff_member(
    app: Flask, role: RoleName, code: str | None = DUIVEN, *, host: str = "duiven.localhost:5000"
) -> PageClient:
    """Return the browser of a new member of staff, signed in on `host`."""
    with database_of(app).writing() as session:
        account = make_account(session, roles=((role, code),))
    return sign_in(PageClient(app, host=host), account)


def database_of(app: Flask) -> Database:
    """Return the database that `app` works with."""
    return cast("Ports", app.extensions["webapp"]).database
