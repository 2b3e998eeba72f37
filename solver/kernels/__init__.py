"""A live Jupyter kernel for every session: ready at once, small, and confined.

**The threat.** What runs in a kernel was written by a language model or by a student. It is taken to be hostile, native
code included. To be kept from it: the server's secrets (environment, memory, files), other students' kernels and files,
the project's source, the network, the machine's memory, disk and processors, and the page of whoever reads its output.

**How it is held.** `fork_server` keeps one warm process (`inside/zygote.py`) that forks a kernel on request
(`inside/child.py`); each lays the layers of `inside/sandbox/` on itself before it takes a cell. What layers there are, and
what each does not cover, is in `inside/sandbox/layers.py`; which of them hold on a host says `python -m solver.kernels doctor`.
`watchdog` ends from outside what no limit of the system bounds. What a kernel says is as untrusted as what it does: `wire`
bounds bytes before they are read, `signed` checks and parses with bounds, `cell` keeps text, LaTeX and PNG only.

**What is left.** Faults of the operating system's kernel behind the calls that are allowed; side channels (which paths
exist, how busy the machine is); processor time up to a cell's deadline; some 100 MB of disk until the watchdog looks; where
Landlock is missing, reading the files that the server's user may read. Where neither seccomp nor Landlock exists (macOS,
Windows) code is **not confined**, and `app.py` then serves this computer only.

**At a gateway** (`gateway/`, `STEPWISE_KERNELS=gateway:URL`) a kernel is another machine's, and what it may do and use is held there or not
at all: see `gateway/__init__.py`. Held here all the same: what it says, how long a cell runs, whose kernel it is.

| module | what |
|---|---|
| `live` | a session's kernel: cells, deadlines, deaths, running earlier cells again |
| `pool` | warm ones, a limit, a fair queue; lets idle kernels rest |
| `process` | one kernel process: requests, messages, signals, its end |
| `provisioner` | how a process comes and goes: forked and confined, or plain; jupyter_client's extension point |
| `fork_server`, `folders`, `confinement` | the server's end of the fork server; private folders; what a kernel is ordered |
| `exchange` | what sessions and the pool need of a kernel, wherever it runs; one request and its messages |
| `gateway/` | kernels of a Jupyter Kernel Gateway; its `__init__` has the map |
| `wire`, `signed`, `mailbox`, `cell`, `pictures` | ZMTP with bounds; Jupyter messages; those that wait; a cell's messages as events; PNG only |
| `memory` | what all kernels together have, and may have |
| `watchdog`, `doctor` | looks at use from outside; says what holds here |
| `inside/` | what runs in the kernels' own processes: fork server, sandbox, prelude |
"""

from solver.kernels.confinement import Confinement
from solver.kernels.live import LiveKernel
from solver.kernels.pool import KernelPool

__all__ = ["Confinement", "KernelPool", "LiveKernel"]
