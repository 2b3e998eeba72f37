"""Problems worded by composition: many surfaces, one meaning, and none of the sentences that are kept for tests."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from evaluation.grader.options import judge
from solver.events import Output
from solver.ports import Language
from solver.variation import specimens
from tests.training import small
from training.programs import difference, programs
from training.synthesis import Config
from training.synthesis.builtin import HELD_OUT
from training.synthesis.patterns import LANGUAGES, has_pattern, held_out_patterns, pattern
from training.synthesis.phrased import TOPICS, phrased, plan
from training.synthesis.phrases import KINDS
from training.synthesis.phrases.base import STYLES, Formula, chosen, plain
from training.synthesis.worked import output_of

_LEFT_OVER = re.compile(r"\{(?:said|given|wanted|asked)\}|\[[^\]$\\]*\||\|\]")
"""Of a pattern: a slot of a frame, alternatives that nobody chose between."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_many_surfaces_and_leaves_nothing_of_its_patterns(kind: object) -> None:
    assert kind in KINDS
    for language in LANGUAGES:
        random = Random(1)
        slots = kind.draw(random)  # type: ignore[attr-defined]
        texts = {kind.text(slots, language, random) for _ in range(80)}  # type: ignore[attr-defined]
        assert len(texts) >= 20, sorted(texts)
        assert not [text for text in texts if _LEFT_OVER.search(text) or not text.strip()]
        assert any("\u3400" <= c <= "\u9fff" for text in texts for c in text) == (language == "zh")


def test_all_topics_of_the_recipe_are_worded_in_hundreds_of_ways() -> None:
    """Of what is asked for as a noun, nearly every draw is another sentence."""
    kind = next(one for one in KINDS if one.name == "remainder")
    for language in LANGUAGES:
        random = Random(2)
        slots = kind.draw(random)
        patterns = {pattern(kind.text(slots, language, random)) for _ in range(600)}
        assert len(patterns) > 150


@pytest.mark.parametrize(("name", "language"), [("remainder", "en"), ("expand", "zh"), ("choose", "en")])
def test_what_is_kept_is_read_as_the_same_task_in_every_wording(name: str, language: Language) -> None:
    kind = next(one for one in KINDS if one.name == name)
    found = phrased(kind, language, 6, "4", 3, ())
    assert len(found) == 6 and len({one.question for one in found}) == 6
    assert len({one.program for one in found}) == 2
    for one in {one.program: one for one in found}.values():
        assert output_of(one.program) == one.output
        assert judge(one.answer, one.reference) == "equal"
    assert phrased(kind, language, 6, "4", 3, ()) == found
    closed = {pattern(found[0].question)}
    assert not [
        one for one in phrased(kind, language, 6, "4", 3, closed) if has_pattern(one.question, closed)
    ]


def test_every_topic_gets_as_many_texts() -> None:
    portions = plan(Config(count=3600, phrases=True, reworded=5))
    by_topic = dict.fromkeys(TOPICS, 0)
    for portion in portions:
        by_topic[next(one.topic for one in KINDS if one.name == portion.kind)] += portion.count
    assert sum(by_topic.values()) == 3600
    assert max(by_topic.values()) - min(by_topic.values()) <= 2  # one a language
    assert len({portion.id for portion in portions}) == len(portions)


def test_every_topic_keeps_sentences_for_tests() -> None:
    for topic in TOPICS:
        for language in LANGUAGES:
            texts = [problem.text for problem in specimens(topic, language)]
            kept = {pattern(text) for text in texts[HELD_OUT - 1 :: HELD_OUT]} - {"#"}
            assert kept <= held_out_patterns(TOPICS) and kept <= held_out_patterns()


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("What is 15% of 240?", r"what is \(7.5\) of $x^2$."),
        ("求$\\frac{1}{2}$与3的和", "求 0.5 与 x 的和。"),
        ("Find \\lim_{x \\to 3} x^2.", "Find C(9,4)"),
        ("If f(x) = 2x, find f'(2).", "if $y=3$ find 7"),
    ],
)
def test_a_pattern_is_the_words_alone(text: str, other: str) -> None:
    assert pattern(text) == pattern(other)


