"""The room of access."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The policy and the gate."""

    name = "vijfluik.core.access"
    label = "access"

    def ready(self) -> None:
        """Tell the journal what the policy's codes are called."""
        from vijfluik.core.access.things import ACTS, THINGS
        from vijfluik.core.journal.sentences import name

        name(objects=THINGS, acts=ACTS)
