"""The providers of identities as pages show them: a button each."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from vijfluik.core.accounts.models import Identity


def provider_buttons(*, only: str | None = None, again: bool = False) -> list[dict[str, str]]:
    """A button for each provider, or for the one of a name; none where there are none.

    Args:
        again: it is to prove once more who it is.
    """
    words = _("Bevestigen via %(provider)s") if again else _("Aanmelden via %(provider)s")
    return [
        {
            "label": words % {"provider": provider.label},
            "url": reverse("via", args=[name]),
        }
        for name, provider in settings.PROVIDERS.items()
        if only in (None, name)
    ]


def provider_label(identity: Identity) -> str:
    """What people call the provider of a tie."""
    return label_of(identity.provider)


def label_of(name: str) -> str:
    """What people call a provider; its word when it is not set up here any more."""
    provider = settings.PROVIDERS.get(name)
    if provider is None:
        return _("%(provider)s (niet meer ingericht)") % {"provider": name}
    return str(provider.label)
