# Context managers and generators
from contextlib import contextmanager, suppress, redirect_stdout, ExitStack, closing, nullcontext
import io
@contextmanager
def section(name):
    print(f'<{name}>')
    try: yield name.upper()
    finally: print(f'</{name}>')
with section('proof') as s, suppress(ZeroDivisionError):
    print(s); 1/0
buf = io.StringIO()
with redirect_stdout(buf): print('hidden'); help(len)
print(len(buf.getvalue()) > 20)
def running():
    total = 0
    while True:
        total += yield total
g = running(); next(g); print([g.send(i) for i in (1, 2, 3)])
