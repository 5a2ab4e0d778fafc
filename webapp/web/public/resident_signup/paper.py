"""The twin on paper: the same questions, to fill in with a pen."""

from flask import render_template

from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.public.blueprint import blueprint
from webapp.web.public.resident_signup.steps import STEPS


@blueprint.get("/inwoners/aanmelden/op-papier")
@anyone(MUNICIPALITY)
def resident_signup_paper() -> str:
    """Show all questions on one page that prints; somebody of the municipality types them in."""
    return render_template(
        "pages/public/resident_signup_paper.html",
        steps=[(step, step.form(meta={"csrf": False})) for step in STEPS],
    )
