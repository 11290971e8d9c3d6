"""Invented templates that quote the law, the calendar of its reviews, and areas that wait.

The bill that would let areas be designated is followed and not in force, so nothing is designated.
"""

import datetime as dt

from vijfluik.accountability.legal.reviews_register import REVIEWS
from vijfluik.accountability.legal.templates_register import TEMPLATES
from vijfluik.accountability.legal.zones_register import ZONES
from vijfluik.accountability.undertakings.models import Bill
from vijfluik.demo.chance import stream
from vijfluik.demo.histories import Life, load_lives
from vijfluik.demo.owner import OWNER, opened
from vijfluik.demo.targets import Targets

SEED = 20190424
BY, COLLEAGUE = "anouk", "noor"
# Name, kind, item, provisions that it quotes, the text.
TEXTS = (
    (
        "Besluit meldplicht", "decision", "VK-25", ("twbmt-2-1", "twbmt-4-1"),
        "Op [datum] is besloten tot een meldplicht, om [redenen]. Zij geldt tot [datum].",
    ),
    (
        "Besluit gebiedsverbod", "decision", "VK-25", ("twbmt-2-2", "twbmt-4-1"),
        "Op [datum] is besloten tot een gebiedsverbod voor [gebied], om [redenen].",
    ),
    (
        "Verslag aan de Kamer over de Twbmt", "letter", "VK-26", ("twbmt-12",),
        "Met deze brief bied ik uw Kamer het verslag aan over de periode tot [datum].",
    ),
    (
        "Verzoek om signalering in het paspoortregister", "form", "VK-27", ("paspoortwet-25",),
        "Verzoek van [organisatie] op [datum]. Grond: [grond]. Duur: [duur].",
    ),
)  # fmt: skip


def load_legal(*, day: dt.date, targets: Targets) -> int:  # noqa: ARG001 (as every room)
    """Write them, in the transaction that the caller opened; `day` is today. Bills are there."""
    written = load_lives(
        TEMPLATES,
        [_template(row, number=number, day=day) for number, row in enumerate(TEXTS, start=1)],
    )
    written += load_lives(REVIEWS, _reviews(day=day))
    return written + load_lives(ZONES, _zones(day=day))


def _template(
    row: tuple[str, str, str, tuple[str, ...], str], *, number: int, day: dt.date
) -> Life:
    """In use since a year; the first is to be looked at tomorrow, the second is late."""
    title, kind, item, provisions, text = row
    on = day - dt.timedelta(days=400 + number)
    review_on = day + dt.timedelta(days={1: 1, 2: -3}.get(number, 60 * number))
    life = Life(
        TEMPLATES, owner="jenv", by=BY, chance=stream(SEED, title), on=on,
        reference=f"SJ-{number:02}", title=title, version="1.0", kind=kind, item=item,
        provisions=provisions, text=text, drafted_on=on,
    )  # fmt: skip
    adopted = on + dt.timedelta(days=14)
    return life.step("adopt", on=adopted, by=COLLEAGUE, adopted_on=adopted, review_on=review_on)


def _reviews(*, day: dt.date) -> list[Life]:
    found = []
    for number, (title, provision, item, days) in enumerate(
        (
            ("Wat komt er na het vervallen van de wet?", "twbmt-13", "VK-25", 20),
            ("Voldoet de termijn van de meldplicht?", "twbmt-4-1", "VK-25", 0),
            ("Sluit verstrekken aan een samenwerkingsverband nog aan?", "wpg-20", "X-10", 120),
        ),
        start=1,
    ):
        on = day - dt.timedelta(days=200)
        found.append(
            Life(
                REVIEWS, owner="jenv", by=BY, chance=stream(SEED, title), on=on,
                reference=f"WH-{day.year}-{number}", title=title, provision=provision, item=item,
                planned_on=on, review_on=day + dt.timedelta(days=days),
            )
        )  # fmt: skip
    on = dt.date(2018, 11, 5)
    past = Life(
        REVIEWS, owner="jenv", by=BY, chance=stream(SEED, "past"), on=on, reference="WH-2019-1",
        title="Werkt de wet zoals bedoeld, halverwege haar vijf jaar?", provision="twbmt-12",
        item="VK-25", planned_on=on, review_on=dt.date(2019, 3, 1),
    )  # fmt: skip
    past.step(
        "review", on=dt.date(2019, 2, 26), reviewed_on=dt.date(2019, 2, 26), outcome="keep",
        findings="De bevoegdheden voldoen; de evaluatie volgt.",
    )  # fmt: skip
    return [*found, past]


def _zones(*, day: dt.date) -> list[Life]:
    with opened(Bill):
        bill = Bill.objects.using(OWNER).filter(item="VV-07").order_by("reference").first()
    if bill is None:
        return []
    on = day - dt.timedelta(days=30)
    area = Life(
        ZONES, owner=bill.organisation_id, by=BY, chance=stream(SEED, "area"), on=on,
        reference="AG-01", title="Gebied A, als het voorstel wet wordt", kind="area", item="VV-07",
        bill=bill.key, proposed_on=on,
    )  # fmt: skip
    consent = Life(
        ZONES, owner=bill.organisation_id, by=BY, chance=stream(SEED, "consent"), on=on,
        reference="AG-02", title="Toestemming hulpverleners, gebied A", kind="consent",
        item="VV-07", area=area.record.key, holder="Hulpverleners van erkende organisaties",
        bill=bill.key, proposed_on=on,
    )  # fmt: skip
    return [area, consent]
