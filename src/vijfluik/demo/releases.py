"""Releases of the demonstration's report, made as people make them, after everything was loaded.

One was published and rectified by the next, which holds until now; a third is in draft with
comments that wait. Nothing of it is loaded: two people go through the acts, so the checklist, four
eyes and the files are real, and so is the journal.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from vijfluik.accountability.disclosure import actions as disclosure
from vijfluik.accountability.figures.once import computed_once
from vijfluik.accountability.releases.actions import acknowledge, decide_pattern, take
from vijfluik.accountability.releases.checklist import checklist
from vijfluik.accountability.releases.comments_register import COMMENTS
from vijfluik.accountability.releases.models import Release
from vijfluik.accountability.releases.readers_register import READERS
from vijfluik.accountability.releases.releases_register import RELEASES
from vijfluik.accountability.reports.library import DEFAULT
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import AMSTERDAM, account_named, actor_for, today
from vijfluik.core.registers import actions

OWNER, MAKER, COLLEAGUE, READER = "jenv", "noor", "hanneke", "sander"
PERIOD_END = dt.date(2019, 4, 15)
FIRST = dt.datetime(2019, 4, 1, 12, tzinfo=AMSTERDAM)
SECOND = dt.datetime(2019, 4, 15, 23, 59, 59, tzinfo=AMSTERDAM)
SITE = "http://127.0.0.1:8000"
KEPT = "Nagegaan: de uitgave gaat over de periode, en houdt de stand van haar moment."


def load_releases(*, progress: Callable[[str], None]) -> list[Release]:
    """Make the releases, on the connections of the application.

    Returns:
        The rectified one, the one that rectified it, and the draft.
    """
    progress("Publishing the report of the period, as two people do …")
    first = _published(
        reference="RU-2019-1",
        title="Rapportage over de periode tot april 2019",
        as_of=FIRST,
        period_until=FIRST.date(),
    )
    second = _published(
        reference="RU-2019-2",
        title="Rapportage over de periode tot april 2019, gerectificeerd",
        as_of=SECOND,
        period_until=PERIOD_END,
        predecessor=first.key,
        rectified_because="Registraties van na 1 april stonden nog niet in de cijfers.",
        rectified_because_en="Records that came in after 1 April were not in the figures yet.",
        changed="De cijfers zijn opnieuw berekend naar de stand van het einde van de periode.",
        changed_en="The figures were computed anew as of the end of the period.",
    )
    draft = _drafted(
        reference="RU-CONCEPT",
        title="Volgende rapportage, in bewerking",
        period_until=today() - dt.timedelta(days=1),
    )
    _comments(draft)
    _admit(draft)
    return [first, second, draft]


def _acting(username: str, *, reason: str = "") -> Acting:
    account = account_named(username)
    assert account is not None, username  # noqa: S101 - people were loaded before
    return Acting(
        actor=actor_for(account), purpose=Purpose.PROGRAMME, reason=reason, origin="command"
    )


def _drafted(**content: Any) -> Release:
    whole: Mapping[str, Any] = {"report": DEFAULT, "drafted_on": today(), **content}
    made: Release = actions.create(RELEASES, who=_acting(MAKER), owner=OWNER, content=whole)
    return made


def _published(**content: Any) -> Release:
    with computed_once():
        return _brought_out(**content)


def _brought_out(**content: Any) -> Release:
    release = _drafted(**content)
    pattern = decide_pattern(who=_acting(MAKER), key=release.key).key
    if pattern is not None:
        disclosure.adopt(who=_acting(COLLEAGUE), key=pattern)
    with acting(_acting(MAKER)):
        waiting = [each.key for each in checklist(release).waiting]
    if waiting:
        acknowledge(who=_acting(MAKER, reason=KEPT), key=release.key, warnings=waiting, reason=KEPT)
    by = today() + dt.timedelta(days=7)
    for who, edge, changes in (
        (MAKER, "submit", {"check_by": by}),
        (COLLEAGUE, "adopt", {}),
        (MAKER, "publish", {}),
    ):
        taken: Release = take(
            RELEASES, who=_acting(who), key=release.key, edge=edge, changes=changes, base_url=SITE
        )
    return taken


def _comments(release: Release) -> None:
    """One that waits for an answer, and one that was answered and waits for who asked."""
    for number, (place, text) in enumerate(
        (
            ("voorkomen", "Noemen we hier ook het aanbod dat er in deze periode bij kwam?"),
            ("ror-participants-2018", "Is bij dit getal duidelijk dat het om deelnames gaat?"),
        ),
        start=1,
    ):
        made = actions.create(
            COMMENTS,
            who=_acting(COLLEAGUE),
            owner=OWNER,
            content={
                "text": text,
                "reference": f"OP-{number}",
                "release": release.key,
                "place": place,
                "made_on": today(),
            },
        )
    actions.step(
        COMMENTS,
        who=_acting(MAKER),
        key=made.key,
        edge="answer",
        changes={
            "answer": "Ja: onder “Hoe deze cijfers te lezen zijn” staat dat het geen mensen zijn."
        },
    )


def _admit(release: Release) -> None:
    actions.create(
        READERS,
        who=_acting(MAKER),
        owner=OWNER,
        content={
            "professional": _acting(READER).actor.key,
            "reference": "VL-1",
            "release": release.key,
            "occasion": "bereidt de behandeling in de Kamer voor",
            "valid_from": today(),
            "valid_until": today() + dt.timedelta(days=30),
        },
    )
