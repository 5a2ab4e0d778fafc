"""Who may read from a standby that is a moment behind, and who must see the very last changes."""

from flask import Response, request, session

from webapp.web.ports import ports

READING = frozenset({"GET", "HEAD", "OPTIONS"})
_MARKER = "net-bewaard"
# Longer than a standby is behind in all but a fault, which /readyz tells.
_SECONDS = 10


def must_be_exact() -> bool:
    """Tell whether this request must read from the primary.

    That goes for whoever is about to save, has just done so, or is known to the site: who is
    signed in, or in the middle of a form.
    """
    is_known = session.secret is not None  # type: ignore[attr-defined]
    return request.method not in READING or is_known or _MARKER in request.cookies


def mark_saved(response: Response) -> None:
    """Let who saved something read their own change in the next requests.

    On all hosts of the platform: a provider's workplace is often on another municipality's site.
    Browsers take no such cookie for a name without a dot (localhost); there it is for one host.
    """
    settings = ports().settings
    if not settings.database_replica_url:
        return
    response.set_cookie(
        _MARKER,
        "1",
        max_age=_SECONDS,
        domain=settings.base_domain if "." in settings.base_domain else None,
        httponly=True,
        secure=settings.production,
        samesite="Lax",
    )
