"""Kinds of work that residents choose by picture."""

from collections import Counter
from xml.etree import ElementTree as ET

from tests.support.demo_data import SECTORS
from webapp.core import resources
from webapp.workplaces.kinds_of_work import chosen_among, kinds_of_work


def test_each_sector_belongs_to_one_kind_so_that_no_workplace_is_out_of_reach():
    counted = Counter(sector for kind in kinds_of_work() for sector in kind.sectors)
    assert counted == Counter(sector["key"] for sector in SECTORS)


def test_each_kind_has_its_own_words_and_a_drawing():
    tree = ET.parse(resources.folder("static") / "img" / "kinds-of-work.svg")  # noqa: S314
    drawn = [symbol.get("id") for symbol in tree.getroot()]
    kinds = kinds_of_work()
    assert drawn == [kind.key for kind in kinds]
    assert len({kind.words for kind in kinds}) == len(kinds)


def test_a_kind_that_does_not_exist_is_left_out():
    assert [kind.key for kind in chosen_among({"hout", "goud"})] == ["hout"]
