"""The grammars of word problems: every name that a rule uses is defined, and every name that is defined can be reached."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.topics.stories.word_problems.chart import Chart, Grammar, Parse, _Rule
from solver.topics.stories.word_problems.chinese import CHINESE
from solver.topics.stories.word_problems.english import ENGLISH
from solver.topics.stories.word_problems.reading import CLAUSE, JOINT

GRAMMARS = [
    pytest.param(ENGLISH.grammar, id="English"),
    pytest.param(CHINESE.grammar, id="Chinese"),
]


@pytest.mark.parametrize("grammar", GRAMMARS)
def test_every_name_is_defined(grammar: Grammar) -> None:
    assert grammar.undefined() == set()


@pytest.mark.parametrize("grammar", GRAMMARS)
def test_no_rule_is_dead(grammar: Grammar) -> None:
    assert grammar.unreachable(CLAUSE, JOINT) == set()


def test_a_name_without_rules_and_rules_without_use_are_found() -> None:
    grammar = Grammar()
    grammar.alias("clause", "<subject> <verb>")
    grammar.words("verb", "sleeps")
    grammar.alias("dead", "<also_dead>")
    grammar.words("also_dead", "one")
    grammar.primitive("subject", lambda tokens, at: (), uses=("name",))
    grammar.words("name", "Ann")
    assert grammar.undefined() == set()
    assert grammar.unreachable("clause") == {"dead", "also_dead"}
    grammar.alias("name", "<title> Ann")
    assert grammar.undefined() == {"title"}


NAMES = ("top", "middle", "low")
PATTERNS = st.recursive(
    st.sampled_from(["a", "b", "c", "a b", "<open>", "<x:open>", "<x:BELOW>"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from("?*+")).map(lambda two: f"({two[0]}){two[1]}"),
    ),
    max_leaves=6,
)


def grammar_of(rules: Sequence[Sequence[str]]) -> Grammar:
    """Rules for each of the names, which use the names behind it."""
    grammar = Grammar()
    grammar.primitive("open", lambda tokens, at: [Parse(at + 1, tokens[at], 0.5)] if at < len(tokens) else [])
    grammar.words("listed", "b c", "d")
    for name, below, patterns in zip(NAMES, (*NAMES[1:], "listed"), rules, strict=True):
        for number, pattern in enumerate(patterns):
            grammar.rule(name, pattern.replace("BELOW", below), cost=number)(
                lambda x=None, number=number: (number, x)
            )
    return grammar


class EveryRule(Chart):
    """Tries every rule everywhere."""

    def _possible(self, name: str) -> list[tuple[_Rule, int]]:
        return [(rule, len(self.tokens)) for rule in self._grammar._rules.get(name, ())]


@given(
    st.tuples(*[st.lists(PATTERNS, min_size=1, max_size=3)] * 3),
    st.lists(st.sampled_from("abcd"), max_size=7),
)
def test_a_rule_is_left_out_only_where_it_would_read_nothing(
    rules: Sequence[Sequence[str]], tokens: list[str]
) -> None:
    tried = Chart(grammar_of(rules), tokens)
    all_tried = EveryRule(grammar_of(rules), tokens)
    for at in range(len(tokens) + 1):
        assert tried.parses("top", at) == all_tried.parses("top", at)


def test_a_rule_is_not_tried_where_its_words_do_not_follow() -> None:
    grammar = grammar_of([["<x:open> more than <open>"], ["a"], ["b"]])
    (rule,) = grammar._rules["top"]
    assert Chart(grammar, "six more than four".split())._possible("top") == [(rule, 1)]
    assert Chart(grammar, "six than four".split())._possible("top") == []
