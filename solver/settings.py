"""Configuration from the environment: one table, read once.

Every name has the prefix `STEPWISE_`.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import AliasChoices, Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from solver.agent import strategy
from solver.api_keys import named_keys
from solver.kernels.gateway.address import fault
from solver.models import ModelSpec, spec
from solver.ocr import OcrOptions, known
from solver.profiles import Profile
from solver.prompts import folders

if TYPE_CHECKING:
    from solver.kernels.gateway.gateway import Gateway


class Settings(BaseSettings):
    """What a deployment can choose. `STEPWISE_CELL_TIMEOUT_S=30` sets `cell_timeout_s`; an empty variable, as compose files give, sets nothing."""

    model_config = SettingsConfigDict(env_prefix="STEPWISE_", frozen=True, env_ignore_empty=True)

    model: str = Field(
        "builtin",
        description="the models that are offered, with commas between them, the one that is chosen at first before the others: "
        "`builtin`, `openai:NAME` (a model of the server), or the name or folder of a local model",
    )
    adapter: str | None = Field(None, description="a LoRA adapter for the local model: its name or folder")
    quantize: Literal["nf4", "none"] = Field(
        "nf4", description="how a local model is loaded: in 4 bits, or as it is (`none`)"
    )
    strategy: str = Field(
        "tool-integrated",
        description="how a language model goes about a problem, where the reader does not choose",
    )
    examples: int | None = Field(
        None,
        ge=0,
        le=3,
        description="solved problems that a language model is shown first, 0 to 3; by its family without this",
    )
    prompts: str | None = Field(
        None,
        description="the folder of `solver/prompts` in whose words a language model is asked; by its family without this",
    )
    samples: int = Field(4, ge=1, le=16, description="attempts of a vote, or of which the best is chosen")
    reward_model: str | None = Field(
        None,
        description="a reward model that chooses among attempts (`best-of`, `weighted-vote`): its name or folder",
    )
    reward_steps: Literal["min", "product", "last"] = Field(
        "min",
        description="what of the scores of a solution's steps counts, where the reward model judges steps",
    )
    openai_base_url: str | None = Field(
        None,
        validation_alias=AliasChoices("STEPWISE_OPENAI_BASE_URL", "OPENAI_BASE_URL"),
        description="an OpenAI-compatible server for `openai:NAME`, as `http://localhost:8000/v1`",
    )
    openai_api_key: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("STEPWISE_OPENAI_API_KEY", "OPENAI_API_KEY"),
        description="its key, where it wants one",
    )
    api_key: SecretStr | None = Field(
        None,
        description="the key that programs must show at `/v1`, `/api/solve` and `/mcp`; without it none is asked for",
    )
    api_keys: SecretStr | None = Field(
        None,
        description="several keys with names, as `NAME:KEY,NAME:KEY:120`; a number behind a key is its own rate in a minute. Logs and metrics have the name",
    )
    mcp: bool = Field(
        True, description="the MCP server at `/mcp`, for whom `/v1` is for; needs the package `mcp`"
    )
    api_at_once: int = Field(8, ge=1, description="problems that are solved at once for programs")
    api_waiting: int = Field(
        64, ge=0, description="programs' requests that may wait for a place; more are told to come back (429)"
    )
    rate_per_minute: float = Field(
        600.0,
        gt=0,
        description="problems that a program may send in a minute, by its key or its address; more are told when to come back (429)",
    )
    rate_burst: int = Field(60, ge=1, description="how many of them at once")
    cors_origins: str | None = Field(
        None,
        description="other sites whose pages may use `/v1` and `/api/solve`, with commas between them, as `https://school.example`",
    )
    drain_s: float = Field(
        25.0,
        ge=0,
        description="seconds that running problems have to end when the server is stopped (SIGTERM)",
    )
    metrics: SecretStr = Field(
        SecretStr("local"),
        description="who may read `/metrics`: this computer alone (`local`, also without this), `all`, nobody (`off`), or whoever shows this token of 16 signs and more as `Authorization: Bearer TOKEN`",
    )
    log: Literal["text", "json"] = Field(
        "text", description="logs as text, or as lines of JSON with request ids (`json`)"
    )
    runs: str | None = Field(
        None,
        description="a folder of evaluation's runs, to be looked at and marked by hand at `/review`: for yourself, whoever reaches the page may mark",
    )
    data: str | None = Field(
        None,
        description="the folder for what is kept, conversations and marks; without it the user's data folder (`~/.local/share/stepwise`), on a Space `/data` where there is one",
    )
    database_url: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("STEPWISE_DATABASE_URL", "DATABASE_URL"),
        description="a PostgreSQL database to keep them in instead, as `postgresql://user:password@host/name`",
    )
    teacher_password: SecretStr | None = Field(
        None,
        description="the password of the teacher's pages `/class` and `/collect`; without it they are off",
    )
    student_password: SecretStr | None = Field(
        None, description="the students' password, where `STEPWISE_LOGIN=password`"
    )
    sign_in_proxies: str = Field(
        "",
        description="addresses and networks of proxies that sign people in and set the header of `STEPWISE_LOGIN` on each request themselves, as `127.0.0.1`; nobody else is believed",
    )
    login: str = Field(
        "none",
        description="who comes in: everybody (`none`), whoever knows a password (`password`: the students' or the teacher's), whoever signs in with "
        "Hugging Face (`huggingface`, on a Space with `hf_oauth: true`), or whom a proxy names in a header (`header:X-Forwarded-User`)",
    )
    teachers: str | None = Field(
        None,
        description="names of those who teach, with commas between them, where people sign in by their names; at Hugging Face better `id:NUMBER`, which `/sign-in/me` tells each",
    )
    role_header: str | None = Field(
        None,
        description="a header of the same proxy that says `teacher` of those who teach, as `X-Forwarded-Groups`",
    )
    trusted_proxies: str = Field(
        "127.0.0.1,::1",
        description="addresses and networks of proxies that are believed what they say of others (`X-Forwarded-For`, `X-Forwarded-Proto`); those of `STEPWISE_SIGN_IN_PROXIES` are as well",
    )
    secret: SecretStr | None = Field(
        None,
        description="what sign-ins are signed with, 32 signs and more, the same on all servers; without it the PostgreSQL's password serves, and where there is none a restart signs everybody out",
    )
    kernels: str = Field(
        "here",
        description="where cells run: `here`, or `gateway:URL`, a Jupyter Kernel Gateway, Enterprise Gateway or Jupyter server, as `gateway:http://kernels:8888`",
    )
    gateway_token: SecretStr | None = Field(None, description="the gateway's token, where it wants one")
    gateway_kernel: str | None = Field(
        None,
        description="the kernelspec that is started there; without this `stepwise` where the gateway offers it, else its default",
    )
    warm_kernels: int = Field(2, ge=0, description="kernels kept ready")
    max_kernels: int = Field(
        64,
        ge=1,
        description="kernels alive at once, 30 to 60 MB each; whoever comes when all are in use has that which has rested longest, at the latest 5 seconds after its last cell",
    )
    kernels_memory_mb: int | None = Field(
        None,
        ge=1,
        description="megabytes that all kernels of this machine together may have; where they have more, those rest that have done so for long and have "
        "much, at the earliest 5 seconds after their last cell. Without it 900 for each processor (two at least), and half of the machine's memory or of the container's at most",
    )
    kernel_rest_s: float = Field(
        900.0,
        gt=0,
        description="seconds without a cell after which a kernel gives its place back; its cells run again when it is needed",
    )
    idle_s: float = Field(
        3600.0,
        gt=0,
        description="seconds after which a page that does nothing is forgotten; one that comes back finds its conversation again",
    )
    allow_unconfined: bool = Field(
        False,
        description="serve others also where the system cannot confine the code that they write (macOS, Windows)",
    )
    cell_timeout_s: float = Field(20.0, gt=0, description="seconds that a cell may run")
    reading_workers: int = Field(2, ge=1, description="processes of the built-in tutor")
    reading_timeout_s: float = Field(
        10.0, gt=0, description="seconds that reading a problem and finding steps may take"
    )
    ocr: str = Field(
        "auto",
        description="who reads pictures: `auto` (the best that is there, two compared where both can be had), `tesseract`, `pix2tex`, `vision`, or `both` of the last two, compared",
    )
    ocr_weights: str | None = Field(
        None, description="the folder of pix2tex's weights; they are fetched into it where it has none"
    )
    ocr_timeout_s: float = Field(30.0, gt=0, description="seconds that reading a picture may take")
    ocr_base_url: str | None = Field(
        None,
        description="a server of its own for the model that reads pictures; `OPENAI_BASE_URL` without this",
    )
    ocr_api_key: SecretStr | None = Field(None, description="its key; `OPENAI_API_KEY` without this")
    ocr_model: str | None = Field(
        None,
        description="a model that takes pictures: `openai:NAME` (of the server, to which they are sent; with an address of its own `NAME` alone), or the "
        "name or folder of a local model",
    )
    ocr_preload: bool = Field(
        False, description="load who reads pictures when the server starts, not with the first picture"
    )
    max_rounds: int = Field(8, ge=1, description="cells that a model may write for one problem")

    @field_validator("model", "strategy", "ocr")
    @classmethod
    def _known(cls, value: str, info: ValidationInfo) -> str:
        try:
            {"model": _specs, "strategy": strategy, "ocr": known}[info.field_name or ""](value)
        except LookupError as error:
            raise ValueError(str(error)) from error
        return value

    @field_validator("ocr_model")
    @classmethod
    def _seeing(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is not None:
            try:
                _picture_model(value, own_server=bool(info.data.get("ocr_base_url")))
            except LookupError as error:
                raise ValueError(str(error)) from error
        return value

    @field_validator("prompts")
    @classmethod
    def _written(cls, value: str | None) -> str | None:
        if value is not None and value not in folders():
            raise ValueError(f"there are no prompts {value!r} (known: {', '.join(folders())})")
        return value

    @field_validator("metrics")
    @classmethod
    def _guarded(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() not in ("local", "all", "off") and len(value.get_secret_value()) < 16:
            raise ValueError("local, all, off, or a token of 16 signs and more")
        return value

    @field_validator("login")
    @classmethod
    def _way(cls, value: str, info: ValidationInfo) -> str:
        if value not in ("none", "password", "huggingface") and not re.fullmatch(
            r"header:[A-Za-z0-9-]+", value
        ):
            raise ValueError("none, password, huggingface, or header:NAME")
        if value == "password" and not info.data.get("student_password"):
            raise ValueError("the students' password is missing: STEPWISE_STUDENT_PASSWORD")
        if value == "password" and info.data["student_password"] == info.data.get("teacher_password"):
            raise ValueError("the students' password is the teacher's: every student would be a teacher")
        if value.startswith("header:") and not info.data.get("sign_in_proxies"):
            raise ValueError(
                "nobody could come in: STEPWISE_SIGN_IN_PROXIES names no proxy whose header is believed"
            )
        if value == "huggingface" and not os.environ.get("OAUTH_CLIENT_ID"):
            raise ValueError(
                "a Space has OAUTH_CLIENT_ID where `hf_oauth: true` stands in the README's front matter; it is missing"
            )
        return value

    @field_validator("trusted_proxies", "sign_in_proxies")
    @classmethod
    def _networks(cls, value: str) -> str:
        for part in filter(None, map(str.strip, value.split(","))):
            ip_network(part)
        return value

    @field_validator("secret")
    @classmethod
    def _long(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < 32:
            raise ValueError("32 signs and more")
        return value

    @field_validator("api_keys")
    @classmethod
    def _keys(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            named_keys(value.get_secret_value())
        return value

    @field_validator("kernels")
    @classmethod
    def _placed(cls, value: str) -> str:
        place, _, url = value.partition(":")
        if value != "here" and place != "gateway":
            raise ValueError("here, or gateway:URL")
        if value != "here" and (wrong := fault(url)):
            raise ValueError(wrong)
        return value

    @field_validator("gateway_token")
    @classmethod
    def _sendable(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and (wrong := fault("http://gateway", value.get_secret_value())):
            raise ValueError(wrong)
        return value

    @field_validator("database_url")
    @classmethod
    def _usable(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            from solver.store.place import database_url  # the database's libraries, only where they are used

            database_url(Path(), value.get_secret_value())
        return value

    def told(self, profile: Profile) -> Profile:
        """A model's profile, with what the settings say instead."""
        examples = profile.examples if self.examples is None else self.examples
        return replace(profile, examples=examples, prompts=self.prompts or profile.prompts)

    def gateway(self) -> Gateway | None:
        """Where kernels are elsewhere; None where they are here."""
        if self.kernels == "here":
            return None
        from solver.kernels.gateway.gateway import Gateway  # its libraries, only where it is used

        token = self.gateway_token.get_secret_value() if self.gateway_token else ""
        return Gateway(self.kernels.partition(":")[2], token, kernel=self.gateway_kernel or None)

    def ocr_options(self) -> OcrOptions:
        """What engines for pictures are made with. A server and a key of its own, or those of the language models."""
        key = self.ocr_api_key if self.ocr_base_url or self.ocr_api_key else self.openai_api_key
        named = self.ocr_model and _picture_model(self.ocr_model, own_server=bool(self.ocr_base_url))
        return OcrOptions(
            weights=self.ocr_weights,
            timeout_s=self.ocr_timeout_s,
            model=named.source if named and named.backend == "openai" else None,
            local_model=named.source if named and named.backend == "transformers" else None,
            quantize=self.quantize,
            base_url=self.ocr_base_url or self.openai_base_url,
            api_key=key.get_secret_value() if key else None,
        )

    def models(self) -> tuple[ModelSpec, ...]:
        """The models that are offered, the default first; the built-in tutor is always among them."""
        return _specs(self.model)


def _picture_model(text: str, *, own_server: bool) -> ModelSpec:
    """What names a model that takes pictures, written as the others are; with a server of its own a bare name is one of that server.

    Raises:
        LookupError: it is none; the text says what can be written.
    """
    if own_server and not text.startswith(("openai:", "transformers:")):
        return ModelSpec("openai", text, text)
    found = spec(text)
    if found.backend == "builtin":
        raise LookupError("the built-in tutor takes no pictures")
    return found


def _specs(text: str) -> tuple[ModelSpec, ...]:
    written = [spec(part) for part in text.split(",") if part.strip()]
    return tuple(dict.fromkeys([*written, spec("builtin")]))


def load_settings() -> Settings:
    """Settings from the environment.

    Raises:
        pydantic.ValidationError: a variable has a value that cannot be; the message names it.
    """
    return Settings()  # type: ignore[call-arg]  # every field has a default
