"""Read a question about numerals in bases: which number is written in which base, and in which base the answer is wanted.

Not read: fractions in a base, a base that is asked for, digits that are letters for unknowns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.formula.nodes import Binary, Blank, Negative, Node, Relation, Symbol, walk, with_children
from solver.reader import account
from solver.reader.account import Account
from solver.topics.base import Reading, Text, Unread
from solver.topics.numbers.bases.numerals import BASES, MAX_DIGITS, Numeral, base_word, marked
from solver.topics.numbers.bases.task import Bases

VOCABULARY: Final = {
    "to": "to|into|as|using|convert to|化为|化成|化作|转换为|转换成|转化为|转化成|转换到|换成|换为|换算成|换算为|写成|改写成|改写为|表示为|表示成|变成|变为|转为|转成|用|以|成|等于|对应|对应的|所对应的",
    "in": "in|when expressed in|if expressed in|expressed in|when written in|written in|in the|as written in|在|中|里|里面",
    "from": "from|由|从",
    "convert": "convert|converted|converting|conversion|change|changing|translate|express|expressed|expressing|write|writing|written|rewrite|represent|represented|turn"
    "|when|put|how do you write|how do i write|how to write|进行转换|转换|转化|化|换算|改写|进制转换",
    "form": "representation|form|equivalent|equivalents|notation|expansion|表示|表示形式|形式|的形式|计数",
    "value": "value|values|value of|值|的值",
    "digits": "use digits|with digits|lower case letters|lowercase letters",
    "number": "number|numbers|integer|integers|numeral|numerals|whole number|数|整数|数字|两个|两数",
    "system": "number system|numeral system|system|数制|计数法",
    "of": "of",
    "的": "的",
    "operation": "addition|subtraction|multiplication|加法|减法|乘法|加法运算|减法运算|乘法运算|运算",
    "add": "add|adding|add together",
    "subtract": "subtract|subtracting",
    "multiply": "multiply|multiplying",
    "by": "by",
    "sum": "sum|the sum|sum of|the sum of|add together|之和|的和|和是|和为|和",
    "difference": "difference|difference between|difference of|之差|的差|差是|差为|差",
    "product": "product|product of|之积|的积|乘积|的乘积|积是|积为|积",
    "between": "between",
    "answer": "give your answer|giving your answer|express your answer|write your answer|expressing your answer|leave your answer|giving the answer|结果|答案",
    "is": "is the same as",
    **{f"@{base}": base_word(base) for base in BASES},
}  # fmt: skip
_VERBS: Final = ("operation", "add", "subtract", "multiply")
_FILLERS: Final = ("number", "system", "的", "operation")
_OPERATIONS: Final = {
    "sum": "+", "difference": "-", "product": "*", "add": "+", "subtract": "-", "multiply": "*",
}  # fmt: skip
_SPOKEN: Final = {"plus": "+", "minus": "-", "times": "*", "multiplied by": "*", "加上": "+", "减去": "-", "乘以": "*", "加": "+", "减": "-", "乘": "*"}  # fmt: skip


def read(text: Text) -> Reading:
    """A conversion between bases, or a computation with numerals of bases."""
    taken = marked(text.source)
    if taken is None:
        return None
    source, numerals = taken
    if not numerals and not text.values:
        return None
    for word, sign in _SPOKEN.items():
        edge = r"\b" if word.isascii() else ""
        source = re.sub(rf"(?<=\}} ){edge}{word}{edge}(?= ?-? ?(?:radix\w\w )?(?:数 ?)?\\nu)", sign, source)
    source = re.sub(
        r"(?<=[-+*])( -?) ?(radix\w\w) (?:数 )?(?:number )?(?=\\nu)",
        lambda m: m[1] + " " if source.count(m[2]) > 1 else m[0],
        source,
    )
    source = re.sub(r"\s*(?:_{2,}|\(\s*\)|(?<!=)\?)\s*$", "", source)
    if re.search(r"\} \\nu_", source):
        return None  # numerals without anything between them
    found = account(source, VOCABULARY)
    if not any(c[0] == "@" for c in found.concepts) and not any(n.base for n in numerals):
        return None
    if found.unread:
        return Unread(found.unread)
    return _task(found, numerals, text)


def _task(found: Account, numerals: tuple[Numeral, ...], text: Text) -> Reading:
    node = _expression(found)
    if node is not None:
        node, numerals = _with_letters(node, numerals, text)
    if node is None or not _is_computation(node):
        return None
    used = [int(n.name[3:]) for n in walk(node) if isinstance(n, Symbol)]
    if sorted(used) != list(range(len(numerals))):
        return None
    roles = _roles(found)
    if roles is None:
        return None
    bases = _bases(numerals, roles, is_lone=isinstance(node, Symbol | Negative), has_verb=_has_verb(found))
    if bases is None:
        return None
    read, target = bases
    if any(not n.fits(n.base or 10) or len(n.digits) > MAX_DIGITS for n in read):
        return Unread(tuple(n.digits for n in read if not n.fits(n.base or 10))) if target else None
    if all(n.base == 10 for n in read) and target == 10 and not roles.frames:
        return None  # nothing about bases
    names_both = re.search(r"(?i)\bbase-\$?10\$?\s+(?:integer|number|numeral)", text.source) is not None
    shows_base = names_both or any(n.subscript for n in numerals)
    return Bases(node, read, target, shows_base, text.language)


def _with_letters(node: Node, numerals: tuple[Numeral, ...], text: Text) -> tuple[Node, tuple[Numeral, ...]]:
    """Letters that the problem has settled stand for numbers in base ten."""
    for letter in list(
        dict.fromkeys(n for n in walk(node) if isinstance(n, Symbol) and n.name in text.values)
    ):
        value = text.values[letter.name]
        if not getattr(value, "is_Integer", False):
            continue
        symbol: Node = Symbol(f"nu_{len(numerals)}")
        numerals = (*numerals, Numeral(str(abs(value)), 10))
        node = _replaced(node, letter, symbol if value >= 0 else Negative(symbol))
    return node, numerals


def _replaced(node: Node, old: Node, new: Node) -> Node:
    return new if node == old else with_children(node, lambda child: _replaced(child, old, new))


def _has_verb(found: Account) -> bool:
    return any(map(found.has, _VERBS))


def _expression(found: Account) -> Node | None:
    """The one expression that is asked for, joined by a named operation where there are two."""
    nodes: list[Node] = []
    for node in found.nodes:
        match node:
            case Relation(("=",), (left, Blank())):
                nodes.append(left)
            case Relation():
                return None
            case _:
                nodes.append(node)
    named = [_OPERATIONS[c] for c in _OPERATIONS if found.has(c)]
    if len(nodes) == 1:
        fits = isinstance(nodes[0], Binary) and named == [nodes[0].op]  # add 1_2 + 11_2
        return nodes[0] if not named or fits else None
    if len(named) != 1 or len(nodes) < 2 or len(nodes) > 2 and named != ["+"]:
        return None
    if found.has("subtract"):
        if "from" not in found.concepts:
            return None
        nodes.reverse()  # subtract 3 from 5: 5 - 3
    total = nodes[0]
    for node in nodes[1:]:
        total = Binary(named[0], total, node)
    return total


def _is_computation(node: Node) -> bool:
    """Numerals with + − × and brackets."""
    match node:
        case Symbol(name):
            return name.startswith("nu_")
        case Negative(operand):
            return _is_computation(operand)
        case Binary("+" | "-" | "*", left, right, tight):
            return not tight and _is_computation(left) and _is_computation(right)
    return False


@dataclass(frozen=True, slots=True)
class _Roles:
    """What the names of bases are for: the number's own base, the answer's, or both (`in base 7, what is …`)."""

    sources: tuple[int, ...]
    targets: tuple[int, ...]
    frames: tuple[int, ...]
    behind: tuple[int, ...]
    """`in base 2` behind an expression and no other target: the answer's base, or both."""


