"""Addresses of the theories of change, below /verandertheorieen/."""

from vijfluik.programme.evaluations.pages import theory
from vijfluik.programme.evaluations.theories.register import THEORIES
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(THEORIES, detail=theory)
