"""Invented accounting to Parliament: papers, bills, undertakings and their history, obligations."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone

from vijfluik.accountability.undertakings.bills.register import REGISTER as BILLS
from vijfluik.accountability.undertakings.models import HouseEntry
from vijfluik.accountability.undertakings.obligations.register import REGISTER as OBLIGATIONS
from vijfluik.accountability.undertakings.papers.register import REGISTER as PAPERS
from vijfluik.accountability.undertakings.papers.rules import needs_approval
from vijfluik.accountability.undertakings.promises.register import REGISTER as UNDERTAKINGS
from vijfluik.demo.chance import stream
from vijfluik.demo.histories import Life, load_lives
from vijfluik.demo.owner import OWNER, opened
from vijfluik.demo.targets import Targets

FILE = Path(__file__).with_name("undertakings.toml")
OFFICER = {"jenv": "anouk", "szw": "sander"}
# Settles what the officer proposes.
COLLEAGUE = "noor"
# When the source's papers without a day were noted down.
NOTED = dt.date(2019, 3, 4)
Papers = dict[str, Life]


@cache
def facts() -> dict[str, Any]:
    """The table of the generator."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def rows(name: str) -> list[list[Any]]:
    """One of its tables."""
    found: list[list[Any]] = facts()["tables"][name]
    return found


def load_undertakings(*, day: dt.date, targets: Targets) -> int:  # noqa: ARG001 (as every room)
    """Write them, in the transaction that the caller opened; `day` is today."""
    papers: Papers = {}
    undertakings = [*_past(papers), *_current(papers, day=day)]
    obligations = list(_obligations(papers, day=day))
    _waiting(papers, day=day)
    for life in _papers():
        papers[life.record.reference] = life
    written = load_lives(PAPERS, papers.values())
    written += load_lives(BILLS, _bills(day=day))
    written += load_lives(UNDERTAKINGS, undertakings)
    written += load_lives(OBLIGATIONS, obligations)
    _house(undertakings, day=day)
    return written


def _papers() -> Iterator[Life]:
    for owner, reference, kind, title, dossier, number, house, item, said in rows("papers"):
        yield Life(
            PAPERS, owner=owner, by=OFFICER[owner], chance=stream(facts()["seed"], reference),
            on=NOTED, reference=reference, kind=kind, title=title, dossier=dossier, number=number,
            house=house, item=item, dated_said=said,
        ).step("handle", on=NOTED + dt.timedelta(days=30),
               handled_on=NOTED + dt.timedelta(days=30))  # fmt: skip


def _letter(papers: Papers, *, title: str, on: dt.date, house: str, owner: str = "jenv") -> Any:
    """The key of an invented letter to Parliament."""
    reference = f"BRIEF-{on.year}-{len(papers) + 1:03}"
    letter = Life(
        PAPERS, owner=owner, by=OFFICER[owner], chance=stream(facts()["seed"], reference), on=on,
        reference=reference, kind="letter", title=title, house=house, dated_on=on, item="X-09",
    )  # fmt: skip
    papers[reference] = letter
    if needs_approval(kind="letter", dated_on=on):
        letter.step("propose", on=on, send_by=on)
        letter.step("approve", on=on, by=COLLEAGUE, approved_on=on)
    return letter.record.key


def _waiting(papers: Papers, *, day: dt.date) -> None:
    """Two letters of today: one that a colleague decides on this week, one that came back."""
    on = day - dt.timedelta(days=2)
    told: dict[str, Any] = {
        "kind": "letter", "house": "second", "dated_on": on, "item": "X-04",
        "figures": ("ror-trainings-2018", "ror-participants-2018"),
        "figures_on": on - dt.timedelta(days=1),
    }  # fmt: skip
    for number, title in ((91, "Voortgang van de trainingen"), (92, "Stand van de lokale aanpak")):
        reference = f"BRIEF-{on.year}-{number:03}"
        papers[reference] = Life(
            PAPERS, owner="jenv", by=OFFICER["jenv"], chance=stream(facts()["seed"], reference),
            on=on, reference=reference, title=f"Brief: {title.lower()}", **told,
        ).step("propose", on=on, send_by=day + dt.timedelta(days=4))  # fmt: skip
    papers[reference].step(
        "return", on=day - dt.timedelta(days=1), by=COLLEAGUE,
        reason="Zet erbij op welke dag de cijfers betrekking hebben.",
    )  # fmt: skip


