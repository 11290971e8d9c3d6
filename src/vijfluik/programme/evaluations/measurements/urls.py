"""Addresses of the measurements, below /metingen/."""

from vijfluik.programme.evaluations.measurements.register import MEASUREMENTS
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(MEASUREMENTS)
