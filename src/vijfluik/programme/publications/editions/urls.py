"""Addresses of the editions, below /uitgaven/."""

from vijfluik.programme.publications.editions.register import EDITIONS
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(EDITIONS)
