"""Words that are read only where they are shown, and so in the language of that page."""

from typing import cast

from django.utils.functional import Promise, lazy

# One class for all of them: Django's `lazystr` makes a class for every text, which for the items in
# one form took longer than the whole page.
_promise = lazy(str, str)


def promised(words: object) -> Promise:
    """A text that is what `str(words)` is whenever it is read."""
    return cast("Promise", _promise(words))
