"""Telephone numbers; the door to phonenumbers."""

import phonenumbers


def is_phone_number(text: str) -> bool:
    """Tell whether `text` can be dialled from the Netherlands: '026 123 45 67', '+31 6 …'."""
    try:
        number = phonenumbers.parse(text, "NL")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number) and len(str(number.national_number)) > 4