def _past(papers: Papers) -> Iterator[Life]:
    """Those of the reporting period, all settled by two people."""
    for number, row in enumerate(rows("past"), start=1):
        kind, title, text, house, made, due, item, figure, settled, says = row
        life = _promised(
            number=f"{made.year}-{number:02}", kind=kind, title=title, text=text, house=house,
            made=made, due=due, item=item, figure=figure,
            house_number=f"TZ-VERZONNEN-{number:03}" if says else "",
        )  # fmt: skip
        letter = _letter(papers, title=f"Brief: {title.lower()}", on=settled, house=house)
        life.step("propose", on=settled, settled_on=settled, settled_in=letter)
        life.step("settle", on=settled + dt.timedelta(days=3), by=COLLEAGUE)
        if says:
            _said(life, says=says, on=settled + dt.timedelta(days=20))
        yield life


def _current(papers: Papers, *, day: dt.date) -> Iterator[Life]:
    """Work of today: one late, one postponed twice, one to decide on, one the House sees done."""

    def ago(days: int) -> dt.date:
        return day - dt.timedelta(days=days)

    late = _promised(
        number=f"{day.year}-81", kind="commitment", title="Evaluatie van het aanbod voor scholen",
        text="De minister stuurt de Kamer de uitkomst van de evaluatie.", house="second",
        made=ago(200), due=ago(6), item="VK-10", figure="ssv-teacher-trainings-2018",
        house_number="TZ-VERZONNEN-081",
        progress="De evaluatie is af; de brief ligt bij de minister.",
    )  # fmt: skip
    yield _said(late, says="open", on=ago(9))
    slow = _promised(
        number=f"{day.year}-82", kind="motion", title="Motie over een landelijk beeld per gemeente",
        text="De Kamer vraagt om een jaarlijks beeld van de inzet per gemeente.", house="second",
        made=ago(400), due=ago(180), item="VK-02", figure="", house_number="2025Z-VERZONNEN-82",
        progress="De eerste ronde is uitgezet bij de gemeenten.",
    )  # fmt: skip
    _postpone(slow, papers, on=ago(190), due=ago(60))
    yield _postpone(slow, papers, on=ago(70), due=day + dt.timedelta(days=45))
    letter = _letter(papers, title="Brief: werkwijze van het steunpunt", on=ago(3), house="first")
    yield _promised(
        number=f"{day.year}-83", kind="commitment", title="Werkwijze van het Steunpunt Extremisme",
        text="De minister licht toe hoe het steunpunt werkt.", house="first", made=ago(90),
        due=day + dt.timedelta(days=10), item="VK-16", figure="", house_number="",
    ).step("propose", on=ago(2), settled_on=ago(2), settled_in=letter)  # fmt: skip
    done = _promised(
        number=f"{day.year}-84", kind="commitment", title="Cijfers over adviestrajecten",
        text="De minister geeft de Kamer de cijfers over adviestrajecten.", house="second",
        made=ago(120), due=day + dt.timedelta(days=20), item="VK-04", figure="",
        house_number="TZ-VERZONNEN-084",
    )  # fmt: skip
    yield _said(done, says="done", on=ago(5))
    yield _promised(
        number=f"{day.year}-85", kind="commitment", title="Aansluiting op het sociaal domein",
        text="De minister van SZW meldt hoe gemeenten zijn aangesloten.", house="second",
        made=ago(60), due=day + dt.timedelta(days=90), item="VK-08", figure="", house_number="",
        owner="szw",
    )  # fmt: skip


def _promised(
    *,
    number: str,
    kind: str,
    title: str,
    text: str,
    house: str,
    made: dt.date,
    due: dt.date,
    item: str,
    figure: str,
    house_number: str,
    owner: str = "jenv",
    progress: str = "",
) -> Life:
    reference = f"{'M' if kind == 'motion' else 'T'}-{number}"
    return Life(
        UNDERTAKINGS, owner=owner, by=OFFICER[owner], chance=stream(facts()["seed"], reference),
        on=made, reference=reference, kind=kind, title=title, text=text, house=house, made_on=made,
        due_on=due, item=item, figure=figure, house_number=house_number, progress=progress,
        found_at="Verzonnen debat",
    )  # fmt: skip


