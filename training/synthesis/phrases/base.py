r"""How a kind of problem is worded in hundreds of ways: patterns with alternatives, ways of asking, ways of writing formulas.

A pattern is a text with `{slots}` and `[this|that|]` (nested as deep as wanted). Its first letter says what it is: `n:` what is asked for, as a
noun ("the remainder of ..."), `v:` what is to be done ("simplify ..."), `g:` what is given `;;` what is asked for, `r:` a whole problem.
All patterns of a kind say the same; the tutor, who reads many of them, is asked whether it reads another task in one (`phrased`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Final, Literal, TypeAlias

from solver.ports import Language

Style: TypeAlias = Literal["plain", "tight", "raised", "dollars", "round"]
STYLES: Final[tuple[Style, ...]] = ("plain", "plain", "tight", "raised", "dollars", "dollars", "round")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Formula(str):
    """A formula as LaTeX without marks. It is written in the style of the text that it stands in."""

    __slots__ = ()


Slots: TypeAlias = Mapping[str, "str | int | Formula"]


@dataclass(frozen=True, slots=True)
class Phrased:
    """A kind of problem. What `draw` draws is said by each of its patterns, in both languages.

    Attributes:
        topic: the topic of the tutor that reads it.
        constants: numbers of its programs that have to be known by heart.
    """

    name: str
    topic: str
    draw: Callable[[Random], Slots]
    en: tuple[str, ...]
    zh: tuple[str, ...]
    constants: frozenset[int] = frozenset()

    def text(self, slots: Slots, language: Language, random: Random) -> str:
        """The problem of these slots in drawn words."""
        pattern = random.choice(self.en if language == "en" else self.zh)
        kind, _, said = pattern.partition(":")
        frames = FRAMES[language, kind]
        if kind == "g":
            given, _, wanted = said.partition(";;")
            frame = random.choice(frames)
            asked = asking(wanted, language, random) if "{asked}" in frame else ""
            pattern = frame.replace("{given}", given).replace("{asked}", asked).replace("{wanted}", wanted)
        elif kind == "n":
            pattern = asking(said, language, random)
        else:
            pattern = random.choice(frames).replace("{said}", said)
        style = random.choice(STYLES)
        shown = {name: _shown(value, style, random) for name, value in slots.items()}
        return around(filled(chosen(pattern, random), shown), language, random)


def asking(noun: str, language: Language, random: Random) -> str:
    """A question, or an order, for what a noun names."""
    return random.choice(FRAMES[language, "n"]).replace("{said}", noun)


def chosen(pattern: str, random: Random) -> str:
    """With one of each `[alternatives]`, the inner ones first.

    >>> chosen("[a|b[c|c]]", Random(3)) in ("a", "bc")
    True
    """
    while (found := _INNER.search(pattern)) is not None:
        pattern = pattern[: found.start()] + random.choice(found[1].split("|")) + pattern[found.end() :]
    return re.sub(r" {2,}", " ", pattern).strip()


def filled(text: str, slots: Mapping[str, str]) -> str:
    """With what stands in its `{slots}`, its first letter a capital where an English word begins it."""
    made = re.sub(r"\{(\w+)\}", lambda found: slots[found[1]], text)
    return made[0].upper() + made[1:] if re.match(r"[a-z]{2,}[ ,:']", text) else made


def around(text: str, language: Language, random: Random) -> str:
    """Sometimes with what people write around a problem, and with the marks that they leave out."""
    if random.random() < 0.14:
        text = greeted(text, language, random)
    if random.random() < 0.12:
        text = text.rstrip(".。?？")
    if language == "zh" and random.random() < 0.12:
        text = text.replace("，", ",").replace("：", ":").replace("？", "?")
    elif language == "en" and random.random() < 0.06:
        text = text[:1].lower() + text[1:]
    return text


def greeted(text: str, language: Language, random: Random) -> str:
    """With what people write before a problem, or behind it."""
    before, behind = _AROUND[language]
    if random.random() < 0.6:
        return random.choice(before) + text
    end = "" if text[-1:] in ".?。？!" else "." if language == "en" else "。"
    return text + end + random.choice(behind)


def _shown(value: str | int | Formula, style: Style, random: Random) -> str:
    if not isinstance(value, Formula):
        marked = (
            style in ("dollars", "round") and re.fullmatch(r"[\d.]+", str(value)) and random.random() < 0.25
        )
        return _marked(str(value), style) if marked else str(value)
    if style in ("dollars", "round"):
        tight = random.random() < 0.4
        return _marked(_tight(value) if tight else str(value), style)
    text = plain(value)
    if re.search(r"[\\{]", text):
        return _marked(str(value), "dollars")  # what is left is LaTeX alone
    if style == "tight":
        return _tight(text)
    return (
        re.sub(r"\^(\d)(?![\d/])", lambda found: found[1].translate(_RAISED), text)
        if style == "raised"
        else text
    )


def _marked(text: str, style: Style) -> str:
    return f"${text}$" if style == "dollars" else f"\\({text}\\)"


def _tight(text: str) -> str:
    return re.sub(r" ?([+\-=<>]) ?", r"\1", text)


def plain(latex: str) -> str:
    r"""A formula as it is typed without LaTeX.

    >>> plain(r"\frac{x^{2} + 1}{3} \cdot \sqrt{x}")
    '(x^2 + 1)/3 * sqrt(x)'
    """
    text = re.sub(r"\\sqrt\{([^{}]*)\}", r"sqrt(\1)", latex)
    text = re.sub(r"\^\{([^{}]*)\}", lambda f: f"^{f[1]}" if _POWER.fullmatch(f[1]) else f"^({f[1]})", text)
    text = re.sub(r"(?<=\d)\\frac", r" \\frac", text)  # a mixed number
    while (found := _FRAC.search(text)) is not None:
        above, below = (part if _SINGLE.fullmatch(part) else f"({part})" for part in found.groups())
        text = f"{text[: found.start()]}{above}/{below}{text[found.end() :]}"
    text = re.sub(r"\\pmod\{(\d+)\}", r"(mod \1)", text)
    for before, after in _SIGNS:
        text = text.replace(before, after)
    return re.sub(r"\\(sin|cos|tan|ln)\b", r"\1", text)


_INNER: Final = re.compile(r"\[([^\[\]]*)\]")
_FRAC: Final = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
_SINGLE: Final = re.compile(r"\d+|d?[a-zA-Z]|\d*\\pi")
_POWER: Final = re.compile(r"\d+|[a-z]")
_SIGNS: Final = ((r" \cdot ", " * "), (r"\times", "×"), (r"\div", "÷"), (r"\pi", "π"), (r"\infty", "∞"), (r"\to", "→"), (r"\equiv", "≡"))  # fmt: skip


def both(kinds: Iterable[Phrased]) -> tuple[Phrased, ...]:
    """A table of kinds, each name once.

    Raises:
        ValueError: two kinds have the same name.
    """
    made = tuple(kinds)
    if len({one.name for one in made}) < len(made):
        raise ValueError("two kinds have the same name")
    return made


_EN_NOUN: Final = (
    "[Find|Find|Calculate|Compute|Determine|Work out|Evaluate|Give|State|Obtain|Find out|Write down|Tell me|Figure out] {said}.",
    "[Find|Calculate|Compute|Determine|Work out|Give] {said}.",
    "[What is|What's|What is|So what is|And what is|Now what is] {said}?", "What is {said}?",
    "[Please|Please|Now|Kindly|First] [find|calculate|compute|determine|work out|give|state|tell me] {said}.",
    "[Can|Could|Would] you [please |][find|calculate|compute|work out|tell me|give me|determine] {said}?",
    "[I need|I want|We need|We want|I have|I am asked|You are asked|The task is|Your task is|We have] to [find|calculate|work out|determine|compute] {said}.",
    "[How do I|How can I|How do you|How would you|How should I] [find|calculate|work out|compute] {said}?",
    "[Help me|Let us|Let's|Show how to|Show me how to] [find|calculate|work out|compute|determine] {said}.",
    "[I need|Looking for|I am looking for|Needed:|Wanted:|Question:|Asked for:] {said}.", "{said}?", "{said} = ?", "{said} [is what|is equal to what|equals what]?",
)  # fmt: skip
_EN_VERB: Final = (
    "{said}.", "{said}.", "[Please|Please|Now|Kindly|First|Next,] {said}.", "[Can|Could|Would|Will] you [please |]{said}?",
    "[How do I|How can I|How do you|How would you|How should I] {said}?", "[I need|I want|We need|You are asked|The task is|Your task is|I have|Try] to {said}.",
    "[Help me|Let us|Let's|Show how to|Show me how to|Help me to] {said}.",
)  # fmt: skip
_EN_GIVEN: Final = (
    "[If|When|Given that|Given|Suppose that|Provided that|Knowing that] {given}, [find|what is|determine|calculate|compute|work out] {wanted}[.|?]",
    "[Let|Suppose|Suppose that|Assume that|It is given that|We know that|You are told that|Say] {given}. {asked}", "{given}. {asked}",
    "[Find|Determine|Calculate|Work out|Compute|Give] {wanted} [if|when|given that|where|provided that|knowing that] {given}.",
    "What is {wanted} [if|when|given that|where|provided that] {given}?", "[For|With] {given}, [find|compute|determine|what is] {wanted}[.|?]",
)  # fmt: skip
_ZH_NOUN: Final = (
    "求{said}[。|。||的值。]", "[试求|请求出|求出|请求|求一下|试求出|现求|要求] {said}[。||的值。]", "[计算|算出|请计算|试计算|算一算|请算出|计算一下|算一下|帮我算] {said}[。||的值。]",
    "{said}[是多少|等于多少|是几|为多少|等于几|是什么|是多少呢|应该是多少|得多少][？|？|]", "[请问|问|请问一下|想知道|我想问] {said}[是多少|等于多少|是几|为多少][？|]",
    "{said}=____[。|]", "{said}[为|是|等于]____[。|]", "{said}[怎么求|怎么算|如何求|如何计算|该怎么算][？|]", "[写出|请写出|给出|直接写出|请给出|确定|找出] {said}[。|]", "{said}=？",
    "[帮我|请帮我|麻烦|帮忙] [求|算|求出|算出|计算] [一下|]{said}[。|]",
)  # fmt: skip
_ZH_VERB: Final = (
    "{said}[。|。|]", "[请|试|请你|现在|请同学们|尝试|试着|麻烦|请帮我|帮我|要求|需要] {said}[。|。|]", "[如何|怎样|怎么|该怎么|应如何] {said}[？|？|]", "{said}[一下|吧|，写出结果][。|]",
)  # fmt: skip
_ZH_GIVEN: Final = (
    "[已知|若|设|如果|当|假设|假如|给定|令|现有] {given}，{asked}", "{given}，{asked}", "[已知|设|假设|题目给出] {given}。{asked}",
    "[若|如果|当] {given}，[则|那么] {wanted}[是多少|等于多少|为|=][？|____]", "{given}，[则|那么|问|请问] {wanted}[是多少|等于多少|是几|=？]", "{given}[时|的时候]，{asked}",
)  # fmt: skip
FRAMES: Final[Mapping[tuple[Language, str], tuple[str, ...]]] = {
    ("en", "n"): _EN_NOUN, ("en", "v"): _EN_VERB, ("en", "g"): _EN_GIVEN, ("en", "r"): ("{said}",),
    ("zh", "n"): tuple(one.replace("] ", "]") for one in _ZH_NOUN), ("zh", "v"): tuple(one.replace("] ", "]") for one in _ZH_VERB),
    ("zh", "g"): tuple(one.replace("] ", "]") for one in _ZH_GIVEN), ("zh", "r"): ("{said}",),
}  # fmt: skip
_AROUND: Final[Mapping[Language, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "en": (
        ("Homework: ", "Question: ", "Exercise: ", "Hi! ", "Hello, please help. ", "Problem: ", "Please help me with this. ", "I am stuck here. ", "Quick question: ", "Q: "),
        (" Thanks!", " Please show the steps.", " Show your work.", " Thank you.", " Explain each step.", " Please help.", " Give the exact answer.", " I need the answer."),
    ),
    "zh": (
        ("作业题：", "老师好，", "请问，", "题目：", "练习：", "求助：", "你好，", "问题：", "请教一下，", "例题："),
        ("谢谢！", "请写出过程。", "要详细步骤。", "写出计算过程。", "谢谢老师！", "请给出步骤。", "拜托了！"),
    ),
}  # fmt: skip
