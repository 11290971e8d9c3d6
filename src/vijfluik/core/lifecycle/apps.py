"""The room of lifecycles."""

from django.apps import AppConfig


class LifecycleConfig(AppConfig):
    """Edges, steps and due dates."""

    name = "vijfluik.core.lifecycle"
    label = "lifecycle"
