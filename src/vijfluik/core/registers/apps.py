"""The room of the registers."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    """The machinery that every register shares, with the files that people read in."""

    name = "vijfluik.core.registers"
    label = "registers"
