"""Serve Stepwise: `python app.py`, then open the address it prints.

HOST and PORT (or Gradio's own names for them) say where; a Hugging Face Space needs neither.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NoReturn

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")  # read when Gradio is imported
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
if __name__ == "__main__":
    gc.disable()  # until the page is served: nothing that is imported is garbage, and looking for it is half of the start

from pydantic import ValidationError

from solver import Services, load_settings, store_of
from solver.api_keys import named_keys
from solver.kernels import doctor
from solver.kernels.inside.sandbox import limits
from solver.models.transformers import TransformersBackend, on_zero_gpu
from solver.settings import Settings
from ui import page, v1
from ui.login import login_of
from ui.login.proxies import believe_nobody, networks
from ui.operation import Operation, ending, logs

ELSEWHERE: Final = "Code runs at a gateway: what confines it there is the gateway's machine (SECURITY.md)."
LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")


def address(environment: Mapping[str, str]) -> tuple[str, int]:
    """Host and port to listen on.

    >>> address({}), address({"SPACE_ID": "me/stepwise"}), address({"HOST": "::1", "PORT": "80"})
    (('127.0.0.1', 7860), ('0.0.0.0', 7860), ('::1', 80))
    """
    anywhere = "0.0.0.0" if environment.get("SPACE_ID") else "127.0.0.1"
    host = environment.get("HOST") or environment.get("GRADIO_SERVER_NAME") or anywhere
    return host, int(environment.get("PORT") or environment.get("GRADIO_SERVER_PORT") or 7860)


def hide_memory() -> None:
    """Let no process of the same user read this one's environment and memory: kernels run beside its secrets.

    Linux only, and no help against root.
    """
    if sys.platform == "linux":
        limits.hide_memory()


def refusal(host: str, *, confined: bool, allowed: bool) -> str | None:
    """Why the page must not be served on `host`, or None where it may: code that runs unconfined is for its owner alone.

    >>> refusal("127.0.0.1", confined=False, allowed=False)
    >>> refusal("0.0.0.0", confined=False, allowed=False).split(":")[0]
    'This system cannot confine the code that a tutor or a student writes'
    """
    if confined or allowed or host in LOOPBACK:
        return None
    return (
        "This system cannot confine the code that a tutor or a student writes: whoever reaches the page could run "
        f"programs as you. So it is not served on {host}. Leave HOST away to use it on this computer alone, or set "
        "STEPWISE_ALLOW_UNCONFINED=1 if you trust everybody who can reach it. "
        "`python -m solver.kernels doctor` says what is missing."
    )


def faults(error: ValidationError) -> list[str]:
    """What is wrong with the settings, a line each: the variable and why; never the value, it may be a secret."""
    return [
        f"STEPWISE_{str(found['loc'][0]).upper().removeprefix('STEPWISE_')}: {found['msg'].removeprefix('Value error, ')}"
        for found in error.errors()
    ]


def reviews(folder: str | None, store: Any = None) -> list[Any]:
    """Routes of the review page, where a folder of runs is set; evaluation is imported only then."""
    if folder is None:
        return []
    from evaluation import reviewing
    from ui import still

    return reviewing.routes(Path(folder), still.still, still.head, still.SETTLE, store)


def entrance(settings: Settings) -> v1.Entrance:
    """Where programs come in, by these settings."""
    origins = (origin.strip().rstrip("/") for origin in (settings.cors_origins or "").split(","))
    door = v1.Door(
        settings.api_key.get_secret_value() if settings.api_key else None,
        settings.api_at_once,
        settings.api_waiting,
        settings.rate_per_minute,
        settings.rate_burst,
        frozenset(filter(None, origins)),
        named_keys(settings.api_keys.get_secret_value()) if settings.api_keys else (),
    )
    return v1.Entrance(door)


def prepare_zero_gpu(services: Services) -> None:
    """Load the local models now, in this thread: a ZeroGPU Space takes what was put on the GPU before the page is served."""
    import spaces  # noqa: F401  # before torch: it changes it

    for name in services.models():
        backend = services.backend(name)
        if isinstance(backend, TransformersBackend):
            backend.load_now()


def serve(services: Any, host: str, port: int) -> None:
    """Serve the page until the process is asked to end; then let what runs end, and give the kernels back."""
    settings = services.settings
    believe_nobody()
    blocks, handlers = page.build(services, idle_s=settings.idle_s)
    programs = entrance(settings)
    operated = Operation(
        services,
        programs.places,
        lambda: len(handlers.students),
        metrics=settings.metrics.get_secret_value(),
        json_logs=settings.log == "json",
    )
    password = settings.teacher_password.get_secret_value() if settings.teacher_password else None
    more = [*operated.routes, *reviews(settings.runs, services.store)]
    blocks.launch(
        server_name=host,
        server_port=port,
        prevent_thread_lock=True,
        **page.options(
            services,
            handlers,
            programs,
            more,
            password,
            operated.middleware,
            login=login_of(settings, shared=services.store.shared_secret if services.store else None),
            proxies=networks(settings.trusted_proxies),
            sign_in_proxies=networks(settings.sign_in_proxies),
            mcp=settings.mcp,
        ),
    )
    gc.freeze()
    gc.enable()
    print(
        f"Stepwise is ready at http://{'localhost' if host in ('0.0.0.0', '::') else host}:{port}", flush=True
    )
    signal.signal(signal.SIGTERM, _leave)
    try:
        blocks.block_thread()
    except SystemExit:
        with suppress(SystemExit):  # who asks a second time does not want to wait
            ending.drain(settings.drain_s)
        raise
    finally:
        ending.close(blocks)


def _leave(*_: object) -> NoReturn:
    sys.exit(0)


def main() -> None:
    """Read the settings and serve."""
    hide_memory()
    try:
        settings = load_settings()
    except ValidationError as error:
        sys.exit("\n".join(faults(error)))
    if settings.log == "json":
        logs.begin()
    host, port = address(os.environ)
    if settings.kernels == "here":
        layers = doctor.findings()
        reason = refusal(host, confined=doctor.is_confined(layers), allowed=settings.allow_unconfined)
        if reason is not None:
            sys.exit(reason)
        print(doctor.verdict(layers), file=sys.stderr, flush=True)
    else:
        print(ELSEWHERE, file=sys.stderr, flush=True)
    services = Services(settings, store_of(settings))
    if on_zero_gpu(os.environ):
        prepare_zero_gpu(services)
    serve(services, host, port)


if __name__ == "__main__":
    main()
