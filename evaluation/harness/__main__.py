"""lm-evaluation-harness's own command line, with the model `stepwise` and the tasks of this folder known to it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

TASKS: Final = Path(__file__).parent / "tasks"


def main(arguments: list[str]) -> None:
    """Run the harness with `arguments`; the tasks of this folder are included where no other folder is."""
    try:
        import lm_eval.models  # the harness's own models: they are not registered by themselves once there is another
        from lm_eval._cli import HarnessCLI
        from lm_eval.utils import setup_logging
    except ImportError:
        sys.exit("lm-evaluation-harness is missing: pip install -r requirements-dev.txt -c constraints.txt")
    from evaluation.harness import model  # registers it

    assert model.NAME and lm_eval.models
    if "--include_path" not in arguments and "run" in arguments[:1]:
        arguments = [*arguments, "--include_path", str(TASKS)]
    sys.argv[1:] = arguments
    setup_logging()
    cli = HarnessCLI()
    cli.execute(cli.parse_args())


if __name__ == "__main__":
    main(sys.argv[1:])
