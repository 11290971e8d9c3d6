"""Invented publications with their editions and reach: of the report, since then, and of today."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from vijfluik.demo.chance import Chance, stream
from vijfluik.demo.editions import load_editions
from vijfluik.demo.histories import Life, load_lives
from vijfluik.demo.reach import load_reach
from vijfluik.demo.targets import Targets
from vijfluik.demo.workdays import working_day
from vijfluik.programme.publications.register import REGISTER

FILE = Path(__file__).with_name("publications.toml")
READER = "noor"
GUIDES = (
    ("VB-05", "Communicatie in de acute fase"),
    ("VB-06", "Ongeluk, verward of terrorist"),
)


@cache
def facts() -> dict[str, Any]:
    """The table of the generator."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def load_publications(*, day: dt.date, targets: Targets) -> int:
    """Write them, in the transaction that the caller opened; `day` is today."""
    named = dict(_named(targets, day=day))
    others = [*_guides(targets, day=day), *_later(day=day), *_current(day=day)]
    count = load_lives(REGISTER, [*named.values(), *others])
    keys = {code: life.record.key for code, life in named.items()}
    count += load_editions(keys, targets=targets, day=day)
    return count + load_reach(keys, targets=targets, day=day)


def _named(targets: Targets, *, day: dt.date) -> Iterator[tuple[str, Life]]:
    """Those that figures and other records know by a name, a predecessor before what follows it."""
    rooms = targets.rooms
    chance = stream(facts()["seed"], "named")

    def made(code: str, **told: Any) -> tuple[str, Life]:
        return code, _published(
            chance=chance, code=code, review=_review(told["on"], day=day), **told
        )

    yield made(
        "ct-strategie", title="Nationale Contraterrorismestrategie", kind="strategy", item="X-02",
        audience=["government", "municipality", "police"], on=dt.date(2011, 6, 7),
    )  # fmt: skip
    yield made(
        "dtn", title="Dreigingsbeeld Terrorisme Nederland", kind="threat_assessment", item="X-03",
        audience=["government", "parliament", "public"], on=dt.date(2005, 6, 10),
    )  # fmt: skip
    yield made(
        "rapportage-2019", title="Rapportage Integrale Aanpak Terrorisme", kind="report",
        item="X-04", audience=["parliament"], on=dt.date(2019, 4, 18),
        period_said=rooms["report-period-start-end"], owner="jenv", by="noor", reader="hanneke",
    )  # fmt: skip
    handbook = rooms["religious-handbook-year"]
    before = _published(
        chance=chance, code="handreiking-veilige-moskee", title="Handreiking veilige moskee",
        kind="guide", item="VD-05", audience=["institution"], on=_before(handbook, days=420),
        review=_review(handbook, day=day),

    )  # fmt: skip
    before.step("supersede", on=working_day(handbook), ended_on=working_day(handbook))
    yield "handreiking-veilige-moskee", before
    yield made(
        "handboek-religieuze-instellingen", title="Handboek veiligheid religieuze instellingen",
        kind="handbook", item="VD-05", audience=["institution", "municipality"], on=handbook,
        predecessor=before.record.key, distribution=["wolverdam", "duinmeer"],
        feedback="loket weerbaarheid NCTV", accessibility="fully",
    )  # fmt: skip
    in_use = rooms["event-safety-guide-in-use"]
    guide = _published(
        chance=chance, code="handreiking-evenementen", title="Handreiking Evenementenveiligheid",
        kind="guide", item="VD-04", audience=["safety_region", "municipality"],
        on=_before(in_use, days=95), review=_review(in_use, day=day),
        feedback="bureau evenementen", accessibility="partly",
    )  # fmt: skip
    guide.correct(
        known=working_day(in_use), reason="De veiligheidsregio's werken ermee.", in_use_on=in_use
    )
    yield "handreiking-evenementen", guide
    campaign = _published(
        chance=chance, code="campagne-risicocommunicatie", kind="campaign", item="VB-07",
        title="Online campagne risicocommunicatie", audience=["public"],
        on=rooms["risk-campaign-year"], review=_review(rooms["risk-campaign-year"], day=day),
        channel="sociale media en drukke plekken",
    )  # fmt: skip
    ended = rooms["risk-campaign-year"] + dt.timedelta(days=120)
    campaign.step("retire", on=ended, ended_on=ended, reason="De campagne is afgelopen.")
    yield "campagne-risicocommunicatie", campaign
    yield made(
        "jep-platform", title="Online platform JEP", kind="platform", item="VK-09", owner="jep",
        audience=["youth_work", "education"], on=dt.date(2018, 1, 3), by="noor", reader="hanneke",
        channel="het platform op internet", feedback="platformsecretariaat",
    )  # fmt: skip
    yield made(
        "module-digitale-weerbaarheid", title="Module digitale weerbaarheid", kind="module",
        item="VK-36", audience=["education"], on=dt.date(2017, 8, 28), accessibility="partly",
    )  # fmt: skip
    yield made(
        "handreiking-netwerken", title="Handreiking lokale netwerken van sleutelfiguren",
        kind="guide", item="VK-05", audience=["municipality"], on=dt.date(2018, 6, 18),
        owner="ess", by="jorrit", accessibility="fully", feedback="adviesloket gemeenten",
        distribution=["wolverdam", "duinmeer"],
    )  # fmt: skip
    yield made(
        "koepelnotitie", title="Koepelnotitie communicatie bij terrorisme", item="VB-04",
        kind="communication_note", audience=["municipality", "safety_region", "police"],
        on=dt.date(2018, 10, 9),
    )  # fmt: skip


