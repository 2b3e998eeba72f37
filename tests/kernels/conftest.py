"""One pool for all tests of kernels, and one kernel for those that leave it in order: a start costs 2 s of a core."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator

import pytest_asyncio

from solver.kernels import KernelPool, LiveKernel
from tests.kernels.cells import SECRETS


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def pool() -> AsyncIterator[KernelPool]:
    for name in SECRETS:  # as in a server that has them; they must not be seen in any kernel
        os.environ[name] = "visible-secret"
    pool = KernelPool(warm=1)
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
