"""What programs ask of `multiprocessing` runs where no process can be started; and it may as well be told of no program."""

from __future__ import annotations

import _multiprocessing
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.events import Figure
from solver.kernels import LiveKernel
from solver.kernels.inside.parallel import RECURSIVE_MUTEX, SemLock
from tests.kernels.cells import run, text

live = pytest.mark.asyncio(loop_scope="session")
SEMAPHORE = 1
SQUARE = "def square(n): return n * n\n"
FOREVER = "def forever(*_):\n    while True: pass\n"


def outcome(lock: SemLock, call: str) -> object:
    """What a call says, without waiting, and what can be seen of the lock after it."""
    try:
        answer: object = lock.release() if call == "release" else lock.acquire(False)
    except (AssertionError, ValueError) as error:
        answer = type(error), str(error)
    return answer, lock._count(), lock._is_mine(), lock._get_value(), lock._is_zero()


@given(
    st.sampled_from([(RECURSIVE_MUTEX, 1, 1), (SEMAPHORE, 1, 1), (SEMAPHORE, 0, 9), (SEMAPHORE, 2, 2)]),
    st.lists(st.sampled_from(["acquire", "release"]), max_size=12),
)
def test_a_lock_answers_as_that_of_the_system(kind: tuple[int, int, int], calls: list[str]) -> None:
    ours, true = SemLock(*kind, "/unused", True), _multiprocessing.SemLock(*kind, "/stepwise-test", True)
    assert [outcome(ours, call) for call in calls] == [outcome(true, call) for call in calls]


@pytest.mark.parametrize("kind", [RECURSIVE_MUTEX, SEMAPHORE])
def test_a_lock_keeps_other_threads_out(kind: int) -> None:
    lock, total = SemLock(kind, 1, 1, "/unused", True), 0

    def add() -> None:
        nonlocal total
        for _ in range(2_000):
            with lock:
                seen = total
                total = seen + 1

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert total == 8_000
    assert lock.acquire(True, 0.01) and not SemLock(SEMAPHORE, 0, 1, "/unused", True).acquire(True, -1.0)


def test_a_recursive_lock_is_its_holders() -> None:
    lock = SemLock(RECURSIVE_MUTEX, 1, 1, "/unused", True)
    lock.acquire()
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.extend([outcome(lock, "release"), lock.acquire(False)]))
    thread.start()
    thread.join()
    assert found == [
        ((AssertionError, "attempt to release recursive lock not owned by thread"), 1, False, 0, True),
        False,
    ]


