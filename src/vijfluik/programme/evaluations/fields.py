"""What is known of an evaluation, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.evaluations.vocabulary import DONE, OUT, State

_BEGUN = (State.RUNNING.value, *DONE)

FIELDS = (
    Field(
        name="title",
        synonyms=("naam",),
        example="Evaluatie van de begeleiding",
        names=True,
        listed=True,
    ),
    Field(name="reference", synonyms=("nummer",), example="VB-E-001"),
    Field(
        name="organisation",
        synonyms=("organisatie",),
        hint=_("code of naam van de organisatie die het onderzoek begeleidt"),
        example="wodc",
        listed=True,
        short=lambda evaluation: evaluation.organisation_id.upper(),
    ),
    Field(
        name="item",
        synonyms=("onderdeel",),
        hint=_("sleutel van een onderdeel, zoals VV-15"),
        example="VV-15",
        listed=True,
        short=lambda evaluation: evaluation.item,
        heading=_("onderdeel"),
    ),
    Field(name="state", synonyms=("status",), example="gepland", listed=True),
    Field(name="kind", synonyms=("type",), example="procesevaluatie", listed=True),
    Field(name="subject_item", synonyms=("object",), example="VV-14"),
    Field(name="training"),
    Field(name="publication", hint=_("kenmerk van de publicatie")),
    Field(name="award", hint=_("nummer van de beschikking")),
    Field(name="partnership", hint=_("kenmerk van de samenwerking")),
    Field(name="commissioner", example="jenv"),
    Field(name="evaluators", synonyms=("onderzoekers",), example="wodc"),
    Field(name="methods", synonyms=("methoden",), example="gesprekken, registraties"),
    Field(name="questions", synonyms=("vragen",)),
    Field(
        name="provision",
        synonyms=("grondslag",),
        hint=_("id van een bepaling, zoals twbmt-12"),
    ),
    Field(name="period_from", synonyms=("periode van",)),
    Field(name="period_until", synonyms=("periode tot en met",)),
    Field(
        name="commissioned_on",
        synonyms=("opdrachtdatum",),
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
    ),
    Field(
        name="due_on",
        synonyms=("deadline",),
        hint=_("de laatste dag waarop het er moet zijn"),
        example="01-12-2026",
        listed=True,
        heading=_("uiterlijk"),
    ),
    Field(name="started_on", past=True, needed=_BEGUN, only=_BEGUN, entered=False),
    Field(
        name="delivered_on",
        synonyms=("rapportdatum",),
        past=True,
        needed=DONE,
        only=DONE,
        entered=False,
    ),
    Field(name="conclusions", needed=OUT, only=DONE, entered=False),
    Field(
        name="published_on",
        synonyms=("publicatiedatum",),
        past=True,
        needed=OUT,
        only=OUT,
        entered=False,
        listed=True,
        heading=_("openbaar"),
    ),
    Field(name="maturity", needed=OUT, only=OUT, entered=False, listed=True),
    Field(
        name="followed_up_on",
        past=True,
        needed=(State.FOLLOWED_UP.value,),
        only=(State.FOLLOWED_UP.value,),
        entered=False,
    ),
    Field(name="code", synonyms=("slug",)),
    Field(name="compartment", derived=True),
)
