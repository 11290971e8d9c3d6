"""What is recorded of a record, apart from the database row it stands on."""

from collections.abc import Iterator, Mapping
from typing import Any


class Content(Mapping[str, Any]):
    """The values that people give, by the names of a register's fields; it does not change.

    `content.title` is `content["title"]`. Foreign keys stand as the key they lead to, several
    values as a tuple, money as cents. What a register knows and is not given is the model's
    default: see `completed` in `contents`.
    """

    __slots__ = ("_values",)

    def __init__(self, **values: Any) -> None:
        object.__setattr__(self, "_values", values)

    def __getattr__(self, name: str) -> Any:
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"content does not change ({name})")

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Content({', '.join(f'{name}={value!r}' for name, value in self.items())})"

    def replaced(self, changes: Mapping[str, object]) -> "Content":
        """The same content with other values."""
        return Content(**{**self._values, **changes})
