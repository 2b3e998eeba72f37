"""What a cell asks of the system, `!command` and `%pip`, where no program can be started: one sentence, and it goes on.

In an ordinary notebook, too, a command that fails does not end the cell. What `%%bash` and `subprocess` ask for is an error.
"""

from __future__ import annotations

import sys
from typing import Any

from IPython.utils.text import LSString, SList

NOT_EXECUTABLE = 126  # a shell's exit status for what it may not run (POSIX, 2.8.2)
INSTALLERS = ("pip", "pip3", "conda", "mamba", "uv", "apt", "apt-get")
NO_PROGRAMS = "no other program can be started here"
NO_INSTALLING = "nothing can be installed here; the libraries that are there can be imported"


def refuse(shell: Any) -> None:
    """Let `shell` say so instead of raising."""

    def system(command: str) -> None:
        """A line of shell."""
        words = command.replace(f"{sys.executable} -m ", "").strip()
        installs = words.split(maxsplit=1)[:1] in [[name] for name in INSTALLERS] and "install" in words
        print(f"{words}: {NO_INSTALLING if installs else NO_PROGRAMS}", file=sys.stderr)
        shell.user_ns["_exit_code"] = NOT_EXECUTABLE

    def getoutput(command: str, split: bool = True, depth: int = 0) -> Any:
        system(command)
        return SList() if split else LSString()

    shell.system = shell.system_piped = shell.system_raw = system
    shell.getoutput = getoutput
