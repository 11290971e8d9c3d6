"""Addresses of the lessons, below /lessen/."""

from vijfluik.programme.evaluations.lessons.register import LESSONS
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(LESSONS)
