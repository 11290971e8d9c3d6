"""Addresses of the publications, below /publicaties/."""

from vijfluik.programme.publications.pages import publication
from vijfluik.programme.publications.register import REGISTER
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(REGISTER, detail=publication)
