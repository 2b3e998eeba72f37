"""Read which letters are proportional, which values they have, and what is asked.

`y varies directly as the square of x`, `j and k are inversely proportional`, y与x-1成反比例; one known set of values. Not: laws told
with things (pressure and volume), several questions at once, letters with indices.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.formula import FormulaError, Node, parse
from solver.formula.nodes import Binary, Blank, Call, Relation, symbols, walk
from solver.reader import account

_LETTER: Final = r"(?<![A-Za-z\\])(?![aAI]\s+(?!varies|vary|is\b|and\b|are\b|when|if\b|in\b|as\b|equals|cubed|squared|at\b|for\b|where|given|be\b)[a-z]{2,})[A-Za-z](?![A-Za-z])"
_POWER: Final = r"(?:\^\s*(?:\{\d+(?:/\d+)?\}|\d+))?"
_PLAIN: Final = rf"(?:\\?sqrt\s*[{{(]\s*{_LETTER}\s*[}})]|\\sqrt\s+{_LETTER}|√\s*{_LETTER}|\d*{_LETTER}{_POWER}(?:\s*[-+]\s*\d+)?(?!\s*[-+*/^(])|\(\s*\d*{_LETTER}\s*[-+]\s*\d+\s*\)(?!\s*[-+*/^]))"
_OF: Final = r"(?:(?:the\s+)?(?:square\s+root|cube\s+root|square|cube|reciprocal)\s+of\s+)?"
_CALLED: Final = r"(?:the\s+(?:value\s+of|number|quantity|variable)\s+)?"
_Q: Final = rf"{_CALLED}{_OF}{_CALLED}{_PLAIN}(?:\s+(?:squared|cubed))?"
_POWER_WORDS: Final = re.compile(r"(?i)\b(?:root|square|cube|reciprocal)\s+of\b")
_DIRECT: Final = r"(?:varies|vary)\s+(?:directly\s+|proportionally\s+)?(?:as|with|to)|(?:varies|is)\s+in\s+direct\s+proportion\s+(?:to|with)|is\s+(?:directly\s+)?proportional\s+(?:to|with)|\\propto|∝"
_INVERSE: Final = r"varies\s+inversely\s+(?:as|with|to|proportional\s+to)|(?:varies|is)\s+in\s+inverse\s+proportion\s+(?:to|with)|is\s+inversely\s+proportional\s+(?:to|with)"
_JOINT: Final = r"varies\s+jointly\s+(?:as|with)|is\s+jointly\s+proportional\s+to"
_AGAIN: Final = (
    r"(?P<again_{n}>(?:is\s+|varies\s+)?(?:inversely|directly)\s+(?:as|with|proportional\s+to)\s+)?"
)
_MORE: Final = "".join(
    rf"(?:\s*,?\s*and\s+{_AGAIN.replace('{n}', n)}(?P<r_{n}>{_Q})(?!\s*(?:[=\w^]|\\)))?" for n in "23"
)
_ENGLISH: Final = re.compile(
    rf"(?i:(?P<l>{_Q})\s+(?:(?P<inverse>{_INVERSE})|(?P<joint>{_JOINT})|(?P<direct>{_DIRECT}))\s+(?:both\s+)?(?P<r_1>{_Q}){_MORE})"
)
_PAIR: Final = re.compile(
    rf"(?i:(?P<l>{_Q})\s+and\s+(?P<r_1>{_Q})\s+(?:are\s+(?P<inverse>inversely\s+)?(?:directly\s+)?(?:proportional|in\s+(?P<proportion>direct|inverse)\s+proportion)|vary\s+(?:(?P<inversely>inversely)|directly))(?:\s+(?:to|with)\s+(?:each\s+other|one\s+another))?)"
)
_ZQ: Final = rf"(?:变量|函数)?\s*(?:{_PLAIN})\s*(?:的(?:平方根|立方根|平方|立方|倒数|算术平方根))?"
_CHINESE: Final = re.compile(
    rf"(?P<l>{_ZQ})\s*(?:[与和同]\s*(?P<r_1>{_ZQ})\s*成(?P<k_1>[正反])比(?:例)?(?:的?函数)?(?:关系)?|是(?P<f>{_ZQ})\s*的(?P<k_f>[正反])比例函数|(?P<k_p>[正反])比于\s*(?P<p>{_ZQ}))"
    rf"(?:\s*,?\s*(?:且|并|又|同时|并且|而且)?\s*[与和]\s*(?P<r_2>{_ZQ})\s*成(?P<k_2>[正反])比(?:例)?(?:关系)?)?"
)
_NUMBER: Final = r"-?\s*(?:\\[dt]?frac\s*\{\d+\}\s*\{\d+\}|\d+(?:\.\d+)?(?:\s*/\s*\d+)?(?![\d.]*\d|\s*[-+*^(]|\s*\\)|\\sqrt\s*\{\d+\})"
_EQUAL: Final = rf"(?P<letter>{_LETTER})\s*(?:的值)?\s*(?:=|is\s+equal\s+to|is|equals|was|为|是|等于)\s*(?P<value>{_NUMBER})"
_PLAIN_EQUAL: Final = re.sub(r"\?P<\w+>", "?:", _EQUAL)
_LIST: Final = rf"(?:{_PLAIN_EQUAL}(?:\s*(?:,\s*and|,|and|且|和|、)\s*{_PLAIN_EQUAL})*)"
_FIND: Final = r"(?:then\s+)?(?:find|what\s+is|what\s+will\s+be|determine|calculate|compute|evaluate|what's|what\s+are|work\s+out)\s+(?:the\s+)?(?:positive\s+)?(?:values?\s+of\s+)?(?:positive\s+)?"
_VALUE: Final = tuple(
    re.compile(rf"(?i:{p})")
    for p in (
        rf"{_FIND}(?P<t>{_LETTER})\s*,?\s*(?:be\s+)?(?:when|if|where|for|given\s+that|given|at|corresponding\s+to)\s+(?P<c>{_LIST})(?!\s*(?:when|if))",
        rf"(?:when|if|for)\s+(?P<c>{_LIST})\s*,?\s*{_FIND}(?P<t>{_LETTER})(?!\s*(?:=|when|if|in\b|as\b))",
        rf"求\s*当?\s*(?P<c>{_LIST})\s*(?:时|的时候)?\s*,?\s*(?P<t>{_LETTER})\s*(?:的值)?(?:是多少)?",
        rf"求\s*(?P<t>{_LETTER})\s*(?:的值)?\s*,?\s*当\s*(?P<c>{_LIST})\s*时",
        rf"当\s*(?P<c>{_LIST})\s*时\s*,?\s*(?:求|则|那么|问)?\s*(?P<t>{_LETTER})\s*(?:的值是多少|的值等于多少|的值为多少|的值是?|是多少|等于多少|为多少|等于几|是几|=\s*\??|等于|为|是)\s*(?=[?。.,_]|$)",
        rf"(?:那么|则|问|求)\s*当?\s*(?P<c>{_LIST})\s*时\s*,?\s*(?P<t>{_LETTER})\s*(?:的值是多少|的值等于多少|的值为多少|的值是?|是多少|等于多少|为多少|等于几|是几|=\s*\??|等于|为|是)?\s*(?=[?。.,_]|$)",
    )
)  # fmt: skip
_CONSTANT: Final = re.compile(
    r"(?i:(?:find|what\s+is|determine|calculate|compute|give)\s+(?:the\s+)?(?:value\s+of\s+the\s+)?(?:constant\s+of\s+(?:proportionality|variation)|proportionality\s+constant|variation\s+constant|constant)(?:\s+k)?)|求(?:出)?(?:这个)?(?:比例系数|比例常数)(?:\s*k)?(?:的值)?|比例系数(?:\s*k)?(?:是多少|等于多少|为多少|是)"
)
_FORMULA: Final = re.compile(
    rf"(?i:(?:find|express|write)\s+(?P<y>{_LETTER})\s+(?:in\s+terms\s+of|as\s+a\s+function\s+of)\s+(?P<x>{_LETTER}(?:\s*(?:,|and)\s*{_LETTER})*))"
    rf"|(?i:(?:find|write|determine|give|what\s+is|state)\s+(?:an?|the)\s+(?:equation|formula|variation\s+equation)(?:\s+(?:of\s+variation|of\s+the\s+variation|that\s+relates|relating|connecting|for|between|that\s+connects|of)(?:\s+{_LETTER}\s+(?:and|to|with)\s+{_LETTER}|\s+(?P<ey>{_LETTER})\s+in\s+terms\s+of\s+{_LETTER}|\s+the\s+variation|\s+this\s+relationship|\s+the\s+relationship)?)?)"
    rf"|(?:求|写出|求出|试求)\s*(?:(?P<zy>{_LETTER})\s*(?:关于|与|和)\s*{_LETTER}\s*(?:之间)?的?|这个|该)?(?:函数)?的?(?:函数)?(?:解析式|关系式|表达式|函数关系式|函数解析式|函数表达式)"
)
VOCABULARY: Final = {
    "given": "giventoken",
    "law": "lawtoken",
    "question": "questiontoken",
    "positive": "positive|正数|正",
    "words": "quantity|quantities|variables?|two|numbers|real|constant|function|relationship|case|then|其中|变量|两个|两个变量|函数|当|时|并且|又|又知|又已知|且当|此时|的函数|常数|为|相应的|对应的|这时|比例|关系",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Law:
    """left = k · the product of `over` divided by the product of `under`."""

    left: Node
    over: tuple[Node, ...]
    under: tuple[Node, ...]

    def letters(self) -> frozenset[str]:
        """All that vary."""
        return frozenset().union(*map(symbols, (self.left, *self.over, *self.under)))


@dataclass(frozen=True, slots=True)
class Given:
    """A law, known values, and what is wanted: a letter at `values`, "constant" or "formula"."""

    law: Law
    known: tuple[tuple[str, Node], ...]
    wanted: str
    values: tuple[tuple[str, Node], ...]
    positive: bool


def given_in(source: str) -> Given | tuple[str, ...] | None:
    """What the text says; the parts that were not understood; None where it speaks of no proportion.

    Raises:
        FormulaError: a part is no formula.
    """
    source = re.sub(r"\$+|\\[()\[\]]|~", " ", source)
    source = re.sub(r"(\d)\s*([.。])\s*(?=[A-Z\u3400-\u9fff]|$)", r"\1 \2 ", source)
    match = _PAIR.search(source) or _ENGLISH.search(source) or _CHINESE.search(source)
    if match is None:
        return None
    law = _law(match)
    rest = f"{source[: match.start()]} lawtoken {source[match.end() :]}"
    rest, wanted, values = _question(rest)
    if not wanted or wanted == "formula" and any(n not in symbols(law.left) for n, _ in values):
        return (source,)
    known: list[tuple[str, Node]] = []

    def keep(found: re.Match[str]) -> str:
        known.append((found["letter"], parse(found["value"])))
        return " giventoken "

    rest = re.sub(_EQUAL, keep, rest, flags=re.IGNORECASE)
    read = account(rest, VOCABULARY)
    if read.unread or read.formulas:
        return read.unread or tuple(f.text for f in read.formulas)
    if len(dict(known)) != len(known) or len(dict(values)) != len(values):
        return None
    if read.concepts.count("law") != 1 or read.concepts.count("question") != 1:
        return None
    return Given(law, tuple(known), wanted, values, "positive" in source or "正数" in source)


def _question(source: str) -> tuple[str, str, tuple[tuple[str, Node], ...]]:
    """The text without its question, what is wanted, and the values it is wanted for."""
    for pattern in _VALUE:
        if found := pattern.search(source):
            values = tuple(
                (m["letter"], parse(m["value"])) for m in re.finditer(f"(?i:{_EQUAL})", found["c"])
            )
            return _without(source, found), found["t"], values
    for name, pattern in (("constant", _CONSTANT), ("formula", _FORMULA)):
        if found := pattern.search(source):
            sought = next(filter(None, found.groupdict().values()), "") if name == "formula" else ""
            return _without(source, found), name, ((sought, parse(sought)),) if sought else ()
    return source, "", ()


def _without(source: str, found: re.Match[str]) -> str:
    return f"{source[: found.start()]} questiontoken {source[found.end() :]}"


def _law(match: re.Match[str]) -> Law:
    parts = match.groupdict()
    left = _quantity(parts["l"])
    over, under = list[Node](), list[Node]()
    if match.re is _CHINESE:
        first = parts["r_1"] or parts["f"] or parts["p"]
        kinds = [parts["k_1"] or parts["k_f"] or parts["k_p"], parts["k_2"]]
        for quantity, kind in zip((first, parts["r_2"]), kinds, strict=True):
            if quantity:
                (over if kind == "正" else under).append(_quantity(quantity))
        return Law(left, tuple(over), tuple(under))
    inverse = bool(
        parts.get("inverse") or parts.get("inversely") or (parts.get("proportion") or "").lower() == "inverse"
    )
    for n in "123":
        again = (parts.get(f"again_{n}") or "").lower()
        inverse = "inversely" in again if again else inverse
        unclear = n != "1" and not again and _POWER_WORDS.search(parts["r_1"])
        if unclear and parts.get(f"r_{n}") and not _POWER_WORDS.search(parts[f"r_{n}"]):
            raise FormulaError("the square of x and y: of both?")
        if quantity := parts.get(f"r_{n}"):
            (under if inverse else over).append(_quantity(quantity))
    return Law(left, tuple(over), tuple(under))


def _quantity(text: str) -> Node:
    """`the square of x`, x的平方, `x squared`, `x+1`."""
    inner = re.search(_PLAIN, text)
    if inner is None:
        raise FormulaError("no quantity")
    node = parse(inner[0])
    if any(isinstance(n, Relation | Blank) for n in walk(node)) or len(symbols(node)) != 1:
        raise FormulaError("no quantity")
    words = (text[: inner.start()] + text[inner.end() :]).lower()
    if re.search(r"square\s+root|平方根", words):
        return Call("sqrt", (node,))
    if re.search(r"cube\s+root|立方根", words):
        return Call("cbrt", (node,))
    if re.search(r"square|平方", words):
        return Binary("^", node, _number(2))
    if re.search(r"cube|立方", words):
        return Binary("^", node, _number(3))
    if re.search(r"reciprocal|倒数", words):
        return Binary("/", _number(1), node)
    return node


def _number(value: int) -> Node:
    return parse(str(value))
