"""An unconfined kernel in a process of its own, for systems without the fork server (macOS, Windows).

Also what benches and tests hold the confined kernels against.
"""

from __future__ import annotations

import os
from contextlib import suppress

from . import warming
from .sandbox import limits


def main(connection_file: str) -> None:
    """Serve as a kernel until the end of this process; the connection file may be removed once it answers."""
    with suppress(OSError, ValueError):  # macOS knows some of them and refuses them
        limits.lower(limits.LIMITS)
    warming.import_libraries()
    warming.use_once()
    from . import prelude

    app = prelude.make_app(prelude.FileKernelApp)
    prelude.bind(app, {"file": connection_file})
    prelude.prepare(app)
    prelude.close_first_streams(os.open(os.devnull, os.O_RDWR))
    app.start()
