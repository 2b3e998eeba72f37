"""The OpenAI-compatible door: `POST /v1/chat/completions`, `GET /v1/models` and `GET /v1/models/{id}`.

from openai import OpenAI
OpenAI(base_url="http://localhost:7860/v1", api_key="none").chat.completions.create(
    model="builtin", messages=[{"role": "user", "content": "Solve x^2 - 5x + 6 = 0."}])

`asked.py` reads a body, `entrance.py` says who may come in, `rates.py` how often, `places.py` how many are solved at once, `job.py` is one
solution whose client may go away, `cutting.py` ends its text early, `routes.py` answers. What is heeded and what is not is in `asked.py`.
"""

from ui.v1.entrance import Door, Entrance
from ui.v1.routes import routes

__all__ = ["Door", "Entrance", "routes"]
