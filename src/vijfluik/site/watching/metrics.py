"""What is counted, for Prometheus: requests by route and status, and how far behind what waits.

Several processes serve; `./run serve` names a folder in which each keeps its numbers
(`PROMETHEUS_MULTIPROC_DIR`), and whichever is asked adds them up.
"""

import os

from django.utils import timezone
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    exposition,
    multiprocess,
)

from vijfluik.core.lifecycle.working import last_rounds
from vijfluik.core.notices.queries import given_up, last_round, outbox, stands_still
from vijfluik.site.watching.readiness import ready, sealer_lag

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
CONTENT_TYPE = exposition.CONTENT_TYPE_PLAIN_0_0_4
# Around the goal of the bench: 95 of 100 pages within 150 ms.
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30)

REGISTRY = CollectorRegistry()
REQUESTS = Counter(
    "vijfluik_requests_total",
    "Requests answered, by route and status.",
    ["route", "method", "status"],
    registry=REGISTRY,
)
DURATION = Histogram(
    "vijfluik_request_seconds",
    "How long answering took, by route.",
    ["route"],
    buckets=BUCKETS,
    registry=REGISTRY,
)


def count(*, route: str, method: str, status: int, seconds: float) -> None:
    """Count one answered request."""
    REQUESTS.labels(route=route, method=method, status=str(status)).inc()
    DURATION.labels(route=route).observe(seconds)


def text() -> bytes:
    """All numbers of all processes, as Prometheus reads them."""
    return counted() + exposition.generate_latest(_of_now())


def counted() -> bytes:
    """What was counted since the server started."""
    if not os.environ.get(FOLDER):
        return exposition.generate_latest(REGISTRY)
    together = CollectorRegistry()
    multiprocess.MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    return exposition.generate_latest(together)


def _of_now() -> CollectorRegistry:
    """What is so at this moment; asked of the database, so the same from each process."""
    now = CollectorRegistry()
    answers = ready()
    gauge = Gauge("vijfluik_ready", "Whether it can work: 1 or 0.", ["check"], registry=now)
    for check, answer in answers.items():
        gauge.labels(check=check).set(int(answer))
    if answers["database"]:
        Gauge(
            "vijfluik_sealer_lag_seconds",
            "How long the oldest event of the journal waits to be sealed.",
            registry=now,
        ).set(sealer_lag())
        _of_mail(now)
        _of_rounds(now)
    return now


def _of_rounds(now: CollectorRegistry) -> None:
    """How long ago each process that takes away what is over went round; none that never did."""
    for name, ended_at in sorted(last_rounds().items()):
        since = (timezone.now() - ended_at).total_seconds()
        Gauge(f"vijfluik_{name}_seconds", f"How long ago the {name} went round.", registry=now).set(
            max(0.0, since)
        )


def _of_mail(now: CollectorRegistry) -> None:
    """How far behind the notifier is."""
    moment = timezone.now()
    waiting, oldest = outbox()
    rounded = last_round()
    told = {
        "vijfluik_outbox_mails": ("Mails that wait to be sent.", float(waiting)),
        "vijfluik_outbox_seconds": (
            "How long the oldest of them waits.",
            0.0 if oldest is None else (moment - oldest).total_seconds(),
        ),
        "vijfluik_mail_given_up": (
            "Of how many people the last mail failed for good.",
            float(given_up()),
        ),
        # Also for one that never went round, of which there is nothing to measure.
        "vijfluik_notifier_stands_still": (
            "Whether the notifier does not go round: 1 or 0.",
            float(stands_still(at=moment)),
        ),
    }
    if rounded is not None:
        told["vijfluik_notifier_seconds"] = (
            "How long ago the notifier went round.",
            (moment - rounded).total_seconds(),
        )
    for name, (words, value) in told.items():
        Gauge(name, words, registry=now).set(max(0.0, value))
