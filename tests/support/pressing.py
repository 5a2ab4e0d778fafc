"""Pressing a button several times at the same moment, as nervous fingers and slow lines do."""

import threading
from concurrent.futures import ThreadPoolExecutor

from flask import Flask

from tests.support import html
from tests.support.page_client import Page, PageClient

Pressed = tuple[Page, PageClient, str]


def press_at_once(
    app: Flask, page: Page, browser: PageClient, button: str, **values: str
) -> list[int]:
    """Send the form of `page` from several threads; return the statuses of the answers."""
    return press_together(app, [(page, browser, button)] * 4, **values)


def press_together(app: Flask, pressed: list[Pressed], **values: str) -> list[int]:
    """Send a form of each of these browsers at once; return the statuses of the answers."""
    barrier = threading.Barrier(len(pressed))

    def press(one: Pressed) -> int:
        page, browser, button = one
        form, found = html.forms_with_button(page.tree, button)[0]
        data = html.values_of(form, found)
        for name, value in values.items():
            data.setlist(name, [value])
        cookie = browser.client.get_cookie("sessie", domain="duiven.localhost")
        assert cookie is not None
        client = app.test_client()
        client.set_cookie("sessie", cookie.value, domain="duiven.localhost")
        barrier.wait()
        address = f"http://{browser.host}"
        return client.post(form.get("action"), data=data, base_url=address).status_code

    with ThreadPoolExecutor(len(pressed)) as pool:
        return list(pool.map(press, pressed))
