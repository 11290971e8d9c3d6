"""The root of all URLs; each room brings its own under a Dutch word."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from vijfluik.site.pages import (
    chain,
    health,
    mandate_acts,
    mandate_record,
    mandates,
    oversight,
    overview,
    registers,
    rights,
    sign_in,
    work,
)
from vijfluik.site.search import pages as search
from vijfluik.ui.marks import public

urlpatterns: list[URLPattern | URLResolver] = [
    path("", overview.overview, name="overview"),
    path("mijn-werk/", work.work, name="work"),
    path("toezicht/", oversight.journal, name="oversight"),
    path("toezicht/keten/", chain.chain, name="oversight_chain"),
    path("toezicht/mandaten/", mandates.mandates, name="oversight_mandates"),
    path("toezicht/rechten/", rights.rights, name="oversight_rights"),
    path("beheer/mandaten/", mandates.administered, name="administration"),
    path("beheer/mandaten/nieuw/", mandate_acts.propose, name="mandate_new"),
    path("beheer/mandaten/<uuid:key>/", mandate_record.mandate, name="mandate"),
    path("beheer/mandaten/<uuid:key>/<slug:word>/", mandate_acts.act, name="mandate_act"),
    path("programma/", include("vijfluik.accountability.catalogue.urls")),
    path("registers/", registers.registers, name="registers"),
    path("zoeken/", search.search, name="search"),
    path("trainingen/", include("vijfluik.programme.trainings.urls")),
    path("cijfers/opgegeven/", include("vijfluik.accountability.figures.official.urls")),
    path("adviezen/", include("vijfluik.programme.advice.urls")),
    path("", include("vijfluik.programme.needs.urls")),
    path("", include("vijfluik.programme.offers.urls")),
    path("publicaties/", include("vijfluik.programme.publications.urls")),
    path("uitgaven/", include("vijfluik.programme.publications.editions.urls")),
    path("bereik/", include("vijfluik.programme.publications.reach.urls")),
    path("evaluaties/", include("vijfluik.programme.evaluations.urls")),
    path("bevindingen/", include("vijfluik.programme.evaluations.findings.urls")),
    path("aanbevelingen/", include("vijfluik.programme.evaluations.recommendations.urls")),
    path("verandertheorieen/", include("vijfluik.programme.evaluations.theories.urls")),
    path("geld/", include("vijfluik.programme.grants.urls")),
    path("begrotingsregels/", include("vijfluik.programme.grants.budget_lines.urls")),
    path("subsidierondes/", include("vijfluik.programme.grants.rounds.urls")),
    path("subsidieaanvragen/", include("vijfluik.programme.grants.applications.urls")),
    path("toekenningen/", include("vijfluik.programme.grants.awards.urls")),
    path("termijnen/", include("vijfluik.programme.grants.instalments.urls")),
    path("", include("vijfluik.programme.partnerships.urls")),
    path("", include("vijfluik.programme.networks.urls")),
    path("", include("vijfluik.programme.municipalities.urls")),
    path("cijfers/", include("vijfluik.accountability.figures.urls")),
    path("cijfers/", include("vijfluik.accountability.explaining.urls")),
    path("rapportages/", include("vijfluik.accountability.reports.urls")),
    path("rapportages/", include("vijfluik.accountability.explaining.urls_reports")),
    path("kamerstukken/", include("vijfluik.accountability.undertakings.papers.urls")),
    path("wetsvoorstellen/", include("vijfluik.accountability.undertakings.bills.urls")),
    path("toezeggingen/", include("vijfluik.accountability.undertakings.promises.urls")),
    path("verplichtingen/", include("vijfluik.accountability.undertakings.obligations.urls")),
    path("", include("vijfluik.accountability.legal.urls")),
    path("recht/", include("vijfluik.site.law.urls")),
    path("aanmelden/", sign_in.sign_in, name="sign_in"),
    path("afmelden/", sign_in.sign_out, name="sign_out"),
    path("taal/", public(set_language), name="set_language"),
    path("gezond/", health.health, name="health"),
    path("", include("vijfluik.ui.urls")),
]

handler404 = "vijfluik.site.pages.absent.absent"
