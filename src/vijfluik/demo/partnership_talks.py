"""Invented meetings with partners: of the reporting period, of later, and one to come."""

import datetime as dt
from collections.abc import Iterator, Mapping

from vijfluik.demo.chance import stream
from vijfluik.demo.histories import Life
from vijfluik.demo.partnership_values import facts
from vijfluik.demo.workdays import working_day
from vijfluik.programme.partnerships.registers import TALKS

# Of which partnership, what sort, about what, with whom, what was said and what came of it.
TOLD = (
    ("ct-netwerk", "dialogue", "Dialoog over terugkeerders", "MA",
     "ministerie van Binnenlandse Zaken",
     "Terugkeerders en hun families\nReisdocumenten", "Zorgvuldig, met oog voor kinderen.",
     "Elk halfjaar een gesprek; een vaste contactfunctie aan beide kanten."),
    ("bilateraal", "dialogue", "Dialoog over financiering", "TR", "ministerie van Financiën",
     "Financiering van terrorisme", "Delen wat werkt, binnen de waarborgen van de wet.",
     "Deskundigen van beide landen spreken elkaar over werkwijzen."),
    ("eu-preventie", "experts", "Overleg over gecoördineerde preventie", "BE", "Europese Commissie",
     "Aanbevelingen voor preventie\nUitwisseling van lokale ervaring", "Lokaal werk voorop.",
     "De aanbevelingen worden per land gevolgd."),
    ("ct-netwerk", "forum", "Werkgroep misdaad en terreur", "NL", "leden van het mondiale forum",
     "Samenhang van misdaad en terreur", "Eerst begrijpen, dan handelen.",
     "Een overzicht van goede praktijken."),
    ("eu-uitreizigers", "experts", "Afstemming over uitreizigers", "",
     "lidstaten en de coördinator van de EU",
     "Opsporing en vervolging\nKinderen", "Vervolgen waar het kan; kinderen eerst.",
     "Een gedeeld overzicht van werkwijzen."),
    ("migratiediensten", "contact", "Kennismaking migratiediensten", "DE",
     "migratiedienst van het buurland",
     "Werkwijzen bij herkennen en doorzetten", "Waargenomen gedrag, nooit afkomst.",
     "Twee keer per jaar overleg van functies."),
)  # fmt: skip


def talks(parents: Mapping[str, Life], *, day: dt.date) -> Iterator[Life]:
    """Each meeting in three years, and one that is still to be held."""
    for round_, year in enumerate((2018, 2019, 2024)):
        for number, told in enumerate(TOLD):
            on = working_day(dt.date(year, 2 + number, 12))
            life = _talk(parents, told=told, number=round_ * len(TOLD) + number, on=on)
            yield life.step("hold", on=on, held_on=on, position=told[6], outcome=told[7])
    coming = working_day(day + dt.timedelta(days=12))
    yield _talk(parents, told=TOLD[0], number=90, on=coming, noted=day - dt.timedelta(days=9))


def _talk(
    parents: Mapping[str, Life],
    *,
    told: tuple[str, ...],
    number: int,
    on: dt.date,
    noted: dt.date | None = None,
) -> Life:
    parent = parents[told[0]]
    return Life(
        TALKS,
        owner=parent.record.lead_id,
        by=parent.by,
        chance=stream(facts()["seed"], "talk", number),
        on=noted or on - dt.timedelta(days=30),
        reference=f"G-{number:02}",
        partnership=parent.record.key,
        kind=told[1],
        title=told[2],
        country=told[3],
        counterpart=told[4],
        agenda=told[5],
        position=told[6],
        planned_on=on,
    )
