"""Reading a page as a tree."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from werkzeug.datastructures import MultiDict

_SILENT = {"script", "style", "template"}


def all_of(tree: Element, tag: str) -> list[Element]:
    """Return the elements with this tag."""
    return [element for element in tree.iter() if element.tag == tag]


def only(tree: Element, tag: str) -> Element:
    """Return the one element with this tag."""
    (element,) = all_of(tree, tag)
    return element


def text_of(element: Element) -> str:
    """Return the text in an element, on one line."""
    return " ".join("".join(_pieces(element)).split())


def texts_with_class(tree: Element, tag: str, *, inside: str) -> list[str]:
    """Return the texts of the elements with this tag inside an element with this class."""
    return [
        text_of(element)
        for box in tree.iter()
        if inside in (box.get("class") or "").split()
        for element in all_of(box, tag)
    ]


def forms_with_button(tree: Element, button: str) -> list[tuple[Element, Element]]:
    """Return each form that has a button with this text, with the button."""
    return [
        (form, element)
        for form in all_of(tree, "form")
        for element in all_of(form, "button")
        if text_of(element) == button or text_of(element).startswith(f"{button} ")
    ]


def field_names(form: Element) -> set[str]:
    """Return the names of the fields in a form."""
    return {
        element.get("name", "")
        for tag in ("input", "select", "textarea", "button")
        for element in all_of(form, tag)
    }


def csrf_token(tree: Element) -> str:
    """Return the token that the forms of a page send along."""
    fields = (each for each in all_of(tree, "input") if each.get("name") == "csrf_token")
    return next(fields).get("value", "")


def values_of(form: Element, pressed: Element) -> "MultiDict[str, str]":
    """Return what a browser would send when `pressed` is pressed and nothing is changed."""
    data: MultiDict[str, str] = MultiDict()
    for element in form.iter():
        name = element.get("name")
        if name and element.get("disabled") is None:
            for value in _values_of_field(element):
                data.add(name, value)
    if pressed.get("name"):
        data.add(pressed.get("name", ""), pressed.get("value", ""))
    return data


def _values_of_field(element: Element) -> list[str]:
    if element.tag == "textarea":
        return ["".join(element.itertext()).removeprefix("\n")]
    if element.tag == "select":
        return _values_of_select(element)
    return _values_of_input(element)


def _values_of_select(element: Element) -> list[str]:
    options = all_of(element, "option")
    chosen = [option for option in options if option.get("selected") is not None] or options[:1]
    return [option.get("value", text_of(option)) for option in chosen]


def _values_of_input(element: Element) -> list[str]:
    if element.tag != "input" or element.get("type") in {"submit", "file"}:
        return []
    if element.get("type") in {"checkbox", "radio"} and element.get("checked") is None:
        return []
    return [element.get("value", "")]


def _pieces(element: Element) -> Iterator[str]:
    if element.tag in _SILENT:
        return
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    if element.tag in {"p", "li", "h1", "h2", "h3", "dt", "dd", "td", "th", "div", "br", "label"}:
        yield " "
