"""`multiprocessing` where no process may be started: what it calls processes are threads, its locks are a thread's.

Pools, executors, queues, locks and shared values work as programs expect, on one processor. What differs: a "process"
sees the variables of all others, and its `os.getpid()` is everybody's. It confines nothing; the sandbox does.
Shared memory by name (`multiprocessing.shared_memory`) stays refused.
"""

from __future__ import annotations

import _multiprocessing  # type: ignore[import-not-found]
import concurrent.futures.process
import copy
import ctypes
import multiprocessing.context
import multiprocessing.dummy
import multiprocessing.heap
import multiprocessing.pool
import multiprocessing.process
import multiprocessing.util
import os
import signal
import sys
import threading
import weakref
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Any, Literal

WAITING = ("multiprocessing", "queue", "threading")
"""Packages that a thread is in while it waits for another."""
RECURSIVE_MUTEX = 0  # what `multiprocessing.synchronize` calls it; the other kind is a semaphore


class SemLock:
    """What `_multiprocessing.SemLock` is, but no named semaphore of the system: those lie in /dev/shm."""

    SEM_VALUE_MAX = 2**31 - 1
    name = None  # nothing to unlink
    handle = 0

    def __init__(self, kind: int, value: int, maxvalue: int, name: str, unlink: bool) -> None:
        self.kind, self.maxvalue = kind, maxvalue
        self._semaphore = threading.Semaphore(value)
        self._held = 0
        self._holder: int | None = None

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """Whether it was acquired, after at most `timeout` seconds if `block`."""
        if self.kind == RECURSIVE_MUTEX and self._is_mine():
            self._held += 1
            return True
        if not block:
            timeout = None
        elif timeout is not None:
            timeout = max(timeout, 0.0)
        if not self._semaphore.acquire(block, timeout):
            return False
        self._held += 1
        self._holder = threading.get_ident()
        return True

    def release(self) -> None:
        """Let go.

        Raises:
            AssertionError: a recursive lock of another thread.
            ValueError: more releases than `maxvalue` allows.
        """
        if self.kind == RECURSIVE_MUTEX:
            if not self._is_mine():
                raise AssertionError("attempt to release recursive lock not owned by thread")
            if self._held > 1:
                self._held -= 1
                return
        elif self._get_value() >= self.maxvalue:
            raise ValueError("semaphore or lock released too many times")
        self._held -= 1
        self._semaphore.release()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    def _count(self) -> int:
        return self._held

    def _is_mine(self) -> bool:
        return self._held > 0 and self._holder == threading.get_ident()

    def _get_value(self) -> int:
        return self._semaphore._value

    def _is_zero(self) -> bool:
        return self._get_value() == 0

    def _after_fork(self) -> None:
        pass


class Popen:
    """A started "process": a thread that runs a copy of the process object, as a fork would have one."""

    method = "fork"

    def __init__(self, process: multiprocessing.process.BaseProcess) -> None:
        self.returncode: int | None = None
        # readable once it has ended, as `multiprocessing.connection.wait` expects
        self.sentinel, self._end = os.pipe()
        self._close = multiprocessing.util.Finalize(self, os.close, (self.sentinel,))
        self._lock, self._ended = threading.Lock(), threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(copy.copy(process),), name=process.name, daemon=True
        )
        _started.add(self)
        self._thread.start()
        self.pid = self._thread.native_id

    def _run(self, process: multiprocessing.process.BaseProcess) -> None:
        code = 1
        try:
            process.run()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        except KeyboardInterrupt:
            pass  # the cell's own says it
        finally:  # any other error is shown as that of a thread
            self._finish(code)

    def _finish(self, code: int) -> None:
        with self._lock:
            if self.returncode is None:
                self.returncode = code
                os.close(self._end)
                self._ended.set()

    def poll(self, flag: int = 0) -> int | None:
        """The exit code; None while it runs."""
        return self.returncode

    def wait(self, timeout: float | None = None) -> int | None:
        """The exit code, None if it still runs after `timeout` seconds."""
        self._ended.wait(timeout)
        return self.returncode

    def terminate(self) -> None:
        """It counts as ended at once. Its thread ends at its next line of Python."""
        self._stop(signal.SIGTERM)

    def kill(self) -> None:
        """As `terminate`."""
        self._stop(signal.SIGKILL)

    def _stop(self, number: int) -> None:
        self._finish(-number)
        self._throw(SystemExit)

    def _throw(self, error: type[BaseException]) -> None:
        if self._thread.is_alive():
            thread = ctypes.c_ulong(self._thread.ident or 0)
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(error))

    def interrupt(self, frames: Mapping[int, FrameType]) -> None:
        """What Ctrl-C does to a process. One that waits for work goes on waiting: it would take the next with it."""
        frame = frames.get(self._thread.ident or 0)
        module = "" if frame is None else str(frame.f_globals.get("__name__"))
        if module and module.partition(".")[0] not in WAITING:
            self._throw(KeyboardInterrupt)

    def close(self) -> None:
        """Let go of the sentinel."""
        self._close()


