"""The accessibility statement: what was tested, what is not good yet, and whom to tell.

In the model of the Dutch government (Besluit digitale toegankelijkheid overheid). What was tested
is what the tests named beside it do; a test holds the two together.
"""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from vijfluik.site.barriers import Reporting
from vijfluik.ui.formatting import day
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import public

# The day on which the words below were last held against the platform.
STATED_ON = dt.date(2026, 11, 26)


@dataclass(frozen=True, kw_only=True)
class Check:
    """How something was tested, and the module of tests that does it with every change."""

    words: Promise
    module: str


@dataclass(frozen=True, kw_only=True)
class Limit:
    """What is not good yet.

    Attributes:
        what: the barrier, and for whom.
        criterion: the success criterion of WCAG 2.2 that it falls under; empty when it is none.
        mending: what is done about it and, where that is known, when.
    """

    what: Promise
    criterion: str
    mending: Promise


CHECKS = (
    Check(
        words=gettext_lazy(
            "Een programma (axe-core) zoekt in een echte browser naar fouten op de pagina’s van"
            " registers, Mijn werk, inlezen, mandaten, recht en gemeenten, op 320 en 1280 pixels"
            " breed, licht en donker. Het vindt er geen, en geen pagina schuift zijwaarts."
        ),
        module="tests/browser/test_accessible.py",
    ),
    Check(
        words=gettext_lazy(
            "Hetzelfde voor een uitgave van een rapportage: opstellen, controleren, lezen, het"
            " bewijs van een cijfer en waarom het veranderde."
        ),
        module="tests/browser/test_report_story.py",
    ),
    Check(
        words=gettext_lazy(
            "Elk onderdeel waaruit pagina’s zijn gemaakt, wordt apart nagegaan: fouten, waar de"
            " focus blijft als een deel van de pagina verandert, de grootte van knoppen, en het"
            " menu zonder script."
        ),
        module="tests/ui/test_in_browser.py",
    ),
    Check(
        words=gettext_lazy(
            "Het contrast van alle kleuren wordt uitgerekend, in beide weergaven, en hoe zij zich"
            " onderscheiden voor wie kleuren anders ziet."
        ),
        module="tests/ui/test_contrast.py",
    ),
    Check(
        words=gettext_lazy(
            "Het werk gaat met toetsen alleen: per werkwijze staat opgeschreven welke, en een"
            " programma drukt precies die in. Bij elke stap moet te zien zijn waar de focus is."
        ),
        module="tests/browser/test_keyboard.py",
    ),
    Check(
        words=gettext_lazy(
            "Met letters van 200 % valt op de hoofdpagina’s niets weg, over elkaar of buiten beeld,"
            " op 360 en 1280 pixels breed. Met kleuren die het apparaat oplegt, blijven randen,"
            " focus en de betekenis van kleuren zichtbaar."
        ),
        module="tests/browser/test_enlarged.py",
    ),
    Check(
        words=gettext_lazy(
            "Zoeken, wijzigen, inlezen en werk afdoen gaan met het toetsenbord en zonder script."
        ),
        module="tests/browser/test_workflows.py",
    ),
    Check(
        words=gettext_lazy(
            "Aanmelden gaat met en zonder script. Een bezoek dat bijna eindigt omdat u niets"
            " doet, zegt dat twee minuten van tevoren en gaat met één toets verder."
        ),
        module="tests/browser/test_passkeys.py",
    ),
    Check(
        words=gettext_lazy(
            "Pdf’s die het platform maakt, zijn PDF/UA-1: met koppen, tabelkoppen en een tekst"
            " bij elke tekening."
        ),
        module="tests/core/documents/test_document_pdf.py",
    ),
)

LIMITS = (
    Limit(
        what=gettext_lazy(
            "Het platform is niet onderzocht door een onafhankelijke deskundige volgens WCAG-EM,"
            " en niet met mensen die een schermlezer of ander hulpmiddel gebruiken. Er kunnen"
            " belemmeringen zijn die hier niet staan."
        ),
        criterion="",
        mending=gettext_lazy("De organisatie die de installatie beheert, laat dit onderzoeken."),
    ),
    Limit(
        what=gettext_lazy(
            "Wat mensen vastleggen, staat er in hun eigen taal. In de Engelse weergave is die"
            " tekst in de lijst en op de pagina van een registratie als Nederlands gemarkeerd,"
            " maar niet in Mijn werk, zoekresultaten, keuzelijsten en wat er veranderde; daar leest"
            " een schermlezer hem met Engelse uitspraak."
        ),
        criterion="3.1.2",
        mending=gettext_lazy("Nog geen datum. Zet tot dan de weergave op Nederlands."),
    ),
    Limit(
        what=gettext_lazy(
            "Bestanden die mensen zelf bij een registratie plaatsen, zijn zo toegankelijk als zij"
            " ze maakten."
        ),
        criterion="",
        mending=gettext_lazy("Vraag wie het bestand plaatste om een toegankelijke versie."),
    ),
)


@public
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The statement; it needs nobody signed in and reads no record."""
    reporting: Reporting = settings.REPORTING
    language = page_language()
    return render(
        request,
        "site/accessibility.html",
        {
            "page_title": _("Toegankelijkheid"),
            "intro": _("De toegankelijkheidsverklaring van Vijfluik op dit adres."),
            "reporting": reporting,
            "address": request.get_host(),
            "audit": day(reporting.audit, language=language) if reporting.audit else "",
            "stated": day(STATED_ON, language=language),
            "checks": CHECKS,
            "limits": LIMITS,
        },
    )
