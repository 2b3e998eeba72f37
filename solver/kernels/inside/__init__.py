"""What runs in the kernels' own processes: the fork server, the sandbox, the prelude.

Nothing here may import anything of the project but its siblings, and those by relative imports: the processes load this
folder alone, under the name `inside`, and the rest of the project is not there for them to see.
"""
