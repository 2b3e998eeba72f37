"""What a kernel's process runs: limits first, then an IPython kernel prepared for mathematics.

A script, started as `python -P prelude.py CONNECTION_FILE`; it imports nothing of this project, because the
kernel shall not see it. It writes the line "ready" to its first standard output once everything is warm, and
leaves no name in the student's namespace. Its caps are a courtesy that a cell can undo: `cell.py` has the real ones.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import linecache
import os
import runpy
import signal
import sys
import threading
import traceback
import warnings
from pathlib import Path
from typing import Any

STREAM_CHARS = 250_000  # a little more than the client keeps, so that it sees that something was cut
FLOOD_CHARS = 2_000_000
MESSAGE_CHARS = 2_000
PR_SET_PDEATHSIG = 1  # linux/prctl.h


class OutputLimit(KeyboardInterrupt):
    """A cell wrote too much. Not an `Exception`, so that a loop around `print` cannot swallow it."""


def limit_process(parent: int) -> None:
    """Die with the server and keep one cell from filling the machine; only what the system knows of."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died between the fork and the line above
            os._exit(1)
    if sys.platform != "win32":
        import resource

        for kind, size in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 64 << 20),
                           (resource.RLIMIT_AS, 4 << 30), (resource.RLIMIT_DATA, 1536 << 20)):  # fmt: skip
            _, hard = resource.getrlimit(kind)
            size = size if hard == resource.RLIM_INFINITY else min(size, hard)
            resource.setrlimit(kind, (size, size))
    sys.set_int_max_str_digits(200_000)  # the default, 4300, is too few for a maths tutor


def make_app(connection_file: str) -> Any:
    """An initialised IPython kernel application, its sockets bound, not yet answering."""
    sys.modules["debugpy"] = None  # type: ignore[assignment]  # 9 MB and 25 ms for nothing (KERNELS.md, section 2)
    from ipykernel.kernelapp import IPKernelApp
    from traitlets.config import Config

    del sys.modules["debugpy"]
    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.xmode = "Minimal"  # "Context" takes 12 s for a RecursionError
    config.InteractiveShell.colors = "nocolor"
    config.IPKernelApp.log_level = 40
    app: Any = IPKernelApp.instance(config=config, connection_file=connection_file)
    app.initialize([])
    return app


def cap_output(shell: Any) -> None:
    """Stop forwarding after `STREAM_CHARS` of a cell's text, and the cell itself after `FLOOD_CHARS`."""
    written = 0

    def reset() -> None:
        nonlocal written
        written = 0

    def wrap(stream: Any) -> None:
        forward = stream.write
        stream.flush_interval = 0.05  # 0.2 s by default: a reader would see the steps late

        def write(text: str) -> int:
            nonlocal written
            if not isinstance(text, str):
                return int(forward(text))  # raises the usual TypeError
            room = STREAM_CHARS - written
            written += len(text)
            if room > 0:
                forward(text[:room])
            if written > FLOOD_CHARS and threading.current_thread() is threading.main_thread():
                reset()  # the traceback and a handler may still say something
                raise OutputLimit(f"the cell was stopped: it wrote more than {FLOOD_CHARS:,} characters")
            return len(text)

        stream.write = write

    wrap(sys.stdout)
    wrap(sys.stderr)
    shell.events.register("pre_execute", reset)


def short_traceback(shell: Any, error: BaseException) -> str:
    """The lines of cells that led to `error`, outermost first, and the error itself as the last line.

    Frames of libraries are left out; a long recursion is cut in the middle.
    """
    if isinstance(error, SyntaxError) and error.msg == "incomplete input":
        error = _true_syntax_error(error)
    cells: dict[str | None, int] = shell.compile._filename_map
    stack = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=False)
    frames = [(frame.filename, frame.lineno or 0, frame.name) for frame in stack if frame.filename in cells]
    if isinstance(error, SyntaxError) and error.filename in cells:
        frames.append((str(error.filename), error.lineno or 0, "<module>"))
    lines = []
    for filename, number, name in frames:
        place = f"line {number}" if name == "<module>" else f"line {number}, in {name}"
        earlier = "" if filename == frames[0][0] else "earlier cell, "
        lines.append(f"{earlier}{place}: {linecache.getline(filename, number).strip()}")
    if len(lines) > 8:
        lines[4:-4] = [f"… ({len(lines) - 8} more)"]
    message = traceback.format_exception_only(type(error), error)[-1].strip()
    return "\n".join([*lines, message[:MESSAGE_CHARS] + ("…" if len(message) > MESSAGE_CHARS else "")])


