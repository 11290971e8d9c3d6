"""Addresses of the deviations, below /afwijkingen/."""

from vijfluik.programme.municipalities.deviations.register import DEVIATIONS
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(DEVIATIONS)
