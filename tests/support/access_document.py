"""docs/access.md: who gets what of every private object, as a table for people."""

from collections.abc import Mapping

from tests.support.private_objects import KINDS
from tests.support.who_sees import PEOPLE, expected
from webapp.web.access import Rule


def as_document(rule_of: Mapping[str, Rule], path_of: Mapping[str, str]) -> str:
    """Return docs/access.md."""
    people = list(PEOPLE.values())
    lines = [_INTRODUCTION]
    for kind in KINDS:
        lines.append(f"\n## {kind.title}\n")
        lines.append("| Adres | " + " | ".join(person.title for person in people) + " |")
        lines.append("|---" * (len(people) + 1) + "|")
        for endpoint in kind.endpoints:
            cells = (expected(kind, rule_of[endpoint], person).value for person in people)
            lines.append(f"| `{path_of[endpoint]}` | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


_INTRODUCTION = """# Who gets to see what is personal

Made from the routes, their marks (`web/access.py`) and the table of permissions
(`permissions/table.py`). `tests/integration/web/test_access_to_objects.py` asks each of these
addresses as each of these people, and fails when the answer is another one, or when an endpoint is
in no table and not named in `tests/conventions/without_personal_data.txt`. It writes this page anew
when it runs with `REWRITE_DOCS=1`.

The object is one of Duiven, and of one organisation there.

- **ja**: it is shown or done.
- **eigen**: who asks gets what is their own, or of their own municipality or organisation, and
  nothing else.
- **met de link**: who has the private link needs no account; without it there is nothing (404).
- **inloggen**: the login page.
- **403**: not for this role.
- **404**: as if it did not exist, so that nobody learns whether it does."""
