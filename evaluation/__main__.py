"""`python -m evaluation COMMAND`; each command is a file of `evaluation.commands`."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Final

from evaluation.rows import BadData
from evaluation.runner import GivenUp

COMMANDS: Final[Mapping[str, str]] = {
    "run": "solve problems and grade the answers",
    "datasets": "list the data sets that are known",
    "report": "make a page of results",
    "compare": "compare two runs over the same problems",
    "gap": "what lies between a run and a score that it should have reached",
    "ablate": "change one thing at a time, and compare",
    "regrade": "grade the answers of a run again",
    "texts": "grade solutions that were written elsewhere",
}
"""Each is `evaluation.commands.NAME` with `add_arguments(parser)` and `main(options, given) -> exit status`."""


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    for name, what in COMMANDS.items():
        import_module(f"evaluation.commands.{name}").add_arguments(commands.add_parser(name, help=what))
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 2 where the data or the folder is not what it should be, 3 where it gave up, 4 where a file had problems twice, 130 after Ctrl-C."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = parser().parse_args(given)
    try:
        status: int = import_module(f"evaluation.commands.{options.command}").main(options, given)
    except GivenUp as error:
        print(f"{error}", file=sys.stderr)
        return 3
    except BadData as error:
        print(f"{error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(_unwritten(error), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped; what is done is kept.", file=sys.stderr)
        return 130
    return status


def _unwritten(error: OSError) -> str:
    """What to do when the disk is full; any other error as it is.

    >>> _unwritten(OSError(errno.ENOSPC, "No space left on device", "runs/a/results.jsonl"))
    'The disk is full: runs/a/results.jsonl could not be written. What is done is kept; make room, and go on with --resume.'
    """
    if error.errno not in (errno.ENOSPC, errno.EDQUOT):
        return str(error)
    what = f"{error.filename} could not be written" if error.filename else "a file could not be written"
    return f"The disk is full: {what}. What is done is kept; make room, and go on with --resume."


if __name__ == "__main__":
    sys.exit(main())
