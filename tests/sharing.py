"""Which worker gets which tests: a file goes as a whole to whoever is ready, the longest first."""

from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

# Folders whose files share a database that takes a second or more to make, once per worker.
TOGETHER = ("tests/core/versions/", "tests/programme/grants/", "tests/programme/trainings/")
# What takes longest begins first, so that all workers end at about the same time.
FIRST = (
    "tests/cli/test_demo.py",
    "tests/site/test_addresses.py",
    "tests/core/access/test_two_layers.py",
    "tests/browser/test_accessible.py",
    "tests/browser/test_enlarged.py",
    "tests/browser/test_keyboard.py",
    "tests/browser/test_report_story.py",
    "tests/browser/test_workflows.py",
    "tests/ui/test_in_browser.py",
    "tests/demo/test_report_follows.py",
    "tests/programme/trainings/",
    "tests/core/versions/",
    "tests/demo/test_load.py",
    "tests/cli/embedded/test_kills.py",
    "tests/cli/embedded/test_users_and_paths.py",
    "tests/registers/test_every_register.py",
    "tests/accountability/figures/test_moving.py",
    "tests/programme/partnerships/test_rows.py",
    "tests/cli/test_run.py",
    "tests/accountability/releases/test_releases.py",
    "tests/accountability/releases/test_attacks.py",
    "tests/accountability/reports/test_building.py",
    "tests/accountability/reports/test_report_formats.py",
    "tests/core/journal/test_sealing.py",
    "tests/engines/edifact/test_distribution.py",
    "tests/programme/attachments/test_keeping.py",
)


class Sharing(LoadScopeScheduling):  # type: ignore[misc]
    """Files as a whole, for what a module makes for its tests is then made by one worker only."""

    def _split_scope(self, nodeid: str) -> str:
        """What goes to one worker together with a test."""
        file = nodeid.partition("::")[0]
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)

    def _assign_work_unit(self, node: WorkerController) -> None:
        """The next of `FIRST`; after those whatever has most tests."""
        longest = next((scope for scope in FIRST if scope in self.workqueue), None)
        if longest is not None:
            self.workqueue.move_to_end(longest, last=False)
        super()._assign_work_unit(node)

    def mark_test_complete(
        self, node: WorkerController, item_index: int, duration: float = 0
    ) -> None:
        """Forget what is done: all that a worker ever had is gone through after every test."""
        super().mark_test_complete(node, item_index, duration)
        scope = self._split_scope(self.registered_collections[node][item_index])
        if all(self.assigned_work[node][scope].values()):
            del self.assigned_work[node][scope]
