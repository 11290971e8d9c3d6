"""Addresses of the advice, below /adviezen/."""

from vijfluik.programme.advice.register import REGISTER
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(REGISTER)
