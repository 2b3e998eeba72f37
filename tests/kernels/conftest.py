"""One pool for all tests of kernels, and one kernel for those that leave it in order: a start costs 2 s of a core.

Tests marked with `everywhere` are run by kernels of a real gateway, too.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from solver.kernels import KernelPool, LiveKernel
from solver.kernels.gateway.gateway import Gateway
from tests.kernels.cells import SECRETS
from tests.kernels.gateways import TOKEN, GatewayServer, running


@pytest.fixture(scope="session")
def gateway_server() -> Iterator[GatewayServer]:
    """One for all tests that leave it in order; what is forgotten there goes after 4 s."""
    with running(KG_CULL_IDLE_TIMEOUT="4", KG_CULL_INTERVAL="1") as server:
        yield server


@pytest.fixture(scope="session")
def place(request: pytest.FixtureRequest) -> str:
    """Where kernels are: "here", or the kernelspec of a gateway."""
    return getattr(request, "param", "here")


@pytest.fixture(scope="session")
def gateway(place: str, request: pytest.FixtureRequest) -> Gateway | None:
    if place == "here":
        return None
    server: GatewayServer = request.getfixturevalue("gateway_server")
    return Gateway(server.url, TOKEN, kernel=place)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def pool(gateway: Gateway | None) -> AsyncIterator[KernelPool]:
    for name in SECRETS:  # as in a server that has them; they must not be seen in any kernel
        os.environ[name] = "visible-secret"
    pool = KernelPool(warm=1, gateway=gateway)
    await pool.start()
    yield pool
    for name in SECRETS:
        del os.environ[name]
    await pool.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def kernel(pool: KernelPool) -> AsyncIterator[LiveKernel]:
    """Shared: a test may use it up to an interrupt, must not kill it, and finds others' variables."""
    kernel = pool.kernel()
    yield kernel
    await kernel.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def victim(pool: KernelPool) -> AsyncIterator[LiveKernel]:
    """Shared by the tests that kill it: each finds a fresh process."""
    kernel = pool.kernel()
    yield kernel
    await kernel.close()


@pytest_asyncio.fixture(loop_scope="session")
async def fresh(pool: KernelPool) -> AsyncIterator[LiveKernel]:
    """A kernel of the test's own."""
    kernel = pool.kernel()
    yield kernel
    await kernel.close()
