"""What somebody fills in to register a resident: the whitelist of domain §11, and no more."""

from dataclasses import dataclass, field

from webapp.core.ids import new_public_id, new_secret
from webapp.registrations.contact import Contact
from webapp.registrations.models import FilledInBy


@dataclass(frozen=True)
class RegistrationDraft:
    """A registration before it is made.

    `key` belongs to one filling in: however often it is sent, it makes one registration
    with one private link, which holds `link_secret`.
    `agreed_with` says with whom a consultant agreed on it.
    `meets_age_condition` says that the resident is old enough and not yet pensioned; an age is
    never asked. `sectors` holds keys of sectors, `day_parts` texts such as 'ma-ochtend', `needs`
    members of Need. `workplace_public_id` names the workplace that the resident came from.
    `language` is the code of that in which the questions were read.
    """

    filled_in_by: FilledInBy
    helper_name: str = ""
    agreed_with: str = ""
    meets_age_condition: bool = False
    sectors: tuple[str, ...] = ()
    wishes: str = ""
    day_parts: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    needs_notes: str = ""
    contact: Contact = field(default_factory=Contact)
    workplace_public_id: str | None = None
    language: str = "nl"
    key: str = field(default_factory=new_public_id)
    link_secret: str = field(default_factory=new_secret, repr=False)
