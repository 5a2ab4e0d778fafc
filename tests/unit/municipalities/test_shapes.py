"""The outlines that a map is drawn from."""

import csv

from webapp.core import resources
from webapp.municipalities import shapes


def test_every_municipality_has_an_outline_around_the_point_inside_it():
    file = resources.base_file("municipalities", "municipalities.csv")
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    drawn = shapes._drawn()  # noqa: SLF001 (the whole file, before any merger)
    assert drawn.keys() == {row["code"] for row in rows}
    for row in rows:
        box = drawn[row["code"]].box
        assert box.south < float(row["latitude"]) < box.north, row["name"]
        assert box.west < float(row["longitude"]) < box.east, row["name"]
