"""The room of what is done with personal data."""

from django.apps import AppConfig


class ProcessingConfig(AppConfig):
    """The registers of processing activities and of assessments."""

    name = "vijfluik.accountability.processing"
    label = "processing"

    def ready(self) -> None:
        """Make the registers known."""
        from vijfluik.accountability.processing.activities_register import ACTIVITIES
        from vijfluik.accountability.processing.assessments_register import ASSESSMENTS
        from vijfluik.core.registers.registry import declare

        for register in (ACTIVITIES, ASSESSMENTS):
            declare(register)
