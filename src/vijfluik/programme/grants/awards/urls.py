"""Its addresses."""

from django.urls import path

from vijfluik.programme.grants.awards.register import REGISTER
from vijfluik.programme.grants.pages import awarding
from vijfluik.programme.grants.pages import records as own
from vijfluik.ui.registers.pages import records
from vijfluik.ui.registers.urls import register_urls

urlpatterns, app_name = register_urls(
    REGISTER,
    create=records.create(REGISTER, begin=own.award_from),
    detail=records.detail(REGISTER, extra=awarding.award_letters, below=own.award_below),
)
# Before the acts, whose address is a word too.
urlpatterns = [
    path("<uuid:key>/beschikking/", awarding.letter, name="letter"),
    path("<uuid:key>/vaststelling/", awarding.settlement, name="settlement"),
    *urlpatterns,
]
