"""Kernels of a Jupyter Kernel Gateway, an Enterprise Gateway or a Jupyter server, by their public protocol.

**The threat.** The gateway itself is trusted as the database is: whoever set the address chose it. What a kernel says there
is as untrusted as what one says here: messages are bounded before they are read (`link.py`), parsed with bounds
(`solver.kernels.signed`) and taken apart by the same `cell.py`. The token goes in a header, to that address alone.

**What confines code there** is the gateway's machine. `deploy/gateway` makes one of this project's image: its kernels come from the
same fork server, with the same layers and the same watch (`forked.py`), in a container of their own. What is not held then, in
either case: a gateway reads its kernels through libzmq, which bounds no message, so that a hostile kernel may take all memory of the
*gateway*; then all its kernels go, this server does not, and sessions run their cells again in the next one. Where the gateway is
somebody else's, its kernels are prepared by a hidden cell (`attaching.py`), and nothing confines them but what its owner has done: they may
read one another's files, use the network, stay behind, if the gateway lets them.

| module | what |
|---|---|
| `address` | what may be an address and a token |
| `gateway` | the REST side: which kernelspec, start, interrupt, remove (again and again until it is gone) |
| `link` | the websocket of one kernel: both forms of its messages, bounded |
| `remote` | one kernel: the same door as a process here; finds its way back when the connection is lost |
| `attaching` | our prelude for a kernel that somebody else's gateway has started |
| `forked` | for the gateway's own process: its kernels from the fork server, watched |
"""
