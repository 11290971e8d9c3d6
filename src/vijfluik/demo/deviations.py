"""Invented deviations from how comparable municipalities are treated: of then, and of today."""

import datetime as dt

from vijfluik.core.partners.models import Place
from vijfluik.demo.chance import stream
from vijfluik.demo.histories import Life, load_lives
from vijfluik.demo.owner import OWNER
from vijfluik.demo.targets import Targets
from vijfluik.programme.municipalities.deviations.register import DEVIATIONS

SEED = 20180903
BY, OWNED = "noor", "jenv"
WOLVERDAM, OOSTERLO, VEENBROEK = "GM9001", "GM9002", "GM9003"


def load_deviations(*, day: dt.date, targets: Targets | None = None) -> int:
    """Write them, in the transaction that the caller opened.

    Args:
        day: today.
        targets: those of the other rooms, for the loader that tells every room of them.
    """
    del targets
    chance = stream(SEED, "deviations")
    places = dict(Place.objects.using(OWNER).values_list("code", "id"))
    then = dt.date(2018, 2, 12)
    past = Life(
        DEVIATIONS, owner=OWNED, by=BY, chance=chance, on=then, reference="AFW-2018-01",
        place=places[VEENBROEK], question="advice", ground="situation",
        difference="Een vaste adviseur in plaats van het loket",
        reasons="Na de onrust rond een bijeenkomst had de gemeente een half jaar lang wekelijks "
        "iemand nodig die de zaak kende.",
        decided_on=then, review_on=then + dt.timedelta(days=180),
    )  # fmt: skip
    ended = then + dt.timedelta(days=176)
    past.step("end", on=ended, ended_on=ended)
    since = day - dt.timedelta(days=170)
    running = Life(
        DEVIATIONS, owner=OWNED, by=BY, chance=chance, on=since, reference=f"AFW-{since.year}-02",
        place=places[WOLVERDAM], question="trainings", ground="role",
        difference="Twee trainingen meer dan gemeenten met dezelfde rol",
        reasons="De gemeente leidt ook mensen uit vier kleinere gemeenten op, die daar zelf geen "
        "plek voor hebben.",
        decided_on=since, review_on=day + dt.timedelta(days=10),
    )  # fmt: skip
    forgotten = day - dt.timedelta(days=250)
    late = Life(
        DEVIATIONS, owner=OWNED, by=BY, chance=chance, on=forgotten,
        reference=f"AFW-{forgotten.year}-01", place=places[OOSTERLO], question="money",
        ground="temporary", difference="Een half jaar later verantwoorden",
        reasons="De gemeente ging over op een andere administratie; dat is eenmalig.",
        decided_on=forgotten, review_on=day - dt.timedelta(days=3),
    )  # fmt: skip
    return load_lives(DEVIATIONS, [past, running, late])
