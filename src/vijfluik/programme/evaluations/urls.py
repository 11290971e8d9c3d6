"""Addresses of the evaluations, below /evaluaties/."""

from django.urls import include, path

from vijfluik.programme.evaluations.maturity_pages import maturity
from vijfluik.programme.evaluations.pages import begin, evaluation
from vijfluik.programme.evaluations.register import REGISTER
from vijfluik.ui.registers.pages import records
from vijfluik.ui.registers.urls import register_urls

urlpatterns = [
    path("rijpheid/", maturity, name="evaluations_maturity"),
    path(
        "",
        include(
            register_urls(REGISTER, detail=evaluation, create=records.create(REGISTER, begin=begin))
        ),
    ),
]
