"""What figures may count of the publications, their editions and their reach."""

from django.utils.translation import gettext_noop as _

from vijfluik.core.registers.counting import declare_source
from vijfluik.programme.publications.editions.register import EDITIONS
from vijfluik.programme.publications.reach.register import REACH
from vijfluik.programme.publications.register import REGISTER

# A publication and an edition are named by what stands on their own row, so that a receipt does.
PUBLICATIONS = declare_source(REGISTER, breakdowns={"title": _("titel")})
EDITIONS_SOURCE = declare_source(EDITIONS, breakdowns={"title": _("uitgave")})
REACH_SOURCE = declare_source(REACH)
