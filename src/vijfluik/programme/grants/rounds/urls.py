"""Its addresses."""

from vijfluik.programme.grants.rounds.register import REGISTER
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(REGISTER)
