"""Addresses of the register, below its own word."""

from vijfluik.accountability.undertakings.pages import paper
from vijfluik.accountability.undertakings.papers.register import REGISTER
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(REGISTER, detail=paper)
