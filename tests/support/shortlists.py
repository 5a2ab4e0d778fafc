"""Shortlists for tests, and the link of a resident to one."""

from flask import Flask
from sqlalchemy import select

from tests.support.people import DUIVEN, LONG_AGO, database_of, make_account
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.core.ids import new_public_id
from webapp.shortlists import operations, sharing
from webapp.shortlists.models import ShortlistItem
from webapp.workplaces.models import Workplace


def shared_list(app: Flask, *, gone: int = 0) -> str:
    """Make a list of all workplaces, and of some that are gone; return the path of its link."""
    now = clock.now()
    with database_of(app).writing() as session:
        owner = make_account(session, roles=((RoleName.CONSULTANT, DUIVEN),)).actor
        made = operations.make(
            session, DUIVEN, "groen", key=new_public_id(), actor=owner, now=LONG_AGO
        )
        workplaces = session.scalars(select(Workplace)).all()
        operations.add(session, made, workplaces, actor=owner, now=now)
        made.items.extend(
            ShortlistItem(title="Weg", position=len(workplaces) + number) for number in range(gone)
        )
        return f"/inwoners/lijstje/{sharing.make_link(session, made, actor=owner, now=now)}"
