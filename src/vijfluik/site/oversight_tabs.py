"""The views of Toezicht."""

from django.urls import reverse
from django.utils.translation import gettext as _

from vijfluik.ui.components.actions import Tab


def oversight_tabs(*, current: str) -> list[Tab]:
    """The tabs; `current` is the name of the view that is shown."""
    views = {
        "oversight": _("Journaal"),
        "oversight_chain": _("Controle van de keten"),
        "oversight_export": _("Uitvoer"),
        "oversight_mandates": _("Mandaten"),
        "oversight_rights": _("Rechten"),
    }
    return [
        Tab(label=label, url=reverse(view), current=view == current)
        for view, label in views.items()
    ]
