"""Addresses of the room: each register below its own word."""

from django.urls import include, path

from vijfluik.accountability.legal.reviews_register import REVIEWS
from vijfluik.accountability.legal.templates_register import TEMPLATES
from vijfluik.accountability.legal.zones_register import ZONES
from vijfluik.ui.registers.urls import register_urls

urlpatterns = [
    path(f"{register.path}/", include(register_urls(register)))
    for register in (TEMPLATES, REVIEWS, ZONES)
]
