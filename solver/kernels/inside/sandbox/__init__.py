"""What a kernel process cannot do, in layers; `layers` is the door, every other module is one layer or a part of one.

Only the standard library and siblings are imported: kernels are forked from a process in which the rest of the project
does not exist. Everything can be imported on every system; what only Linux has fails when it is called.
"""
