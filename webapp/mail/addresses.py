"""E-mail addresses, in the one form in which they are kept and compared."""

from email_validator import EmailNotValidError, validate_email

from webapp.core.errors import InvalidInputError

# RFC 3696, erratum 1690: a longer address fits in no SMTP command.
MAX_LENGTH = 254


def normalise(address: str, *, field: str = "email") -> str:
    """Return an address in lower case, without spaces around it and with an ASCII domain.

    Nothing is looked up on the network. An address that no mail can be sent to raises
    InvalidInputError for `field`; so does one with a line break, which could add a header.
    """
    try:
        checked = validate_email(address.strip(), check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError as error:
        problem = "Vul een e-mailadres in, zoals naam@voorbeeld.nl."
        raise InvalidInputError({field: problem}) from error
    return (checked.ascii_email or checked.normalized).lower()
