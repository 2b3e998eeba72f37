"""An IPython kernel prepared for mathematics: what a cell may print, how values, errors and plots are shown.

Leaves no name in the student's namespace. Its caps are a courtesy that a cell can undo: `cell.py` has the real ones.
"""

from __future__ import annotations

import asyncio
import ctypes
import errno
import linecache
import os
import signal
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Mapping
from types import FrameType
from typing import Any

from ipykernel.iostream import IOPubThread
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from IPython.core.error import StdinNotImplementedError
from traitlets.config import Config

from . import figures, parallel, values
from .agreed import CHANNELS, CONFINED, FLOOD_CHARS

STREAM_CHARS = 250_000  # a little more than the client keeps, so that it sees that something was cut
MESSAGE_CHARS = 2_000
NATIVE_OUTPUT_S = 0.1  # at most, at the end of a cell
MARK_S = 1.0  # at most; a thread has to get a processor
NATIVE_MARK = "\0\x1enative\x1e\0"
INT_DIGITS = 200_000  # Python's default, 4300, is too few for a maths tutor
NO_INPUT = "nobody can answer input() here; write the value into the code instead"
REFUSALS = (
    os.strerror(errno.EPERM), os.strerror(errno.EACCES), os.strerror(errno.EROFS),
    "name resolution", "Name or service not known",
)  # fmt: skip


class OutputLimit(KeyboardInterrupt):
    """A cell wrote too much. Not an `Exception`, so that a loop around `print` cannot swallow it."""


class TutorKernel(IPythonKernel):  # type: ignore[misc]
    """Its replies are short: the message of an error may be 100 MB long. Nobody answers its questions."""

    def raw_input(self, *_: Any, **__: Any) -> str:
        raise StdinNotImplementedError(NO_INPUT)

    getpass = raw_input

    async def do_execute(self, *arguments: Any, **options: Any) -> Any:
        return shorten_reply(await super().do_execute(*arguments, **options))  # type: ignore[no-untyped-call]


def shorten_reply(reply: Any) -> Any:
    """A reply whose error is no longer than a reader would read."""
    if "evalue" in reply:
        reply["evalue"] = str(reply["evalue"])[:MESSAGE_CHARS]
    return reply


class TutorKernelApp(IPKernelApp):  # type: ignore[misc]
    """A kernel that is set up by this module alone: no command line, no configuration files, no start-up files.

    Each of the three would also touch so many objects that a fork copies 9 MB of the fork server's memory.
    """

    kernel_class = TutorKernel
    connection: Mapping[str, Any] = {}

    def parse_command_line(self, argv: Any = None) -> None:
        pass

    def load_config_file(self, *_: Any, **__: Any) -> None:
        pass

    def init_code(self) -> None:
        """Leaves out what `%reset --aggressive` would need, too."""
        shell: Any = self.shell
        shell.user_ns_hidden.update(shell.user_ns)


class ForkedKernelApp(TutorKernelApp):
    """A kernel whose connection was told over a socket: it neither reads nor writes a connection file.

    It has no heartbeat, whose thread opens its sockets late, when the system call filter is on already; the server sees
    a death at once by other means.
    """

    def init_connection_file(self) -> None:
        self.transport, self.ip = "ipc", self.connection["ip"]
        for channel in CHANNELS:
            setattr(self, f"{channel}_port", self.connection[f"{channel}_port"])
        self.session.key = self.connection["key"].encode()

    def write_connection_file(self, **_: Any) -> None:
        pass

    def cleanup_connection_file(self) -> None:
        pass

    def init_heartbeat(self) -> None:
        self.heartbeat = None


class FileKernelApp(TutorKernelApp):
    """An ordinary kernel: its connection is in a file."""

    def init_connection_file(self) -> None:
        self.connection_file = self.connection["file"]
        super().init_connection_file()  # type: ignore[no-untyped-call]


def make_app(kind: type[ForkedKernelApp | FileKernelApp]) -> Any:
    """An IPython kernel application that has done nothing yet: no thread, no socket. It outlives a fork."""
    # processes that write into this one's output would need a TCP port; here are no such processes
    IOPubThread._setup_pipe_in = lambda self: setattr(self, "_pipe_flag", False)  # type: ignore[method-assign]
    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.xmode = "Minimal"  # "Context" takes 12 s for a RecursionError
    config.InteractiveShell.colors = "nocolor"
    config.IPKernelApp.log_level = 40
    return kind.instance(config=config)


def bind(app: Any, connection: Mapping[str, Any]) -> None:
    """Make its threads and bind its sockets; it does not answer yet."""
    app.connection = connection
    app.initialize([])


def prepare(app: Any, *, in_a_cell: bool = False) -> None:
    """Make the kernel of `app` a maths tutor's. To be called before it starts, or (`in_a_cell`) without `own_streams`."""
    from tornado.ioloop import IOLoop

    sys.set_int_max_str_digits(INT_DIGITS)
    sys.argv = [""]
    sys.path.insert(0, "")  # modules that a cell has written, as in every notebook
    shell = app.shell
    shell.ask_exit = lambda: None  # `quit()` must not end the session's kernel
    warnings.filterwarnings("ignore", message="To exit: use")  # what IPython adds to a SystemExit
    # a session of a thousand cells loses its oldest values, which nobody looks for; the warning would stand before a result
    warnings.filterwarnings("ignore", message="Output cache limit")
    shorten_errors(shell)
    figures.prepare(shell)
    values.prepare(shell)
    if not in_a_cell:
        own_streams(shell)
    interrupt_cells_only(app.kernel)
    IOLoop.current().add_callback(wake_on_signals)


