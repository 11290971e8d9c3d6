"""The addresses of notices, of how they come, and of the private calendar."""

from django.urls import path

from vijfluik.site.notices import calendar, pages, settings, unsent

urlpatterns = [
    path("berichten/", pages.notices, name="notices"),
    path("berichten/gelezen/", pages.read_all, name="notices_read"),
    path("berichten/<uuid:key>/", pages.opened, name="notices_open"),
    path("mijn-account/berichten/", settings.page, name="notices_settings"),
    path("mijn-account/berichten/adres/", settings.address, name="notices_address"),
    path("mijn-account/berichten/adres/weg/", settings.forget, name="notices_address_gone"),
    path(
        "mijn-account/berichten/bevestigen/<uuid:mail>/<str:word>/",
        settings.confirm,
        name="notices_confirm",
    ),
    path("mijn-account/agenda/", calendar.page, name="own_calendar"),
    path("mijn-account/agenda/nieuw/", calendar.make, name="own_calendar_new"),
    path("mijn-account/agenda/weg/", calendar.withdraw, name="own_calendar_gone"),
    path("agenda/<str:word>.ics", calendar.calendar, name="calendar"),
    path("beheer/accounts/mail/", unsent.unsent, name="unsent_mail"),
]
