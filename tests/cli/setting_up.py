"""A copy of the script `run` without an environment, and an index of packages of a test's own."""

import contextlib
import hashlib
import http.server
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.runs import INHERITED

from vijfluik.cli.checkout import root

NOWHERE = "http://127.0.0.1:9/"


def copied(folder: Path) -> Path:
    """The script and what it reads."""
    shutil.copytree(root() / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(root() / "requirements", folder / "requirements")
    shutil.copy2(root() / "run", folder / "run")
    return folder


def start(copy: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """`./run WORDS` with the Python that the tests run with."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(INHERITED)}
    kept.pop("PYTHONPATH", None)
    return subprocess.run(
        [sys.executable, str(copy / "run"), *words], env={**kept, **more},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def fetching_from(address: str) -> dict[str, str]:
    """The settings by which pip asks that index and nothing else."""
    return {
        "PIP_INDEX_URL": address, "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1",
        "PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": "", "PIP_EXTRA_INDEX_URL": "",
        "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1",
    }  # fmt: skip


@dataclass(kw_only=True)
class Index:
    """An index of small packages; of one of them it sends the first half and hangs up."""

    wheels: dict[str, bytes]
    address: str = ""
    cut_off: str = ""
    sent: list[str] = field(default_factory=list)

    def pins(self) -> str:
        """The packages with their hashes, as a file of requirements."""
        return "".join(
            f"{name}==1.0 --hash=sha256:{hashlib.sha256(content).hexdigest()}\n"
            for name, content in self.wheels.items()
        )


def wheel(folder: Path, name: str) -> bytes:
    """A package with one module of its own name."""
    told = f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": "",
        f"{told}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{told}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    hashes = {
        path: urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        for path, text in files.items()
    }
    lines = [f"{path},sha256={hashes[path]},{len(text)}\n" for path, text in files.items()]
    files[f"{told}/RECORD"] = "".join([*lines, f"{told}/RECORD,,\n"])
    made = folder / f"{name}.whl"
    with zipfile.ZipFile(made, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return made.read_bytes()


@contextlib.contextmanager
def index_of(folder: Path, *names: str) -> Iterator[Index]:
    """Serve it on this machine while the block lasts."""
    index = Index(wheels={name: wheel(folder, name) for name in names})

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.strip("/").split("-")[0]
            content, kind = index.wheels.get(name, b""), "application/octet-stream"
            if self.path.endswith("/"):
                link = f"/{name}-1.0-py3-none-any.whl"
                content, kind = f'<a href="{link}">{link[1:]}</a>'.encode(), "text/html"
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if kind != "text/html" and name == index.cut_off:
                self.wfile.write(content[: len(content) // 2])
                return
            self.wfile.write(content)
            if kind != "text/html":
                index.sent.append(name)

        def log_message(self, *_words: object) -> None:
            return

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        index.address = f"http://127.0.0.1:{server.server_port}/"
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        serving.start()
        try:
            yield index
        finally:
            server.shutdown()
            serving.join()
