"""What every process that answers pages needs is loaded before there are several.

Otherwise each of them loads it during the first page that needs it: addresses, words, templates and
definitions together keep that page waiting for a second.
"""

from pathlib import Path

from django.conf import settings
from django.template.loader import get_template
from django.template.utils import get_app_template_dirs
from django.urls import reverse
from django.utils import translation

from vijfluik.accountability.figures.library import library
from vijfluik.ui import formatting


def load_ahead() -> None:
    """Load addresses, definitions of figures, our templates, and each language with its numbers."""
    library()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            reverse("overview")
            formatting.number(1, language=language)
    for folder in get_app_template_dirs("templates"):
        if Path(__file__).parents[1] in Path(folder).parents:
            for file in sorted(Path(folder).rglob("*.html")):
                get_template(str(file.relative_to(folder)))
