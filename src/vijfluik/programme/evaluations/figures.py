"""What figures may count of the evaluations and their findings."""

from django.utils.translation import gettext_noop as _

from vijfluik.core.registers.counting import declare_source
from vijfluik.programme.evaluations.findings.register import FINDINGS
from vijfluik.programme.evaluations.lessons.register import LESSONS
from vijfluik.programme.evaluations.measurements.register import MEASUREMENTS
from vijfluik.programme.evaluations.recommendations.register import RECOMMENDATIONS
from vijfluik.programme.evaluations.register import REGISTER
from vijfluik.programme.evaluations.theories.register import THEORIES

EVALUATIONS = declare_source(REGISTER)
# A finding says itself which study it is of, so that the receipt of a figure names it.
FINDINGS_SOURCE = declare_source(FINDINGS, breakdowns={"study": _("onderzoek")})
RECOMMENDATIONS_SOURCE = declare_source(RECOMMENDATIONS)
THEORIES_SOURCE = declare_source(THEORIES)
MEASUREMENTS_SOURCE = declare_source(MEASUREMENTS)
LESSONS_SOURCE = declare_source(LESSONS)
