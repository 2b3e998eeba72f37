"""A small parser for ambiguous grammars: every reading of a stretch of tokens, the cheapest first.

A grammar is a set of rules written as text. In a pattern

- a bare word is a token that must stand there (in Chinese: characters),
- `<name>` is what the rules of that name read, `<slot:name>` keeps its value under `slot`,
- `(a|b c)` are alternatives, `?` makes what is before it optional, `*` lets it come any number of times, `+` at least once.

The action of a rule gets the values of its slots as keyword arguments (those that were left out are not given) and gives
the value of the rule; `None` rejects the reading. Readings cost what their rules and open words cost: the fewer words are swallowed
by open slots, the better something is understood. A rule is tried only where the words that it needs still follow
(`needs.py`). Knows nothing about arithmetic or any language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from solver.topics.stories.word_problems.needs import NOTHING, Needs, Sign, in_all, in_one, of_tokens

KEPT: Final = 6  # readings of one stretch that are kept, the cheapest
KEPT_WHOLE: Final = 20  # of a clause or question: what it means is told apart only by the story
WHOLE: Final = frozenset({"clause", "question", "core"})
NEEDS_ROUNDS: Final = 4
MAX_CAPTURES: Final = 4000  # partial readings of one rule at one place: beyond that it is given up


@dataclass(frozen=True, slots=True)
class Parse:
    """One reading: it ends before token `end`, means `value`, and cost so much."""

    end: int
    value: Any
    cost: float


Captures: TypeAlias = tuple[tuple[str, Any], ...]
Partial: TypeAlias = tuple[int, Captures, float]
Matcher: TypeAlias = Callable[["Chart", int], Sequence[Partial]]
Known: TypeAlias = Mapping[str, Needs]  # what the rules of a name need
Primitive: TypeAlias = Callable[[Sequence[str], int], Iterable[Parse]]
Action: TypeAlias = Callable[..., Any]

_SYMBOL: Final = re.compile(r"\s*(<\w+(?::\w+)?>|[()|?*+]|[^\s()|?*+<>]+)")


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern as a function that finds all ways to read it from a token on, and what it needs, given what names need."""

    match: Matcher
    needs: Callable[[Known], Needs]


@dataclass(frozen=True, slots=True, eq=False)
class _Rule:
    pattern: _Pattern
    action: Action | None
    cost: float


class Grammar:
    """Rules by name. `split` cuts a literal of a pattern into tokens."""

    def __init__(self, split: Callable[[str], Sequence[str]] = lambda word: (word,)) -> None:
        self._split = split
        self._rules: dict[str, list[_Rule]] = {}
        self._primitives: dict[str, Primitive] = {}
        self._uses: dict[str, set[str]] = {}
        self._primitive_needs: dict[str, Needs] = {}
        self._needs: dict[_Rule, Needs] | None = None  # found when the first text is read
        self._needed: dict[Sign, list[frozenset[Sign]]] | None = None  # by one of the signs

    def rule(self, name: str, *patterns: str, cost: float = 0) -> Callable[[Action], Action]:
        """A decorator: each of the patterns reads a `name`, and means what the decorated function gives."""

        def register(action: Action) -> Action:
            self._add(name, patterns, action, cost)
            return action

        return register

    def alias(self, name: str, *patterns: str, cost: float = 0) -> None:
        """Patterns whose value is that of their only slot, or None."""
        self._add(name, patterns, None, cost)

    def words(self, name: str, *phrases: str, cost: float = 0, value: Any = None) -> None:
        """A closed list of phrases; the value is `value`, or the phrase itself."""
        by_first: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
        needs = []
        for phrase in phrases:
            tokens = tuple(t for word in phrase.split() for t in self._split(word))
            by_first.setdefault(tokens[0], []).append((tokens, phrase if value is None else value))
            needs.append(of_tokens(tokens))

        def primitive(tokens: Sequence[str], at: int) -> Iterator[Parse]:
            for phrase, meaning in by_first.get(tokens[at], ()) if at < len(tokens) else ():
                if tuple(tokens[at : at + len(phrase)]) == phrase:
                    yield Parse(at + len(phrase), meaning, cost)

        self.primitive(name, primitive, needs=in_one(needs))

    def primitive(
        self, name: str, read: Primitive, *, uses: Sequence[str] = (), needs: Needs = NOTHING
    ) -> None:
        """Readings found by a function; several under one name are tried all.

        `uses`: names of the grammar that the function reads itself. `needs`: without these it reads nothing.
        """
        self._uses.setdefault(name, set()).update(uses)
        known = self._primitive_needs.get(name)
        self._primitive_needs[name] = needs if known is None else in_one((known, needs))
        before = self._primitives.get(name)
        if before is None:
            self._primitives[name] = read
        else:
            self._primitives[name] = lambda tokens, at: (*before(tokens, at), *read(tokens, at))

    def undefined(self) -> set[str]:
        """Names that patterns use and nothing defines."""
        return set().union(*self._uses.values()) - self._defined()

    def unreachable(self, *starts: str) -> set[str]:
        """Names that are defined, but that nothing uses on the way from the names a reader starts with."""
        reached: set[str] = set()
        waiting = set(starts)
        while waiting:
            name = waiting.pop()
            reached.add(name)
            waiting |= self._uses.get(name, set()) - reached
        return self._defined() - reached

    def _defined(self) -> set[str]:
        return self._rules.keys() | self._primitives.keys()

    def _add(self, name: str, patterns: Sequence[str], action: Action | None, cost: float) -> None:
        for pattern in patterns:
            compiled = _Compiler(pattern, self._split).compile()
            self._uses.setdefault(name, set()).update(re.findall(r"<(?:\w+:)?(\w+)>", pattern))
            self._rules.setdefault(name, []).append(_Rule(compiled, action, cost))
        self._needs = self._needed = None

    def needs(self) -> Mapping[_Rule, Needs]:
        """What must stand in a stretch of tokens for each rule to read it.

        Begins with needing nothing, which is true, and what follows from something true is true: a few rounds find nearly all.
        """
        if self._needs is None:
            known: Known = {}
            for _ in range(NEEDS_ROUNDS):
                self._needs = {
                    rule: rule.pattern.needs(known) for rules in self._rules.values() for rule in rules
                }
                known = {name: in_one(self._ways(name, self._needs)) for name in self._defined()}
        return self._needs or {}

    def last(self, tokens: Sequence[str]) -> dict[frozenset[Sign], int]:
        """Of what rules need, where it stands for the last time; what is not there is left out."""
        if self._needed is None:
            self._needed = {}
            for signs in in_all(self.needs().values()):
                for sign in signs:
                    self._needed.setdefault(sign, []).append(signs)
        return {
            signs: at
            for at, token in enumerate(tokens)
            for sign in getattr(token, "signs", (token,))
            for signs in self._needed.get(sign, ())
        }

    def _ways(self, name: str, needs: Mapping[_Rule, Needs]) -> list[Needs]:
        """What each way to read `name` needs."""
        primitive = [self._primitive_needs[name]] if name in self._primitives else []
        return [*(needs[rule] for rule in self._rules.get(name, ())), *primitive]

    def chart(self, tokens: Sequence[str]) -> Chart:
        """A chart to read `tokens` with."""
        return Chart(self, tokens)


