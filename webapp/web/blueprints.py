"""The blueprints of all audiences."""

from webapp.web import account, admin, api, consultant, moderator, provider, public

BLUEPRINTS = (
    account.blueprint,
    admin.blueprint,
    api.blueprint,
    consultant.blueprint,
    moderator.blueprint,
    provider.blueprint,
    public.blueprint,
)