def _roles(found: Account) -> _Roles | None:
    """None where a name's role is not clear."""
    concepts = [c for c in found.concepts if c not in ("ask",)]
    places = [i for i, c in enumerate(concepts) if c[0] == "@"]
    sources, targets, frames, behind = list[int](), list[int](), list[int](), list[int]()
    for i in places:
        base = int(concepts[i][1:])
        before = concepts[i - 1] if i else ""
        j = i + 1
        while j < len(concepts) and concepts[j] in _FILLERS:
            j += 1
        after = concepts[j] if j < len(concepts) else ""
        has_expression_before = any(c[0] == "#" for c in concepts[:i])
        later = any(
            concepts[k - 1] in ("to", "in") or concepts[k + 1 : k + 2] == ["form"] for k in places if k > i
        )
        if before == "from":
            sources.append(base)
        elif before == "to":
            targets.append(base)
        elif before == "in":
            if not has_expression_before and found.concepts[-1:] != (concepts[i],) and after != "form":
                frames.append(base)
            elif later:
                sources.append(base)
            elif "answer" in concepts[:i] or before == "in" and concepts[i - 2 : i - 1] == ["convert"]:
                targets.append(base)
            elif found.has("value") and not sources:
                return None  # the value of 1011 in base 2
            else:
                behind.append(base)
        elif (
            after == "form"
            or concepts[i + 1 : i + 2] == ["of"]
            or (i + 2 < len(concepts) and concepts[i + 1 : i + 3] == ["number", "of"])
        ):
            targets.append(base)
        elif (
            after[:1] == "#"
            or after in ("sum", "difference", "product")
            and not has_expression_before
            or before[:1] == "#"
        ):
            sources.append(base)
        elif before == "的" and concepts[i - 2 : i - 1] and concepts[i - 2][0] == "#":
            targets.append(base)
        elif before in ("is", "answer") and has_expression_before:
            (sources if later else targets).append(base)
        else:
            return None
    return _Roles(tuple(sources), tuple(targets), tuple(frames), tuple(behind))