@pytest.mark.parametrize(
    ("text", "kept", "closed"),
    [
        ("Hi! Please find the modulus of $3+4i$. Thank you.", "Find the modulus of 2 - i.", True),
        ("作业题：求复数3+4i的模。谢谢！", "求复数1-i的模。", True),
        ("请问，求复数3+4i的模。", "求复数1-i的模。", True),
        ("请求复数3+4i的模。", "求复数1-i的模。", True),
        ("Compute the modulus of 3+4i.", "Find the modulus of 2 - i.", False),
        ("复数3+4i的模是多少？", "求复数1-i的模。", False),
        (
            "Find the sum of 3.5 and 2.5. Give the answer as a fraction.",
            "Find the sum of 1 and 2. Give the answer as a decimal.",
            False,
        ),
        (
            "Problem: Today is Monday. What day is it in 3 days?",
            "Today is Sunday. What day is it in 10 days?",
            True,
        ),
        ("今天是星期二，再过3天是星期几？", "今天是星期日，再过10天是星期几？", True),
        ("Problem: The sum is 3.5. Find the other.", "The sum is 7. Find the other.", True),
    ],
)
def test_a_sentence_that_is_kept_for_tests_is_found_with_greetings_around_it(
    text: str, kept: str, closed: bool
) -> None:
    assert has_pattern(text, {pattern(kept)}) == closed


@pytest.mark.parametrize(
    ("text", "other"),
    [("What is 3 + 4?", "What is the sum of 3 and 4?"), ("求3的平方根", "写出3的平方根"), ("mod 3", "2 3")],
)
def test_other_words_are_another_pattern(text: str, other: str) -> None:
    assert pattern(text) != pattern(other)


@pytest.mark.parametrize(
    ("latex", "typed"),
    [
        (r"\frac{1}{2}", "1/2"),
        (r"\frac{x^2 - 9}{x - 3}", "(x^2 - 9)/(x - 3)"),
        (r"\frac{\sqrt{x + 4} - 2}{x}", "(sqrt(x + 4) - 2)/x"),
        (r"x^{-3} \cdot y^{12}", "x^(-3) * y^12"),
        (r"\frac{7\pi}{12}", "7π/12"),
        (r"\frac{2x^2}{2x}", "(2x^2)/(2x)"),
        (r"2\frac{1}{3}", "2 1/3"),
        (r"\frac{d}{dx}(x^3)", "d/dx(x^3)"),
        (r"5x \equiv 3 \pmod{9}", "5x ≡ 3 (mod 9)"),
    ],
)
def test_formulas_are_also_written_without_latex(latex: str, typed: str) -> None:
    assert plain(Formula(latex)) == typed


def test_alternatives_are_chosen_inside_out() -> None:
    said = {chosen("[a|b [c|d]] e", Random(seed)) for seed in range(40)}
    assert said == {"a e", "b c e", "b d e"}
    assert len(set(STYLES)) == 5


async def test_the_same_program_in_other_words_runs_once_and_is_compared_with_each_claim(
    tmp_path: Path,
) -> None:
    """What a cell writes to a file says how often it ran."""
    one = small.examples(1)[0]
    events = tuple(Output(e.part, "stdout", "7\n") if isinstance(e, Output) else e for e in one.events)
    wrong = type(one)(
        **{name: getattr(one, name) for name in one.__slots__} | {"id": "wrong", "events": events}
    )
    ran: list[str] = []
    async with programs(jobs=1) as runner:
        run = type(runner).run

        class Counting(type(runner)):  # type: ignore[misc]
            async def run(self, example: object) -> object:
                ran.append(example.id)  # type: ignore[attr-defined]
                return await run(self, example)  # type: ignore[arg-type]

        came = await Counting(runner.pool, runner.timeout_s).run_all([one, wrong])
    assert ran == [one.id]
    assert difference(one, came[0]) is None
    assert "claimed '7'" in str(difference(wrong, came[1]))
