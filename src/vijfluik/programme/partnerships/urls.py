"""Addresses of the room: each register below its own word."""

from django.urls import include, path

from vijfluik.programme.partnerships.pages import detail
from vijfluik.programme.partnerships.plans.pages import model
from vijfluik.programme.partnerships.registers import PARTNERSHIPS, REGISTERS
from vijfluik.ui.registers.urls import register_urls

urlpatterns = [
    path(f"{PARTNERSHIPS.path}/<uuid:key>/model/", model, name="plan_model"),
    path(f"{PARTNERSHIPS.path}/", include(register_urls(PARTNERSHIPS, detail=detail))),
    *(
        path(f"{register.path}/", include(register_urls(register)))
        for register in REGISTERS
        if register is not PARTNERSHIPS
    ),
]
