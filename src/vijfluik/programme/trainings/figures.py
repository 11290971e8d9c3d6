"""What figures may count of the trainings."""

from django.utils.translation import gettext_noop as _

from vijfluik.core.registers.counting import declare_source
from vijfluik.programme.trainings.register import REGISTER

SOURCE = declare_source(REGISTER, breakdowns={"audience": _("doelgroep")}, sought=True)
