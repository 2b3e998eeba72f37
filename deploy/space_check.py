"""Imitate a Hugging Face Space on this machine, and say what of it held: `make space-check`.

The tracked files go read-only into a temporary folder, `requirements.txt` alone into a fresh virtual environment; the app
then runs as uid 1000 with what a Space sets and nothing else, and is looked at from outside. Linux; as root it can change
the user, as somebody else it says that it could not. Only the standard library: the app's libraries are what is checked.

Not imitated: the Space's own image (Python 3.12, Debian's packages of `packages.txt`), its memory limit, its GPU.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
UID: Final = 1000
READY_S: Final = 180.0
PIECE_BYTES: Final = 1 << 20
PROBLEM: Final = "x^2-5x+6=0"
TORCH: Final = "torch==2.13.0"
"""Installed first and kept, as the Makefile does: a machine that has a CPU build at hand takes it, and needs no GPU's libraries."""


@dataclass(slots=True)
class Table:
    """What held and what did not, printed as it is found."""

    rows: list[tuple[bool, str, str]] = field(default_factory=list)

    def add(self, held: bool, what: str, detail: object = "") -> bool:
        """One more row; `held` again."""
        self.rows.append((held, what, str(detail)))
        print(f"{'held  ' if held else 'FAILED'}  {what:44s} {detail}", flush=True)
        return held

    @property
    def status(self) -> int:
        """An exit status: 0 where everything held."""
        return 0 if self.rows and all(held for held, _, _ in self.rows) else 1


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of an imitated Space."""

    base: Path

    @property
    def code(self) -> Path:
        """The repository, which nobody may write."""
        return self.base / "app"

    @property
    def home(self) -> Path:
        """The user's."""
        return self.base / "home"

    @property
    def venv(self) -> Path:
        """Where the requirements are installed."""
        return self.base / "venv"


def space_environment(place: Place, port: int, secret: str) -> dict[str, str]:
    """All that the app is given: what a Space of Gradio's sets, and a secret as its owner would set one."""
    return {
        "HOME": str(place.home),
        "PATH": f"{place.venv}/bin:/usr/local/bin:/usr/bin:/bin",
        "PYTHONUNBUFFERED": "1",
        "SYSTEM": "spaces",
        "SPACE_ID": "somebody/stepwise",
        "SPACE_AUTHOR_NAME": "somebody",
        "SPACE_REPO_NAME": "stepwise",
        "SPACE_HOST": "somebody-stepwise.example",
        "CPU_CORES": "2",
        "MEMORY": "16Gi",
        "ACCELERATOR": "none",
        "GRADIO_SERVER_NAME": "0.0.0.0",
        "GRADIO_SERVER_PORT": str(port),
        "GRADIO_NUM_PORTS": "1",
        "GRADIO_ALLOW_FLAGGING": "never",
        "HF_TOKEN": secret,
    }


