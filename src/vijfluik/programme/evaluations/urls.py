"""Addresses of the evaluations, below /evaluaties/."""

from vijfluik.programme.evaluations.pages import evaluation
from vijfluik.programme.evaluations.register import REGISTER
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(REGISTER, detail=evaluation)
