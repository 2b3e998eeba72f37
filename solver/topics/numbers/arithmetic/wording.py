"""Operations in words: what "the product of 12 and 34" or 12与34的差除以2 say as one expression.

Where words leave two readings open ("3 plus 4 times 5") there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from typing import Final

from solver.formula import Node, to_sympy
from solver.formula.nodes import Binary, Call, Negative, Number
from solver.reader import Account
from solver.reader.numerals import in_digits
from solver.topics.numbers.arithmetic.large import unwrapped
from solver.topics.numbers.arithmetic.phrases import in_formulas, shares
from solver.topics.numbers.arithmetic.retelling import retold, said_once
from solver.topics.numbers.arithmetic.roots import roots_in_formulas

FOLDED: Final = {"product": "*", "sum": "+", "difference": "-", "quotient": "/"}
INFIX: Final = {"times": "*", "plus": "+", "minus": "-", "over": "/"}
VERBS: Final = {
    "add": "+",
    "subtract": "-",
    "multiply": "*",
    "divide": "/",
    "plus": "+",
    "minus": "-",
    "times": "*",
}
_DIGITS: Final = "一二三四五六七八九十"
_BASE: Final = r"(?<![\d.,^\-−/])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|\(\s*-?\s*\d+(?:\.\d+)?\s*\))"
_SCALES: Final = {
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "万": 4, "亿": 8, "万亿": 12, "千万": 7, "百万": 6,
}  # fmt: skip
_LARGE: Final = re.compile(
    r"(?i)(?<![\d.])(\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion|trillion|万亿|千万|百万|亿|万)(?![a-z万亿千百\d])"
)


def _written_out(match: re.Match[str]) -> str:
    """`3.5 million` as 3500000."""
    value = Fraction(match[1].replace(",", "")) * 10 ** _SCALES[match[2].lower()]
    return str(value.numerator) if value.denominator == 1 else match[0]


def rewritten(text: str) -> str:
    """Powers, multiples and Chinese fractions in words as formulas: 3的4次方 is 3^{4}.

    >>> rewritten("2的10次方加上5 squared")
    ' $2^{10}$ 加上 $5^{2}$ '
    """
    text = _passive(in_formulas(in_digits(_LARGE.sub(_written_out, shares(retold(unwrapped(text)))))))
    text = said_once(roots_in_formulas(_passive(in_digits(_LARGE.sub(_written_out, text)))))
    text = re.sub(r"(和|差|积)的一半", r"\1除以2", text)
    text = re.sub(r"从\s*(\$?[\d,]+\$?)\s*(?:里面?|中)\s*减去\s*(\$?[\d,]+\$?)", r"\1减去\2", text)
    text = re.sub(  # 2 1/2 is a mixed number
        r"(?<![\d/.^*])(\d+)\s+(\d+)\s*/\s*(\d+)(?!\d|/|\.\d|\s*\^)",
        lambda m: f"({m[1]}+{m[2]}/{m[3]})" if int(m[2]) < int(m[3]) else m[0],
        text,
    )
    text = re.sub(  # it says nothing that the numbers do not
        r"(?i)\(?\s*\b(?:the\s+division\s+(?:is\s+exact|comes\s+out\s+exactly|has\s+no\s+remainder)|there\s+is\s+no\s+remainder)\s*\.?\s*\)?|\(?(?:商是整数|能整除|可以整除|恰好整除|正好整除|没有余数)\)?(?=[。.,;)]|$)",
        " ",
        text,
    )
    text = re.sub(  # "the difference when 3 is subtracted from 10"
        r"(?i)\b(?:the\s+)?(?:sum|total|product|difference|quotient|result|answer)\s+(?:obtained\s+)?(?:when|if)\b(?=.*\b(?:subtract|add|multipl|divide)(?:ed|ied)?\b)",
        " ",
        text,
    )
    text = re.sub(r"(?i)\b(then|next|and\s+then|finally)\s+take\s+away\b", r"\1 subtract", text)
    text = re.sub(r"(?i)\bput(?:ting)?\b(?=(?:[^.?;!]|\.\d)*\btogether\b)", "add", text)
    text = re.sub(
        r"(把|将)(?=(?:[^.?;。,]|\.\d)*(?:合起来|合在一起|加在一起))|合起来|合在一起|加在一起",
        lambda m: "" if m[1] else "相加",
        text,
    )
    base = rf"\$?{_BASE}\s*\$?"
    power = rf"\$?(\d{{1,4}}|[{_DIGITS}])\$?"

    def raised(match: re.Match[str]) -> str:
        exponent = match[2] if match[2].isdigit() else str(_DIGITS.index(match[2]) + 1)
        return f" ${match[1]}^{{{exponent}}}$ "

    text = re.sub(rf"{base}\s*的\s*{power}\s*次(?:方|幂)", raised, text)
    text = re.sub(
        rf"(?i){base}\s+(?:raised\s+)?to\s+(?:the\s+)?(?:power\s+(?:of\s+)?)?\$?(\d{{1,4}})\$?(?:st|nd|rd|th)?(?:\s+power)?(?=\W|$)"
        if re.search(r"(?i)\bpower\b|\braised\b", text)
        else r"(?!)",
        raised,
        text,
    )
    text = re.sub(rf"(?i)\b(?:the\s+)?(\d{{1,4}})(?:st|nd|rd|th)\s+power\s+of\s+{base}", r" $\2^{\1}$ ", text)
    for words, exponent in ((r"\s+squared\b|的平方(?!根|和|差)", 2), (r"\s+cubed\b|的立方(?!根|和|差)", 3)):
        text = re.sub(rf"(?i){base}(?:{words})", rf" $\1^{{{exponent}}}$ ", text)
    text = re.sub(r"(?i)(?<![\d.])\$?(\d+)\$?\s*(?:的阶乘|factorial\b)", r" $\1!$ ", text)
    text = re.sub(r"(?i)\b(?:the\s+)?factorial\s+of\s+\$?(\d+)\$?(?![.\d])", r" $\1!$ ", text)
    text = re.sub(rf"{base}\s*的\s*\$?(\d+(?:\.\d+)?)\$?\s*倍", r" $\1*\2$ ", text)
    text = re.sub(
        rf"([{_DIGITS}])分之([{_DIGITS}])",
        lambda m: f" ${_DIGITS.index(m[2]) + 1}/{_DIGITS.index(m[1]) + 1}$ ",
        text,
    )
    return re.sub(r"(?i)(?:负|\bnegative\s+)(?=\d)", "-", text)


def _passive(text: str) -> str:
    """`A and B are added and C is then taken away` as the commands `add A and B, subtract C`."""
    number = r"(\$?-?\d[\d,]*(?:\.\d+)?\$?)"
    verbs = {
        "added": "add", "summed": "add", "multiplied": "multiply", "subtracted": "subtract",
        "taken away": "subtract", "deducted": "subtract", "divided": "divide",
    }  # fmt: skip
    did = "|".join(verbs)
    then = r"(?:\s*,|\s+and|\s+then|\s+next|\s+finally)*\s+"
    result = r"(?:the|this|that|their)\s+(?:result|sum|product|total|answer|difference|quotient)|it"
    start = r"(?:\b(?:when|if|after)\s+)?"
    text = re.sub(
        rf"(?i){start}{number}\s+and\s+{number}\s+are\s+(added|summed|multiplied)(?:\s+together)?",
        lambda m: f" , {verbs[m[3].lower()]} {m[1]} and {m[2]}",
        text,
    )
    text = re.sub(
        rf"(?i)(?<=\d){then}{number}\s+is\s+(?:then\s+|finally\s+|also\s+)?({did})(?:\s+(?:from|to)\s+(?:{result}))?(?=\s*[,.?;]|\s*$|{then}(?:{result})\b)",
        lambda m: f" , then {verbs[m[2].lower()]} {m[1]}",
        text,
    )
    return re.sub(
        rf"(?i){then}(?:{result})\s+is\s+(?:then\s+|finally\s+)?(multiplied|divided)\s+by\s+{number}",
        lambda m: f" , then {verbs[m[1].lower()]} by {m[2]}",
        text,
    )


_RANGE: Final = re.compile(r"(?i)\d\$?\s*(?:to|through|up\s+to|到|至)\s*\$?-?\d")


_CHANGED_TO: Final = re.compile(r"(?:增加|增大|减少|减小)到\s*\$?\d")


def is_range(text: str, found: Account) -> bool:
    """Whether the sum (product) of all the numbers from one to another is asked for, or one is changed *to* another (增加到)."""
    both = (found.has("sum") or found.has("product")) and _RANGE.search(text) is not None
    return both or _CHANGED_TO.search(text) is not None


def expression_of(found: Account) -> Node | None:
    """The computation that words and numbers describe; None when it is not one."""
    nodes, pattern = (
        found.asked,
        [c for c in found.concepts if c not in ("is", "ask", "simplify", "decimal", "whole")],
    )
    if _is_equation(found.concepts) or _of_a_percentage(pattern, nodes):
        return None
    if len(nodes) == 1:
        return _one(nodes[0], [c for c in pattern if not c.startswith("#") and c != "of"])
    named = [c for c in pattern if c in FOLDED]
    bare = [c for c in pattern if c not in ("of", "by")]
    if len(named) == 1 and len(nodes) >= 2 and sorted(c for c in bare if not c.startswith("#")) == named:
        if named[0] in ("difference", "quotient") and len(nodes) != 2:
            return None
        return reduce(lambda a, b: Binary(FOLDED[named[0]], a, b), nodes)
    for way in (_phrase, _commands, _units):
        if (node := way(pattern, nodes)) is not None:
            return node
    return None


def _of_a_percentage(pattern: Sequence[str], nodes: Sequence[Node]) -> bool:
    """ "120 increased by 30%": 30% of what is not 0.3."""
    percentages = [n for n in nodes if _is_percentage(n)]
    return len(nodes) == 2 and len(percentages) == 1 and any(c in ("plus", "minus") for c in pattern)


def _is_equation(concepts: Sequence[str]) -> bool:
    """`A number plus 5 is 12` asks for the number."""
    starts = [c for c in concepts if c not in ("simplify", "ask")][:4]
    return len(starts) == 4 and starts[0] in INFIX and starts[1:] == ["#0", "is", "#1"]


def _phrase(pattern: list[str], nodes: Sequence[Node]) -> Node | None:
    """Two numbers and one way to say an operation between them."""
    if len(nodes) != 2:
        return None
    a, b = nodes
    words = [c for c in pattern if c != "by"]
    if words[:1] == ["than"] and words[-1] == "of":
        words.pop()  # 比9少1的数
    match words:
        case [name, "#0", op, "#1"] | ["#0", op, "#1", name] if op in INFIX and FOLDED.get(name) == INFIX[op]:
            return Binary(INFIX[op], a, b)  # the sum of A plus B; A 减去 B 的差
        case ["#0", "more_than", "#1"]:
            return _changed("+", b, a) if _is_percentage(a) else Binary("+", a, b)
        case ["#0", "less_than", "#1"] if _is_percentage(a):
            return _changed("-", b, a)
        case ["than", "#0", "larger", "#1"]:
            return _changed("+", a, b)
        case ["than", "#0", "smaller", "#1"]:
            return _changed("-", a, b)
        case ["#0", "less_than", "#1"] | ["#0", "subtracted_from", "#1"]:
            return Binary("-", b, a)
        case ["minuend", "#0", "subtrahend", "#1"]:
            return Binary("-", a, b)
        case ["#0", "than", "#1", "larger"] | ["how_much_more", "#0", "than", "#1"]:
            return Binary("-", a, b)
        case ["how_much_more", "#0", "exceeds", "#1"] | ["#0", "exceeds", "#1", "how_much_more"]:
            return Binary("-", a, b)
        case ["#0", "#1", "apart"] | ["apart", "#0", "#1"]:
            return _apart(a, b)
        case ["increase", "#0", "#1"] | ["#0", "increase", "#1"]:
            return _changed("+", a, b)
        case ["decrease", "#0", "#1"] | ["#0", "decrease", "#1"]:
            return _changed("-", a, b)
        case ["#0", "than", "#1", "smaller"] | ["how_much_less", "#0", "than", "#1"]:
            return Binary("-", b, a)
        case ["minuend", "#0", "subtrahend", "#1", "difference"]:
            return Binary("-", a, b)
        case ["subtrahend", "#0", "minuend", "#1", *rest] if rest in ([], ["difference"]):
            return Binary("-", b, a)
        case ["dividend", "#0", "divisor", "#1", *rest] if rest in ([], ["quotient"]):
            return Binary("/", a, b)
        case ["divisor", "#0", "dividend", "#1", *rest] if rest in ([], ["quotient"]):
            return Binary("/", b, a)
        case ["from", "#0", "minus" | "subtract", "#1"]:
            return Binary("-", a, b)
        case ["from", "#1", "minus", "#0"]:
            return Binary("-", b, a)
        case ["#0", "of", "#1"] if _is_part(a) or _is_part(b):
            return Binary("*", a, b)
    return None


def _changed(op: str, base: Node, change: Node) -> Node | None:
    """`base` and a change: a percentage is one of `base`; of what a fraction is, is clear only beside a fraction."""
    if _is_percentage(change):
        return (
            None if _is_percentage(base) else Binary("*", base, Binary(op, Number(Fraction(1), "1"), change))
        )
    return None if _is_part(change) and not _is_part(base) else Binary(op, base, change)


def _apart(a: Node, b: Node) -> Node | None:
    """How far two numbers are apart: the larger minus the smaller."""
    left, right = to_sympy(a), to_sympy(b)
    if not (left.is_extended_real and right.is_extended_real):
        return None
    return Binary("-", a, b) if left >= right else Binary("-", b, a)


def _commands(pattern: list[str], nodes: Sequence[Node]) -> Node | None:
    """`Add A and B, then multiply the result by C`: one command after the other."""
    value: Node | None = None
    i, first = 0, True
    words = [c for c in pattern if c not in ("by", "of")]
    if not words or words[0] not in VERBS or words[0] in ("plus", "minus", "times") and len(words) > 3:
        return None
    while i < len(words):
        verb, arguments, turned = words[i], list[Node](), False
        if verb not in VERBS or (not first and verb in INFIX):
            return None
        i += 1
        while i < len(words) and words[i] not in VERBS:
            if words[i] == "from" and verb in ("subtract", "minus"):
                turned = True
            elif (
                words[i] in FOLDED
                and len(ahead := words[i + 1 : i + 3]) == 2
                and all(w[0] == "#" for w in ahead)
            ):
                left, right = (nodes[int(w[1:])] for w in ahead)
                arguments.append(Binary(FOLDED[words[i]], left, right))
                i += 2  # "multiply the sum of 2 and 3 by 4"
            elif words[i].startswith("#"):
                arguments.append(nodes[int(words[i][1:])])
            elif FOLDED.get(words[i]) == VERBS[verb] and i == len(words) - 1:
                pass  # "multiply 3 by 4 and give the product"
            elif words[i] not in FOLDED or first:  # "… then multiply the sum by 3"
                return None
            i += 1
        if not first and value is not None:
            arguments.insert(len(arguments) if turned else 0, value)
        if verb in ("subtract", "minus") and first and not turned:
            return None
        if len(arguments) < 2 or (verb in ("subtract", "divide", "minus") and len(arguments) != 2):
            return None
        if turned:
            arguments.reverse()
        op = VERBS[verb]
        value, first = reduce(lambda a, b, op=op: Binary(op, a, b), arguments), False  # type: ignore[misc]
    return value


def _units(pattern: list[str], nodes: Sequence[Node]) -> Node | None:
    """A与B的和 are units with an operation between them; a chain of operations where the order cannot matter."""
    items: list[Node | str] = [nodes[int(c[1:])] if c.startswith("#") else c for c in pattern if c != "of"]
    while (reduced := _without_one_noun(items)) is not None:
        items = reduced
    operands, signs = items[::2], items[1::2]
    if len(items) != 2 * len(signs) + 1 or len(nodes) < 2:
        return None
    if any(isinstance(o, str) for o in operands) or any(
        not isinstance(s, str) or s not in INFIX for s in signs
    ):
        return None
    ops = [INFIX[str(s)] for s in signs]
    strong = [op in "*/" for op in ops]
    if strong != sorted(strong, reverse=True):
        return None  # "3 plus 4 times 5"
    value = operands[0]
    for op, right in zip(ops, operands[1:], strict=True):
        assert not isinstance(value, str) and not isinstance(right, str)
        value = Binary(op, value, right)
    return value if not isinstance(value, str) else None


def _without_one_noun(items: list[Node | str]) -> list[Node | str] | None:
    """The first `A B sum` or `A plus B sum` as one operand; None where there is none."""
    for i in range(len(items) - 2):
        match items[i : i + 4]:
            case [left, right, str(noun), *_] if noun in FOLDED and not isinstance(left, str | None):
                if not isinstance(right, str):
                    return [*items[:i], Binary(FOLDED[noun], left, right), *items[i + 3 :]]
        match items[i : i + 4]:
            case [left, str(word), right, str(noun)] if INFIX.get(word, "?") == FOLDED.get(noun):
                if not isinstance(left, str) and not isinstance(right, str):
                    return [*items[:i], Binary(INFIX[word], left, right), *items[i + 4 :]]
    return None


def _one(node: Node, words: Sequence[str]) -> Node | None:
    match list(words):
        case []:
            return node
        case ["sqrt"]:
            return Call("sqrt", (node,))
        case ["squared"]:
            return Binary("^", node, Number(Fraction(2), "2"))
        case [name] if _top(node) in (FOLDED.get(name), VERBS.get(name)) and _top(node):
            return node  # "the difference 9 - 4"
        case ["cubed"]:
            return Binary("^", node, Number(Fraction(3), "3"))
    return None


def _top(node: Node) -> str | None:
    """The operation that is done last; a minus in front of a product or quotient is a sign."""
    inner = node.operand if isinstance(node, Negative) else node
    is_signed_sum = inner is not node and isinstance(inner, Binary) and inner.op in "+-"
    return inner.op if isinstance(inner, Binary) and not is_signed_sum else None


def _is_part(node: Node) -> bool:
    """A percentage or a fraction, which can be taken *of* something."""
    return (
        isinstance(node, Binary)
        and node.op == "/"
        and isinstance(node.left, Number)
        and isinstance(node.right, Number)
    )


def _is_percentage(node: Node) -> bool:
    """As `15%` is read."""
    return isinstance(node, Binary) and node.op == "/" and node.right == Number(Fraction(100), "100")
