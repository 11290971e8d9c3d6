"""A file that a reader takes along."""

from django.http import HttpResponse


def download(*, content: bytes, file_name: str, content_type: str) -> HttpResponse:
    """The file as an answer; the browser keeps it and nobody else does."""
    return HttpResponse(
        content,
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{file_name}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
