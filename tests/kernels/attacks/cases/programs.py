"""Starting programs and processes, by each way in which Python, libc and the kernel offer it.

A program is asked for `ran-42`, a child for a byte through a pipe: only then has it run.
"""

from __future__ import annotations

from typing import Final

from tests.kernels.attacks.attack import Attack, heard_it

SHELL: Final = "['/bin/sh', '-c', 'echo ran-$((6*7))']"
# sends the nonce to the listener: for programs that take the kernel's place and can tell it nothing
CALL: Final = (
    "f'import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b\"{NONCE}\", {UDP!r})'"
)
PIPE: Final = """
ours, theirs = os.pipe()
same_lock = ctypes.PyDLL(None).syscall  # keeps the interpreter's lock: no other thread may have it in the child

def child():
    os.write(theirs, b'child ' + str(os.getpid()).encode())
    os._exit(0)

def was_born():
    import select
    if select.select([ours], [], [], 3)[0]:
        said = os.read(ours, 99)
        if said.startswith(b'child') and said.split()[1] != str(os.getpid()).encode():
            escaped(said.decode())
"""

ATTACKS: Final = (
    Attack(
        "os-system",
        """
os.system('echo ran-$((6*7)) > out')
ran(open('out').read())""",
    ),
    Attack("subprocess", f"import subprocess\nran(subprocess.run({SHELL}, capture_output=True))"),
    Attack(
        "posix-spawn",
        "out = os.open('out', os.O_CREAT | os.O_RDWR)\n"
        f"pid = os.posix_spawn('/bin/sh', {SHELL}, {{}}, file_actions=[(os.POSIX_SPAWN_DUP2, out, 1)])\n"
        "os.waitpid(pid, 0)\nran(open('out').read())",
    ),
    Attack("popen", "ran(os.popen('echo ran-$((6*7))').read())"),
    Attack(
        "asyncio-subprocess",
        f"import asyncio\nprocess = await asyncio.create_subprocess_exec(*{SHELL}, stdout=-1)\n"
        "ran(await process.communicate())",
    ),
    Attack(
        "libc-system",
        """
libc.system(b'echo ran-$((6*7)) > out')
ran(open('out').read())""",
    ),
    Attack(
        "libc-popen",
        """
libc.popen.restype = ctypes.c_void_p
libc.popen(b'echo ran-$((6*7)) > out', b'r')
time.sleep(0.5)
ran(open('out').read())""",
    ),
    Attack(
        "pty-spawn",
        "import pty\npid, master = pty.fork()\n"
        f"if pid == 0:\n    os.execv('/bin/sh', {SHELL})\ntime.sleep(0.3)\nran(os.read(master, 99))",
    ),
    Attack(
        "fork",
        PIPE
        + """
if os.fork() == 0:
    child()
was_born()""",
    ),
    Attack(
        "raw-clone",
        PIPE
        + """
if same_lock(56, 17, 0, 0, 0, 0) == 0:
    child()
was_born()""",
    ),
    Attack(
        "raw-clone3",
        PIPE
        + """
how = struct.pack('8Q', 0, 0, 0, 0, 17, 0, 0, 0)
if same_lock(435, how, len(how)) == 0:
    child()
was_born()""",
    ),
    Attack(
        "clone-with-shared-memory",  # not what fork looks like: CLONE_VM, its own stack, machine code
        PIPE
        + """
import mmap
code = mmap.mmap(-1, 4096, prot=7)
# write(theirs, message, 10); exit(0)
message = ctypes.create_string_buffer(b'child 0000')
code.write(b'\\x48\\xb8' + struct.pack('Q', 1) + b'\\x48\\xbf' + struct.pack('Q', theirs)
           + b'\\x48\\xbe' + struct.pack('Q', ctypes.addressof(message)) + b'\\x48\\xba' + struct.pack('Q', 10)
           + b'\\x0f\\x05' + b'\\x48\\xb8' + struct.pack('Q', 60) + b'\\x31\\xff\\x0f\\x05')
stack = ctypes.create_string_buffer(1 << 16)
address = ctypes.addressof(ctypes.c_char.from_buffer(code))
libc.clone(ctypes.c_void_p(address), ctypes.c_void_p(ctypes.addressof(stack) + 65520), 17 | 0x100, None)
was_born()""",
    ),
    Attack(
        "multiprocessing-fork",
        """
import multiprocessing
with multiprocessing.get_context('fork').Pool(1) as pool:
    if pool.apply_async(os.getpid).get(5) != os.getpid():
        escaped('a worker')""",
    ),
    Attack(
        "multiprocessing-spawn",
        """
import multiprocessing
# no pool: its semaphores would stay in /dev/shm when the kernel is killed
worker = multiprocessing.get_context('spawn').Process(target=os._exit, args=(42,))
worker.start()
worker.join(10)
if worker.exitcode == 42:
    escaped('a worker')""",
    ),
    Attack(
        "process-pool",
        """
from concurrent.futures import ProcessPoolExecutor
with ProcessPoolExecutor(1) as pool:
    if pool.submit(os.getpid).result(5) != os.getpid():
        escaped('a worker')""",
    ),
    Attack("replace-self", f"os.execv(sys.executable, ['python', '-S', '-c', {CALL}])", judge=heard_it),
    Attack(
        "program-in-memory",  # memfd_create and fexecve: no file that could be forbidden
        """
fd = os.memfd_create('p', 0)
os.write(fd, open('/bin/echo', 'rb').read())
out = os.open('out', os.O_CREAT | os.O_RDWR)
if os.fork() == 0:
    os.dup2(out, 1)
    os.execve(fd, ['echo', f'ran-{6*7}'], {})
time.sleep(0.5)
ran(open('out').read())""",
    ),
    Attack(
        "execveat-empty-path",
        """
fd = os.open('/bin/sh', os.O_PATH)
out = os.open('out', os.O_CREAT | os.O_RDWR)
if os.fork() == 0:
    os.dup2(out, 1)
    arguments = (ctypes.c_char_p * 4)(b'sh', b'-c', b'echo ran-$((6*7))', None)
    syscall(322, fd, b'', arguments, None, 0x1000)
time.sleep(0.5)
ran(open('out').read())""",
    ),
    Attack(
        "own-program",  # written and marked executable by the cell itself
        """
import shutil, subprocess
shutil.copy('/bin/echo', 'mine')
os.chmod('mine', 0o755)
ran(subprocess.run(['./mine', f'ran-{6*7}'], capture_output=True))""",
    ),
    Attack(
        "program-by-loader",  # the dynamic loader maps what it is told, executable or not
        """
import glob, shutil, subprocess
shutil.copyfile('/bin/echo', 'mine')
loader = glob.glob('/lib64/ld-linux*')[0]
ran(subprocess.run([loader, './mine', f'ran-{6*7}'], capture_output=True))""",
    ),
    Attack(
        "script-with-interpreter-line",
        r"""
import subprocess
open('s', 'w').write('#!/bin/sh\necho ran-$((6*7))')
os.chmod('s', 0o755)
ran(subprocess.run('./s', capture_output=True))""",
    ),
    Attack(
        "python-with-startup-file",
        """
import subprocess
open('s.py', 'w').write('print(f"ran-{6*7}")')
ran(subprocess.run([sys.executable, '-i'], env={'PYTHONSTARTUP': 's.py'}, input=b'exit()', capture_output=True))""",
    ),
    Attack(
        "read-token-by-cat",
        """
import subprocess
print(subprocess.getoutput(f'cat {TOKEN}'))""",
        proof="token",
    ),
    Attack(
        "install-a-package",
        """
import subprocess
done = subprocess.run([sys.executable, '-m', 'pip', '--version'], capture_output=True, text=True)
if done.stdout.startswith('pip '):
    escaped(done.stdout[:40])""",
        needs=("root",),  # one is enough: it takes seconds
    ),
)
