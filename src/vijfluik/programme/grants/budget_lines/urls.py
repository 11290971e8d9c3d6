"""Its addresses."""

from vijfluik.programme.grants.budget_lines.register import REGISTER
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(REGISTER)
