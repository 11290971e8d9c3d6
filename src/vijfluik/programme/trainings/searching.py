"""Finding a word in the reference, the title or the requester.

Under row-level security PostgreSQL may use no text index (its functions might leak), so every row
within reach is looked at, and the price of a search is that of one look. Lower case of the ASCII
letters alone costs a tenth of that of all letters; any other letter of the word stands for any one
letter. So "coördinator" finds "Coördinator", "COÖRDINATOR" and "coordinator".
"""

from typing import TYPE_CHECKING, Any

from django.db.models import Func, TextField, Value
from django.db.models.lookups import Lookup

if TYPE_CHECKING:
    _Lookup = Lookup[Any]
else:
    # Generic for the type checker only.
    _Lookup = Lookup

SEARCHED = ("reference", "title", "requester")
_SPECIAL = str.maketrans({"%": r"\%", "_": r"\_", "\\": r"\\"})


class _Like(_Lookup):
    """LIKE with a pattern of our own making."""

    lookup_name = "vijfluik_like"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The condition as SQL."""
        left, left_values = self.process_lhs(compiler, connection)
        right, right_values = self.process_rhs(compiler, connection)
        return f"{left} LIKE {right}", (*left_values, *right_values)


def says(word: str) -> _Like:
    """The condition that a training's texts hold the word, in capitals or not."""
    texts = Func(
        *SEARCHED,
        arg_joiner=" || ' ' || ",
        template='lower((%(expressions)s) COLLATE "C")',
        output_field=TextField(),
    )
    return _Like(texts, Value(pattern_of(word), output_field=TextField()))


def pattern_of(word: str) -> str:
    """The pattern of LIKE for a word: its own signs as they are, other alphabets' as any sign."""
    folded = "".join(sign.lower() if sign.isascii() else "\0" for sign in word)
    return f"%{folded.translate(_SPECIAL)}%".replace("\0", "_")
