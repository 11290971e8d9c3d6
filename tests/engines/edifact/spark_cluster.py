"""A real cluster of Spark on this machine: a master and workers, each a process, then a session."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
START = 90


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(folder: Path) -> dict[str, str]:
    """What master, workers and session share: this Python, this source, this machine only."""
    return {
        **os.environ,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOCAL_HOSTNAME": "localhost",
        "SPARK_WORKER_DIR": str(folder / "work"),
        "SPARK_LOG_DIR": str(folder / "logs"),
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT / "src"),
        "OMP_NUM_THREADS": "1",
    }


@contextmanager
def cluster(folder: Path, *, workers: int) -> Iterator[Any]:
    """A session on a master with so many workers; all of it is stopped behind it."""
    import pyspark
    from pyspark.sql import SparkSession

    spark_class = Path(pyspark.__file__).parent / "bin" / "spark-class"
    port = free_port()
    address = f"spark://127.0.0.1:{port}"
    settings = environment(folder)
    os.environ |= settings
    base = "org.apache.spark.deploy"
    master = [f"{base}.master.Master", "--host", "127.0.0.1", "--port", str(port)]
    commands = [[*master, "--webui-port", str(free_port())]]
    for _ in range(workers):
        options = ["--cores", "1", "--memory", "1g", "--webui-port", str(free_port())]
        commands.append([f"{base}.worker.Worker", "--host", "127.0.0.1", *options, address])
    started = []
    log = (folder / "cluster.log").open("wb")
    try:
        for command in commands:
            started.append(
                subprocess.Popen([str(spark_class), *command], env=settings, stdout=log, stderr=log)
            )
            if len(started) == 1:
                wait_for(port)
        session = (
            SparkSession.builder.master(address)
            .appName("vijfluik-tests")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.executor.memory", "700m")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.execution.arrow.pyspark.enabled", "true")
            .getOrCreate()
        )
        try:
            yield session
        finally:
            session.stop()
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait(timeout=30)
        log.close()


def wait_for(port: int) -> None:
    """Wait until the master listens."""
    until = time.monotonic() + START
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.3)
    raise TimeoutError("the master of Spark does not listen")
