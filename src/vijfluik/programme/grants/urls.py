"""The page of the money; the registers bring their own addresses."""

from django.urls import path

from vijfluik.programme.grants.pages import money

app_name = "grants"
urlpatterns = [path("", money.money, name="money")]
