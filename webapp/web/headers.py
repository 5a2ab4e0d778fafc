"""Headers that every response carries, errors and static files too (standards: Security)."""

from flask import Response, g, request

from webapp.web.ports import ports

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:{images}; "
    "font-src 'self'; connect-src 'self'; object-src 'none'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_TWO_YEARS = 63072000


def allow_images_from(source: str) -> None:
    """Let the page of this request, and no other, show images of another site."""
    g.image_source = source


def add_security_headers(response: Response) -> Response:
    """Add the headers; HSTS only in production, where the site is served over TLS."""
    response.headers.update(_HEADERS)
    images = f" {g.image_source}" if "image_source" in g else ""
    # Photos that visitors see may be shown on other sites too.
    response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    # A file that somebody sent has a stricter policy of its own.
    response.headers.setdefault("Content-Security-Policy", _POLICY.format(images=images))
    if ports().settings.production:
        response.headers["Strict-Transport-Security"] = f"max-age={_TWO_YEARS}; includeSubDomains"
    if request.endpoint == "static":
        response.headers["Cache-Control"] = "public, max-age=86400"
    return response
