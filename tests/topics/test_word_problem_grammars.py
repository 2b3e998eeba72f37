"""The grammars of word problems: every name that a rule uses is defined, and every name that is defined can be reached."""

from __future__ import annotations

import pytest

from solver.topics.stories.word_problems.chart import Grammar
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
