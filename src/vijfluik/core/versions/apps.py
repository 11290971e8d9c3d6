"""The room of the versions."""

from django.apps import AppConfig


class VersionsConfig(AppConfig):
    """Version tables are made by the migrations of other rooms; this room holds the machinery."""

    name = "vijfluik.core.versions"
    label = "versions"
