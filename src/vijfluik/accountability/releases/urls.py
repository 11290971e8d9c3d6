"""Addresses of the room: its registers, and the checklist of a release."""

from django.urls import include, path

from vijfluik.accountability.releases import (
    pages_checklist,
    pages_comments,
    pages_record,
    pages_writing,
)
from vijfluik.accountability.releases.comments_register import COMMENTS
from vijfluik.accountability.releases.readers_register import READERS
from vijfluik.accountability.releases.releases_register import RELEASES
from vijfluik.ui.registers.urls import register_urls

urlpatterns = [
    # Before the steps, which take any word behind a key.
    path(
        f"{RELEASES.path}/<uuid:key>/controlelijst/",
        pages_checklist.listed,
        name="release_checklist",
    ),
    path(
        f"{RELEASES.path}/<uuid:key>/tekst/<slug:language>/",
        pages_writing.writing,
        name="release_writing",
    ),
    path(
        f"{RELEASES.path}/<uuid:key>/afscherming/",
        pages_checklist.decided,
        name="release_pattern",
    ),
    path(
        f"{RELEASES.path}/",
        include(
            register_urls(
                RELEASES,
                detail=pages_record.detail,
                create=pages_record.create,
                act=pages_record.act,
            )
        ),
    ),
    path(f"{COMMENTS.path}/", include(register_urls(COMMENTS, create=pages_comments.create))),
    path(f"{READERS.path}/", include(register_urls(READERS))),
]
