"""The provisions as something to choose from, in a form, a filter or a file."""

from django.utils.functional import Promise
from django.utils.translation import get_language

from vijfluik.core.law.library import library
from vijfluik.core.law.provision import ProvisionVersion, in_language
from vijfluik.core.promised import promised


def provision_choices() -> list[tuple[str, Promise]]:
    """Id → act, article and title of every provision, in the language of the page."""
    return [(slug, promised(_Named(versions[-1]))) for slug, versions in library().items()]


class _Named:
    """A provision whose words follow the language in which they are read."""

    def __init__(self, version: ProvisionVersion) -> None:
        self.version = version

    def __str__(self) -> str:
        title = in_language(self.version.title, get_language() or "nl")
        act, article = self.version.act.short, self.version.article
        # Some articles are written with their act, because the file is of several.
        place = article if article.startswith(act) else f"{act} {article}"
        return f"{place} ({title})"