@live
@pytest.mark.parametrize(
    ("source", "printed"),
    [
        pytest.param(
            "from multiprocessing import Pool\nwith Pool(3) as p: print(p.map(square, range(4)), p.starmap(pow, [(2, 3)]))",
            "[0, 1, 4, 9] [8]",
            id="pool",
        ),
        pytest.param(
            "from multiprocessing.pool import Pool\np = Pool(2, maxtasksperchild=2)\nr = p.map_async(square, range(9))\n"
            "p.close(); p.join(); print(sum(r.get()))",
            "204",
            id="pool whose workers are replaced",
        ),
        pytest.param(
            "import multiprocessing\nwith multiprocessing.get_context('spawn').Pool(1) as p:\n"
            "    try: p.map(lambda n: 1 / n, [0])\n    except ZeroDivisionError as e: print(e)",
            "division by zero",
            id="error in a pool",
        ),
        pytest.param(
            "from concurrent.futures import ProcessPoolExecutor\n"
            "with ProcessPoolExecutor(2) as e: print(list(e.map(square, range(4), chunksize=2)), e.submit(square, 5).result())",
            "[0, 1, 4, 9] 25",
            id="executor",
        ),
        pytest.param(
            "from multiprocessing import Process, Queue\nq = Queue()\n"
            "ps = [Process(target=lambda i: q.put(square(i)), args=(i,)) for i in range(3)]\n"
            "[p.start() for p in ps]; [p.join() for p in ps]\nprint(sorted(q.get() for _ in ps), [p.exitcode for p in ps])",
            "[0, 1, 4] [0, 0, 0]",
            id="processes and a queue",
        ),
        pytest.param(
            "from multiprocessing import Process, Value, Lock\nv, l = Value('i', 0), Lock()\ndef add():\n"
            "    for _ in range(100):\n        with l: v.value += 1\n"
            "ps = [Process(target=add) for _ in range(3)]\n[p.start() for p in ps]; [p.join() for p in ps]; print(v.value)",
            "300",
            id="shared value",
        ),
        pytest.param(
            "from multiprocessing import Manager, Process\nwith Manager() as m:\n    d = m.dict()\n"
            "    p = Process(target=d.update, args=({1: 2},)); p.start(); p.join(); print(d)",
            "{1: 2}",
            id="manager",
        ),
        pytest.param(
            "from multiprocessing import Process\nclass Mine(Process):\n    def run(self): raise SystemExit(3)\n"
            "p = Mine(); p.start(); p.join(); print(p.exitcode)",
            "3",
            id="exit code",
        ),
        pytest.param(
            FOREVER
            + "from multiprocessing import Process\np = Process(target=forever); p.start(); p.join(0.1)\n"
            "print(p.is_alive()); p.terminate(); p.join(); print(p.exitcode)",
            "True\n-15",
            id="terminated",
        ),
    ],
)
async def test_programs_that_ask_for_processes(kernel: LiveKernel, source: str, printed: str) -> None:
    events = await run(kernel, SQUARE + source)
    assert text(events, "stdout").strip() == printed
    assert text(events, "stderr") == text(events, "error") == ""


@live
async def test_workers_of_a_cell_that_was_stopped_stop(kernel: LiveKernel) -> None:
    """They would go on in the background, and the watchdog would end the kernel for it."""
    source = FOREVER + "from multiprocessing import Pool\nwith Pool(2) as p: p.map(forever, [1, 2])"
    assert "stopped after" in text(await run(kernel, source, timeout_s=0.5), "error")
    count = "import sys, time; time.sleep(0.3)\nsum(f.f_code.co_name == 'forever' for f in sys._current_frames().values())"
    assert text(await run(kernel, count), "result") == "0"


@live
async def test_workers_that_wait_when_a_cell_is_stopped_work_in_the_next(kernel: LiveKernel) -> None:
    await run(
        kernel,
        SQUARE
        + "from multiprocessing import Pool\npool = Pool(2)\nassert pool.map(square, [1, 2]) == [1, 4]",
    )
    assert "stopped after" in text(await run(kernel, "while True: pass", timeout_s=0.3), "error")
    assert (
        text(await run(kernel, "pool.map(square, range(6))", timeout_s=10), "result")
        == "[0, 1, 4, 9, 16, 25]"
    )
    await run(kernel, "pool.terminate()")


@live
@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("!pip install sympy", "pip install sympy: nothing can be installed here"),
        ("%pip install -q sympy", "pip install -q sympy: nothing can be installed here"),
        ("!ls -l", "ls -l: no other program can be started here"),
        ("listing = !ls\nassert listing == []", "ls: no other program can be started here"),
    ],
)
async def test_a_command_is_refused_in_a_sentence_and_the_cell_goes_on(
    kernel: LiveKernel, source: str, sentence: str
) -> None:
    events = await run(kernel, f"{source}\nprint(6 * 7, _exit_code)")
    assert sentence in text(events, "stderr") and text(events, "stdout").endswith("42 126\n")
    assert text(events, "error") == ""


@live
async def test_a_picture_of_pillow_is_shown(kernel: LiveKernel) -> None:
    events = await run(kernel, "from PIL import Image\nImage.new('RGB', (6, 4), 'red').show()")
    assert [type(event) for event in events] == [Figure]
