"""The slower checks of the code, each a function from the checkout to a list of faults."""

from collections.abc import Callable
from pathlib import Path

from vijfluik.cli.checks import conditions, files, migrations, outside, words

Check = Callable[[Path], list[str]]
# In the order in which a person wants to hear: quick ones first.
CHECKS: dict[str, Check] = {
    "style": outside.style,
    "size": files.size,
    "addresses": files.addresses,
    "conditions": conditions.conditions,
    "layers": outside.layers,
    "translations": words.translations,
    "migrations": migrations.migrations,
    "types": outside.types,
}
