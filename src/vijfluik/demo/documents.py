"""A few invented documents at records: some shared, some not, one with a version before it."""

import datetime as dt
import uuid
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db import models

from vijfluik.core.documents.stored.kinds import FileKind
from vijfluik.core.documents.stored.scanning import Verdict
from vijfluik.core.documents.stored.sealing import seal_file
from vijfluik.demo.chance import key, stream
from vijfluik.demo.owner import OWNER, opened
from vijfluik.demo.people import key_of
from vijfluik.demo.targets import Targets
from vijfluik.programme.attachments.models import Content, Document
from vijfluik.programme.attachments.vocabulary import State
from vijfluik.programme.evaluations.models import Evaluation
from vijfluik.programme.grants.models import Award
from vijfluik.programme.partnerships.models import Partnership
from vijfluik.programme.trainings.models import Training
from vijfluik.ui.formatting import AMSTERDAM

SEED = 20190612
_PROGRAMME = """Programma van de dag (verzonnen)

09.30  Ontvangst
10.00  Signalen zien en duiden
12.30  Lunch
13.15  Oefenen met een casus
16.00  Afsluiting en formulier
"""
_ACCOUNT = """post;begroot;besteed
menskracht;18000;17450
zalen en drukwerk;4000;3980
begeleiding;6000;6120
"""
_PLAN = """Opzet van het onderzoek (verzonnen)

Vragen: wie bereikt het, wat doet het, en wat zegt dat wel en niet.
Bronnen: formulieren, gesprekken met aanbieders, verslagen.
"""
_AGREEMENT = """Werkafspraken (verzonnen)

1. Elke partner wijst een vaste contactpersoon aan.
2. Wat wij van elkaar krijgen, delen wij niet verder.
3. Na een jaar kijken wij of deze afspraken nog nodig zijn.
"""


@dataclass(frozen=True, kw_only=True)
class _Told:
    """A document: at the latest record of a register, by whom, for whom."""

    model: type[models.Model]
    link: str
    order: str
    owned: dict[str, str]
    by: str
    organisation: str
    title: str
    file_name: str
    kind: FileKind
    text: str
    shared: bool
    versions: int = 1


_TOLD = (
    _Told(model=Training, link="training", order="-wanted_on", owned={"provider": "ror"},
          by="ruben", organisation="ror", title="Programma van de dag",
          file_name="programma.txt", kind=FileKind.TXT, text=_PROGRAMME, shared=True, versions=2),
    _Told(model=Award, link="award", order="-prepared_on", owned={"recipient": "wolverdam"},
          by="daan", organisation="wolverdam", title="Besteding tot nu toe",
          file_name="besteding.csv", kind=FileKind.CSV, text=_ACCOUNT, shared=False),
    _Told(model=Evaluation, link="evaluation", order="key", owned={}, by="noor",
          organisation="jenv", title="Opzet van het onderzoek", file_name="opzet.txt",
          kind=FileKind.TXT, text=_PLAN, shared=True),
    _Told(model=Partnership, link="partnership", order="key", owned={}, by="noor",
          organisation="jenv", title="Werkafspraken", file_name="werkafspraken.txt",
          kind=FileKind.TXT, text=_AGREEMENT, shared=False),
)  # fmt: skip


def load_documents(*, day: dt.date, targets: Targets | None = None) -> int:
    """Write them, in the transaction that the caller opened.

    Args:
        day: today.
        targets: those of the other rooms, for the loader that tells every room of them.
    """
    del targets
    chance, made = stream(SEED, "documents"), 0
    with opened(Document, Content, *{told.model for told in _TOLD}):
        for told in _TOLD:
            rows = told.model._default_manager.using(OWNER).exclude(state="withdrawn")
            at = rows.filter(**told.owned).order_by(told.order, "key").first()
            if at is None:
                continue
            series = key(chance)
            for number in range(1, told.versions + 1):
                moment = dt.datetime.combine(
                    day - dt.timedelta(days=3 * (told.versions - number) + 2),
                    dt.time(14, 10 + number),
                    tzinfo=AMSTERDAM,
                )
                _write(told, at=at, key=key(chance), series=series, number=number, moment=moment)
                made += 1
    return made


def _write(
    told: _Told, *, at: Any, key: uuid.UUID, series: uuid.UUID, number: int, moment: dt.datetime
) -> None:
    text = told.text if number == told.versions else f"{told.text}\n(eerste versie)\n"
    content = text.encode()
    document = Document(
        key=key,
        organisation_id=told.organisation,
        title=told.title,
        file_name=told.file_name,
        kind=told.kind,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        shared=told.shared,
        scan=Verdict.NOT_SCANNED,
        state=State.CURRENT if number == told.versions else State.REPLACED,
        series=series,
        number=number,
        brought_by_id=key_of(told.by),
        brought_at=moment,
        **{f"{told.link}_id": at.key},
    )
    document.save(using=OWNER, force_insert=True)
    sealed = seal_file(content, document=key)
    Content(
        document=document,
        organisation_id=told.organisation,
        key_id=sealed.key_id,
        wrapped=sealed.wrapped,
        sealed=sealed.content,
    ).save(using=OWNER, force_insert=True)