def _guides(targets: Targets, *, day: dt.date) -> Iterator[Life]:
    """The guides on communication that had appeared when the report was made."""
    chance = stream(facts()["seed"], "guides")
    for number in range(targets.rooms["comm-guides-published"]):
        item, title = GUIDES[number % len(GUIDES)]
        part = f", deel {number // len(GUIDES) + 1}" if number >= len(GUIDES) else ""
        on = dt.date(2019, 2, 4) + dt.timedelta(days=number % 60)
        life = _published(
            chance=chance, code=f"communicatie-{number + 1}", title=f"{title}{part}", item=item,
            kind="guide", audience=["municipality", "safety_region", "police", "justice"], on=on,
            review=_review(on, day=day),
        )  # fmt: skip
        if number == 0:
            life.correct(
                known=dt.date(2019, 9, 2),
                reason="Alsnog getoetst door een bureau voor toegankelijkheid.",
                accessibility="partly",
            )
        yield life


def _later(*, day: dt.date) -> Iterator[Life]:
    """What appeared after the report, up to two months before the day of loading."""
    chance = stream(facts()["seed"], "later")
    kinds = facts()["later"]
    first, last = dt.date(2019, 6, 3), day - dt.timedelta(days=60)
    apart = max(1, (last - first).days // facts()["after"])
    for number in range(facts()["after"]):
        told = kinds[number % len(kinds)]
        titles = told["titles"]
        edition = number // (len(kinds) * len(titles))
        title = titles[number // len(kinds) % len(titles)]
        on = working_day(first + dt.timedelta(days=number * apart))
        yield _published(
            chance=chance, code="", reference=f"{told['organisation'].upper()}-P-{number + 1:03}",
            title=f"{title} ({on.year})" if edition else title, kind=told["kind"],
            item=told["item"], audience=told["audience"], on=on, owner=told["organisation"],
            by=told["by"], review=_review(on, day=day),
            accessibility=chance.choice(("fully", "fully", "partly")), feedback="redactie",
        )  # fmt: skip


def _current(*, day: dt.date) -> Iterator[Life]:
    """One that waits for a reader, one to be read again today, one in revision, one in draft."""
    chance = stream(facts()["seed"], "current")

    def told(number: int, title: str, *, days: int, owner: str = "nctv", **more: Any) -> Life:
        return Life(
            REGISTER, owner=owner, by="ilse" if owner == "nctv" else "jorrit", chance=chance,
            on=day - dt.timedelta(days=days), reference=f"{day.year}-{owner.upper()}-{number:02}",
            title=title, begun_on=day - dt.timedelta(days=days), **more,
        )  # fmt: skip

    waiting = told(1, "Handreiking berichten in het eerste uur", days=50, kind="guide",
                   item="VB-05", audience=["municipality", "safety_region"])  # fmt: skip
    sent = day - dt.timedelta(days=13)
    yield waiting.step("submit", on=sent, submitted_on=sent)
    again = told(2, "Toolbox veilig ondernemen op drukke plekken", days=900, kind="toolbox",
                 item="VD-03", audience=["business"])  # fmt: skip
    yield _appeared(again, on=day - dt.timedelta(days=730), review=day, accessibility="fully")
    revised = told(3, "Handreiking lokaal netwerk, kleine gemeenten", days=1100, owner="ess",
                   kind="guide", item="VK-05", audience=["municipality"])  # fmt: skip
    late = day - dt.timedelta(days=4)
    _appeared(revised, on=day - dt.timedelta(days=1000), review=late, accessibility="fully")
    yield revised.step(
        "revise",
        on=day - dt.timedelta(days=40),
        reason="Gemeenten vragen om voorbeelden van na de herindeling.",
    )
    yield told(4, "Goede praktijk: terugkeer in de wijk", days=9, owner="ess",
               kind="good_practice", item="VV-18", audience=["municipality", "care"])  # fmt: skip


def _published(
    *,
    chance: Chance,
    code: str,
    title: str,
    on: dt.date,
    owner: str = "nctv",
    by: str = "ilse",
    reader: str = READER,
    reference: str = "",
    review: dt.date,
    accessibility: str = "untested",
    **values: Any,
) -> Life:
    """A publication that appeared on a day, read by a second person; `review` is read again."""
    begun = _before(on, days=75)
    life = Life(
        REGISTER, owner=owner, by=by, chance=chance, on=begun,
        reference=reference or f"P-{code}"[:40], code=code, title=title, begun_on=begun, **values,
    )  # fmt: skip
    return _appeared(life, on=on, review=review, reader=reader, accessibility=accessibility)


def _appeared(
    life: Life,
    *,
    on: dt.date,
    review: dt.date,
    reader: str = READER,
    accessibility: str = "untested",
) -> Life:
    sent = on - dt.timedelta(days=11)
    life.step("submit", on=sent, submitted_on=sent)
    return life.step(
        "publish", on=on, by=reader, published_on=on, review_on=review, accessibility=accessibility
    )


def _review(on: dt.date, *, day: dt.date) -> dt.date:
    """The day of review: two years on, and again until it lies ahead."""
    found = on
    while found <= day:
        found = dt.date(found.year + 2, found.month, min(found.day, 28))
    return found


def _before(on: dt.date, *, days: int) -> dt.date:
    return on - dt.timedelta(days=days)
