"""The first rung: what is asked and what is known, in the problem's own words, and a question back."""

from __future__ import annotations

import re
from typing import Final

from solver.ports import Language
from solver.topics.base import Words

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z\\$(])|(?<=[。？！；])")
_IF: Final = re.compile(
    r"(?is)^(?P<known>(?:if|given(?: that)?|suppose|let|when|since|for)\b.+?),\s*(?:then\s+)?"
    r"(?P<asked>(?:find|what|how|determine|calculate|compute|evaluate|solve|is|are|which|where|show|prove|express|for|write|give)\b.+)$"
)
_IF_ZH: Final = re.compile(
    r"(?s)^(?P<known>.+?)[,，]\s*(?P<asked>(?:则|那么)?(?:求|试求|计算|问|判断|证明|写出|化简|解)[^,，]*|[^,，]*(?:多少|几|什么|哪|吗|是否|何)[^,，]*|则[^,，]*)$"
)
_OPENING: Final = re.compile(
    r"(?i)^(?:if|given that|given|suppose that|suppose|when|since|for|已知|若|如果|设)\s*(?=\S)"
)
_QUESTION: Final = re.compile(
    r"(?i)\?|？|^(?:find|what|how|determine|calculate|compute|evaluate|solve|which|show|prove|express|simplify|factor|expand|graph|plot|sketch|write|give|convert)\b|求|多少|计算|化简|解|证明|判断|画"
)

_ASKED: Final = Words("**What is asked:** {asked}", "**要求的是**：{asked}")
_KNOWN: Final = Words("**What is known:** {known}", "**已知的是**：{known}")
_ONE: Final = Words(
    "Everything you may use stands in this one sentence. Read it again and name each number or expression in it.",
    "能用的条件都在这一句话里。再读一遍，把里面的每个数或式子都说清楚。",
)
_BACK: Final = Words(
    "Before you go on: in your own words, what will the answer be – a number, an expression, a set, a picture? In which unit or form?",
    "往下看之前，先用自己的话说一说：答案会是什么样的——一个数、一个式子、一个范围，还是一幅图？要带单位或写成什么形式？",
)


def asked_and_known(problem: str, language: Language) -> str:
    """The rung, Markdown. Quotes the problem and adds nothing to it."""
    asked, known = parts_of(problem)
    told = _KNOWN.say(language, known=known) if known else _ONE.say(language)
    return "\n\n".join((_ASKED.say(language, asked=asked), told, _BACK.say(language)))


def parts_of(problem: str) -> tuple[str, str]:
    """The question of a problem, and the rest of its text; the rest is empty where all is one sentence.

    >>> parts_of("A pen costs $3. How much do 4 pens cost?")
    ('How much do 4 pens cost?', 'A pen costs $3.')
    >>> parts_of("若x+y=5，求2x+2y的值。")
    ('求2x+2y的值。', 'x+y=5')
    """
    text = problem.strip()
    sentences = [s.strip() for s in _SENTENCE.split(text) if s.strip()]
    asking = [s for s in sentences if _QUESTION.search(s)] or sentences[-1:]
    if len(sentences) > 1 and len(asking) < len(sentences):
        return " ".join(asking), " ".join(s for s in sentences if s not in asking)
    for pattern in (_IF, _IF_ZH):
        if (found := pattern.match(text)) and len(sentences) == 1:
            return found["asked"].strip(), _OPENING.sub("", found["known"]).strip()
    return text, ""
