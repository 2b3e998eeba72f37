"""What a body of `/v1/chat/completions` asks for, or the error that OpenAI's clients understand.

The last user's turn is the problem; earlier turns and system turns are read by nobody. `stop` and `max_tokens` cut the text
that is told (`cutting.py`); `temperature`, `top_p` and `seed` are for language models, the built-in tutor draws nothing. What
cannot be had (several choices, log-probabilities, JSON, tools) is refused; fields that are not known are not heeded. `strategy`
and `samples` say how a language model goes about it, as in the settings.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from solver.errors import ProblemRefused
from solver.intake import accept, language_of
from solver.ports import Problem

MAX_BODY_BYTES: Final = 1 << 20
MAX_SAMPLES: Final = 16
MAX_STOPS: Final = 4
MAX_SEED: Final = 2**63 - 1
ROLES: Final = ("system", "developer", "user", "assistant", "tool", "function")


class ApiError(Exception):
    """A refusal, with the fields of OpenAI's error object."""

    def __init__(
        self,
        message: str,
        *,
        status: int = 400,
        param: str | None = None,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status, self.param, self.code, self.headers = status, param, code, dict(headers or {})

    def body(self) -> dict[str, Any]:
        """The error object.

        >>> ApiError("no such model", status=404, param="model", code="model_not_found").body()["error"]["type"]
        'invalid_request_error'
        """
        kinds = {401: "authentication_error", 429: "rate_limit_error"}
        kind = kinds.get(self.status, "server_error" if self.status >= 500 else "invalid_request_error")
        return {"error": {"message": str(self), "type": kind, "param": self.param, "code": self.code}}


@dataclass(frozen=True, slots=True)
class Asked:
    """One problem and how it is to be solved."""

    problem: Problem
    model: str
    strategy: str | None = None
    samples: int | None = None
    seed: int | None = None
    temperature: float | None = None
    top_p: float | None = None
    stop: tuple[str, ...] = ()
    max_tokens: int | None = None
    stream: bool = False
    with_usage: bool = False
    """Whether a stream ends with what it cost."""

    def ways(self) -> dict[str, Any]:
        """Keyword arguments of `Session.solve`, those that were given."""
        names = ("strategy", "samples", "seed", "temperature", "top_p")
        wished = {name: getattr(self, name) for name in names}
        return {"model": self.model} | {name: value for name, value in wished.items() if value is not None}


def asked(body: object, models: Collection[str], strategies: Collection[str]) -> Asked:
    """Read a body that was JSON.

    Raises:
        ApiError: it cannot be answered; the text says why.

    >>> told = asked({"model": "builtin", "messages": [{"role": "user", "content": "Solve x + 1 = 3."}]}, ["builtin"], [])
    >>> told.problem.text, told.stream
    ('Solve x + 1 = 3.', False)
    """
    if not isinstance(body, dict):
        raise ApiError("the body must be a JSON object")
    model = body.get("model")
    if not isinstance(model, str) or not model:
        raise ApiError("`model` must be the name of a model; GET /v1/models lists them", param="model")
    if model not in models:
        raise unknown_model(model, models)
    strategy = body.get("strategy")
    if strategy is not None and (not isinstance(strategy, str) or strategy not in strategies):
        raise ApiError(f"`strategy` must be one of {', '.join(strategies)}", param="strategy")
    _refuse_what_is_not_had(body)
    options = body.get("stream_options")
    if options is not None and not isinstance(options, dict):
        raise ApiError("`stream_options` must be an object", param="stream_options")
    stream = body.get("stream")
    if not isinstance(stream, bool | None):
        raise ApiError("`stream` must be true or false", param="stream")
    return Asked(
        _problem(body.get("messages")),
        model,
        strategy,
        samples=_whole(body, "samples", 1, MAX_SAMPLES),
        seed=_whole(body, "seed", -MAX_SEED, MAX_SEED),
        temperature=_number(body, "temperature", 2),
        top_p=_number(body, "top_p", 1),
        stop=_stop(body.get("stop")),
        max_tokens=_whole(body, "max_completion_tokens", 1, MAX_SEED)
        or _whole(body, "max_tokens", 1, MAX_SEED),
        stream=bool(stream),
        with_usage=bool((options or {}).get("include_usage")),
    )


def _refuse_what_is_not_had(body: Mapping[str, Any]) -> None:
    if _whole(body, "n", 1, 1 << 31) not in (None, 1):
        raise _unsupported("one solution is told for a request: `n` must be 1", "n")
    if body.get("logprobs"):
        raise _unsupported("log-probabilities are not given here", "logprobs")
    if body.get("tools"):
        raise _unsupported("a solution runs its own cells and calls no tools of a client", "tools")
    shape = body.get("response_format")
    if shape is not None and (not isinstance(shape, dict) or shape.get("type") != "text"):
        raise _unsupported("solutions are text: `response_format` must be of type text", "response_format")


def _unsupported(message: str, param: str) -> ApiError:
    return ApiError(message, param=param, code="unsupported_value")


def unknown_model(model: str, models: Collection[str]) -> ApiError:
    """The error for a model that is not offered here."""
    offered = ", ".join(models)
    return ApiError(
        f"the model {model[:200]!r} is not offered here (offered: {offered})",
        status=404,
        param="model",
        code="model_not_found",
    )


def _whole(body: Mapping[str, Any], name: str, least: int, most: int) -> int | None:
    value = body.get(name)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ApiError(f"`{name}` must be a whole number from {least} to {most}", param=name)
    return value


def _number(body: Mapping[str, Any], name: str, most: float) -> float | None:
    value = body.get(name)
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= most:
        raise ApiError(f"`{name}` must be a number from 0 to {most}", param=name)
    return float(value)


def _stop(value: object) -> tuple[str, ...]:
    given = [] if value is None else value if isinstance(value, list) else [value]
    stops = [stop for stop in given if isinstance(stop, str)]
    if len(stops) < len(given) or len(stops) > MAX_STOPS:
        raise ApiError(f"`stop` must be a text or at most {MAX_STOPS} of them", param="stop")
    return tuple(filter(None, stops))


def _problem(messages: object) -> Problem:
    if not isinstance(messages, list) or not messages:
        raise ApiError("`messages` must be a list of turns", param="messages")
    text = None
    for number, turn in enumerate(messages):
        if not isinstance(turn, dict) or turn.get("role") not in ROLES:
            raise ApiError(f"turn {number} needs a `role` of {', '.join(ROLES)}", param=f"messages[{number}]")
        if turn["role"] == "user":
            text = _text(turn.get("content"), f"messages[{number}].content")
    if text is None:
        raise ApiError("there is no user's turn, so there is no problem", param="messages")
    try:
        text.encode()  # half a surrogate pair can be written in JSON, and can be sent to nobody
        return accept(text, language_of(text))
    except UnicodeEncodeError as error:
        raise ApiError("the problem is not text: half a surrogate pair is in it", param="messages") from error
    except ProblemRefused as error:
        status = 413 if error.code == "too-long" else 400
        raise ApiError(str(error), status=status, param="messages", code=error.code) from error


def _text(content: object, where: str) -> str:
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        raise ApiError("content must be text or a list of text parts", param=where)
    texts = []
    for part in content:
        kind = part.get("type") if isinstance(part, dict) else None
        if kind in ("image_url", "input_image", "image"):
            raise ApiError(
                "pictures are not read here yet; write the problem as text", param=where, code="image"
            )
        if kind != "text" or not isinstance(part.get("text"), str):
            raise ApiError("each part of a content must be of type text, with its `text`", param=where)
        texts.append(part["text"])
    return "\n".join(texts)
