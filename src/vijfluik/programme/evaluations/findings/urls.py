"""Addresses of the findings, below /bevindingen/."""

from vijfluik.programme.evaluations.findings.register import FINDINGS
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(FINDINGS)
