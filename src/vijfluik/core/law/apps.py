"""The room of the law."""

from django.apps import AppConfig


class LawConfig(AppConfig):
    """Provisions, their versions, and what depends on them."""

    name = "vijfluik.core.law"
    label = "law"

    def ready(self) -> None:
        """Tell the journal its kinds of event, and versions that these rows come with a release."""
        from vijfluik.core.journal.kinds import register
        from vijfluik.core.law.dependants import tell
        from vijfluik.core.law.effects import TASK
        from vijfluik.core.law.events import EFFECTS_LISTED, TASKS_MADE
        from vijfluik.core.law.models import Provision
        from vijfluik.core.law.own_dependants import terms_of
        from vijfluik.core.lifecycle.lapsing import lapses
        from vijfluik.core.versions.shipped import ship

        register(EFFECTS_LISTED, TASKS_MADE)
        tell("law", terms_of)
        # What rested on the provision lapsed with it.
        lapses(TASK)
        ship(Provision._meta.db_table)
