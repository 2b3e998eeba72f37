"""Models behind an OpenAI-compatible server: vLLM, SGLang, llama.cpp, Ollama, `transformers serve`, or a hosted API."""

from __future__ import annotations

from solver.models.openai.backend import OpenAIBackend

__all__ = ["OpenAIBackend"]
