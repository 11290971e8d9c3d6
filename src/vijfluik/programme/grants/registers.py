"""The registers of the grants, in the order in which money goes."""

from vijfluik.programme.grants.applications.register import REGISTER as APPLICATIONS
from vijfluik.programme.grants.awards.register import REGISTER as AWARDS
from vijfluik.programme.grants.budget_lines.register import REGISTER as BUDGET_LINES
from vijfluik.programme.grants.instalments.register import REGISTER as INSTALMENTS
from vijfluik.programme.grants.rounds.register import REGISTER as ROUNDS

REGISTERS = (BUDGET_LINES, ROUNDS, APPLICATIONS, AWARDS, INSTALMENTS)

__all__ = ["APPLICATIONS", "AWARDS", "BUDGET_LINES", "INSTALMENTS", "REGISTERS", "ROUNDS"]
