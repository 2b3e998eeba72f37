"""Model families as data: in which dialect a model is told of things, how it draws tokens, how it marks its thoughts.

A new family is a row in `PROFILES`. What no row knows is told in the default's plain words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from solver.ports import Sampling
from solver.prompts import exists, prompt

DialectName: TypeAlias = Literal["fenced", "turns", "calls"]
CallSyntax: TypeAlias = Literal["json", "xml", "harmony"]
Way: TypeAlias = Literal["mixed", "reason", "program"]
"""What a model is asked for: reasoning and cells by turns, reasoning alone, or one program."""

GREEDY: Final = Sampling()


@dataclass(frozen=True, slots=True)
class Thinking:
    """How a model thinks before it speaks.

    Attributes:
        opening, closing: what its thoughts stand between in its own text.
        opened: whether its template has opened them already, so that its text begins inside.
        budget_tokens: of thoughts in one stretch; then it is made to answer.
    """

    opening: str = "<think>"
    closing: str = "</think>"
    opened: bool = False
    budget_tokens: int = 8192


@dataclass(frozen=True, slots=True)
class Profile:
    """One family of models.

    Attributes:
        family: its name.
        pattern: what the names of its models match, anywhere, in lower case.
        dialect: the row of `solver.dialects.DIALECTS`.
        prompts: the folder of `solver/prompts` whose words it was trained on.
        context_tokens: how much it can read and write in one conversation.
        calls: how its own text writes a call of a tool, where the dialect is "calls".
        template: its chat template (Jinja), where its tokenizer brings none.
        examples: solved problems that it is shown first (few-shot), 0 to 3.
    """

    family: str
    pattern: str
    dialect: DialectName = "fenced"
    prompts: str = "general"
    sampling: Sampling = GREEDY
    context_tokens: int = 4096
    thinking: Thinking | None = None
    calls: CallSyntax | None = None
    template: str | None = None
    examples: int = 0

    @property
    def system(self) -> str:
        """What it is told first; empty for nothing."""
        return self.system_for("mixed")

    def system_for(self, way: Way) -> str:
        """What it is told first, so that it solves that way: in its own words, else in general ones; empty for nothing."""
        usual = f"{self.prompts}/system"
        if way == "mixed" or not exists(usual):
            return prompt(usual) if exists(usual) else ""
        own = f"{self.prompts}/{way}-system"
        return prompt(own if exists(own) else f"general/{way}-system")

    def question(self, problem: str, way: Way = "mixed") -> str:
        """A problem in the words of its prompt."""
        own = f"{self.prompts}/{way}-question"
        return prompt(own if exists(own) else f"{self.prompts}/question", problem=problem)


TORA_TEMPLATE: Final = (
    "{% for m in messages %}"
    "{% if m.role == 'assistant' %}{{ '<|assistant|>\\n' + m.content + '\\n' }}"
    "{% else %}{{ '<|user|>\\n' + m.content + '\\n' }}{% endif %}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>\\n' }}{% endif %}"
)

PROFILES: Final[tuple[Profile, ...]] = (
    Profile("builtin", r"^builtin$", prompts="builtin"),
    # the seed's fine-tunes, and what this project trains
    Profile("seed", r"(instruct-math|qwen1\.5-32b-math|stepwise)", "turns", "seed", Sampling(max_tokens=1024)),
    Profile("qwen2.5-math", r"qwen2(\.5)?-math", "fenced", "qwen-math", Sampling(max_tokens=2048), 4096),
    Profile("numina-tir", r"numinamath.*tir", "fenced", "numina", Sampling(max_tokens=2048), 4096),
    Profile("tora", r"(^|/)tora-", "fenced", "tora", Sampling(max_tokens=1024), 4096, template=TORA_TEMPLATE),
    Profile(
        "deepseek-r1-distill", r"deepseek-r1", "fenced", "thinker",
        Sampling(temperature=0.6, top_p=0.95, max_tokens=16384), 32768, Thinking(opened=True),
    ),
    Profile(
        "gpt-oss", r"gpt-oss", "calls", "calls",
        Sampling(temperature=1.0, max_tokens=16384), 131072,
        Thinking("<|channel|>analysis<|message|>", "<|end|>"), "harmony",
    ),
    Profile(
        "qwen3.5", r"qwen3\.[5-9]", "calls", "calls",
        Sampling(temperature=0.6, top_p=0.95, top_k=20, max_tokens=16384), 65536, Thinking(opened=True), "xml",
    ),
    Profile(
        "qwen3", r"(qwen3|qwq)", "calls", "calls",
        Sampling(temperature=0.6, top_p=0.95, top_k=20, max_tokens=16384), 32768, Thinking(), "json",
    ),
)  # fmt: skip
DEFAULT: Final = Profile("default", "")


def profile_of(name: str) -> Profile:
    """The profile of a model by its name or the folder it lies in; `DEFAULT` for one of no known family.

    >>> profile_of("Qwen/Qwen2.5-Math-7B-Instruct").family, profile_of("jclian91/Qwen2-72B-Instruct-math").family
    ('qwen2.5-math', 'seed')
    >>> profile_of("meta-llama/Llama-3.1-8B-Instruct").family
    'default'
    """
    lower = name.lower()
    return next((p for p in PROFILES if re.search(p.pattern, lower)), DEFAULT)


def with_template(profile: Profile, template: str) -> Profile:
    """What an unknown model's chat template (Jinja) says about it; a known family is left as it is.

    Raises: nothing; a template that says nothing leaves the default.
    """
    if profile is not DEFAULT or not template:
        return profile
    found = profile
    if "<think>" in template:
        opened = re.search(r"add_generation_prompt.*<think>\\n['\"]?\s*[-}]", template, re.DOTALL) is not None
        found = replace(found, thinking=Thinking(opened=opened), sampling=Sampling(0.6, 0.95, 20, 16384))
    if "tool_calls" in template and "<tool_call>" in template:
        syntax: CallSyntax = "xml" if "<function=" in template else "json"
        found = replace(found, dialect="calls", prompts="calls", calls=syntax)
    return found
