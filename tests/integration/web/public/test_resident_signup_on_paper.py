"""The questions of the sign-up, to fill in with a pen."""

import pytest

from tests.support import html
from tests.support.resident_signup import NEXT, reach_agreement
from webapp.web.public.resident_signup.steps import STEPS
from webapp.workplaces import sectors


@pytest.fixture(autouse=True)
def _sectors(database):
    with database.writing() as session:
        sectors.load(session)


def test_the_form_prints_with_the_questions_of_the_pages(visitor):
    visitor.get("/inwoners/aanmelden")
    paper = visitor.follow("Open het formulier om af te drukken")
    reach_agreement(visitor)
    visitor.submit(NEXT, agreed_with="De mentor")
    visitor.submit(NEXT, meets_age_condition="yes")
    for _step in range(3):
        visitor.submit(NEXT)
    main = html.only(paper.tree, "main")
    asked = [page for page in visitor.pages if page.url.split("/")[-1] in {s.name for s in STEPS}]
    assert len(asked) == len(STEPS)
    for page in asked:
        assert page.heading in paper.main_text
        for tag in ("legend", "label"):
            for element in html.all_of(html.only(page.tree, "main"), tag):
                text = html.text_of(element).removesuffix("(niet verplicht)").strip()
                assert text in paper.main_text or "leeg" in text
    assert "Alleen als je consulent of wijkcoach bent." in paper.main_text
    assert html.all_of(main, "input") == []
