"""A provider is asked by mail whether all is still right, and says so with one button."""

from collections.abc import Callable

from tests.support.mailbox import wait_for_link
from tests.support.person import ON_A_PHONE, Person
from tests.support.running_site import RunningSite
from tests.support.tour import look

# The managers of two organisations that were asked, by whether their browser has JavaScript.
_EMAILS = {True: "hannie@tussendemuren.example", False: "henk@kringloopdeomloop.example"}


@ON_A_PHONE
def test_a_provider_confirms_by_the_link_in_the_mail(
    somebody: Callable[..., Person], site: RunningSite
) -> None:
    provider = somebody()
    provider.page.goto(wait_for_link(site, _EMAILS[provider.has_javascript], "/account/klopt-het/"))
    if provider.has_javascript:
        look(provider)
    provider.press("Ja, dit klopt nog")
    provider.reads("Je hoeft niets meer te doen.")
