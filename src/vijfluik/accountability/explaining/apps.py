"""The room that explains why figures and reports changed."""

from django.apps import AppConfig


class ExplainingConfig(AppConfig):
    """Questions over figures and reports; it keeps nothing."""

    name = "vijfluik.accountability.explaining"
    label = "explaining"
