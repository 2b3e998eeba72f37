"""A live Jupyter kernel for every session.

What it does: keeps warm kernels, runs a session's cells in a process of its own, yields text, exact values as LaTeX
and plots as PNG while the cell runs, stops a cell on time-out, on request and when it floods, and starts afresh after
a death. A kernel sees neither the server's environment variables nor another session's variables.

What it does not do yet: **it does not confine the code.** A cell runs with the server's user and can read that user's
files (and, on Linux, `/proc/<server>/environ`), use the network and start processes; only memory, file size and output
are bounded. Do not serve strangers with it where the server holds secrets.
"""

from solver.kernels.confinement import Confinement
from solver.kernels.live import LiveKernel
from solver.kernels.pool import KernelPool

__all__ = ["Confinement", "KernelPool", "LiveKernel"]
