"""What there is to attack: a server with secrets, another student's kernel, files, a process, listeners.

Lives in the server process (`server.py`), which is itself the main target. Attacks are told where everything is; they
are not told any of the secrets. Does not run attacks.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from solver.errors import SolverError
from solver.ports import Kernel
from tests.kernels.attacks import scars
from tests.kernels.attacks.attack import Event, texts
from tests.kernels.attacks.ears import Ears
from tests.kernels.attacks.options import Pool

REPOSITORY: Final = Path(__file__).resolve().parents[3]
NAMES: Final = ("environ", "memory", "token", "listing", "beside", "source", "notes", "essay",
                "banner", "hidden", "argument")  # fmt: skip
MARKER: Final = (
    "import ctypes, signal, sys, time\n"
    "ctypes.CDLL(None).prctl(1, signal.SIGKILL)\n"  # PR_SET_PDEATHSIG: dies with the server
    "print('ready', flush=True)\n"
    "time.sleep(3600)"
)
VICTIM: Final = "grade = 'A'\nessay = 'ESSAY-SECRET-{essay}'\nopen('notes.txt', 'w').write('notes {notes}')"
# what the victim does while it is watched: a message, and a file whose name nobody else may learn
VICTIM_STIR: Final = (
    "import os, time\ntime.sleep(0.7)\nprint(essay)\n"
    "open('stirred-{essay}', 'w').close()\nos.remove('stirred-{essay}')\ntime.sleep(0.3)"
)
VICTIM_CHECK: Final = "import os\nprint(grade, essay, open('notes.txt').read(), sorted(os.listdir('.')))"

PREAMBLE: Final = '''
import ctypes, os, socket, struct, sys, time
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long

def escaped(detail=""):
    print("ESCAPED", detail, flush=True)

def ran(output):
    """A program ran: it was asked to print `ran-$((6*7))`."""
    if "ran-42" in str(output):
        escaped("a program ran")

def syscall(number, *arguments):
    numbers = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = libc.syscall(ctypes.c_long(number), *numbers)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result

print("PID", os.getpid())
print("CWD", os.getcwd())
'''


def secrets_of(master: str) -> dict[str, str]:
    """The secrets of the world that `master` makes; without it none follows from another."""
    made = {name: hashlib.sha256(f"{name} {master}".encode()).hexdigest()[:24] for name in NAMES}
    lines = (REPOSITORY / "app.py").read_text("utf-8").splitlines()
    return {**made, "app": max(map(str.strip, lines), key=len)}


async def events_of(kernel: Kernel, source: str, *, timeout_s: float = 30.0) -> list[Event]:
    """All that one cell gives."""
    return [event async for event in kernel.run(0, source, timeout_s=timeout_s)]


class World:
    """Made by `open`. `damage` says what is no longer as it was, `mend` puts it right."""

    def __init__(self, base: Path, master: str, pool: Pool) -> None:
        self.base = base
        self.pool = pool
        self.secrets = secrets_of(master)
        self.nonce = hashlib.sha256(f"nonce {master}".encode()).hexdigest()[:12]
        self.home, self.app = base / "home", base / "app"
        self.token = self.home / ".cache" / "huggingface" / "token"
        self.signals = 0
        self.ears = Ears(base / "s", self.nonce, banner=self.secrets["banner"], hidden=self.secrets["hidden"])
        self.memory = bytearray(f"MEMORY-SECRET-{self.secrets['memory']}".encode())
        self._planted = [Path(f"/tmp/escape-{self.nonce}"), Path(f"/dev/shm/escape-{self.nonce}")]
        self._marker: subprocess.Popen[str] | None = None
        self._victim: Kernel | None = None
        self._before: dict[str, dict[str, str]] = {}
        self.told: dict[str, object] = {}

    @classmethod
    async def open(cls, base: Path, master: str, pool: Pool) -> World:
        world = cls(base, master, pool)
        for name in ("t", "s"):
            (base / name).mkdir(exist_ok=True)
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR2, world._signalled)
        await world.ears.open()
        await world.mend(["files", "marker", "victim"])
        return world

    async def close(self) -> None:
        """End what the world started; its folder is the battery's to remove."""
        self.ears.close()
        if self._marker is not None:
            self._marker.kill()
            self._marker.communicate()
        for path in self._planted:
            path.unlink(missing_ok=True)
        await self.pool.close()

    async def damage(self) -> list[tuple[str, str]]:
        """What an attack changed, each as (part, in words)."""
        now = await self._look()
        found = [
            (part, f"{part}: {change}")
            for part, before in self._before.items()
            for change in scars.changes(before, now[part])
        ]
        return found + [("planted", f"left {path}") for path in self._planted if path.exists()]

    async def mend(self, parts: Sequence[str]) -> None:
        """Make `parts` anew and take what is there now for what it should be."""
        for path in self._planted:
            path.unlink(missing_ok=True)
        if "files" in parts:
            self._write_files()
        if "marker" in parts:
            self._start_marker()
        if "victim" in parts:
            await self._start_victim()
        self._tell()
        self._before = await self._look()

    async def stir_victim(self) -> None:
        """Let the victim say and write something."""
        assert self._victim is not None  # open made one
        await events_of(self._victim, VICTIM_STIR.format_map(self.secrets))

    def preamble(self) -> str:
        """What every attacking kernel runs first; prints the kernel's process and folder."""
        return "".join(f"{name} = {value!r}\n" for name, value in self.told.items()) + PREAMBLE

    async def _look(self) -> dict[str, dict[str, str]]:
        assert self._marker is not None  # open started it
        return {
            "files": scars.files([self.home, self.app]),
            "marker": scars.traits(self._marker.pid),
            "server": scars.traits(os.getpid()),
            "victim": await self._look_at_victim(),
        }

    async def _look_at_victim(self) -> dict[str, str]:
        assert self._victim is not None  # open made one
        try:
            said = texts(await events_of(self._victim, VICTIM_CHECK, timeout_s=5))
        except SolverError as error:
            said = str(error)
        pid = self.told.get("VICTIM_PID")
        return {"said": said, **(scars.traits(pid) if isinstance(pid, int) else {})}

    def _write_files(self) -> None:
        for folder in (self.home, self.app):
            shutil.rmtree(folder, ignore_errors=True)
        secret = self.secrets
        texts = {
            self.token: secret["token"],
            self.home / f"listing-{secret['listing']}": "",
            self.home / ".bashrc": "# the server's own\n",
            self.app / "steps.py": f'"""The application."""\nANSWER = "{secret["source"]}"\n',
            self.app / "secrets.env": f"SECRET={secret['beside']}\n",
            self.app / "students.db": "marks\n",
        }
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            path.chmod(0o600 if path == self.token else 0o644)
        self._open_token = self.token.open()  # a descriptor worth stealing

    def _start_marker(self) -> None:
        if self._marker is not None:
            self._marker.kill()
            self._marker.communicate()
        self._marker = subprocess.Popen(
            [sys.executable, "-S", "-c", MARKER], stdout=subprocess.PIPE, text=True
        )
        assert self._marker.stdout is not None  # asked for above
        self._marker.stdout.readline()

    async def _start_victim(self) -> None:
        if self._victim is not None:
            await self._victim.close()
        self._victim = self.pool.kernel()
        said = texts(await events_of(self._victim, VICTIM.format_map(self.secrets) + "\n" + PREAMBLE))
        found = dict(line.split(maxsplit=1) for line in said.splitlines() if line.startswith(("PID", "CWD")))
        self.told |= {"VICTIM_PID": int(found["PID"]), "VICTIM_WORK": found["CWD"]}

    def _tell(self) -> None:
        ears = self.ears
        facts: Mapping[str, object] = {
            "NONCE": self.nonce,
            "SERVER_PID": os.getpid(),
            "MARKER_PID": self._marker.pid if self._marker else 0,
            "BASE": str(self.base),
            "HOME": str(self.home),
            "APP": str(self.app),
            "TOKEN": str(self.token),
            "TOKEN_FD": self._open_token.fileno(),
            "REPOSITORY": str(REPOSITORY),
            "POOL": str(self.base / "t"),
            "SOCKETS": [str(path) for path in _sockets(self.base / "t")],
            "TCP": ("127.0.0.1", ears.tcp_port),
            "TCP6": ("::1", ears.tcp6_port),
            "UDP": ("127.0.0.1", ears.udp_port),
            "STREAM": ears.stream_path,
            "DGRAM": ears.dgram_path,
            "ABSTRACT": ears.abstract,
            "TMP_FILE": str(self._planted[0]),
            "SHM_FILE": str(self._planted[1]),
        }
        self.told |= facts

    def _signalled(self) -> None:
        self.signals += 1


def _sockets(root: Path) -> list[Path]:
    """Unix sockets below `root`: those of the kernels that run now."""
    # not rglob: an attack may have made folders deeper than Python recurses
    done = subprocess.run(["find", str(root), "-type", "s"], capture_output=True, text=True, check=False)
    return sorted(map(Path, done.stdout.splitlines()))
