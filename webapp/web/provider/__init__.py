"""Pages for providers: signing up, and managing their workplaces."""

from webapp.web.provider import (
    copy,
    enquiries,
    figures,
    member_invitations,
    members,
    new_workplace,
    organisation,
    overview,
    remarks,
    removal,
    section,
    signup,
    submission,
    taking_back,
    talk,
    workplace,
    workplace_media,
)
from webapp.web.provider.blueprint import blueprint

__all__ = [
    "blueprint",
    "copy",
    "enquiries",
    "figures",
    "member_invitations",
    "members",
    "new_workplace",
    "organisation",
    "overview",
    "remarks",
    "removal",
    "section",
    "signup",
    "submission",
    "taking_back",
    "talk",
    "workplace",
    "workplace_media",
]
