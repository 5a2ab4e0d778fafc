import pytest

from webapp.core.settings import SettingsError
from webapp.mail.transports.smtp import SmtpServer


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example", SmtpServer("mail.example", 25)),
        ("smtp://mail.example?tls=1", SmtpServer("mail.example", 587, starttls=True)),
        ("smtps://mail.example", SmtpServer("mail.example", 465, implicit_tls=True)),
        (
            "smtp://jan%40voorbeeld.nl:p%2Fw@mail.example:2525?tls=1",
            SmtpServer("mail.example", 2525, "jan@voorbeeld.nl", "p/w", starttls=True),
        ),
    ],
)
def test_an_operator_names_the_mail_server_in_one_line(url, server):
    assert SmtpServer.from_url(url) == server


@pytest.mark.parametrize(
    "url",
    ["mail.example", "http://mail.example", "smtp://", "smtp://h:port", "smtp://h?ssl=yes"],
)
def test_an_operator_hears_how_the_line_should_look(url):
    with pytest.raises(SettingsError, match="smtp://user:password@host:587"):
        SmtpServer.from_url(url)
