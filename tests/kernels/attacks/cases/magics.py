"""IPython's own doors: shell escapes, and magics that read and write files."""

from __future__ import annotations

from typing import Final

from tests.kernels.attacks.attack import Attack

ATTACKS: Final = (
    Attack(
        "exclamation-mark",
        """
lines = !echo ran-$((6*7))
ran(lines)""",
    ),
    Attack("exclamation-mark-terminal", "!cat {TOKEN}", proof="token"),
    Attack("bash-cell", '%%bash -s "$TOKEN"\ncat $1', proof="token"),
    Attack(
        "perl-cell",
        "%%perl\nopen(F, '/proc/self/cmdline'); print 'ESCAPED perl ' if <F>;",
        needs=("/usr/bin/perl",),
    ),
    Attack(
        "python-cell", "get_ipython().run_cell_magic('script', sys.executable, 'print(f\"ESCAPED {6 * 7}\")')"
    ),
    Attack(
        "script-in-background",
        """
get_ipython().run_cell_magic('script', 'bash --bg --out p', 'echo ran-$((6*7))')
import asyncio
await asyncio.sleep(0.5)
ran(await p.read())""",
    ),
    Attack("sx", "ran(get_ipython().run_line_magic('sx', 'echo ran-$((6*7))'))"),
    Attack("system-piped", "ran(get_ipython().getoutput('echo ran-$((6*7))'))"),
    Attack(
        "alias",
        """
%alias peek cat %s
get_ipython().run_line_magic('peek', TOKEN)""",
        proof="token",
    ),
    Attack(
        "run-file",
        """
get_ipython().run_line_magic('run', APP + '/steps.py')
print(ANSWER)""",
        proof="source",
    ),
    Attack(
        "load-file",
        """
get_ipython().run_line_magic('load', APP + '/secrets.env')
print(get_ipython().payload_manager.read_payload())""",
        proof="beside",
    ),
    Attack(
        "find-source",
        """
import io, contextlib
get_ipython().run_line_magic('pfile', APP + '/steps.py')
print(get_ipython().payload_manager.read_payload())""",
        proof="source",
    ),
    Attack(
        "cd-and-list",
        """
get_ipython().run_line_magic('cd', HOME)
print(os.listdir('.'))""",
        proof="listing",
    ),
    Attack("write-file-cell", "get_ipython().run_cell_magic('writefile', HOME + '/planted', 'x')"),
    Attack("log-start", "get_ipython().run_line_magic('logstart', HOME + '/planted.py')"),
    Attack("save-cells", "get_ipython().run_line_magic('save', '-f ' + HOME + '/planted 1')"),
    Attack("history-to-file", "get_ipython().run_line_magic('history', '-f ' + HOME + '/planted.py')"),
    Attack("history-of-others", "get_ipython().run_line_magic('history', '-g essay')", proof="essay"),
    Attack(
        "pip-magic",
        """
import contextlib, io
with contextlib.redirect_stdout(io.StringIO()) as out:
    get_ipython().run_line_magic('pip', '--version')
if out.getvalue().startswith('pip '):
    escaped(out.getvalue())""",
        needs=("root",),
    ),
    Attack(
        "startup-of-next-kernel",
        """
folder = get_ipython().profile_dir.startup_dir
os.makedirs(folder, exist_ok=True)
open(folder + '/00.py', 'w').write('planted = 42')""",
        then="""
if 'planted' in globals():
    escaped('ran in another kernel')""",
    ),
    Attack(
        "store-for-next-kernel",
        """
planted = 42
%store planted""",
        then="""
%store -r planted
if 'planted' in globals():
    escaped('read in another kernel')""",
    ),
)
