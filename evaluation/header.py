"""What a run was made with: it stands in the run's folder and in every report."""

from __future__ import annotations

import os
import platform
import subprocess
import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

import solver.prompts
from evaluation.solving import Way
from solver import load_settings

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGES: Final = (
    "sympy", "math-verify", "latex2sympy2_extended", "jupyter_client", "ipykernel", "transformers", "torch", "bitsandbytes", "openai",
)  # fmt: skip
SECRET: Final = ("openai_api_key", "openai_base_url", "database_url", "data")
"""Settings that are not written down: an address may hold a password, and where things are kept changes no answer."""


def header(way: Way, *, command: str = "", sources: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """The header of a new run. `sources` say where the problems are from."""
    settings = load_settings().model_dump(mode="json", exclude=set(SECRET))
    return {
        "id": uuid.uuid4().hex,
        "command": command,
        "model": str(way),
        "way": asdict(way),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit(),
        "machine": machine(),
        "python": platform.python_version(),
        "versions": dict(versions()),
        "settings": settings,
        "prompts": prompts(),
        "sources": [dict(source) for source in sources],
    }


def commit() -> str:
    """The commit of this program, with `-dirty` where files differ from it; empty where that is not known."""
    try:
        found = subprocess.run(
            ["git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return found.stdout.strip() if found.returncode == 0 else ""


def versions() -> Mapping[str, str]:
    """The packages on which results depend, as installed here."""
    found = {}
    for name in PACKAGES:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def prompts() -> str:
    """A checksum of all prompts: two runs with the same one asked in the same words."""
    folder, digest = Path(solver.prompts.__file__).parent, sha256()
    for file in sorted(folder.rglob("*.md")):
        digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def machine() -> str:
    """This machine in words: system, processors, memory."""
    memory = ""
    with suppress(AttributeError, ValueError, OSError):  # Windows says it another way
        memory = f", {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB"
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors{memory}"
