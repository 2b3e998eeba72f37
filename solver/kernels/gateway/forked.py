"""For the process of a gateway: kernels from the fork server, confined, and watched as those of a server of our own are.

`deploy/gateway/jupyter_kernel_gateway_config.py` makes it known there. The gateway must speak `ipc` with its kernels.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Any

from jupyter_client.connect import KernelConnectionInfo

from solver.kernels.provisioner import ForkProvisioner
from solver.kernels.watchdog import INTERVAL_S, Watch

log = logging.getLogger(__name__)


class WatchedProvisioner(ForkProvisioner):
    """A confined kernel of a gateway. What uses too much is ended, and what has ended leaves no folder behind."""

    watcher: asyncio.Task[None] | None = None

    async def launch_kernel(self, cmd: list[str], **options: Any) -> KernelConnectionInfo:
        connection = await super().launch_kernel(cmd, **options)
        self.watcher = asyncio.create_task(self._watch())
        return connection

    async def _watch(self) -> None:
        if self.folder is None or self.pid is None:
            return
        watch = Watch(self.pid, self.folder, uid=self.uid)
        while await self.poll() is None:
            # the gateway hears from the kernel whether it computes
            busy = getattr(self.parent, "execution_state", None) != "idle"
            excess = watch.excess(busy=busy)
            if excess is not None:
                log.warning("kernel %d was ended: %s", self.pid, excess.words)
                self.kill_now()
            with suppress(TimeoutError):
                async with asyncio.timeout(INTERVAL_S):
                    await self.wait()
        await super().cleanup()  # a gateway forgets a dead kernel without it
