"""The room of the releases."""

from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    """The registers of releases, comments on their text, and who may read them beforehand."""

    name = "vijfluik.accountability.releases"
    label = "releases"

    def ready(self) -> None:
        """Make the registers and events known; tell the reports which of them is held back."""
        from vijfluik.accountability.releases.comments_register import COMMENTS
        from vijfluik.accountability.releases.events import register_all
        from vijfluik.accountability.releases.holding import held_back
        from vijfluik.accountability.releases.readers_register import READERS
        from vijfluik.accountability.releases.releases_register import RELEASES
        from vijfluik.accountability.reports.holding import tell
        from vijfluik.core.registers.registry import declare

        register_all()
        for register in (RELEASES, COMMENTS, READERS):
            declare(register)
        tell(held_back)
