"""The site as an app: its templates and its checks."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Pages that belong to no single room."""

    name = "vijfluik.site"
    label = "site"
