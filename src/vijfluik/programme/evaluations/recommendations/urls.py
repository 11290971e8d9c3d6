"""Addresses of the recommendations, below /aanbevelingen/."""

from vijfluik.programme.evaluations.recommendations.register import RECOMMENDATIONS
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(RECOMMENDATIONS)
