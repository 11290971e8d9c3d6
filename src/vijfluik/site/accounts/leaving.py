"""What stays in a browser when a visit ends: nothing of what it showed.

Pages are not stored (`site/headers.py`); what a browser holds anyhow for its back button is cleared
by the answer that ends the visit. What stands on screen is taken away by `leaving.js`: in every tab
as soon as one of them signs out, and by itself when the visit ended because nothing was asked for,
also without a connection. In storage is one choice of the reader's, whether shortcuts are on.
"""

from typing import TypeVar

from django.http import HttpResponseBase

from vijfluik.core.accounts.limits import LIMITS
from vijfluik.site.accounts.visiting import CLEARS, proof_asked

Answer = TypeVar("Answer", bound=HttpResponseBase)


def cleared(answer: Answer) -> Answer:
    """The answer that ends a visit, with the header that clears what the browser held of it."""
    answer.headers["Clear-Site-Data"] = CLEARS
    return answer


def seconds_of_quiet() -> int:
    """After how many seconds without a request the pages of a visit go from the screen; 0 in a
    demonstration, where no visit ends by itself.
    """
    return int(LIMITS.idle.total_seconds()) if proof_asked() else 0
