"""The room of the undertakings."""

from django.apps import AppConfig


class UndertakingsConfig(AppConfig):
    """The registers of papers, bills, undertakings and obligations."""

    name = "vijfluik.accountability.undertakings"
    label = "undertakings"

    def ready(self) -> None:
        """Make the registers and the kinds of event known; tell the law which bills change it."""
        from vijfluik.accountability.undertakings.bills.changing import bills_changing
        from vijfluik.accountability.undertakings.bills.register import REGISTER as BILLS
        from vijfluik.accountability.undertakings.events import HOUSE_READ
        from vijfluik.accountability.undertakings.obligations.register import (
            REGISTER as OBLIGATIONS,
        )
        from vijfluik.accountability.undertakings.papers.register import REGISTER as PAPERS
        from vijfluik.accountability.undertakings.promises.register import (
            REGISTER as UNDERTAKINGS,
        )
        from vijfluik.core.journal.kinds import register
        from vijfluik.core.law.dependants import tell
        from vijfluik.core.registers.registry import declare

        for each in (PAPERS, BILLS, UNDERTAKINGS, OBLIGATIONS):
            declare(each)
        register(HOUSE_READ)
        tell("bills", bills_changing)
