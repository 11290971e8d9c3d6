"""The room that keeps the law in use."""

from django.apps import AppConfig


class LegalConfig(AppConfig):
    """The registers of templates, reviews of provisions, and designated areas."""

    name = "vijfluik.accountability.legal"
    label = "legal"

    def ready(self) -> None:
        """Make the registers known; tell the law which templates quote it."""
        from vijfluik.accountability.legal.quoting import reviews_of, templates_quoting
        from vijfluik.accountability.legal.reviews_register import REVIEWS
        from vijfluik.accountability.legal.templates_register import TEMPLATES
        from vijfluik.accountability.legal.zones_register import ZONES
        from vijfluik.core.law.dependants import tell
        from vijfluik.core.registers.registry import declare

        for register in (TEMPLATES, REVIEWS, ZONES):
            declare(register)
        tell("templates", templates_quoting)
        tell("law_reviews", reviews_of)
