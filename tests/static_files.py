"""The files that the platform serves, listed once per process instead of for each browser.

Every test client makes the middleware anew, and WhiteNoise then looks up every file there is.
"""

from collections.abc import Callable

from whitenoise.middleware import WhiteNoiseMiddleware

_listed: dict[str, dict[str, object]] = {}


def list_once() -> None:
    """Let later ones of the same address take what the first found; no test changes those files."""
    real: Callable[[WhiteNoiseMiddleware], None] = WhiteNoiseMiddleware.add_files_from_finders
    if getattr(real, "once", False):
        return

    def once(self: WhiteNoiseMiddleware) -> None:
        found = _listed.get(self.static_prefix)
        if found is None:
            real(self)
            _listed[self.static_prefix] = dict(self.files)
        else:
            self.files.update(found)

    once.once = True  # type: ignore[attr-defined]
    WhiteNoiseMiddleware.add_files_from_finders = once
