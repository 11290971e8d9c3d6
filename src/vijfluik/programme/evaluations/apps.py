"""The room of the evaluations."""

from django.apps import AppConfig


class EvaluationsConfig(AppConfig):
    """The registers of evaluations and of what belongs to them, from theory to lesson."""

    name = "vijfluik.programme.evaluations"
    label = "evaluations"

    def ready(self) -> None:
        """Make the registers known, an evaluation before what belongs to it."""
        from vijfluik.core.registers.registry import declare
        from vijfluik.programme.evaluations.findings.register import FINDINGS
        from vijfluik.programme.evaluations.lessons.register import LESSONS
        from vijfluik.programme.evaluations.maturity import planned_for
        from vijfluik.programme.evaluations.maturity_pages import facts_of
        from vijfluik.programme.evaluations.measurements.register import MEASUREMENTS
        from vijfluik.programme.evaluations.recommendations.register import RECOMMENDATIONS
        from vijfluik.programme.evaluations.register import REGISTER
        from vijfluik.programme.evaluations.theories.register import THEORIES
        from vijfluik.programme.grants import evaluated
        from vijfluik.ui.registers import beside

        for register in (
            REGISTER, FINDINGS, RECOMMENDATIONS, THEORIES, MEASUREMENTS, LESSONS,
        ):  # fmt: skip
            declare(register)
        evaluated.tell(planned_for)
        beside.tell("awards", by="evaluations", facts=facts_of("award"))
        beside.tell("partnerships", by="evaluations", facts=facts_of("partnership"))
