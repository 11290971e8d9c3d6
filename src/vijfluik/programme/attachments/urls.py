"""Addresses of the documents, below /documenten/."""

from django.urls import path

from vijfluik.programme.attachments.pages import acts, document, listed

app_name = "documents"
urlpatterns = [
    path("", listed.listed, name="list"),
    path("hulp/", acts.helped, name="help"),
    path("nieuw/<slug:path>/<uuid:key>/", acts.new, name="new"),
    path("<uuid:key>/", document.document, name="document"),
    path("<uuid:key>/voorbeeld/", document.preview, name="preview"),
    path("<uuid:key>/bestand/", document.file, name="file"),
    path("<uuid:key>/delen/", acts.share, name="share"),
    path("<uuid:key>/vervangen/", acts.replace, name="replace"),
    path("<uuid:key>/vernietigen/", acts.withdraw, name="withdraw"),
]
