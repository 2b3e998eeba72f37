"""Account for every word of a problem: what it means to one topic, and what it does not.

A topic brings a vocabulary, concept → phrases in both languages. What neither the vocabulary nor the
small list of neutral words covers is *unread*, and a topic that leaves something unread does not answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Final, TypeAlias

from solver.formula.nodes import Binary, Blank, Node, Number, Relation, Symbol
from solver.reader.scan import PLAIN, Formula, Illegible, Mark, Notation, Word, scan

Vocabulary: TypeAlias = Mapping[str, str]
"""Concept → phrases separated by `|`. Chinese phrases and English ones stand side by side; `x?` marks an optional plural s."""

IS: Final = "is"
ASK: Final = "ask"
COMBINED: Final = "combined"
"""Words such as 之和 (the sum of) are made of neutral ones; where a topic does not know them they are unread."""
NEUTRAL: Final[Vocabulary] = {
    IS: "is|are|be|equals|equal|equal to|is equal to|has value|has the value|为|是|等于|值为|的值为|的值是|的值等于|成为",
    ASK: "find|to find|to compute|to calculate|to evaluate|to determine|to work out|write down|state|identify|what|whats|what s|what is|what are|compute|calculate|evaluate|determine|give|work out|figure out|how much|which|obtain"
    "|求|求出|试求|确定|试确定|计算|算出|算|多少|几|什么|何|问|请问|求解|解出|得多少|是多少|为多少|等于多少|等于几|等于什么|=",
    COMBINED: "之和|之差|之积|之商|之比|的和|的差|的比|和的|差的",
    "": "the|a|an|of|please|in|for|that|has|then|let|given|suppose|if|we|have|you|i|value|values|following|to|its|at|by|and|me|my|show"
    "|your|with|exact|exactly|answer|result|step by step|using|can|could|do|does|it|this|there|here|so|now|hence|also|both|such|would"
    "|problem|question|assume|consider|want|need|help|know|known|where|s|as|on|each|expression|equation|formula"
    "|by means of|giving your answers|give your answers|simplifying fully|simplify fully|fully simplified|giving your answer|give your answer|leave your answer|leaving your answer|express your answer|write your answer"
    "|as a fraction|give your answer as a fraction|give the answer as a fraction|write your answer as a fraction|as a common fraction|express as a common fraction|express the answer as a common fraction|expressed as a common fraction|express your answer as a common fraction"
    "|express your answer as a fraction|express your answer as an integer|as a common fraction in lowest terms|as a fraction in simplest form|as an ordered pair"
    "|express your answer as an ordered pair|in simplest radical form|simplest radical form|express your answer in simplest radical form|express your answer in simplest form"
    "|in simplest terms|in terms of pi|express your answer in terms of pi|numerical|simplified numerical|express your answer using interval notation"
    "|in interval notation|express your answer in interval notation|give your answer in interval notation|write your answer in interval notation|in interval form"
    "|in radians|express your answer in radians|surd|in surd form|as a surd|as a single surd|simplified surd|as a simplified surd|in simplified surd form|simplest surd form|in simplest surd form|算一算"
    "|pls|plz|kindly|hey|!|these|those|thank you|happy to|quick question|my homework|homework"
    "|rewrite|write out|write it out|in full|certain|a certain|every digit|all the digits|without rounding|no rounding|rounding|do not round|in that order|known that|it is given that|it is known that|in this case|steps|when|exactly one|their|thanks|hello|hi|tell|will|get|all|from|respectively|mathematical|math|question|work|satisfying|satisfies|satisfy"
    "|用数字作答|用数字回答|填数字|结果保留根号|答案保留根号|保留根号|结果保留π|结果用根号表示|用根号表示|不必化简|不取近似值|写出过程|请写出过程|要求写出过程"
    "|请|已知|则|若|如果|设|的|值|的值|在|中|下列|有|和|与|及|以及|那么|其中|且|出|它|它们|一下|结果|各|分别|满足|当|时|这个|一个|我|帮我|帮忙|你好"
    "|老师|能|可以|吗|呢|下|下面|以下|式子|算式|得|了|就|到|又|并|并且|同时|试|所|该|此|题目|题|如下|使|由|因为|所以|因此|上|把|将|对于|对|关于|根据"
    "|条件|数|数值|精确值|准确值|答案|过程|步骤|写出|给出|直接|表达式|求值|两个|两数|请你|这|的结果|之|于|记|令|告诉|怎么|如何|谢谢|可知|要求|完整|完整的|完整的整数|写坐标|依次|依次写出|正确|得到|所得|只填|只写|只需写出|只需填|不要用科学记数法|不用科学记数法|准确结果|要|要使|应|应该|那|那个|那一|小明|小红|小华|小刚|小丽|小强|小军|小亮|小芳|小李|小王|小张|老师|同学|某同学|一位同学",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Account:
    """What a vocabulary makes of a text.

    Attributes:
        concepts: names in the order of the text, neutral ones left out but `is` and `ask`; a formula stands
            as `#0`, `#1`, … (its index in `formulas`).
        formulas: in order; `a is 3` with the formulas `a` and `3` is already the relation `a = 3`.
        unread: parts that nobody understood, verbatim.
    """

    concepts: tuple[str, ...]
    formulas: tuple[Formula, ...]
    unread: tuple[str, ...]

    def has(self, *names: str) -> bool:
        """Whether all the concepts occur."""
        return all(name in self.concepts for name in names)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The formulas' trees."""
        return tuple(f.node for f in self.formulas)

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Formulas that state something: a relation with both sides."""
        return tuple(
            n
            for n in self.nodes
            if isinstance(n, Relation) and not any(isinstance(s, Blank) for s in n.sides)
        )

    @property
    def asked(self) -> tuple[Node, ...]:
        """Formulas that state nothing: expressions, and the known side of `y = ?`."""
        found: list[Node] = []
        for node in self.nodes:
            if not isinstance(node, Relation):
                found.append(node)
            elif any(isinstance(s, Blank) for s in node.sides):
                found += [s for s in node.sides if not isinstance(s, Blank)]
        return tuple(found)

    @property
    def questions(self) -> tuple[Node, ...]:
        """Of `asked`, what the question is about: `y = ?`, else what stands behind the last question word or relation.

        "Real numbers x and y satisfy …, find x + y" mentions x and y, but asks for x + y.
        """
        gaps = tuple(
            side
            for node in self.nodes
            if isinstance(node, Relation) and any(isinstance(s, Blank) for s in node.sides)
            for side in node.sides
            if not isinstance(side, Blank)
        )
        if gaps:
            return gaps
        places = [i for i, c in enumerate(self.concepts) if c == ASK]
        stated = [
            i
            for i, c in enumerate(self.concepts)
            if c[:1] == "#" and isinstance(self.nodes[int(c[1:])], Relation)
        ]
        for start in (max(places, default=-1), max(stated, default=-1)):
            behind = [self.nodes[int(c[1:])] for c in self.concepts[start + 1 :] if c[:1] == "#"]
            # "find a^b if …, where a and b are real": the question ends where something is stated
            found = tuple(takewhile(lambda node: not isinstance(node, Relation), behind))
            found = found or tuple(node for node in behind if not isinstance(node, Relation))
            if start >= 0 and found:
                return found
        return self.asked


def account(text: str, vocabulary: Vocabulary, notation: Notation = PLAIN) -> Account:
    """Match the words of a cleaned text against `vocabulary`, longest phrases first.

    >>> account("Find the vertex of y = x^2.", {"vertex": "vertex|顶点"}).concepts
    ('ask', 'vertex', '#0')
    >>> account("求抛物线y=x^2的焦距", {"parabola": "抛物线"}).unread
    ('焦距',)
    """
    phrases = _phrases(tuple(vocabulary.items()))
    concepts: list[str] = []
    formulas: list[Formula] = []
    unread: list[str] = []
    for item in _in_runs(text, notation):
        match item:
            case _Run():
                found, missed = _segment(item, phrases)
                concepts += found
                unread += _side_by_side(text, missed)
            case Formula():
                concepts.append(f"#{len(formulas)}")
                formulas.append(item)
            case Illegible():
                unread.append(item.text)
            case Mark():
                concepts.append("|")
    concepts, formulas = _join_stated(concepts, formulas)
    return Account(tuple(c for c in concepts if c and c != "|"), tuple(formulas), tuple(unread))


_HAN: Final = re.compile(r"[\u3400-\u9fff\u3007]")
_UNIT: Final = re.compile(r"[\u3400-\u9fff\u3007]|[^\s\u3400-\u9fff\u3007]+")
"""A Chinese character, or a Latin word."""


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrase → concept; and of each unit that begins a phrase, how many units the longest of these has."""

    concepts: Mapping[str, str]
    longest: Mapping[str, int]