def _bases(
    numerals: tuple[Numeral, ...], roles: _Roles, *, is_lone: bool, has_verb: bool
) -> tuple[tuple[Numeral, ...], int] | None:
    """Numerals with their bases and the base of the answer; None where that is not clear."""
    bare = [n for n in numerals if n.base is None]
    targets = {*roles.targets, *roles.behind}
    if roles.frames and targets - set(roles.frames) and bare:
        return None  # "what number in base 10 equals 1101 in base 2": whose is which?
    if len(set(roles.frames)) > 1 or len(set(roles.sources)) > 1 or len(targets) > 1:
        return None
    own: int | None = None
    if roles.sources:
        beside = {n.base for n in numerals if n.base is not None}
        if not bare and beside != set(roles.sources) or roles.frames and roles.frames != roles.sources:
            return None
        own = roles.sources[0]
    elif roles.frames and bare:
        own = 10 if is_lone and not targets else roles.frames[0]
    elif roles.behind and bare and not is_lone:
        base = roles.behind[0]
        clear = has_verb or any(not n.digits.isdecimal() for n in bare)
        if not clear or len(bare) != len(numerals) or not all(n.fits(base) for n in bare):
            return None  # the sum of 12 and 7 in base 9: whose digits are they?
        own = base
    elif bare:
        own = 10
        if not is_lone and targets and targets != {10}:
            return None
        if not is_lone and len(bare) < len(numerals):
            return None
    read = tuple(n if n.base else Numeral(n.digits, own, n.subscript) for n in numerals)
    if targets:
        return read, targets.pop()
    if roles.frames:
        return read, roles.frames[0]
    bases = {n.base for n in read}
    if is_lone or len(bases) != 1:
        return None
    return read, int(bases.pop() or 10)
