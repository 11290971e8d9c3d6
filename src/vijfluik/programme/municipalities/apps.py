"""The room of the municipalities."""

from django.apps import AppConfig


class MunicipalitiesConfig(AppConfig):
    """Pages over the registers of other rooms; it keeps no records itself."""

    name = "vijfluik.programme.municipalities"
    label = "municipalities"
