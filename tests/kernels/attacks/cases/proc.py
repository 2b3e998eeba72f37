"""/proc: what it tells of other processes, and what can be changed through it."""

from __future__ import annotations

from typing import Final

from tests.kernels.attacks.attack import Attack
from tests.kernels.attacks.cases.searching import ESSAY, SEARCH, SECRET

ATTACKS: Final = (
    Attack("server-environment", "print(open(f'/proc/{SERVER_PID}/environ').read())", proof="environ"),
    Attack("parent-environment", "print(open(f'/proc/{os.getppid()}/environ').read())", proof="environ"),
    Attack(
        "every-environment",
        r"""
for pid in filter(str.isdigit, os.listdir('/proc')):
    try:
        text = open(f'/proc/{pid}/environ').read()
    except OSError:
        continue
    print(*(e for e in text.split('\0') if e.startswith(('HF_', 'OPENAI_'))))""",
        proof="environ",
    ),
    Attack(
        "server-memory",
        SEARCH + f"\nprint({{found for _, found in search(SERVER_PID, {SECRET}, by_mem(SERVER_PID))}})",
        proof="memory",
    ),
    Attack(
        "parent-memory",
        SEARCH
        + f"\nparent = os.getppid()\nprint({{found for _, found in search(parent, {SECRET}, by_mem(parent))}})",
        proof="memory",
    ),
    Attack(
        "victim-memory",
        SEARCH + f"\nprint({{found for _, found in search(VICTIM_PID, {ESSAY}, by_mem(VICTIM_PID))}})",
        proof="essay",
    ),
    Attack(
        "change-victim-memory",
        SEARCH + f"\nwith open(f'/proc/{{VICTIM_PID}}/mem', 'r+b', 0) as memory:\n"
        f"    for at, found in list(search(VICTIM_PID, {ESSAY}, by_mem(VICTIM_PID))):\n"
        "        memory.seek(at + 13)\n        memory.write(b'f' * 24)",
    ),
    Attack("server-command-line", "print(open(f'/proc/{SERVER_PID}/cmdline').read())", proof="argument"),
    Attack(
        "every-command-line",
        """
import psutil
for process in psutil.process_iter(['cmdline']):
    if '--argument' in (process.info['cmdline'] or []):
        print(process.info['cmdline'])""",
        proof="argument",
    ),
    Attack(
        "server-memory-map",
        """
lines = open(f'/proc/{SERVER_PID}/maps').readlines()
if any('libc' in line for line in lines):
    escaped(f'{len(lines)} mappings')""",
    ),
    Attack("server-descriptor", "print(open(f'/proc/{SERVER_PID}/fd/{TOKEN_FD}').read())", proof="token"),
    Attack("server-root-link", "print(open(f'/proc/{SERVER_PID}/root{TOKEN}').read())", proof="token"),
    Attack("server-working-folder", "print(open(f'/proc/{SERVER_PID}/cwd/app.py').read())", proof="app"),
    Attack("own-root-link", "print(open(f'/proc/self/root{TOKEN}').read())", proof="token"),
    Attack(
        "thread-root-link",
        "print(open(f'/proc/thread-self/root/proc/{SERVER_PID}/task/{SERVER_PID}/root{TOKEN}').read())",
        proof="token",
    ),
    Attack("victim-working-folder", "print(open(f'/proc/{VICTIM_PID}/cwd/notes.txt').read())", proof="notes"),
    Attack("sockets-of-this-host", "print(open('/proc/net/unix').read())", proof="hidden"),
    Attack(
        "sockets-as-server-sees-them", "print(open(f'/proc/{SERVER_PID}/net/unix').read())", proof="hidden"
    ),
    Attack(
        "make-server-the-first-to-die",
        "open(f'/proc/{SERVER_PID}/oom_score_adj', 'w').write('1000')",
    ),
    Attack(
        "make-self-the-last-to-die",
        """
open('/proc/self/oom_score_adj', 'w').write('-1000')
if open('/proc/self/oom_score_adj').read().strip() == '-1000':
    escaped('out of memory would end the server instead')""",
        needs=("root",),
        kind="guard",  # refused to a root without all its capabilities, as in a container
    ),
    Attack(
        "first-process",
        """
if os.readlink('/proc/1/root') == '/' and os.listdir('/proc/1/root/root') is not None:
    escaped('the host through its first process')""",
        needs=("root",),
        kind="guard",  # refused to a root without all its capabilities, as in a container
    ),
    Attack(
        "server-system-call",
        """
text = open(f'/proc/{SERVER_PID}/syscall').read()
if text.split()[0].lstrip('-').isdigit() and '0x' in text:
    escaped('stack and code addresses')""",
        needs=("/proc/self/syscall",),
    ),
    Attack(
        "own-environment",
        "print(open('/proc/self/environ').read(), os.environ)",
        proof="environ",
    ),
    Attack(
        "own-memory",  # a fork server inherits its parent's memory, if it is not started cleanly
        SEARCH
        + """
print({found for _, found in search('self', rb'hf_[0-9a-f]{24}', by_mem('self'))})""",
        proof="environ",
    ),
    Attack(
        "own-memory-of-another",  # the victim was forked from the same process
        SEARCH + f"\nprint({{found for _, found in search('self', {ESSAY}, by_mem('self'))}})",
        proof="essay",
        kind="guard",
    ),
    Attack(
        "inherited-descriptors",
        """
for fd in range(1024):
    try:
        print(fd, os.pread(fd, 100, 0))
    except OSError:
        pass""",
        proof="token",
        kind="guard",
    ),
    Attack(
        "inherited-folder",  # openat from a folder that was open before the fork
        """
for fd in range(1024):
    try:
        print(open(os.open('..' + '/..' * 9 + TOKEN, os.O_RDONLY, dir_fd=fd)).read())
    except OSError:
        pass""",
        proof="token",
        kind="guard",
    ),
)
