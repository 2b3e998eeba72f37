"""A Jupyter Kernel Gateway whose kernels are Stepwise's: forked, confined, watched. The token comes from KG_AUTH_TOKEN.

JUPYTER_PATH=deploy/gateway python -m kernel_gateway --config=deploy/gateway/jupyter_kernel_gateway_config.py
"""

import os
import sys
from importlib.metadata import EntryPoint

from jupyter_client.provisioning.factory import KernelProvisionerFactory

from solver.kernels.inside.sandbox import limits

if sys.platform == "linux":
    limits.hide_memory()  # the token is in it, and kernels may be of the same user

KernelProvisionerFactory.instance().provisioners["stepwise"] = EntryPoint(
    "stepwise", "solver.kernels.gateway.forked:WatchedProvisioner", "jupyter_client.kernel_provisioners"
)

c = get_config()  # type: ignore[name-defined]  # noqa: F821  # traitlets puts it there
c.KernelGatewayApp.ip = os.environ.get("KG_IP", "0.0.0.0")
if not os.environ.get("KG_AUTH_TOKEN") and c.KernelGatewayApp.ip not in ("127.0.0.1", "::1", "localhost"):
    sys.exit(
        "KG_AUTH_TOKEN is missing: whoever reaches this gateway could run cells. KG_IP=127.0.0.1 needs none."
    )
c.KernelGatewayApp.default_kernel_name = "stepwise"
c.KernelGatewayApp.max_kernels = int(os.environ.get("KG_MAX_KERNELS") or 64)
c.KernelManager.transport = "ipc"  # cells cannot reach a network, not even their own kernel's
c.KernelManager.shutdown_wait_time = 0.5  # nothing of a cell is worth waiting for
# a kernel that has ended stays so: the tutor runs the session's cells again in another one
c.KernelRestarter.restart_limit = 0
c.KernelRestarter.time_to_dead = 0.25
# what a server that crashed has left: no connection, and nothing to do or an endless loop
c.MappingKernelManager.cull_idle_timeout = int(os.environ.get("KG_CULL_IDLE_TIMEOUT") or 600)
c.MappingKernelManager.cull_interval = int(os.environ.get("KG_CULL_INTERVAL") or 30)
c.MappingKernelManager.cull_busy = True
c.MappingKernelManager.cull_connected = False
# figures come in one piece, and the tutor bounds what it reads itself
c.ZMQChannelsWebsocketConnection.iopub_data_rate_limit = 8_000_000
c.ZMQChannelsWebsocketConnection.iopub_msg_rate_limit = 10_000
