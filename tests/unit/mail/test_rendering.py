import pytest
from jinja2 import UndefinedError

from tests.support.mails import SITE
from webapp.mail.rendering import render

SECRET = "geheim-van-tweeenveertig-tekens"


def rendered(**changes):
    context = {"site": SITE, "name": "Jan", "secret": SECRET, "days": 3}
    context |= {"organisation_name": "De Proeftuin"} | changes
    return render("accounts/confirm_email", **context)


def test_a_reader_gets_the_same_link_in_text_and_in_html():
    mail = rendered()
    link = f"http://duiven.localhost:5000/account/bevestigen/{SECRET}"
    assert f"\n{link}\n" in mail.body_text
    assert f'href="{link}"' in mail.body_html


def test_a_reader_of_plain_text_sees_no_gaps_and_no_tags():
    text = rendered().body_text
    assert text.startswith("Hallo Jan,\n\n")
    assert "\n\n\n" not in text
    assert "{" not in text


def test_a_name_full_of_html_stays_a_name():
    mail = rendered(name="<b>Jan</b>")
    assert "Hallo &lt;b&gt;Jan&lt;/b&gt;," in mail.body_html
    assert "Hallo <b>Jan</b>," in mail.body_text


def test_nobody_can_add_a_header_through_the_subject():
    site = type(SITE)(name="Duiven\r\nBcc: piet@voorbeeld.nl", url=SITE.url, email=SITE.email)
    assert "\n" not in rendered(site=site).subject
    assert "\r" not in rendered(site=site).subject


def test_a_mail_with_a_hole_in_it_is_never_made():
    with pytest.raises(UndefinedError, match="days"):
        render("accounts/confirm_email", site=SITE, name="Jan", secret=SECRET, organisation_name="")
