"""Which tour of the accessibility test comes past which pages."""

from fnmatch import fnmatch

from tests.support.tour import pages

# The first pattern that fits counts.
_TOURS = {
    "health.*": "no page: answers to machines",
    "api.*": "no page: answers to machines",
    "public.robots": "no page: a file",
    "public.search_streets": "looked at in test_map.py, where it is switched on",
    "public.search_suggestions": "no page: answers to a script",
    "public.security": "no page: a file",
    "public.sitemap": "no page: a file",
    "*_file": "no page: a file",
    "*.workplace_document": "no page: a file",
    "*.workplace_photo": "no page: a file",
    "public.resident_fit*": "walked in test_residents_by_keyboard.py",
    "public.resident_interests*": "walked in test_residents_by_keyboard.py",
    "public.saved_*": "walked in test_residents_by_keyboard.py",
    "*.organisation_logo": "no page: a file",
    "public.resident_*": "resident",
    "public.enquiry*": "asker",
    "public.remark*": "asker",
    "provider.enquiry": "asker",
    "provider.remark": "asker",
    "moderator.enquiry": "asker",
    "moderator.remark": "asker",
    "public.*": "visitor",
    "account.login": "visitor",
    "account.password_forgotten": "visitor",
    "account.password_mailed": "visitor",
    "account.password_reset": "visitor",
    "account.invitation": "moderator",
    "account.still_right": "walked in test_confirming.py",
    "account.mail_stop*": "walked in test_saved_searches.py",
    "account.login_code": "walked in test_second_factor.py",
    "account.recovery_paper": "walked in test_second_factor.py",
    "account.second_factor_*": "walked in test_second_factor.py",
    "account.two_steps": "walked in test_second_factor.py",
    "provider.drafts": "walked in test_taking_in_journey.py",
    "provider.sheet": "walked in test_taking_in_journey.py",
    "provider.workplace_changes": "walked in test_going_live.py",
    "account.sign_up_link": "newcomer",
    "provider.signup*": "newcomer",
    "account.*": "provider",
    "provider.*": "provider",
    "consultant.*": "consultant",
    "moderator.rights_*": "walked in test_rights_journey.py",
    "moderator.*": "moderator",
    "admin.*": "administrator",
}


def pages_of(tour: str) -> set[str]:
    """Return the endpoints that a tour comes past."""
    return {endpoint for endpoint in pages() if tour_of(endpoint) == tour}


def tour_of(endpoint: str) -> str | None:
    """Return the tour of a page, or None."""
    return next((tour for pattern, tour in _TOURS.items() if fnmatch(endpoint, pattern)), None)
