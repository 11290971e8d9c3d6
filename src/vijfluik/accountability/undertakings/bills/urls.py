"""Addresses of the bills, below /wetsvoorstellen/."""

from vijfluik.accountability.undertakings import pages
from vijfluik.accountability.undertakings.bills.register import REGISTER
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(REGISTER, detail=pages.bill)
