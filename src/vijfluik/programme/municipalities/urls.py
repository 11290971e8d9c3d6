"""The pages of a municipality: its year, and the support that each gets."""

from django.urls import path

from vijfluik.programme.municipalities.regions import pages as regions
from vijfluik.programme.municipalities.support import pages as support
from vijfluik.programme.municipalities.year import pages as year

app_name = "municipalities"
urlpatterns = [
    path("mijn-jaar/", year.year, name="year"),
    path("gemeenten/", support.every, name="support"),
    path("gemeenten/regios/", regions.every, name="regions"),
    path("gemeenten/<slug:code>/", support.one, name="support_of"),
]