def attach(app: Any) -> None:
    """As `prepare`, for a kernel that runs already and that others have started, from a cell of its own."""
    from tornado.ioloop import IOLoop

    kernel = app.kernel
    execute = kernel.do_execute

    async def do_execute(*arguments: Any, **options: Any) -> Any:
        return shorten_reply(await execute(*arguments, **options))

    kernel.do_execute = do_execute
    kernel.raw_input = kernel.getpass = TutorKernel.raw_input.__get__(kernel)
    app.shell.InteractiveTB.set_mode(mode="Minimal")  # "Context" takes 12 s for a RecursionError
    prepare(app, in_a_cell=True)
    # IPython gives the streams their `write` of before the cell back when it ends
    IOLoop.current().add_callback(own_streams, app.shell)
    figures.add_chinese()
    app.shell.user_ns_hidden.update(app.shell.user_ns)


def own_streams(shell: Any) -> None:
    """What cells write is bounded and belongs to the cell that wrote it."""
    cap_output(shell)
    wait_for_native_output(shell)


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
    message = message[:MESSAGE_CHARS] + ("…" if len(message) > MESSAGE_CHARS else "")
    return "\n".join([*lines, message + (f" {CONFINED}" if _is_refusal(error) else "")])


def _is_refusal(error: BaseException) -> bool:
    """Whether the sandbox said no, perhaps to a library that put it in words of its own."""
    text = str(error)[:MESSAGE_CHARS]
    return isinstance(error, Exception) and any(sign in text for sign in REFUSALS)


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


def close_first_streams(null: int) -> None:
    """Let go of the streams the process was started with: ipykernel copies there what children and C code write.

    The server reads them only until "ready": a full pipe would block the cell and hide the kernel's death. `null` is the
    null device, opened for writing before the sandbox was closed (without Landlock nothing is opened for writing inside).
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "_original_stdstream_copy"):
            os.dup2(null, stream._original_stdstream_copy, inheritable=False)
    os.close(null)


def wait_for_native_output(shell: Any) -> None:
    """Let what C code wrote in a cell be part of that cell.

    It goes through a pipe and a thread; without the wait it comes when the cell is over, and nobody listens any more.
    That the pipe is empty does not say that the thread has handed on what it read, so a mark goes behind all else.
    """
    if sys.platform == "win32":
        return
    import fcntl
    import termios

    libc = ctypes.CDLL(None)
    handed_on = threading.Event()
    ends: list[
        tuple[int, int]
    ] = []  # of each pipe: the end that is read and, whatever a cell puts in the place of 1 and 2, the other

    def watch(stream: Any) -> None:
        forward = stream.write

        def write(text: str) -> int:
            if isinstance(text, str) and NATIVE_MARK in text:
                handed_on.set()
                text = text.replace(NATIVE_MARK, "")
            return int(forward(text)) if text else 0

        stream.write = write
        ends.append((stream._fid, os.dup(stream._original_stdstream_fd)))

    def is_empty(pipe: int) -> bool:
        return not any(fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4))

    def wait() -> None:
        libc.fflush(None)
        end = time.monotonic() + NATIVE_OUTPUT_S
        for read, written in ends:
            while not is_empty(read):  # so that the mark is read in one piece
                if time.monotonic() > end:
                    return
                time.sleep(0.001)
            handed_on.clear()
            os.write(written, NATIVE_MARK.encode())
            handed_on.wait(MARK_S)

    for stream in (sys.stdout, sys.stderr):
        if getattr(stream, "_fid", None) is not None:
            watch(stream)
    shell.events.register("post_execute", wait)


def interrupt_cells_only(kernel: Any) -> None:
    """Let a SIGINT stop a cell and nothing else.

    ipykernel also lets it hit the code around the cell: an interrupt that came just as a cell ended cost its answer,
    or the kernel. So the handler looks at what it interrupts; one that comes too soon is sent again by the server.
    To be called last, for plots are drawn after the cell by a callback that must be stoppable.
    """
    own = kernel.shell.user_ns

    def unblock() -> None:
        """A cell may have blocked it. Blocked signals are not ignored but kept, and would hit the next cell."""
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})

    def in_cell(frame: FrameType | None) -> bool:
        """Whether the cell, or what it called, or the drawing of its plots is running."""
        while frame is not None:
            if frame.f_globals is own or frame.f_code.co_name == "flush_figures":
                return True
            frame = frame.f_back
        return False

    def stop(number: int, frame: FrameType | None) -> None:
        """Its workers first: while they compute, each step of showing where the cell was takes its turn behind them."""
        if in_cell(frame):
            parallel.interrupt()
            signal.default_int_handler(number, frame)

    def allow() -> None:
        unblock()
        # a cell that awaits has ipykernel's own handler
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
            signal.signal(signal.SIGINT, stop)

    def ignore() -> None:
        while True:
            try:
                unblock()
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                return
            except KeyboardInterrupt:  # from a handler of the cell's own
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
