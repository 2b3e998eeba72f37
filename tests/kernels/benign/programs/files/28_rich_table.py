# A table with rich
from rich.console import Console
from rich.table import Table
t = Table(title='Squares'); t.add_column('n'); t.add_column('n²')
for i in range(1, 4): t.add_row(str(i), str(i*i))
Console(width=40, force_jupyter=False, force_terminal=False).print(t)
