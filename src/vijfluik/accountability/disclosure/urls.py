"""Addresses of disclosure control."""

from django.urls import path

from vijfluik.accountability.disclosure import pages

app_name = "disclosure"
urlpatterns = [
    path("", pages.pattern_list, name="list"),
    path("<uuid:key>/", pages.pattern, name="pattern"),
    path("<uuid:key>/vaststellen/", pages.adopt, name="adopt"),
    path("<uuid:key>/opnieuw/", pages.decide_again, name="again"),
    path("<uuid:key>/vrijstellen/", pages.exempt, name="exempt"),
    path("<uuid:key>/vrijstelling/<uuid:exempted>/<slug:word>/", pages.exemption, name="exemption"),
]