def _postpone(life: Life, papers: Papers, *, on: dt.date, due: dt.date) -> Life:
    """Ask for more time by letter."""
    letter = _letter(papers, title="Verzoek om uitstel", on=on, house="second")
    # The loader writes rows as the owner, for whom the database does not count.
    life.record.postponements += 1
    return life.step(
        "postpone", on=on, due_on=due, postponed_on=on, postponed_in=letter,
        reason="Het onderzoek duurt langer dan verwacht.",
    )  # fmt: skip


def _said(life: Life, *, says: str, on: dt.date) -> Life:
    """Note what the House says."""
    return life.correct(
        known=on,
        reason="Overgenomen uit een bestand van de Kamer.",
        house_says=says,
        house_said_on=on,
    )


def _bills(*, day: dt.date) -> Iterator[Life]:
    """The bill of the source, whose day of submission it does not give; and one of today."""
    followed = dt.date(2018, 9, 3)
    yield Life(
        BILLS, owner="jenv", by="anouk", chance=stream(facts()["seed"], "bill"), on=followed,
        reference="wetsvoorstel-verblijf", item="VV-07", followed_since=followed,
        title="Strafbaarstelling verblijf in een gebied van een terroristische organisatie",
        gist="Verblijf zonder toestemming in zo'n gebied wordt strafbaar.",
    ).step("submit", on=dt.date(2019, 2, 18), submitted_said="begin 2019")  # fmt: skip
    begun = day - dt.timedelta(days=150)
    submitted = day - dt.timedelta(days=20)
    yield Life(
        BILLS, owner="jenv", by="anouk", chance=stream(facts()["seed"], "bill", "now"), on=begun,
        reference=f"WV-{day.year}-01", item="VK-25", followed_since=begun,
        title="Verzonnen voorstel: langere werking van de Twbmt", provisions="twbmt-12, twbmt-13",
    ).step("submit", on=submitted, submitted_on=submitted)  # fmt: skip


def _obligations(papers: Papers, *, day: dt.date) -> Iterator[Life]:
    adopted: Mapping[str, dt.date] = {row[0]: row[2] for row in rows("resolutions")}
    for reference, title, on, item in rows("resolutions"):
        papers[reference] = Life(
            PAPERS, owner="jenv", by="anouk", chance=stream(facts()["seed"], reference), on=on,
            known=NOTED, reference=reference, kind="resolution", title=title, dated_on=on,
            item=item,
        )  # fmt: skip
    for number, row in enumerate(rows("obligations"), start=1):
        source, resolution, paragraph, title, item, done = row
        life = Life(
            OBLIGATIONS, owner="jenv", by="anouk",
            chance=stream(facts()["seed"], "VP", str(number)), on=adopted[source], known=NOTED,
            reference=f"VP-{number:02}", resolution=resolution, paragraph=paragraph, title=title,
            item=item, adopted_on=adopted[source],
            paper=papers[source].record.key,
        )  # fmt: skip
        begun = NOTED + dt.timedelta(days=14)
        if done:
            yield life.step("finish", on=begun, done_on=begun)
            continue
        yield life.step(
            "begin", on=begun, report_by=day + dt.timedelta(days=30 * number - 100),
            progress="In uitvoering; het volgende verslag is in de maak.",
        )  # fmt: skip


def _house(undertakings: list[Life], *, day: dt.date) -> None:
    """The last file of the House that the ministry read, three days ago."""
    read_at = timezone.now() - dt.timedelta(days=3)
    entries = [
        HouseEntry(
            organisation_id="jenv", number=life.record.house_number, kind=life.record.kind,
            text=life.record.text, ministry="Justitie en Veiligheid",
            word="Voldaan" if life.record.house_says == "done" else "Openstaand",
            says=life.record.house_says or "open",
            said_on=life.record.house_said_on or day - dt.timedelta(days=30),
            due_on=life.record.due_on, read_at=read_at,
        )
        for life in undertakings
        if life.record.house_says
    ]  # fmt: skip
    entries += [
        HouseEntry(
            organisation_id="jenv", number=number, kind="commitment", text=text,
            ministry="Justitie en Veiligheid", word="Openstaand", says="open",
            said_on=day - dt.timedelta(days=12), due_on=day + dt.timedelta(days=days),
            read_at=read_at,
        )
        for number, text, days in rows("only_house")
    ]  # fmt: skip
    with opened(HouseEntry):
        HouseEntry.objects.using(OWNER).bulk_create(entries)
