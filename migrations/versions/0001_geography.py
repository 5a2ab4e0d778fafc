"""Tables of geography."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "municipality",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("province", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=False),
        sa.Column("longitude", sa.Double(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=True),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_municipality")),
        sa.UniqueConstraint("slug", name=op.f("uq_municipality_slug")),
    )
    op.create_table(
        "municipality_neighbour",
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("neighbour_code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_municipality_neighbour_municipality_code"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["neighbour_code"],
            ["municipality.code"],
            name=op.f("fk_municipality_neighbour_neighbour_code"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "municipality_code", "neighbour_code", name=op.f("pk_municipality_neighbour")
        ),
    )
    op.create_table(
        "municipality_setting",
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_municipality_setting_municipality_code"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("municipality_code", "name", name=op.f("pk_municipality_setting")),
    )
    op.create_table(
        "place",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded_name", sa.String(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=False),
        sa.Column("longitude", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_place_municipality_code"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_place")),
        sa.UniqueConstraint(
            "municipality_code", "name", name=op.f("uq_place_municipality_code_name")
        ),
    )
    op.create_index(op.f("ix_place_folded_name"), "place", ["folded_name"], unique=False)
    op.create_index(
        op.f("ix_place_municipality_code"), "place", ["municipality_code"], unique=False
    )
    op.create_index(op.f("ix_place_name"), "place", ["name"], unique=False)

    op.create_table(
        "postcode_area",
        sa.Column("postcode4", sa.String(), nullable=False),
        sa.Column("place_name", sa.String(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=False),
        sa.Column("longitude", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_postcode_area_municipality_code"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("postcode4", name=op.f("pk_postcode_area")),
    )
    op.create_index(
        op.f("ix_postcode_area_municipality_code"),
        "postcode_area",
        ["municipality_code"],
        unique=False,
    )

    op.create_table(
        "place_neighbour",
        sa.Column("place_key", sa.String(), nullable=False),
        sa.Column("neighbour_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["neighbour_key"],
            ["place.key"],
            name=op.f("fk_place_neighbour_neighbour_key"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["place_key"],
            ["place.key"],
            name=op.f("fk_place_neighbour_place_key"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("place_key", "neighbour_key", name=op.f("pk_place_neighbour")),
    )


def downgrade() -> None:
    op.drop_table("place_neighbour")
    op.drop_index(op.f("ix_postcode_area_municipality_code"), table_name="postcode_area")

    op.drop_table("postcode_area")
    op.drop_index(op.f("ix_place_name"), table_name="place")
    op.drop_index(op.f("ix_place_municipality_code"), table_name="place")
    op.drop_index(op.f("ix_place_folded_name"), table_name="place")

    op.drop_table("place")
    op.drop_table("municipality_setting")
    op.drop_table("municipality_neighbour")
    op.drop_table("municipality")
