"""Language models on this machine, in 4 bits where wished, for one student or many at once.

`backend` is the door, `reward` another: judges of solutions. Below the first `loading` brings a model into memory (`memory` says whether it fits, `family` how it was trained here), `rendering` and
`conversation` turn what a model is told into ids, an `engine` turns ids into ids (`plain` one at a time, `batched` many
at once, `zero` on a ZeroGPU Space, `line` says who comes next), `stopping` says where a stretch ends.

torch and transformers are imported only when a model is loaded.
"""

from solver.models.transformers.backend import LocalModel, TransformersBackend, on_zero_gpu

__all__ = ["LocalModel", "TransformersBackend", "on_zero_gpu"]
