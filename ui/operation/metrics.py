"""What is counted for Prometheus: streams as they are read along, requests as they end, and what is there at each look.

Labels are names of our own code (routes, codes, causes) and of keys for programs: nothing that a student wrote, no key, and nobody's name.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, get_args

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from solver.events import Answer, Done, Event, Failure, Reasoning, Usage, Waiting
from solver.events import Code as CodePiece
from solver.resources import Resources
from solver.store import HeldEnd
from solver.workers import Replaced
from ui.streams import STREAMS, Kind
from ui.v1.places import Places

SECONDS: Final = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 60, 180)
RATES: Final = (1, 2, 5, 10, 20, 40, 80, 160, 320, 1000)


class Metrics:
    """Of one server. `reader` is for `ui.streams.Streams.readers`, `request` for whoever sees requests end."""

    def __init__(self, resources: Resources, places: Places, students: Callable[[], int]) -> None:
        self._resources, self._places, self._students = resources, places, students
        self.registry = CollectorRegistry()
        self.registry.register(self)

        def counter(name: str, what: str, *labels: str) -> Counter:
            return Counter(f"stepwise_{name}", what, labels, registry=self.registry)

        def histogram(name: str, what: str, buckets: tuple[float, ...]) -> Histogram:
            return Histogram(f"stepwise_{name}", what, buckets=buckets, registry=self.registry)

        self.first = histogram("first_event_seconds", "From a problem's start to its first event.", SECONDS)
        self.answer = histogram("answer_seconds", "From a problem's start to its answer.", SECONDS)
        self.speed = histogram(
            "tokens_per_second", "Tokens of a stretch of a model's text by the seconds it took.", RATES
        )
        self.tokens = counter("tokens", "Tokens that models wrote.")
        self.ended = counter(
            "streams_ended", "Streams by how they ended; left: the watcher went.", "kind", "reason"
        )
        self.failures = counter("failures", "Failures that were shown, by their code.", "code")
        self.programs = counter(
            "program_requests", "Requests of programs by the name of their key.", "key", "route", "status"
        )
        self.requests = counter("requests", "Requests by route and status.", "method", "route", "status")

    def reader(self, kind: Kind) -> StreamReader:
        """For a stream that begins."""
        return StreamReader(self, kind)

    def request(self, method: str, route: str, status: int, program: str | None = None) -> None:
        """A request has ended."""
        if program is not None:
            self.programs.labels(program, route, str(status)).inc()
        known = method if method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS") else "other"
        self.requests.labels(known, route, str(status)).inc()

    def text(self) -> bytes:
        """All in Prometheus' text format."""
        return generate_latest(self.registry)

    def describe(self) -> list[Metric]:
        """What `collect` gives is not looked at before the server is there."""
        return []

    def collect(self) -> Iterator[Metric]:
        """What is there now."""
        kernels, readers = self._resources.kernels, self._resources.readers
        yield _gauge("students", "Tabs that are here.", {"": self._students()})
        yield _gauge(
            "streams",
            "Streams that run.",
            {str(kind): number for kind, number in STREAMS.running.items()},
            "kind",
        )
        solving = min(self._places.inside, self._places.at_once)
        waiting = self._places.inside - solving
        yield _gauge("places", "Programs' requests.", {"solving": solving, "waiting": waiting}, "state")
        yield _gauge("readers_queued", "Requests that wait for a reader of problems.", {"": readers.queued})
        yield _counter(
            "reader_replacements",
            "Readers of problems in whose place a fresh one came: worn (many answers, or grown), slow, died, left by who asked.",
            {cause: readers.replaced[cause] for cause in get_args(Replaced)},
            "cause",
        )
        held, held_ended = self._resources.held
        yield _gauge("held", "Streams that ended and wait to be kept: the database is away.", {"": held})
        yield _counter(
            "held_ended",
            "The same by what became of them: kept, gone (deleted or full meanwhile), lost (too many, or for too long).",
            {end: held_ended.get(end, 0) for end in get_args(HeldEnd)},
            "end",
        )
        yield _gauge("kernels", "Kernels.", {"warm": kernels.warm, "used": kernels.used}, "state")
        yield _gauge("kernels_queued", "Sessions that wait for a kernel.", {"": kernels.queued})
        for name, what, of in (
            ("memory_bytes", "Resident memory; shared pages count in each.", self._resources.resident_bytes),
            ("memory_pss_bytes", "Memory (PSS); shared pages count once. 0: the system does not tell.", self._resources.proportional_bytes),
        ):  # fmt: skip
            memory = {
                "server": of(os.getpid()),
                "kernels": sum(map(of, kernels.pids)),
                "readers": sum(map(of, readers.pids)),
            }
            yield _gauge(name, what, memory, "of")
        yield _gauge(
            "kernels_memory_bytes",
            "What all kernels here have, as it is counted against what they may have.",
            {"used": kernels.memory.bytes, "limit": kernels.memory.most_bytes},
            "kind",
        )
        yield _counter(
            "kernel_rests",
            "Kernels that gave their place back: long idle, for others who waited, or for their memory.",
            kernels.rests,
            "cause",
        )
        yield CounterMetricFamily("stepwise_kernel_starts", "Kernels that were started.", kernels.starts)
        yield CounterMetricFamily(
            "stepwise_kernel_start_failures", "Kernels that could not be started.", kernels.failed_starts
        )
        yield _counter("kernel_kills", "Kernels that ended early, and why.", kernels.kills, "cause")


def _gauge(name: str, what: str, values: Mapping[str, float], label: str = "") -> Metric:
    family = GaugeMetricFamily(f"stepwise_{name}", what, labels=[label] if label else [])
    for key, value in values.items():
        family.add_metric([key] if label else [], value)
    return family


def _counter(name: str, what: str, values: Mapping[Any, int], label: str) -> Metric:
    family = CounterMetricFamily(f"stepwise_{name}", what, labels=[label])
    for key, value in values.items():
        family.add_metric([key], value)
    return family


class StreamReader:
    """Counts one stream."""

    def __init__(self, metrics: Metrics, kind: Kind) -> None:
        self._metrics, self._kind = metrics, kind
        self._begun_s = self._stretch_s = time.monotonic()
        self._is_first, self._reason = True, "left"

    def see(self, event: Event) -> None:
        """Count it."""
        now_s, metrics = time.monotonic(), self._metrics
        solves = self._kind == "problem"
        if self._is_first and solves and not isinstance(event, Waiting):
            self._is_first = False
            metrics.first.observe(now_s - self._begun_s)
        if isinstance(event, Answer) and solves:
            metrics.answer.observe(now_s - self._begun_s)
        elif isinstance(event, Usage):
            metrics.tokens.inc(event.tokens)
            if event.tokens and now_s > self._stretch_s:
                metrics.speed.observe(event.tokens / (now_s - self._stretch_s))
        elif isinstance(event, Failure):
            metrics.failures.labels(event.code).inc()
        elif isinstance(event, Done):
            self._reason = event.reason
        if not isinstance(event, Reasoning | CodePiece):
            self._stretch_s = now_s

    def end(self) -> None:
        """Count how it ended."""
        self._metrics.ended.labels(self._kind, self._reason).inc()
