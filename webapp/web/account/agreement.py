"""Saying yes behind a link from a mail, with a password where that is needed."""

from webapp.accounts.invited import OpenInvitation
from webapp.web.forms.base import Form
from webapp.web.forms.passwords import CurrentPassword, NewPassword


class AgreementForm(Form):
    """A yes."""

    @property
    def typed_password(self) -> str:
        """The password that was filled in; '' where none is asked."""
        return ""


class FirstPasswordForm(AgreementForm):
    """A yes with a password, for an account that is not yet in use."""

    password = NewPassword()

    @property
    def typed_password(self) -> str:
        return self.password.data or ""


class OwnPasswordForm(AgreementForm):
    """A yes with the password of an account in use, from who is not signed in to it."""

    current_password = CurrentPassword()

    @property
    def typed_password(self) -> str:
        return self.current_password.data or ""


def form_for(invitation: OpenInvitation, own_id: int | None) -> AgreementForm:
    """Return the form that says yes to an invitation, for who is signed in to account `own_id`."""
    if invitation.is_for_new_account:
        return FirstPasswordForm()
    return AgreementForm() if invitation.account.id == own_id else OwnPasswordForm()
