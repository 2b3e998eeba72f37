r"""Probabilities of two events from told ones: P(A∪B), P(A|B), P(\overline{A}B), total probability and Bayes in symbols.

Read: values of P(…) of two events, "A and B are independent", "mutually exclusive", 相互独立, 互斥; one P(…) that is asked for. Not: three events,
more than one question, events in words. What is told must determine what is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import NUMBER, number, without_dollars
from solver.topics.discrete import independent_tries
from solver.topics.prepared import Prepared
from solver.topics.rationals import terminating_decimal

ATOMS: Final = tuple(product((1, 0), (1, 0)))
Event = frozenset[tuple[int, int]]
ALL: Final[Event] = frozenset(ATOMS)
A: Final[Event] = frozenset(a for a in ATOMS if a[0])
B: Final[Event] = frozenset(a for a in ATOMS if a[1])
Quantity = tuple[Event, Event]
"""P(first | second); the second is `ALL` where there is no condition."""
WORDS: Final = {
    "complement": Words("Opposite events together have probability 1: \\[{formula}\\]", "对立事件的概率之和为 1：\\[{formula}\\]"),
    "independent": Words("The events are independent, so the probabilities are multiplied: \\[{formula}\\]", "两事件相互独立，概率相乘：\\[{formula}\\]"),
    "unchanged": Words("The events are independent, so the condition changes nothing: \\[{formula}\\]", "两事件相互独立，条件不影响概率：\\[{formula}\\]"),
    "exclusive": Words("The events exclude each other: \\[{formula}\\]", "两事件互斥：\\[{formula}\\]"),
    "product": Words("Multiplication rule: \\[{formula}\\]", "乘法公式：\\[{formula}\\]"),
    "conditional": Words("Conditional probability: \\[{formula}\\]", "条件概率公式：\\[{formula}\\]"),
    "total": Words("Total probability, with and without the other event: \\[{formula}\\]", "全概率公式，按另一事件发生与否分开：\\[{formula}\\]"),
    "difference": Words("What is left without the other event: \\[{formula}\\]", "减去两事件同时发生的部分：\\[{formula}\\]"),
    "union": Words("Addition rule: \\[{formula}\\]", "加法公式：\\[{formula}\\]"),
    "unknown": Words("With independence the addition rule is \\(P({u})=P({x})+\\left(1-P({x})\\right)P({y})\\), so \\[{formula}\\]", "由独立性，加法公式为 \\(P({u})=P({x})+\\left(1-P({x})\\right)P({y})\\)，所以 \\[{formula}\\]"),
    "code": Words("from what is told, step by step", "由已知逐步计算"),
    "method": Words("the probabilities of the four cases (both, only one, the other, none) were found as unknowns from what is told", "把“都发生、只发生一个、都不发生”四种情形的概率设为未知数，由已知条件解出后检验"),
    "sentence": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
}  # fmt: skip
_P: Final = re.compile(rf"(?:P|Pr)\s*[(\[]\s*(?P<event>[^()=]*(?:\([^()]*\)[^()=]*)*)[)\]](?:\s*=\s*(?P<value>{NUMBER}(?:\s*\\?%)?))?")  # fmt: skip
_WORDS: Final = re.compile(
    r"(?i)\b(?:if|given|that|suppose|let|the|two|events?|are|is|be|find|calculate|compute|determine|what|and|with|such|it|known|then|evaluate|value|of|where|also|for|assume|in|a sample space|satisfy(?:ing)?|have|probabilit(?:y|ies)|we|know|work out)\b"
    r"|已知|设|若|事件|随机事件|两个|两|个|与|和|且|求|则|计算|为|是|的值|等于|等于多少|是多少|如果|那么|满足|试|的概率"
)
_INDEPENDENT: Final = re.compile(r"(?i)(?<!not )\b(?:statistically |mutually |pairwise )?independent(?: events)?\b|(?:相互|互相)?独立(?:事件)?")  # fmt: skip
_EXCLUSIVE: Final = re.compile(r"(?i)(?<!not )\b(?:mutually exclusive|disjoint|incompatible)(?: events)?\b|互斥(?:事件)?|互不相容")  # fmt: skip


def read(text: Text) -> Reading:
    """What is told of two events, and what is asked."""
    if not re.search(r"(?:P|Pr)\s*\(", text.source):
        return independent_tries.read(text)
    source = without_dollars(text.source)
    told: dict[Quantity, sp.Rational] = {}
    asked = list[Quantity]()
    names = sorted({n for m in _P.finditer(source) for n in re.findall(r"(?<![\\A-Za-z{])[A-Z](?![a-z])|(?<=\{)[A-Z](?=\})|(?<=bar )[A-Z]|[A-Z](?=[A-Z'])|(?<=[A-Z])[A-Z]", m["event"])})  # fmt: skip
    if len(names) != 2:
        return None
    for match in _P.finditer(source):
        quantity = _quantity(match["event"], names)
        if quantity is None:
            return None
        if match["value"] is None:
            asked.append(quantity)
        elif quantity in told:
            return None
        else:
            told[quantity] = number(match["value"])
    rest = _P.sub(" ", source)
    independent, exclusive = (pattern.search(rest) is not None for pattern in (_INDEPENDENT, _EXCLUSIVE))
    rest = _WORDS.sub(" ", _EXCLUSIVE.sub(" ", _INDEPENDENT.sub(" ", rest)))
    left = [w for w in re.findall(r"[^\s,.;:?!，。；？、=]+", rest) if w not in names]
    if left:
        return Unread(tuple(w for w in left if w in text.source)) if told and asked else None
    if len(set(asked)) != 1 or not told or (independent and exclusive) or asked[0] in told:
        return None
    if any(not 0 <= p <= 1 for p in told.values()):
        return None
    decimal = bool(re.search(r"\d\.\d|%", source))
    return Events(told, independent, exclusive, names, text.language, decimal).task(asked[0])


def _quantity(said: str, names: list[str]) -> Quantity | None:
    said = re.sub(r"\\mid(?![A-Za-z])|\\vert(?![A-Za-z])|∣|｜|\bgiven\b", "|", said)
    parts = said.split("|")
    events = [_event(part, names) for part in parts]
    if len(events) > 2 or any(e is None for e in events):
        return None
    first, condition = events[0], events[1] if len(events) == 2 else ALL
    assert first is not None and condition is not None
    return first & condition if condition != ALL else first, condition


_TOKEN: Final = re.compile(r"\\(?:overline|bar)\s*\{([^{}]*)\}|\\(?:bar|overline)\s*([A-Z])|([A-Z])\s*[̅̄]|([A-Z])|\\cup|∪|\bor\b|\\cap|∩|\band\b|['′]|\^\s*\{?\s*(?:c|C|\\complement|\\prime)\s*\}?|\bnot\b|[()+-]|\s+")  # fmt: skip


def _event(said: str, names: list[str]) -> Event | None:
    """Unions of products of names and opposites: the atoms in which it happens."""
    tokens, at = list[object](), 0
    opposite = False
    while at < len(said):
        match = _TOKEN.match(said, at)
        if match is None:
            return None
        at, text = match.end(), match[0].strip()
        if match[1] is not None:
            inner = _event(match[1], names)
            if inner is None:
                return None
            tokens.append(ALL - inner)
        elif letter := match[2] or match[3] or match[4]:
            event = A if letter == names[0] else B
            tokens.append(ALL - event if match[2] or match[3] or opposite else event)
            opposite = False
        elif text in ("'", "′") or text.startswith("^"):
            if not tokens or not isinstance(tokens[-1], frozenset):
                return None
            tokens[-1] = ALL - tokens[-1]
        elif text == "not":
            opposite = True
        elif text in ("(", ")"):
            if text == "(":
                close = said.find(")", at)
                inner = _event(said[at:close], names) if close > 0 else None
                if inner is None:
                    return None
                tokens.append(inner)
                at = close + 1
        elif text in ("\\cup", "∪", "or", "+"):
            tokens.append("or")
        elif text == "-":
            tokens.append("less")
        elif text in ("\\cap", "∩", "and"):
            tokens.append("and")
    if opposite:
        return None
    return _joined(tokens)


def _joined(tokens: list[object]) -> Event | None:
    groups, group, less, expects = list[Event](), None, False, True
    for token in tokens:
        if isinstance(token, frozenset):
            group = token if group is None else group - token if less else group & token
            less = expects = False
        elif group is None or expects:
            return None
        elif token == "or":
            groups.append(group)
            group, expects = None, True
        else:
            less, expects = token == "less", True
    if group is None or expects:
        return None
    return frozenset().union(*groups, group)


@dataclass(frozen=True, slots=True)
class Derived:
    """A value, the rule, its formula, and what it was made of."""

    value: sp.Rational
    step: str
    source: str
    parents: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Events:
    """What is told of two events."""

    told: dict[Quantity, sp.Rational]
    independent: bool
    exclusive: bool
    names: list[str]
    language: Language
    decimal: bool

    def shown(self, value: sp.Rational) -> str:
        """As the numbers of the problem are written."""
        return (terminating_decimal(value) if self.decimal else None) or latex(value)

    def name(self, event: Event) -> str:
        """LaTeX of an event; empty for one that has no short name."""
        a, b = self.names
        known = {A: a, B: b, ALL - A: rf"\overline{{{a}}}", ALL - B: rf"\overline{{{b}}}"}
        if event in known:
            return known[event]
        for x, y in product((A, ALL - A), (B, ALL - B)):
            if event == x & y:
                return rf"{known[x]}\cap {known[y]}"
        for x, y in product((A, ALL - A), (B, ALL - B)):
            if event == x | y:
                return rf"{known[x]}\cup {known[y]}"
        return ""

    def symbol(self, quantity: Quantity) -> str:
        """P(…) as LaTeX; a condition behind the bar."""
        event, condition = quantity
        if condition == ALL:
            return f"P({self.name(event)})"
        alone = next(e for e in (A, ALL - A, B, ALL - B) if e & condition == event and e not in (condition, ALL - condition))  # fmt: skip
        return rf"P({self.name(alone)}\mid {self.name(condition)})"

    def _rules(self, known: dict[Quantity, Derived]) -> list[tuple[Quantity, str, str, str, tuple[Quantity, ...], sp.Rational]]:  # fmt: skip
        """What follows at once: quantity, rule, right side as LaTeX with values, source, parents, value."""
        found = list[tuple[Quantity, str, str, str, tuple[Quantity, ...], sp.Rational]]()

        def p(event: Event, condition: Event = ALL) -> Quantity:
            return (event & condition if condition != ALL else event, condition)

        def give(target: Quantity, rule: str, symbols: str, parents: tuple[Quantity, ...], make: str) -> None:
            if target in known or any(q not in known for q in parents):
                return
            values = [known[q].value for q in parents]
            source = make.format(*map(exact_source, values))
            try:
                value = value_of_form(make, values)
            except ZeroDivisionError:
                return
            put = symbols.format(*(self.shown(v) for v in values))
            words = symbols.format(*(self.symbol(q) for q in parents))
            text = f"{self.symbol(target)}={words}={put}={self.shown(value)}"
            found.append((target, rule, text, source, parents, value))

        singles = (A, ALL - A, B, ALL - B)
        pairs = [(x, y) for x in (A, ALL - A) for y in (B, ALL - B)]
        pairs += [(y, x) for x, y in pairs]
        for event in (*singles, *(x & y for x, y in pairs), *(x | y for x, y in pairs)):
            give(p(event), "complement", "1-{0}", (p(ALL - event),), "1 - {0}")
        for x, y in pairs:
            both, only = p(x & y), p(x & (ALL - y))
            give(p(x, y), "complement", "1-{0}", (p(ALL - x, y),), "1 - {0}")
            if self.exclusive and {x, y} == {A, B} and both not in known:
                found.append((both, "exclusive", f"{self.symbol(both)}=0", "0", (), sp.S.Zero))
            if self.independent:
                give(both, "independent", r"{0}\cdot {1}", (p(x), p(y)), "{0}*{1}")
                give(p(x, y), "unchanged", "{0}", (p(x),), "{0}")
                give(p(x), "unchanged", "{0}", (p(x, y),), "{0}")
                if {x, y} == {A, B} and p(x | y) in known and p(x) in known and p(y) not in known:
                    u, v = known[p(x | y)].value, known[p(x)].value
                    if v != 1:
                        value = (u - v) / (1 - v)
                        tex = rf"{self.symbol(p(y))}=\frac{{{self.shown(u)}-{self.shown(v)}}}{{1-{self.shown(v)}}}={self.shown(value)}"
                        found.append((p(y), f"unknown|{self.name(x | y)}|{self.name(x)}|{self.name(y)}", tex, f"({exact_source(u)} - {exact_source(v)})/(1 - {exact_source(v)})", (p(x | y), p(x)), value))  # fmt: skip
            give(both, "product", r"{0}\cdot {1}", (p(y), p(x, y)), "{0}*{1}")
            give(p(x, y), "conditional", r"\frac{{{0}}}{{{1}}}", (both, p(y)), "{0}/{1}")
            give(p(y), "conditional", r"\frac{{{0}}}{{{1}}}", (both, p(x, y)), "{0}/{1}")
            give(p(x), "total", "{0}+{1}", (both, only), "{0} + {1}")
            give(only, "difference", "{0}-{1}", (p(x), both), "{0} - {1}")
            give(both, "difference", "{0}-{1}", (p(x), only), "{0} - {1}")
            give(p(x | y), "union", "{0}+{1}-{2}", (p(x), p(y), both), "{0} + {1} - {2}")
            give(both, "union", "{0}+{1}-{2}", (p(x), p(y), p(x | y)), "{0} + {1} - {2}")
            give(p(y), "union", "{0}+{1}-{2}", (p(x | y), both, p(x)), "{0} + {1} - {2}")
        return found

    def task(self, asked: Quantity) -> Prepared | None:
        """The shortest way to what is asked; None where there is none, or numbers are no probabilities."""
        known = {q: Derived(v, "", exact_source(v), ()) for q, v in self.told.items()}
        if any(not self.name(e) for e, _ in (*known, asked)) or any(c not in (ALL, A, B, ALL - A, ALL - B) for _, c in (*known, asked)):  # fmt: skip
            return None
        order = list[Quantity]()
        for _ in range(8):
            if asked in known:
                break
            for target, rule, tex, source, parents, value in self._rules(dict(known)):
                if target in known:
                    continue
                if not 0 <= value <= 1:
                    return None
                known[target] = Derived(value, f"{rule}\n{tex}", source, parents)
                order.append(target)
        if asked not in known:
            return None
        needed, todo = set[Quantity](), [asked]
        while todo:
            q = todo.pop()
            if q not in needed:
                needed.add(q)
                todo += known[q].parents
        return self._prepared(asked, [q for q in order if q in needed], known)

    def _prepared(self, asked: Quantity, order: list[Quantity], known: dict[Quantity, Derived]) -> Prepared | None:  # fmt: skip
        say = self.language
        steps, names = list[str](), dict[Quantity, str]()
        lines = [comment(WORDS["code"].say(say))]
        for k, quantity in enumerate(order):
            rule, tex = known[quantity].step.split("\n", 1)
            rule, *parts = rule.split("|")
            extra = dict(zip("uxy", parts, strict=False))
            steps.append(WORDS[rule].say(say, formula=tex, **extra))
            names[quantity] = f"p{k + 1}"
            lines.append(f"p{k + 1} = {known[quantity].source}")
        lines.append(names[asked])
        if not self._is_possible():
            return None
        tests = (
            "x, y, z, w = symbols('x y z w')",
            f"equations = {self._equations()}",
            f"top, bottom = {_sum(asked[0])}, {_sum(asked[1])}",
            "found = solve(equations, [x, y, z, w], dict=True)",
            "any(simplify(top.subs(s) - answer*bottom.subs(s)) == 0 for s in found)",
        )
        return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method"], WORDS["sentence"], shown=lambda v: self.shown(v) if isinstance(v, sp.Rational) else None)  # fmt: skip

    def _equations(self) -> str:
        rows = ["x + y + z + w - 1"]
        rows += [f"{_sum(e)} - {exact_source(v)}*({_sum(c)})" for (e, c), v in self.told.items()]
        if self.independent:
            rows.append("x - (x + y)*(x + z)")
        if self.exclusive:
            rows.append("x")
        return "[" + ", ".join(rows) + "]"

    def _is_possible(self) -> bool:
        """Whether there are such events: cases without negative probabilities."""
        x, y, z, w = sp.symbols("x y z w")
        names = {"x": x, "y": y, "z": z, "w": w}
        atoms = dict(zip(ATOMS, names.values(), strict=True))

        def total(event: Event) -> sp.Expr:
            return sum((atoms[a] for a in event), sp.S.Zero)

        rows = [x + y + z + w - 1]
        rows += [total(e) - v * total(c) for (e, c), v in self.told.items()]
        rows += [x - (x + y) * (x + z)] if self.independent else []
        rows += [x] if self.exclusive else []
        found = sp.solve(rows, [x, y, z, w], dict=True)
        for solution in found:
            values = [solution.get(a, a) for a in (x, y, z, w)]
            if all(not v.is_number or 0 <= v <= 1 for v in values):
                return True
        return False


def value_of_form(make: str, values: list[sp.Rational]) -> sp.Rational:
    """The value of one of the four forms that rules have."""
    match make:
        case "1 - {0}":
            return 1 - values[0]
        case "{0}*{1}":
            return values[0] * values[1]
        case "{0}/{1}":
            if values[1] == 0:
                raise ZeroDivisionError
            return values[0] / values[1]
        case "{0} + {1}":
            return values[0] + values[1]
        case "{0} - {1}":
            return values[0] - values[1]
        case "{0} + {1} - {2}":
            return values[0] + values[1] - values[2]
    return values[0]


def _sum(event: Event) -> str:
    return " + ".join(name for name, atom in zip("xyzw", ATOMS, strict=True) if atom in event) or "S.Zero"