@lru_cache(
    maxsize=1024
)  # more than there are vocabularies: they are asked for in turn, and fewer would keep none
def _phrases(vocabulary: tuple[tuple[str, str], ...]) -> _Phrases:
    """The topic's own meaning of a word wins over the neutral one."""
    table: dict[str, str] = {}
    for concept, phrases in (*NEUTRAL.items(), *vocabulary):
        for phrase in phrases.replace("'", " ").split("|"):  # the words of "Cramer's" are cramer and s
            table[phrase.removesuffix("s?")] = concept
            if phrase.endswith("s?"):
                table[phrase[:-1].removesuffix("s") + "s"] = concept
    longest: dict[str, int] = {}
    for phrase in table:
        units = _UNIT.findall(phrase)
        longest[units[0]] = max(longest.get(units[0], 0), len(units))
    return _Phrases(table, longest)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that follow one another: their units, and where each begins and ends in the problem's text and in `joined`.

    In `joined` Chinese characters stand close together, Latin words apart.
    """

    units: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    joined: str
    places: tuple[tuple[int, int], ...]


@lru_cache(maxsize=64)  # topic after topic asks for the same text
def _in_runs(text: str, notation: Notation) -> tuple[_Run | Formula | Illegible | Mark, ...]:
    """The text's items, words in runs."""
    found = list[_Run | Formula | Illegible | Mark]()
    waiting = list[Word]()
    for item in (*scan(text, notation), None):
        if isinstance(item, Word):
            waiting.append(item)
            continue
        if waiting:
            found.append(_run_of(waiting))
            waiting = []
        if item is not None:
            found.append(item)
    return tuple(found)


