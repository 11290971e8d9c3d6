"""Its addresses."""

from vijfluik.programme.grants.budget_lines.register import REGISTER
from vijfluik.programme.grants.pages import records as own
from vijfluik.ui.registers.pages import records
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(
    REGISTER, detail=records.detail(REGISTER, extra=own.line_extra, below=own.line_below)
)