class Chart:
    """All readings of one sequence of tokens, each found once."""

    def __init__(self, grammar: Grammar, tokens: Sequence[str]) -> None:
        self.tokens = tuple(tokens)
        self._grammar = grammar
        self._memo: dict[tuple[str, int], tuple[Parse, ...]] = {}
        self._last = grammar.last(tokens)
        self._rules: dict[str, list[tuple[_Rule, int]]] = {}

    def parses(self, name: str, at: int) -> tuple[Parse, ...]:
        """The readings of `name` that begin at token `at`."""
        key = (name, at)
        known = self._memo.get(key)
        if known is None:
            self._memo[key] = ()  # a rule that begins with itself reads nothing
            known = self._memo[key] = tuple(self._find(name, at))
        return known

    def _find(self, name: str, at: int) -> list[Parse]:
        best: dict[tuple[int, Any], Parse] = {}
        primitive = self._grammar._primitives.get(name)
        if primitive is not None:
            for parse in primitive(self.tokens, at):
                _keep(best, parse)
        made: dict[
            tuple[int, Action | None, Captures], Any
        ] = {}  # the same words read in two ways mean the same
        for rule, limit in self._possible(name):
            if limit < at:
                continue
            for end, captures, cost in rule.pattern.match(self, at):
                key = (end, rule.action, captures)
                if key not in made:
                    made[key] = _value(rule, captures)
                value = made[key]
                if value is not None or rule.action is None:
                    _keep(best, Parse(end, value, cost + rule.cost))
        by_end: dict[int, list[Parse]] = {}
        for parse in best.values():
            by_end.setdefault(parse.end, []).append(parse)
        kept = KEPT_WHOLE if name in WHOLE else KEPT
        return [parse for found in by_end.values() for parse in sorted(found, key=lambda p: p.cost)[:kept]]

    def _possible(self, name: str) -> list[tuple[_Rule, int]]:
        """The rules of a name that may read something here, each with the last token from which it may.

        Behind that token something that the rule needs does not come again.
        """
        found = self._rules.get(name)
        if found is None:
            last, needs, everywhere = self._last, self._grammar.needs(), len(self.tokens)
            found = self._rules[name] = [
                (rule, min([last[signs] for signs in needs[rule]], default=everywhere))
                for rule in self._grammar._rules.get(name, ())
                if needs[rule] <= last.keys()
            ]
        return found


def _keep(best: dict[tuple[int, Any], Parse], parse: Parse) -> None:
    """Of readings that mean the same, the cheapest; values are hashable."""
    before = best.get((parse.end, parse.value))
    if before is None or parse.cost < before.cost:
        best[parse.end, parse.value] = parse


