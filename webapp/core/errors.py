"""What can go wrong in the domain; the web room turns each into a response in one place."""


class DomainError(Exception):
    """Something the domain refuses."""


class NotFoundError(DomainError):
    """There is no such thing, or none that this person may know of."""


class NotAllowedError(DomainError):
    """This person may not do this."""


class ConflictError(DomainError):
    """Somebody else changed the same thing meanwhile."""


class WrongStatusError(DomainError):
    """The thing is not in a status in which this can be done."""


class InvalidInputError(DomainError):
    """What was filled in cannot be used as it is.

    `problems` maps the name of a field to a Dutch sentence that says how to mend it.
    """

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__("; ".join(f"{field}: {text}" for field, text in problems.items()))
        self.problems = problems


def refuse(problems: dict[str, str]) -> None:
    """Raise InvalidInputError when there are problems."""
    if problems:
        raise InvalidInputError(problems)
