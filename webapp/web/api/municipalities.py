"""The municipalities, for programs."""

from flask import Response, jsonify, request

from webapp.municipalities import queries
from webapp.search.parameters import unknown_names
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone
from webapp.web.api.blueprint import blueprint
from webapp.web.api.problems import wrong_parameters
from webapp.web.edge import db
from webapp.web.kept_pages import kept_page
from webapp.web.ports import ports


@blueprint.get("/gemeenten")
@kept_page()
@anyone(MUNICIPALITY, PLATFORM)
def municipalities_list() -> Response:
    """List all municipalities; those that take part have a site of their own."""
    problems = unknown_names(request.args, known=())
    if problems:
        return wrong_parameters(problems)
    address_of = ports().settings.address_of
    rows = [
        {
            "code": each.code,
            "naam": each.name,
            "provincie": each.province,
            "doetMee": each.takes_part,
            "url": address_of(each.slug) if each.takes_part else None,
        }
        for each in queries.all_municipalities(db())
    ]
    return jsonify(totaal=len(rows), gemeenten=rows)
