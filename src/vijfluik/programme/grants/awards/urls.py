"""Its addresses."""

from vijfluik.programme.grants.awards.register import REGISTER
from vijfluik.programme.grants.pages import records as own
from vijfluik.ui.registers.pages import records
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(
    REGISTER,
    create=records.create(REGISTER, begin=own.award_from),
    detail=records.detail(REGISTER, below=own.award_below),
)