def copy_code(place: Place) -> None:
    """The tracked files as they lie in the working tree, without write bits."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        source = ROOT / name
        if source.is_file():
            (place.code / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, place.code / name)
    for path in (place.code, *place.code.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


def interpreter() -> str:
    """A Python that the Space's user may run: not one in root's home."""
    for found in (os.path.realpath(sys.executable), "/usr/bin/python3"):
        if subprocess.run(as_user([found, "-c", "import subprocess, sys; subprocess.run([sys.executable, '-V'])"]),
                          capture_output=True).returncode == 0:  # fmt: skip
            return found
    return sys.executable


def install(place: Place, table: Table) -> bool:
    """A fresh environment from `requirements.txt` alone."""
    began = time.monotonic()
    pip = [str(place.venv / "bin/python"), "-m", "pip", "--disable-pip-version-check", "-q", "install"]
    kept = place.base / "torch.txt"
    kept.write_text(TORCH)
    steps = (
        [interpreter(), "-m", "venv", str(place.venv)],
        [*pip, TORCH],
        [*pip, "-r", str(place.code / "requirements.txt"), "-c", str(kept)],
    )
    for step in steps:
        done = subprocess.run(step, capture_output=True, text=True)
        if done.returncode:
            return table.add(False, "requirements.txt alone installs", done.stderr.strip()[-400:])
    version = subprocess.run(
        [place.venv / "bin/python", "--version"], capture_output=True, text=True
    ).stdout.strip()
    return table.add(True, "requirements.txt alone installs", f"{version}, {time.monotonic() - began:.0f} s")


def as_user(command: Sequence[str]) -> list[str]:
    """The command as uid 1000, where we may change who we are."""
    if os.geteuid() != 0:
        return list(command)
    become = ["setpriv", f"--reuid={UID}", f"--regid={UID}", "--clear-groups", "--no-new-privs"]
    return [*become, "--bounding-set=-all", "--inh-caps=-all", *command]


@contextmanager
def served(place: Place, environment: Mapping[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The app, running; ended afterwards."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            as_user([str(place.venv / "bin/python"), "app.py"]),
            cwd=place.code, env=dict(environment), stdout=out, stderr=out, start_new_session=True,
        )  # fmt: skip
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until_ready(process: subprocess.Popen[bytes], log: Path) -> bool:
    """Whether the app says within `READY_S` that it is ready."""
    until = time.monotonic() + READY_S
    while time.monotonic() < until and process.poll() is None:
        if b"Stepwise is ready" in log.read_bytes():
            return True
        time.sleep(0.2)
    return False


def fetch(url: str, body: object = None) -> bytes:
    """The answer to a request, to a JSON body where one is given.

    Raises:
        OSError: there is none, or it is an error.
    """
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=120) as response:
        answer: bytes = response.read()
    return answer


def page_of(url: str, what: str) -> tuple[bool, str, str]:
    """A row: whether the page is there."""
    page = fetch(url + "/")
    return b"Stepwise" in page, what, f"{len(page):,} bytes"


def solved_by(url: str, what: str) -> tuple[bool, str, str]:
    """A row: what the built-in tutor says through the API."""
    body = {"model": "builtin", "messages": [{"role": "user", "content": PROBLEM}]}
    said = json.loads(fetch(f"{url}/v1/chat/completions", body))["stepwise"]
    return said["checked"] == "proved", what, f"{said['answer']}, {said['checked']}"


def family(pid: int) -> dict[int, str]:
    """A process's descendants, each with its command line."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:  # it has ended meanwhile
                continue
    found, new = dict[int, str](), {pid}
    while new := {child for child, parent in parents.items() if parent in new and child not in found}:
        for child in new:
            try:
                found[child] = Path(f"/proc/{child}/cmdline").read_bytes().replace(b"\0", b" ").decode()
            except OSError:
                found[child] = ""
    return found


def holds_text(pid: int, text: bytes) -> bool | None:
    """Whether a process has `text` in its environment or anywhere in memory that it may write; None where it has ended.

    Needs root.
    """
    try:
        if text in Path(f"/proc/{pid}/environ").read_bytes():
            return True
        spans = Path(f"/proc/{pid}/maps").read_text().splitlines()
        with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
            return any(_in_span(memory, line, text) for line in spans if " rw" in line)
    except (FileNotFoundError, ProcessLookupError):
        return None


def _in_span(memory: FileIO, line: str, text: bytes) -> bool:
    """Whether a part of a process's memory, a line of `maps`, has `text` in it."""
    start, end = (int(part, 16) for part in line.split()[0].split("-"))
    for at in range(start, end, PIECE_BYTES):
        try:
            memory.seek(at)
            if text in memory.read(min(PIECE_BYTES + len(text), end - at)):
                return True
        except (OSError, OverflowError, ValueError):  # pages that are not there
            continue
    return False


def written(place: Place, since: float) -> list[str]:
    """What uid 1000 has, or anybody wrote into the code and the environment, outside HOME and the temporary folder."""
    changed = [
        str(path)
        for root in (place.code, place.venv)
        for path in root.rglob("*")
        if not path.is_symlink() and path.stat().st_mtime > since
    ]
    roots = [path for path in ("/", "/dev/shm", "/run", "/var/tmp") if Path(path).is_dir()]
    elsewhere = subprocess.run(
        ["find", *roots, "-xdev", "(", "-path", "/proc", "-o", "-path", tempfile.gettempdir(), "-o", "-path", "/tmp",
         "-o", "-path", place.base, ")", "-prune", "-o", "-uid", str(UID), "-newermt", f"@{since:.0f}", "-print"],
        capture_output=True, text=True,
    )  # fmt: skip
    return [*changed, *elsewhere.stdout.split("\n")[:-1]]


