"""Addresses of the reach, below /bereik/."""

from vijfluik.programme.publications.reach.register import REACH
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(REACH)
