"""The room of the accounts; who somebody is stands with the partners."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Inviting, proving, recovering, reviewing and leaving; the sessions of everybody."""

    name = "vijfluik.core.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Make the kinds of event known."""
        from vijfluik.core.accounts import kinds

        kinds.register_all()
