"""Boundaries as official files write them."""

import json

import pytest
import shapely

from tests.support.boundaries import block, cbs, in_degrees, write
from webapp.geo.boundaries import Boundaries
from webapp.geo.geojson import BadFileError, Crs, read_areas

DUIVEN = cbs("GM0226", "Duiven", 0, 0, 8000, 8000)
ZEVENAAR = cbs("GM0299", "Zevenaar", 8000, 0, 16000, 8000)
CRS_OF_RD = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
CRS_OF_DEGREES = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
_POLYGON = '{"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]}'
_POINT = '{"type": "Point", "coordinates": [190000, 440000]}'


def _file_with(geometry):
    feature = f'{{"properties": {{}}, "geometry": {geometry}}}'
    return f'{{"type": "FeatureCollection", "features": [{feature}]}}'


def boundaries_of(file, crs=Crs.AUTO):
    return Boundaries((area.first("statcode"), area) for area in read_areas(file, crs))


@pytest.mark.parametrize("members", [{}, {"crs": CRS_OF_RD}])
@pytest.mark.parametrize("crs", [Crs.AUTO, Crs.RD])
def test_metres_are_understood(tmp_path, crs, members):
    file = write(tmp_path / "rd.geojson", [DUIVEN, ZEVENAAR], **members)
    (area, _) = read_areas(file, crs)
    assert area.shape.area == pytest.approx(64_000_000)


@pytest.mark.parametrize("members", [{}, {"crs": CRS_OF_DEGREES}])
@pytest.mark.parametrize("crs", [Crs.AUTO, Crs.WGS84])
def test_degrees_are_understood(tmp_path, crs, members):
    file = write(tmp_path / "degrees.geojson", in_degrees([DUIVEN, ZEVENAAR]), **members)
    (area, _) = read_areas(file, crs)
    assert area.shape.area == pytest.approx(64_000_000, rel=1e-4)


def test_a_height_is_left_out(tmp_path):
    feature = json.loads(json.dumps(DUIVEN))
    for corner in feature["geometry"]["coordinates"][0]:
        corner.append(12.5)
    (area,) = read_areas(write(tmp_path / "a.geojson", [feature]))
    assert not shapely.has_z(area.shape)


def test_a_border_that_crosses_itself_is_mended(tmp_path):
    bow = block({"statcode": "GM0226"}, 0, 0, 1000, 1000)
    ring = bow["geometry"]["coordinates"][0]
    ring[1], ring[2] = ring[2], ring[1]
    (area,) = read_areas(write(tmp_path / "a.geojson", [bow]))
    assert area.shape.is_valid
    assert area.shape.area > 0


def test_properties_are_found_however_they_are_written(tmp_path):
    feature = block({"Ligt_In_ProvincieNaam": " Gelderland ", "naam": None}, 0, 0, 100, 100)
    (area,) = read_areas(write(tmp_path / "a.geojson", [feature]))
    assert area.first("naam", "ligtinprovincienaam") == "Gelderland"


@pytest.mark.parametrize("convert", [list, in_degrees])
def test_neighbours_share_at_least_fifty_metres(tmp_path, convert):
    features = [
        DUIVEN,
        ZEVENAAR,
        cbs("GM0001", "Forty metres", -1000, 7960, 0, 9000),
        cbs("GM0002", "Sixty metres", -1000, -940, 0, 60),
        cbs("GM0003", "A corner", 8000, 8000, 9000, 9000),
        cbs("GM0004", "Far away", 40000, 0, 41000, 1000),
    ]
    neighbours = boundaries_of(write(tmp_path / "a.geojson", convert(features))).neighbours()
    assert neighbours["GM0226"] == {"GM0299", "GM0002"}
    assert neighbours["GM0299"] == {"GM0226", "GM0003"}
    assert neighbours["GM0001"] == neighbours["GM0004"] == set()


def test_a_border_that_two_draw_a_little_differently_is_one(tmp_path):
    beside = cbs("GM0299", "Zevenaar", 8000, 0, 16000, 8000)
    beside["geometry"]["coordinates"][0].insert(4, [198_000.4, 444_000])
    neighbours = boundaries_of(write(tmp_path / "a.geojson", [DUIVEN, beside])).neighbours()
    assert neighbours["GM0226"] == {"GM0299"}


def test_the_point_lies_inside_whatever_the_shape(tmp_path):
    island = cbs("GM0226", "Duiven", 20000, 0, 20100, 100)
    ring = [[0, 0], [9000, 0], [9000, 1000], [1000, 1000], [1000, 9000], [0, 9000], [0, 0]]
    hook = cbs("GM0226", "Duiven", 0, 0, 1, 1)
    hook["geometry"]["coordinates"] = [[[190_000 + x, 440_000 + y] for x, y in ring]]
    boundaries = boundaries_of(write(tmp_path / "a.geojson", [hook, island]))
    point = boundaries.point_in("GM0226")
    assert boundaries.holds("GM0226", point)
    assert boundaries.key_at(point) == "GM0226"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is no GeoJSON: "),
        ("[1, 2]", "is no GeoJSON with a FeatureCollection."),
        ('{"type": "Feature"}', "is no GeoJSON with a FeatureCollection."),
        ('{"type": "FeatureCollection", "features": {}}', "with a FeatureCollection."),
        ('{"type": "FeatureCollection", "features": []}', "has no areas in it."),
        ('{"type": "FeatureCollection", "features": [5]}', "feature 1 cannot be read."),
        (_file_with("null"), "feature 1 cannot be read."),
        (_file_with(_POLYGON.replace("[0, 1]", '["x", 1]')), "feature 1 cannot be read."),
        (_file_with(_POINT), "feature 1 is no area (a Polygon or MultiPolygon)."),
    ],
)
def test_a_bad_file_is_told_in_one_line(tmp_path, text, message):
    file = tmp_path / "a.geojson"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadFileError) as refused:
        read_areas(file)
    assert message in str(refused.value)
    assert str(refused.value).startswith(str(file))
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_or_is_no_text_is_told(tmp_path):
    with pytest.raises(BadFileError, match="No such file"):
        read_areas(tmp_path / "nothing.geojson")
    file = tmp_path / "a.geojson"
    file.write_bytes(b"\xff\xfe\x00PK")
    with pytest.raises(BadFileError, match="is no GeoJSON"):
        read_areas(file)


@pytest.mark.parametrize("crs", [Crs.AUTO, Crs.WGS84])
def test_coordinates_outside_the_netherlands_are_refused(tmp_path, crs):
    swapped = block({}, 0, 0, 1, 1)
    swapped["geometry"]["coordinates"] = [[[51.9, 6], [51.95, 6], [51.95, 6.1], [51.9, 6]]]
    with pytest.raises(BadFileError, match="longitude first"):
        read_areas(write(tmp_path / "a.geojson", [swapped]), crs)


def test_metres_are_not_taken_for_degrees(tmp_path):
    with pytest.raises(BadFileError, match="do not lie in the Netherlands"):
        read_areas(write(tmp_path / "a.geojson", [DUIVEN]), Crs.WGS84)
