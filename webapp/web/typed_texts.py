"""What somebody typed in a form that cannot be taken any more, to copy from the error page."""

from flask import request

# Of the form itself, or never to be shown.
_NOT_TYPED = frozenset({"csrf_token", "key", "lock", "version", "fax", "secret", "code"})


def typed_texts() -> list[str]:
    """Return what was filled in on a page of this site, without passwords and secrets.

    A form that another site had sent gives nothing: its words are not to stand on a page of ours.
    """
    if request.headers.get("Origin", request.host_url.rstrip("/")) != request.host_url.rstrip("/"):
        return []
    return [
        text
        for name, texts in request.form.lists()
        if name not in _NOT_TYPED and "password" not in name
        for text in texts
        if text.strip()
    ]
