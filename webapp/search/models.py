"""Searches that are kept on the server, and the synonyms, as tables."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.core.ids import new_public_id


class ConsultantSearch(Base):
    """What a consultant searched for: kept some hours, so that no postcode is in an address.

    `criteria` holds `where` the client lives, the `label` that the consultant knows the search by
    ('' without one), the rest of the search as the `query` of an address, and the `municipality`.
    """

    __tablename__ = "consultant_search"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    criteria: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class SynonymGroup(Base):
    """Words that mean much the same in this field: who asks for one finds the others too."""

    __tablename__ = "synonym_group"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    words: Mapped[list[str]]
    changed_at: Mapped[datetime]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
