"""The room of notices."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices, the mails about them, and the private calendar."""

    name = "vijfluik.core.notices"
    label = "notices"
    verbose_name = "berichten"

    def ready(self) -> None:
        """Make the kinds of event known, and what core knows to wait for somebody."""
        from vijfluik.core.notices import events, people
        from vijfluik.core.notices.models import Kind
        from vijfluik.core.notices.subjects import declare
        from vijfluik.core.notices.terms import terms

        events.register_all()
        declare(Kind.TERM, terms)
        people.declare_all()