def status_of(pid: int) -> dict[str, str]:
    """`/proc/PID/status` as a table; empty where there is no such process."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return {}
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def look(place: Place, table: Table, *, port: int) -> None:
    """Serve the app and look at it."""
    secret, root = "s3cret-" + secrets.token_hex(16), os.geteuid() == 0
    environment, log = space_environment(place, port, secret), place.base / "log"
    began, url = time.time(), f"http://127.0.0.1:{port}"
    with served(place, environment, log) as process:
        ready = wait_until_ready(process, log)
        if not table.add(ready, "the app starts", f"{time.time() - began:.0f} s"):
            print(log.read_text(errors="replace")[-2000:])
            return
        uids = status_of(process.pid)["Uid"].split()
        table.add(set(uids) == {str(UID)}, "it runs as uid 1000", f"uid {uids[0]}")
        blocked = subprocess.run(as_user(["test", "-w", str(place.code / "app.py")])).returncode != 0
        table.add(blocked, "its code is read-only")
        for what, asked in (
            ("the page answers", page_of),
            ("a problem is solved through the API", solved_by),
        ):
            try:
                table.add(*asked(url, what))
            except OSError as error:
                table.add(False, what, error)
                print(log.read_text(errors="replace")[-3000:])
        inner = family(process.pid)
        forkers = [pid for pid, line in inner.items() if "zygote" in line]
        kernels = [pid for forker in forkers for pid in (forker, *family(forker))]
        if root:
            found = [holds for pid in kernels if (holds := holds_text(pid, secret.encode())) is not None]
            # that the server itself has it shows that the search finds what is there
            ok = not any(found) and len(found) > 1 and bool(holds_text(process.pid, secret.encode()))
            table.add(ok, "no secret in a kernel's environment or memory", f"{len(found)} processes")
    alive = [pid for pid in inner if status_of(pid).get("State", "Z")[0] != "Z"]
    table.add(not alive, "nothing is left running when it is stopped", alive or "")
    inside(place, table, environment)
    strays = written(place, began)
    table.add(not strays, "nothing is written outside HOME and /tmp", strays[:5] or "")
    table.add(secret not in log.read_text(errors="replace"), "no secret in the log")


def inside(place: Place, table: Table, environment: Mapping[str, str]) -> None:
    """What a cell sees, and which layers hold, asked as the app's user."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            as_user([str(place.venv / "bin/python"), *arguments]),
            cwd=place.code, env=dict(environment), capture_output=True, text=True, timeout=120,
        )  # fmt: skip

    doctor = json.loads(run("-m", "solver.kernels", "doctor", "--json").stdout or "{}")
    missing = [row["layer"] for row in doctor.get("layers", []) if not row["holds"]]
    table.add(
        bool(doctor.get("confined")), "kernels are confined", f"without {', '.join(missing) or 'nothing'}"
    )
    probe = run("deploy/secret_probe.py", "HF_TOKEN")
    table.add(probe.returncode == 0, "no secret reaches a cell", (probe.stdout + probe.stderr).strip()[-200:])


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


def main() -> int:
    """0 where everything held, 1 where something did not."""
    parser = argparse.ArgumentParser(description="Imitate a Hugging Face Space here; say what held.")
    parser.add_argument(
        "--venv", type=Path, help="an environment that is there already: nothing is installed"
    )
    arguments = parser.parse_args()
    table, base = Table(), Path(tempfile.mkdtemp(prefix="space-"))
    base.chmod(0o755)
    place = Place(base)
    try:
        place.code.mkdir()
        place.home.mkdir()
        if os.geteuid() == 0:
            os.chown(place.home, UID, UID)
        copy_code(place)
        if arguments.venv:
            place.venv.symlink_to(arguments.venv.resolve())
        if arguments.venv or install(place, table):
            look(place, table, port=free_port())
    finally:
        subprocess.run(["chmod", "-R", "u+w", str(place.code)], check=False)
        shutil.rmtree(base, ignore_errors=True)
    print(f"{sum(held for held, _, _ in table.rows)} of {len(table.rows)} held")
    return table.status


if __name__ == "__main__":
    sys.exit(main())
