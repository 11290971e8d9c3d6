"""Which worker gets which tests: whoever is ready gets the next; some files go as a whole."""

from xdist.scheduler import LoadScopeScheduling

# Files whose tests share something that takes seconds to make.
WHOLE = frozenset({"tests/cli/test_demo.py"})


class Sharing(LoadScopeScheduling):  # type: ignore[misc]
    """One test at a time, but the files in `WHOLE` to one worker each, before all other tests."""

    def _split_scope(self, nodeid: str) -> str:
        """What goes to one worker together with a test; the largest goes first."""
        file = nodeid.partition("::")[0]
        return file if file in WHOLE else nodeid
