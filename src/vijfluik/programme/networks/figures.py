"""What figures may count of the networks. Members are people: no figure reads their rows."""

from vijfluik.core.registers.counting import declare_source
from vijfluik.programme.networks.registers import MEETINGS, NETWORKS

declare_source(NETWORKS)
declare_source(MEETINGS)
