"""What the words around the formulas of a congruence say, in both languages: each phrase wholly or not at all.

Phrases become events (`wanted`, bounds, an inverse, a known remainder); a text is read when nothing is left between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from solver.formula import Node
from solver.formula.nodes import Relation, Symbol
from solver.topics.arguments import argument
from solver.topics.numbers.congruences.marking import Bounds, Congruence, Expression, Marked, Modulus, Stated


@dataclass(slots=True)
class Said:
    """Everything that a text says, in the order of its kinds.

    `residue_of` is the modulus of "as a residue modulo 12"; `inverses` and `remainders` are pairs (formula, modulus) and
    triples (formula or None for "a number", modulus, remainder); `asked` is what a remainder is asked of.
    """

    wanted: set[str] = field(default_factory=set)
    bounds: list[Bounds] = field(default_factory=list)
    congruences: list[Congruence] = field(default_factory=list)
    expressions: list[Expression] = field(default_factory=list)
    residue_of: list[int] = field(default_factory=list)
    inverses: list[tuple[Node, int]] = field(default_factory=list)
    ranges: list[tuple[int, int]] = field(default_factory=list)


Event = Callable[[Said, list[Marked]], bool]
_F: Final = r"§(\d+)§"


def _whole(item: Marked) -> int | None:
    value = argument(item.node, {}) if isinstance(item, Expression) and item.modulus is None else None
    return int(value.value) if value is not None and value.value.denominator == 1 else None


def _want(name: str, low: int | None = None) -> Event:
    def event(said: Said, items: list[Marked]) -> bool:
        said.wanted.add(name)
        if low is not None:
            said.bounds.append(Bounds(low, None))
        return True

    return event


def _from(low: int) -> Event:
    def event(said: Said, items: list[Marked]) -> bool:
        said.bounds.append(Bounds(low, None))
        return True

    return event


def _nothing(said: Said, items: list[Marked]) -> bool:
    return True


def _limit(kind: str) -> Event:
    def event(said: Said, items: list[Marked]) -> bool:
        values = [_whole(item) for item in items]
        if any(v is None for v in values):
            return False
        first = values[0] or 0
        match kind:
            case "below":
                said.bounds.append(Bounds(None, first - 1))
            case "above":
                said.bounds.append(Bounds(first + 1, None))
            case "at most":
                said.bounds.append(Bounds(None, first))
            case "at least":
                said.bounds.append(Bounds(first, None))
            case "from":
                said.bounds.append(Bounds(first, values[1]))
            case "between":  # the ends may belong to it or not: see `topic`
                said.ranges.append((first, values[1] or 0))
            case "digits" if 0 < first <= 9:
                said.bounds.append(Bounds(10 ** (first - 1), 10**first - 1))
            case _:
                return False
        return True

    return event


def _digits(count: int) -> Event:
    def event(said: Said, items: list[Marked]) -> bool:
        said.bounds.append(Bounds(10 ** (count - 1), 10**count - 1))
        return True

    return event


def _residue(said: Said, items: list[Marked]) -> bool:
    if not isinstance(items[-1], Modulus):
        return False
    said.residue_of.append(items[-1].value)
    return True


def _residue_of(said: Said, items: list[Marked]) -> bool:
    modulus, formula = items if isinstance(items[0], Modulus) else (items[1], items[0])
    if not isinstance(modulus, Modulus) or not isinstance(formula, Expression) or formula.modulus is not None:
        return False
    said.expressions.append(Expression(formula.node, modulus.value))
    return True


def _inverse(said: Said, items: list[Marked]) -> bool:
    modulus, formula = items if isinstance(items[0], Modulus) else (items[1], items[0])
    match formula:
        case Expression(node, inner) if isinstance(modulus, Modulus) and inner in (None, modulus.value):
            said.inverses.append((node, modulus.value))
            return True
        case _:
            return False


def _inverse_of(said: Said, items: list[Marked]) -> bool:
    match items[0]:
        case Expression(node, int(modulus)):
            said.inverses.append((node, modulus))
            return True
    return False


def _remainder_of(said: Said, items: list[Marked]) -> bool:
    formula, divisor = items[0], _whole(items[1])
    if not isinstance(formula, Expression) or formula.modulus is not None or divisor is None or divisor < 2:
        return False
    said.expressions.append(Expression(formula.node, divisor))
    return True


def _formula(said: Said, items: list[Marked]) -> bool:
    match items[0]:
        case Congruence():
            said.congruences.append(items[0])
        case Bounds():
            said.bounds.append(items[0])
        case Expression(Symbol(), None):
            pass  # the letter is named
        case Stated(Relation(("=",), sides)):  # a hint
            values = [argument(side, {}) for side in sides]
            return (
                len(values) == 2
                and values[0] is not None
                and values[1] is not None
                and values[0].value == values[1].value
            )
        case Expression(_, int()):
            said.expressions.append(items[0])
        case _:
            return False
    return True


def _congruent(said: Said, items: list[Marked]) -> bool:
    """`$a$ is congruent to $b$ modulo 12`."""
    left, right = items[0], items[1]
    modulus = items[2].value if len(items) == 3 and isinstance(items[2], Modulus) else None
    if not isinstance(left, Expression) or not isinstance(right, Expression):
        return False
    modulus = modulus or right.modulus
    if modulus is None or left.modulus is not None:
        return False
    said.congruences.append(Congruence(left.node, right.node, modulus))
    return True


_INTEGER: Final = (
    r"(?:integers?|whole numbers?|natural numbers?|values?|numbers?|integer values?|residues?|solutions?)"
)
_NOISE: Final = (
    "in the set", "the set", "it is true that", "is it true that", "that is", "such that", "so that", "given that", "notice that", "recall that",
    "solve for", "solve", "find", "what is", "what are", "what's", "what", "determine", "compute", "calculate", "evaluate", "give", "which", "then",
    "please", "let", "suppose", "since", "the", "all", "an?", "of", "in", "for what", "for which", "for", "if", "that", "true", "there are",
    "there is", "there", "are there", "is there", "do", "does", "has", "have", "is", "and", "with", "where", "satisfy", "satisfies", "satisfying",
    "be", "are", "each", "both", "following", "unique", "some", "exists?", "any", "linear congruences?", "congruences?", "system of", "system",
    "simultaneous", "equations?", "modular", "solutions? in", _INTEGER, "to", "only", "possible",
)  # fmt: skip
_ENGLISH: Final[tuple[tuple[str, Event], ...]] = (
    (rf"{_F} (?:is|are) congruent to {_F}(?: ?{_F})?", _congruent),
    (rf"{_F} (?:is|are) (?:the |a )?(?:multiplicative |modular )?inverse (?:of|to) {_F} {_F}", lambda s, i: _inverse(s, i[1:])),
    (rf"(?:(?:the|a|its) )?(?:multiplicative |modular )?inverse (?:of|to|for) {_F} {_F}", _inverse),
    (rf"(?:(?:the|a) )?(?:multiplicative |modular )?inverse (?:of|to|for) {_F}", _inverse_of),
    (rf"(?:the )?{_F} (?:multiplicative )?inverse of {_F}", _inverse),
    (rf"(?:the )?(?:residue|remainder) of {_F} {_F}", _residue_of),
    (rf"(?:the )?{_F} (?:residue|remainder) of {_F}", _residue_of),
    (rf"(?:the )?(?:residue|remainder) of (?={_F})", _nothing),
    (rf"(?:(?:as|to) )?a residue {_F}|as residues {_F}|residues? (?=§)", lambda s, i: _residue(s, i) if i else True),
    (r"(?:the )?(?:smallest|least|lowest)(?: possible)?(?: value of the)? (?:positive|natural)", _want("smallest", 1)),
    (r"(?:the )?(?:smallest|least|lowest)(?: possible)? (?:non ?-?negative|whole(?= number))", _want("smallest", 0)),
    (r"(?:the )?(?:smallest|least|lowest)(?: possible)?", _want("smallest")),
    (r"(?:the )?(?:largest|greatest|biggest|highest)(?: possible)?(?: positive)?", _want("largest")),
    (r"how many|(?:the )?number of", _want("count")),
    (r"(?:the )?sum of(?: all)?(?: of)?(?: the)?", _want("sum")),
    (r"(?:find |list |determine )all", _want("all")),
    (r"two[- ]digit", _digits(2)),
    (r"three[- ]digit", _digits(3)),
    (r"four[- ]digit", _digits(4)),
    (r"five[- ]digit", _digits(5)),
    (rf"{_F} ?-? ?digit", _limit("digits")),
    (rf"(?:that is |which is |that are |which are )?(?:less|smaller) than or equal to {_F}|(?:at most|not exceeding|up to|no greater than) {_F}", _limit("at most")),
    (rf"(?:that is |which is |that are |which are )?(?:less|smaller) than {_F}|(?:below|under) {_F}", _limit("below")),
    (rf"(?:that is |which is |that are |which are )?(?:greater|more|larger) than {_F}|(?:above|over) {_F}", _limit("above")),
    (rf"(?:that is |which is |that are |which are )?(?:at least|greater than or equal to) {_F}", _limit("at least")),
    (rf"(?:an? )?(?:integer |number )?(?:from|between) {_F} (?:to|and|through) {_F},? ?\(?inclusive\)?|from {_F} (?:to|through) {_F}", _limit("from")),
    (rf"(?:a number |an integer )?between {_F} and {_F}", _limit("between")),
    (r"(?:that )?(?:are |is )?positive(?= integer| number| whole|\W|$)", _from(1)),
    (r"(?:that )?(?:are |is )?(?:nonnegative|non ?-?negative)", _from(0)),
    (r"(?:give|giving|express|write|leave|state)(?: your| the| an)? answers? as(?: an integer| a number| a residue)?|(?:give|giving)(?: your| an| the)? answer(?= between| from| as|,? ?§)|(?:an |the )?integer(?= from| between)", _nothing),
    (r"(?:when |if )?(?:expressed |written |reduced |given )?as (?:an?|the) (?:integer|number)(?= from| between)", _nothing),
    (r"inclusive", _nothing),
    (rf"(?:what is |find |determine )?(?:the )?remainder when {_F} is divided by {_F}", _remainder_of),
    (rf"what remainder (?:does|do|will) {_F} (?:leave|give) when (?:it is )?divided by {_F}", _remainder_of),
    ("|".join(_NOISE), _nothing),
    (_F, _formula),
    (r"[,.;:?!()]", _nothing),
)  # fmt: skip
_CHINESE: Final[tuple[tuple[str, Event], ...]] = (
    (rf"{_F} ?关于 ?{_F} ?的(?:数论|乘法)?(?:逆元素?|倒数)|{_F} ?在? ?{_F} ?下?的(?:数论|乘法)?(?:逆元素?|倒数|逆)", _inverse),
    (rf"{_F} ?(?:下|意义下),? ?{_F} ?的(?:数论|乘法)?(?:逆元素?|逆)", _inverse),
    (rf"{_F} ?(?:与|和) ?{_F} ?{_F} ?同余", _congruent),
    (rf"{_F} ?{_F} ?的(?:余数|剩余)", _residue_of),
    (rf"{_F} ?除以 ?{_F} ?的余数", _remainder_of),
    (rf"{_F} ?以内", _limit("at most")),
    (r"最小的?(?:正整数|自然数(?=解))", _want("smallest", 1)),
    (r"最小的?(?:非负整数)", _want("smallest", 0)),
    (r"最小的?", _want("smallest")),
    (r"最大的?", _want("largest")),
    (r"多少个|几个|(?:的)?个数(?:是多少)?", _want("count")),
    (r"(?:求|求出|写出|列出)?(?:所有|全部)", _want("all")),
    (r"之和|的和(?:是多少)?", _want("sum")),
    (r"[两二]位(?:数|正整数|整数)", _digits(2)),
    (r"三位(?:数|正整数|整数)", _digits(3)),
    (r"四位(?:数|正整数|整数)", _digits(4)),
    (rf"(?:不大于|不超过|至多是?) ?{_F}", _limit("at most")),
    (rf"小于 ?{_F}|{_F} ?以下", _limit("below")),
    (rf"大于 ?{_F}", _limit("above")),
    (rf"不小于 ?{_F}", _limit("at least")),
    (rf"从 ?{_F} ?(?:到|至) ?{_F}|在? ?{_F} ?(?:到|至) ?{_F} ?(?:之间)?(?:的|中)?", _limit("from")),
    (r"正整数", _from(1)),
    (r"非负整数", _from(0)),
    (r"同余方程组?|方程组?|求出?|解|计算|满足|适合|使得?|成立|的|整数|数|值|是|多少|几|有|共|一共|试求|设|已知|则|若|其中|且|和|与|同时|中|在|为|什么|条件|集合|对于?|它们|哪个|等于|请|同余式|那么|并|结果", _nothing),
    (_F, _formula),
    (r"[,.;:?!()、。]", _nothing),
)  # fmt: skip
_TABLES: Final = {
    language: tuple((re.compile(rf"(?i)(?:{pattern}){end}"), event) for pattern, event in table)
    for language, table, end in (("en", _ENGLISH, r"(?:(?<![A-Za-z])|(?![A-Za-z]))"), ("zh", _CHINESE, ""))
}


def said(text: str, items: tuple[Marked, ...], language: str) -> Said | str:
    """What the marked text says, or where it is not understood."""
    found, rest = Said(), text.strip()
    while rest:
        for pattern, event in _TABLES[language]:
            match = pattern.match(rest)
            if match is None or not match[0]:
                continue
            meant = [items[int(g)] for g in match.groups() if g is not None]
            if event(found, meant):
                rest = rest[match.end() :].strip()
                break
        else:
            return rest
    return found
