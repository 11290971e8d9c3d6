"""Its addresses."""

from django.urls import path

from vijfluik.programme.grants.applications.register import REGISTER
from vijfluik.programme.grants.pages import assessing, deciding
from vijfluik.programme.grants.pages import records as own
from vijfluik.ui.registers.pages import records
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(
    REGISTER,
    detail=records.detail(REGISTER, extra=own.application_extra, below=own.application_below),
    act=assessing.act,
)
# Before the acts, whose address is a word too.
urlpatterns = [path("<uuid:key>/besluit/", deciding.decision, name="decision"), *urlpatterns]
