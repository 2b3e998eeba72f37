"""Why a step is allowed: which rule a step has, what each level says, and more detail that leads to the same result."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.tutor.details import details_of
from solver.tutor.explaining import LEVELS, general_of, reason_for, rule_of
from solver.tutor.rules import GENERAL, RULES


@pytest.mark.parametrize(
    ("step", "rule"),
    [
        pytest.param("Subtract \\(7\\) from both sides: \\[3 x=15\\]", "The same on both sides", id="equation"),
        pytest.param("两边同除以 \\(2\\)：\\[x > 6\\]", "The same on both sides of an inequality", id="inequality"),
        pytest.param("Complete the square: half of \\(-8\\) is \\(-4\\)", "Completing the square", id="square"),
        pytest.param("由勾股定理 \\[c^2=a^2+b^2=289\\]", "The theorem of Pythagoras", id="Pythagoras"),
        pytest.param("Put \\(x=-2\\) into the expression: \\[3\\cdot 4\\]", "Substitution", id="substitution"),
        pytest.param("A difference of squares \\(a^2-b^2=(a+b)(a-b)\\):", "Difference of squares", id="identity"),
        pytest.param("一个因数等于积除以另一个因数：", "Inverse operations", id="missing part"),
        pytest.param("所有原函数只相差一个常数 \\(C\\)。", "The constant of integration", id="constant"),
        pytest.param("Let \\(u=x^2\\).", "Giving something a name", id="a letter"),
        pytest.param("Let me see.", None, id="no letter"),
        pytest.param("So \\(a=5\\) and \\(b=4\\).", None, id="nothing to say"),
        pytest.param("已知 \\[(x-3)^2+|y+2|=0\\]", None, id="restated"),
        pytest.param("\\[7=1\\times 5+2\\text{ both sides}\\]", None, id="words in a formula are none"),
    ],
)  # fmt: skip
def test_the_rule_of_a_step(step: str, rule: str | None) -> None:
    found = rule_of(step)
    assert (found.name.en if found else None) == rule


@pytest.mark.parametrize(
    ("step", "rule"),
    [
        pytest.param(r"Stickers left: \(45 + 12 - 18=39\)", "Adding and taking away", id="a sum"),
        pytest.param(r"一共：\[3\times 6=18\]", "Multiplying", id="a product"),
        pytest.param(r"\(180\div 12=15\)", "Dividing", id="a quotient"),
        pytest.param(r"The chance is \(\frac{3}{12}=\frac{1}{4}\).", "Dividing", id="a fraction"),
        pytest.param(r"they number \[\frac{99-9}{9}+1=11\]", "Working out numbers", id="several signs"),
        pytest.param(r"So \(a=5\) and \(b=4\).", "It follows from what was shown", id="a conclusion"),
        pytest.param(r"已知 \[(x-3)^2+|y+2|=0\]", "What the problem says", id="what is given"),
        pytest.param(
            r"两端的函数值：\[f(1)=1,\qquad f(3)=9\]", "Putting in a value", id="values of a function"
        ),
        pytest.param(r"For an ellipse \(c^2=a^2-b^2\).", "Two names for the same", id="an equation"),
        pytest.param("From 4:00 PM to 4:10 PM: 10 min.", "From what stands above", id="words alone"),
        pytest.param("\\[" + "((1+" * 300 + "x=", "Two names for the same", id="brackets without an end"),
    ],
)
def test_a_step_that_names_no_rule_has_the_reason_of_its_shape(step: str, rule: str) -> None:
    assert rule_of(step) is None and general_of(step).name.en == rule
    assert reason_for(step, "zh", "middle").rule == general_of(step).name.zh


@given(st.text(max_size=80))
def test_every_step_has_a_reason(step: str) -> None:
    for level in LEVELS:
        assert reason_for(step, "en", level).text and reason_for(step, "zh", level).text


@pytest.mark.parametrize("rule", [*RULES, *GENERAL], ids=lambda r: r.name.en)
def test_every_rule_is_told_differently_to_children_and_grown_ups(rule: object) -> None:
    assert isinstance(rule, type(RULES[0]))
    texts = [t for t in (rule.simple, rule.school, rule.exact) if t is not None]
    for language in ("en", "zh"):
        told = [text.say(language) for text in texts]  # type: ignore[arg-type]
        assert len(set(told)) == len(told) >= 2 and all(told)
        assert not any(mark in text for text in told for mark in "!！")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_simpler_words_end_with_the_simplest(language: str) -> None:
    step = "Subtract 7 from both sides" if language == "en" else "两边同时减去 7"
    level, said = LEVELS[-1], list[str]()
    for _ in itertools.count():
        reason = reason_for(step, language, level)  # type: ignore[arg-type]
        assert reason.text not in said
        said.append(reason.text)
        if reason.simpler is None:
            break
        assert LEVELS.index(reason.simpler) < LEVELS.index(level)
        level = reason.simpler
    assert level == "primary" and len(said) == 4


@pytest.mark.parametrize(
    ("step", "language", "last"),
    [
        pytest.param(
            r"Half of it: \[\frac{60\left(1+60\right)}{2}=1830\]", "en", "1830", id="a sum in one go"
        ),
        pytest.param(r"所以 \[\frac{99-9}{9}+1=11\]", "zh", "11", id="in Chinese"),
        pytest.param(r"It has to be 3: \[5 - 2k=3\] so \(k=1\).", "en", "k=1", id="an equation in one go"),
    ],
)
def test_more_detail_comes_to_the_same_result(step: str, language: str, last: str) -> None:
    steps = details_of(step, language)  # type: ignore[arg-type]
    assert len(steps) >= 2
    assert last in steps[-1].replace(" ", "")


@pytest.mark.parametrize(
    "step", [r"\(180\div 12=15\)", r"So \(x=5\).", r"\[2+2=5\]", r"\[\int x\,dx=\frac{x^2}{2}\]", "words"]
)
def test_where_there_is_no_more_to_say_nothing_is_said(step: str) -> None:
    assert details_of(step, "en") == ()
