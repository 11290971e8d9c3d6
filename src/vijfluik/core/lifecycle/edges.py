"""A lifecycle is a table of edges, each with the reason why it exists."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise

Text = str | Promise


class EdgeRefused(Exception):
    """The step cannot be taken from this state; `message` says what can be done."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, kw_only=True)
class Edge:
    """One way from a state to another.

    `reason_asked` makes the actor say why; `four_eyes` is taken by another person than who brought
    the record into the state it starts in: one proposes, another approves.

    Attributes:
        action: what the policy calls it.
        clears: fields of the record that are empty afterwards, because they must be agreed anew.
    """

    name: str
    label: Text
    sources: tuple[str, ...]
    target: str
    why: Text
    reason_asked: bool = False
    four_eyes: bool = False
    action: str = "step"
    clears: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Lifecycle:
    """The states of a register's records and the edges between them.

    Attributes:
        opening: the name of the step that records a new one.
        opened_on: the field with the day of that step; the day of recording when empty.
    """

    initial: str
    edges: tuple[Edge, ...]
    opening: str = "create"
    opened_on: str = ""
    _by_name: Mapping[str, Edge] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the edges; a name may be used once."""
        by_name = {edge.name: edge for edge in self.edges}
        if len(by_name) != len(self.edges):
            raise ValueError("an edge's name is used twice")
        object.__setattr__(self, "_by_name", by_name)

    def edge(self, name: str) -> Edge:
        """The edge of that name.

        Raises:
            KeyError: there is none.
        """
        return self._by_name[name]

    def open_edges(self, state: str) -> list[Edge]:
        """What can be done from a state."""
        return [edge for edge in self.edges if state in edge.sources]

    def target(self, *, name: str, state: str) -> str:
        """The state that the edge leads to.

        Raises:
            KeyError: there is no such edge.
            EdgeRefused: it does not start in this state.
        """
        edge = self.edge(name)
        if state in edge.sources:
            return edge.target
        choices = ", ".join(str(choice.label) for choice in self.open_edges(state))
        raise EdgeRefused(f"{edge.label}: {state} → {choices or '–'}")