def _value(rule: _Rule, captures: Captures) -> Any:
    if rule.action is None:
        return captures[-1][1] if captures else None
    return rule.action(**dict(captures))


class _Compiler:
    """Makes a pattern of its text."""

    def __init__(self, pattern: str, split: Callable[[str], Sequence[str]]) -> None:
        self.symbols = _SYMBOL.findall(pattern)
        self.split, self.at = split, 0

    def compile(self) -> _Pattern:
        """The whole pattern."""
        pattern = self._alternatives()
        assert self.at == len(self.symbols), f"unbalanced pattern: {' '.join(self.symbols)}"
        return pattern

    def _alternatives(self) -> _Pattern:
        options = [self._sequence()]
        while self.at < len(self.symbols) and self.symbols[self.at] == "|":
            self.at += 1
            options.append(self._sequence())
        return options[0] if len(options) == 1 else _either(options)

    def _sequence(self) -> _Pattern:
        parts: list[_Pattern] = []
        while self.at < len(self.symbols) and self.symbols[self.at] not in "|)":
            parts.append(self._item())
        return parts[0] if len(parts) == 1 else _in_order(parts)

    def _item(self) -> _Pattern:
        symbol = self.symbols[self.at]
        self.at += 1
        if symbol == "(":
            item = self._alternatives()
            assert self.symbols[self.at] == ")", "unbalanced pattern"
            self.at += 1
        elif symbol.startswith("<"):
            first, _, second = symbol[1:-1].partition(":")
            item = _nonterminal(second or first, first if second else "")
        else:
            item = _literal(tuple(self.split(symbol)))
        while self.at < len(self.symbols) and self.symbols[self.at] in "?*+":
            item = {"?": _maybe, "*": _any_number, "+": _at_least_one}[self.symbols[self.at]](item)
            self.at += 1
        return item


def _literal(phrase: tuple[str, ...]) -> _Pattern:
    size, needs = len(phrase), of_tokens(phrase)

    def match(chart: Chart, at: int) -> Sequence[Partial]:
        return ((at + size, (), 0.0),) if chart.tokens[at : at + size] == phrase else ()

    return _Pattern(match, lambda known: needs)


def _nonterminal(name: str, slot: str) -> _Pattern:
    def match(chart: Chart, at: int) -> Sequence[Partial]:
        found = chart.parses(name, at)
        return [(p.end, ((slot, p.value),) if slot else (), p.cost) for p in found] if found else ()

    return _Pattern(match, lambda known: known.get(name, NOTHING))


def _either(options: Sequence[_Pattern]) -> _Pattern:
    matchers = [option.match for option in options]

    def match(chart: Chart, at: int) -> Sequence[Partial]:
        return [partial for option in matchers for partial in option(chart, at)]

    return _Pattern(match, lambda known: in_one([option.needs(known) for option in options]))


def _in_order(parts: Sequence[_Pattern]) -> _Pattern:
    first, *further = (part.match for part in parts)

    def match(chart: Chart, at: int) -> Sequence[Partial]:
        found = first(chart, at)  # most rules end here
        if len(found) > 4:
            found = _cheapest(found)
        for part in further:
            if not found:
                return ()
            found = [(end, captures + more, cost + extra) for here, captures, cost in found for end, more, extra in part(chart, here)]  # fmt: skip
            if len(found) > MAX_CAPTURES:
                return ()
            if len(found) > 4:
                found = _cheapest(found)
        return found

    return _Pattern(match, lambda known: in_all(part.needs(known) for part in parts))


def _cheapest(partials: Iterable[Partial]) -> list[Partial]:
    """Each way to the same place with the same values once."""
    best: dict[tuple[int, Captures], float] = {}
    for end, captures, cost in partials:
        before = best.get((end, captures))
        if before is None or cost < before:
            best[end, captures] = cost
    return [(end, captures, cost) for (end, captures), cost in best.items()]


def _maybe(item: _Pattern) -> _Pattern:
    inner = item.match

    def match(chart: Chart, at: int) -> Sequence[Partial]:
        return [(at, (), 0.0), *inner(chart, at)]

    return _Pattern(match, lambda known: NOTHING)


def _any_number(item: _Pattern) -> _Pattern:
    def match(chart: Chart, at: int) -> Sequence[Partial]:
        every: list[Partial] = [(at, (), 0.0)]
        found = [partial for partial in item.match(chart, at) if partial[0] > at]
        while found:
            found = _cheapest(found)
            every += found
            found = [
                (end, captures + more, cost + extra)
                for here, captures, cost in found
                for end, more, extra in item.match(chart, here)
                if end > here
            ]
        return _cheapest(every) if len(every) > 2 else every

    return _Pattern(match, lambda known: NOTHING)


def _at_least_one(item: _Pattern) -> _Pattern:
    return _in_order([item, _any_number(item)])