def _run_of(words: list[Word]) -> _Run:
    units, spans, places, joined = list[str](), list[tuple[int, int]](), list[tuple[int, int]](), ""
    for word in words:
        for k, unit in enumerate(word.text if _HAN.match(word.text) else (word.text,)):
            joined += " " if joined and joined[-1].isascii() and unit[0].isascii() else ""
            places.append((len(joined), len(joined) + len(unit)))
            units.append(unit)
            spans.append((word.start + k, word.start + k + len(unit)))
            joined += unit
    return _Run(tuple(units), tuple(spans), joined, tuple(places))


def _side_by_side(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """What stands at these places, those together that nothing but space parts."""
    whole = list[tuple[int, int]]()
    for start, end in spans:
        if whole and text[whole[-1][1] : start].strip() == "":
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return [text[a:b] for a, b in whole]


def _segment(run: _Run, phrases: _Phrases) -> tuple[list[str], list[tuple[int, int]]]:
    """The split with the fewest unread units, then the fewest phrases (dynamic programming from the end)."""
    units, joined, places = run.units, run.joined, run.places
    longest, concept_of, many = phrases.longest, phrases.concepts, len(run.units)
    missed, count = [0] * (many + 1), [0] * (many + 1)  # of the best split from there on
    chosen: list[tuple[int, str | None]] = [(0, None)] * many
    for i in range(many - 1, -1, -1):
        least, fewest = missed[i + 1] + 1, count[i + 1] + 1
        choice: tuple[int, str | None] = (1, None)
        start = places[i][0]
        for end in range(i + 1, min(i + longest.get(units[i], 0), many) + 1):
            concept = concept_of.get(joined[start : places[end - 1][1]])
            if concept is not None and (missed[end], count[end] + 1) < (least, fewest):
                least, fewest, choice = missed[end], count[end] + 1, (end - i, concept)
        missed[i], count[i], chosen[i] = least, fewest, choice
    concepts, missed_spans, i = [], [], 0
    while i < many:
        size, concept = chosen[i]
        if concept is None or concept == COMBINED:
            missed_spans.append((run.spans[i][0], run.spans[i + size - 1][1]))
        else:
            concepts.append(concept)
        i += size
    return concepts, missed_spans


def _join_stated(concepts: list[str], formulas: list[Formula]) -> tuple[list[str], list[Formula]]:
    """`a`, is, `3` → `a = 3`; only where a single name is said to have a value, and nothing stands between."""
    for i in range(len(concepts) - 2):
        left, sign, right = concepts[i : i + 3]
        if not (left.startswith("#") and sign == IS and right.startswith("#")):
            continue
        a, b = formulas[int(left[1:])], formulas[int(right[1:])]
        if (
            not isinstance(a.node, Symbol | Binary)
            or isinstance(b.node, Relation)
            or isinstance(a.node, Number)
        ):
            continue
        merged = Formula(Relation(("=",), (a.node, b.node)), a.text, a.start)
        k = int(left[1:])
        kept = [*formulas[:k], merged, *formulas[k + 2 :]]
        renumbered = [f"#{int(c[1:]) - 1}" if c.startswith("#") and int(c[1:]) > k else c for c in concepts]
        return _join_stated([*renumbered[: i + 1], *renumbered[i + 3 :]], kept)
    return concepts, formulas
