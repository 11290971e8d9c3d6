"""Addresses of the trainings, below /trainingen/."""

from vijfluik.programme.trainings import pages
from vijfluik.programme.trainings.register import REGISTER
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(REGISTER, detail=pages.detail)
