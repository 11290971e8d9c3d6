"""The report of the platform as somebody of the demonstration reads it."""

import datetime as dt

from vijfluik.accountability.reports.building import Built, build
from vijfluik.accountability.reports.library import DEFAULT, report_named
from vijfluik.accountability.reports.source import ReportSource
from vijfluik.core.documents.structure import Language
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import actor_for
from vijfluik.core.versions.moments import parse_moment

TODAY = parse_moment("2019-04-15")
SITE = "https://vijfluik.test"


def somebody(name: str) -> Acting:
    """An account of the demonstration, acting for the programme."""
    professional = Professional.objects.using("owner").get(username=name)
    return Acting(actor=actor_for(professional), purpose=Purpose.PROGRAMME, origin="command")


def built(
    *,
    as_of: dt.datetime = TODAY,
    language: Language = Language.DUTCH,
    report: ReportSource | None = None,
) -> Built:
    """The report as the policy officer reads it."""
    with acting(somebody("noor")):
        return build(
            report or report_named(DEFAULT),
            language=language,
            as_of=as_of,
            keep=False,
            demonstration=True,
        )
