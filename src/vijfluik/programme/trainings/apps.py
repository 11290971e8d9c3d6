"""The room of the trainings."""

from django.apps import AppConfig


class TrainingsConfig(AppConfig):
    """The register of trainings and their catalogue."""

    name = "vijfluik.programme.trainings"
    label = "trainings"

    def ready(self) -> None:
        """Make the register known."""
        from vijfluik.programme.trainings.register import declare_register

        declare_register()