def _true_syntax_error(error: SyntaxError) -> SyntaxError:
    """IPython compiles in a way that calls everything unclosed "incomplete input"; Python knows more."""
    filename = error.filename or ""
    try:
        compile("".join(linecache.getlines(filename)), filename, "exec")
    except SyntaxError as plain:
        return plain
    return error


def shorten_errors(shell: Any) -> None:
    """Errors and warnings as a few lines about the cell, instead of IPython's tracebacks."""
    send = type(shell)._showtraceback.__get__(shell)

    def show(kind: type[BaseException], error: BaseException, _lines: list[str]) -> None:
        text = short_traceback(shell, error)
        # a fresh, light exception: the message of the true one may be 100 MB long
        send(kind, RuntimeError(text.rpartition("\n")[2]), [text])

    def warning_line(
        message: Warning | str, category: type[Warning], filename: str, lineno: int, line: str | None = None
    ) -> str:
        place = f"line {lineno}: " if filename in shell.compile._filename_map else ""
        return f"{place}{category.__name__}: {message}\n"

    shell._showtraceback = show
    shell.show_usage_error = lambda error: None  # the reply says it, too
    warnings.formatwarning = warning_line


def warm_up(shell: Any) -> None:
    """Do once what the first cell of nearly every problem does, so that it finds caches filled."""
    import sympy
    from matplotlib import pyplot

    x = sympy.Symbol("x")
    values = [sympy.integrate(x * sympy.sin(x), x), sympy.solve(x**2 - 4 * x + 3, x), sympy.simplify(x / x)]
    shell.display_formatter.format(values)
    figure, axes = pyplot.subplots()
    axes.plot([0, 1], [0, 1], label="$x^2$")
    axes.set_title("函数 $x^2$")
    axes.legend()
    shell.display_formatter.format(figure)
    pyplot.close("all")
    gc.freeze()


def close_first_streams() -> None:
    """Let go of the streams the process was started with: ipykernel copies there what children and C code write.

    The server reads them only until "ready": a full pipe would block the cell and hide the kernel's death.
    """
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "_original_stdstream_copy"):
            os.dup2(null, stream._original_stdstream_copy, inheritable=False)
    os.close(null)


def interrupt_cells_only(kernel: Any) -> None:
    """Let a SIGINT stop a cell and nothing else.

    ipykernel also lets it hit the code around the cell: an interrupt that came just as a cell ended cost its answer,
    or the kernel. To be called last, for plots are drawn after the cell by a callback that must be stoppable.
    """

    def allow() -> None:
        if (
            signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        ):  # a cell that awaits has ipykernel's own handler
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def ignore() -> None:
        while True:
            try:
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                return
            except KeyboardInterrupt:  # it came in the meantime
                continue

    kernel.pre_handler_hook = kernel.post_handler_hook = lambda: None
    kernel.shell.events.register("pre_execute", allow)
    kernel.shell.events.register("post_execute", ignore)


def wake_on_signals() -> None:
    """Let a SIGINT reach a cell that awaits: ipykernel's handler does not wake the loop (7.4 with tornado 6.6)."""
    if sys.platform != "win32":
        asyncio.get_running_loop().add_signal_handler(
            signal.SIGUSR1, lambda: None
        )  # any: it sets the wake-up fd


def main(connection_file: str) -> None:
    limit_process(int(os.environ["JPY_PARENT_PID"]))
    ready = os.dup(1)  # the kernel will replace standard output
    app = make_app(connection_file)
    from tornado.ioloop import IOLoop

    shell = app.shell
    shell.ask_exit = lambda: None  # `quit()` must not end the session's kernel
    warnings.filterwarnings("ignore", message="To exit: use")  # what IPython adds to a SystemExit
    shorten_errors(shell)
    for part in ("figures.py", "values.py"):
        runpy.run_path(str(Path(__file__).with_name(part)))["prepare"](shell)
    warm_up(shell)
    cap_output(shell)
    interrupt_cells_only(app.kernel)
    IOLoop.current().add_callback(wake_on_signals)
    close_first_streams()
    os.write(ready, b"ready\n")
    os.close(ready)
    app.start()


if __name__ == "__main__":
    main(sys.argv[1])