_started: weakref.WeakSet[Popen] = weakref.WeakSet()


def interrupt() -> None:
    """Ctrl-C reaches all processes of a terminal. Takes no lock: a signal's handler may call it."""
    frames = sys._current_frames()
    for process in tuple(_started):
        process.interrupt(frames)


class Process(multiprocessing.process.BaseProcess):
    """A "process" of any start method."""

    _start_method = "fork"

    @staticmethod
    def _Popen(process: multiprocessing.process.BaseProcess) -> Popen:
        return Popen(process)


class Context(multiprocessing.context.BaseContext):
    """The context of all start methods: fork, spawn and forkserver are the same here."""

    _name = "fork"
    Process = Process

    def set_start_method(self, method: str | None, force: bool = False) -> None:
        """Any will do."""


class ProcessPoolExecutor(concurrent.futures.ThreadPoolExecutor):
    """`concurrent.futures.ProcessPoolExecutor`."""

    def __init__(
        self, max_workers: int | None = None, mp_context: object = None,
        initializer: Callable[..., object] | None = None, initargs: tuple[Any, ...] = (),
        *, max_tasks_per_child: int | None = None,
    ) -> None:  # fmt: skip
        super().__init__(max_workers or os.cpu_count(), "", initializer, initargs)


class Manager:
    """What `multiprocessing.Manager()` makes, without a server: ordinary objects."""

    def __getattr__(self, name: str) -> Any:
        return getattr(multiprocessing.dummy, name)

    def __enter__(self) -> Manager:
        return self

    def __exit__(self, *_: object) -> Literal[False]:
        return False

    def shutdown(self) -> None:
        """Nothing is to be ended."""


def prepare() -> None:
    """Put these in the place of what the system would have to do. Before `multiprocessing.synchronize` is imported."""
    assert "multiprocessing.synchronize" not in sys.modules
    _multiprocessing.SemLock = SemLock
    arena: Any = multiprocessing.heap.Arena
    arena._dir_candidates = []
    for name in (
        "_wrap_exception",
        "_setup_queues",
        "_get_sentinels",
        "_help_stuff_finish",
    ):  # queues without pipes
        setattr(multiprocessing.pool.Pool, name, vars(multiprocessing.pool.ThreadPool)[name])
    futures: Any = concurrent.futures
    futures.ProcessPoolExecutor = futures.process.ProcessPoolExecutor = ProcessPoolExecutor
    contexts: Any = multiprocessing.context
    contexts._concrete_contexts.update(dict.fromkeys(("fork", "spawn", "forkserver"), Context()))
    contexts._default_context._default_context = contexts._concrete_contexts["fork"]
    contexts._default_context._actual_context = None
    package: Any = multiprocessing
    package.Manager = contexts.BaseContext.Manager = lambda *_: Manager()
