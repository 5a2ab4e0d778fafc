"""Tables of workplaces."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "publication_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workplace_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication_change")),
    )
    op.create_table(
        "sector",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("icon", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_sector")),
        sa.UniqueConstraint("name", name=op.f("uq_sector_name")),
    )
    op.create_table(
        "workplace",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("is_visible", sa.Boolean(), nullable=False),
        sa.Column("published_version_id", sa.Integer(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_workplace_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_workplace_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["published_version_id"],
            ["workplace_version.id"],
            name=op.f("fk_workplace_published_version_id"),
            ondelete="SET NULL",
            use_alter=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workplace")),
        sa.UniqueConstraint("public_id", name=op.f("uq_workplace_public_id")),
    )
    op.create_index(
        op.f("ix_workplace_municipality_code"), "workplace", ["municipality_code"], unique=False
    )
    op.create_index(
        op.f("ix_workplace_organisation_id"), "workplace", ["organisation_id"], unique=False
    )
    op.create_index(
        op.f("ix_workplace_published_version_id"),
        "workplace",
        ["published_version_id"],
        unique=False,
    )

    op.create_table(
        "service_area",
        sa.Column("workplace_id", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_service_area_municipality_code"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["workplace_id"],
            ["workplace.id"],
            name=op.f("fk_service_area_workplace_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workplace_id", "municipality_code", name=op.f("pk_service_area")),
    )
    op.create_index(
        op.f("ix_service_area_municipality_code"),
        "service_area",
        ["municipality_code"],
        unique=False,
    )

    op.create_table(
        "workplace_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workplace_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("delivery_municipality_code", sa.String(), nullable=True),
        sa.Column("place_key", sa.String(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lock", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_municipality_code"],
            ["municipality.code"],
            name=op.f("fk_workplace_version_delivery_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["place_key"],
            ["place.key"],
            name=op.f("fk_workplace_version_place_key"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["workplace_id"],
            ["workplace.id"],
            name=op.f("fk_workplace_version_workplace_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workplace_version")),
        sa.UniqueConstraint(
            "workplace_id", "number", name=op.f("uq_workplace_version_workplace_id_number")
        ),
    )
    op.create_index(
        op.f("ix_workplace_version_delivery_municipality_code"),
        "workplace_version",
        ["delivery_municipality_code"],
        unique=False,
    )
    op.create_index(
        "ix_workplace_version_queue", "workplace_version", ["status", "submitted_at"], unique=False
    )

    if op.get_bind().dialect.name != "sqlite":  # SQLite takes the forward reference as it is
        op.create_foreign_key(
            op.f("fk_workplace_published_version_id"),
            "workplace",
            "workplace_version",
            ["published_version_id"],
            ["id"],
            ondelete="SET NULL",
        )
    op.create_table(
        "status_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("from_status", sa.String(length=40), nullable=False),
        sa.Column("to_status", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["account.id"],
            name=op.f("fk_status_change_actor_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["workplace_version.id"],
            name=op.f("fk_status_change_version_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_change")),
    )
    op.create_index(
        op.f("ix_status_change_version_id"), "status_change", ["version_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_status_change_version_id"), table_name="status_change")

    op.drop_table("status_change")
    op.drop_index("ix_workplace_version_queue", table_name="workplace_version")
    op.drop_index(
        op.f("ix_workplace_version_delivery_municipality_code"), table_name="workplace_version"
    )

    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint(
            op.f("fk_workplace_published_version_id"), "workplace", type_="foreignkey"
        )
    op.drop_table("workplace_version")
    op.drop_index(op.f("ix_service_area_municipality_code"), table_name="service_area")

    op.drop_table("service_area")
    op.drop_index(op.f("ix_workplace_published_version_id"), table_name="workplace")
    op.drop_index(op.f("ix_workplace_organisation_id"), table_name="workplace")
    op.drop_index(op.f("ix_workplace_municipality_code"), table_name="workplace")

    op.drop_table("workplace")
    op.drop_table("sector")
    op.drop_table("publication_change")
