"""What figures may count of this room."""

from vijfluik.accountability.undertakings.bills.register import REGISTER as BILLS
from vijfluik.accountability.undertakings.obligations.register import REGISTER as OBLIGATIONS
from vijfluik.accountability.undertakings.papers.register import REGISTER as PAPERS
from vijfluik.accountability.undertakings.promises.register import REGISTER as UNDERTAKINGS
from vijfluik.core.registers.counting import declare_source

SOURCES = tuple(declare_source(each) for each in (PAPERS, BILLS, UNDERTAKINGS, OBLIGATIONS))
