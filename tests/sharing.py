"""Which worker gets which tests: whoever is ready gets the next; some files go as a whole."""

from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

# Files whose tests share something that takes seconds to make.
WHOLE = frozenset({"tests/cli/test_demo.py"})


class Sharing(LoadScopeScheduling):  # type: ignore[misc]
    """One test at a time, but the files in `WHOLE` to one worker each, before all other tests."""

    def _split_scope(self, nodeid: str) -> str:
        """What goes to one worker together with a test; the largest goes first."""
        file = nodeid.partition("::")[0]
        return file if file in WHOLE else nodeid

    def mark_test_complete(
        self, node: WorkerController, item_index: int, duration: float = 0
    ) -> None:
        """Forget what is done: all that a worker ever had is gone through after every test."""
        super().mark_test_complete(node, item_index, duration)
        scope = self._split_scope(self.registered_collections[node][item_index])
        if all(self.assigned_work[node][scope].values()):
            del self.assigned_work[node][scope]
