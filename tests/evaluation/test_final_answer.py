"""Whole solutions as others write them, and the answer that each ends with; and those that end with none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.grader.final_answer import final_answer
from evaluation.grader.options import judge

TEXTS = [
    pytest.param("She has 3 * 4 = 12 eggs.\n#### 12", "12", id="GSM8K"),
    pytest.param("Total: <<3*4=12>>12\n#### 1,200", "1200", id="GSM8K, thousands"),
    pytest.param("#### Step 1\nAdd.\n#### Step 2\nGet 5.\nThe answer is 5.", "5", id="hashes are headings"),
    pytest.param(r"Thus $x = \boxed{\frac{1}{2}}$.", r"\frac12", id="box"),
    pytest.param(r"First \boxed{3}. But that was wrong, so it is \boxed{4}.", "4", id="the last box"),
    pytest.param(r"The roots are $\boxed{2}$ and $\boxed{3}$.", "2, 3", id="boxes of one sentence"),
    pytest.param(r"$x=\boxed{2}$, $y=\boxed{-1}$", "2, -1", id="boxes with names"),
    pytest.param(r"(1) \boxed{5}" + "\n\n" + r"Then (2): \boxed{6}", "6", id="boxes of two sentences"),
    pytest.param(r"So \boxed{7} it is. Let me check: \boxed{", "7", id="a box that broke off"),
    pytest.param(r"\boxed{7} \boxed{}", "7", id="an empty box"),
    pytest.param(r"\boxed 9", "9", id="a box without braces"),
    pytest.param(r"The answer is \boxed{\text{(C)}}.", "C", id="a letter in a box"),
    pytest.param(r"\boxed{\left\{1, 2\right\}}", "{1,2}", id="braces in a box"),
    pytest.param("The answer is: 42", "42", id="the answer is"),
    pytest.param("So the answer is 3.5. I hope this helps.", "3.5", id="a point in the number"),
    pytest.param("The answer is 12. The final answer is 13.", "13", id="the last saying"),
    pytest.param("**Answer:** 3", "3", id="Answer in bold"),
    pytest.param("**Answer: 3**", "3", id="all in bold"),
    pytest.param("## Final Answer\n\nThe final answer is $\\frac{3}{4}$", r"\frac34", id="a heading"),
    pytest.param("**Final Answer**: $x = 5$", "5", id="Final Answer"),
    pytest.param("Final Answer: The final answer is $12$. I hope it is correct.", "12", id="Minerva"),
    pytest.param("The answer is (B) 12.", "B", id="letter and value"),
    pytest.param("Therefore, the correct option is C.", "C", id="option"),
    pytest.param("Answer: $5$ dollars", "5", id="unit behind the formula"),
    pytest.param("The answer is $\\$12.50$.", "12.5", id="money"),
    pytest.param("The answer is $$x = 3$$", "3", id="display"),
    pytest.param("The answer is \\[ \\frac{2}{3} \\]", r"\frac23", id="display in brackets"),
    pytest.param("答案是 3。", "3", id="答案是"),
    pytest.param("所以答案为：$\\frac{3}{5}$。", r"\frac35", id="答案为"),
    pytest.param("解：x=3。\n答：他有12个苹果。", "12", id="答"),
    pytest.param("综上，故选 B。", "B", id="故选"),
    pytest.param("因此选择 C", "C", id="选择"),
    pytest.param("故选：D．", "D", id="故选 with a full-width point"),
    pytest.param("**答案：** $\\boxed{15}$", "15", id="答案 with a box"),
    pytest.param("计算得 x=4。因此，x=4。", "4", id="因此"),
    pytest.param("We add. Therefore, x = 12.", "12", id="therefore"),
    pytest.param("<think>The answer is 5.</think>The answer is 6.", "6", id="thoughts do not count"),
    pytest.param("maybe \\boxed{5}</think>\\boxed{6}", "6", id="thoughts without a beginning"),
    pytest.param("The answer is 7.\n```python\nprint('the answer is 8')\n```", "7", id="code does not count"),
    pytest.param("The answer is 5/6.\n", "5/6", id="a slash"),
    pytest.param("The answer is 1,234.", "1234", id="a comma"),
    pytest.param("Answer: (2, 3)", "(2,3)", id="a point"),
    pytest.param("Answer: x = 2 or x = 3", "2, 3", id="two roots"),
    pytest.param("The answer is Yes.", "yes", id="a word"),
]  # fmt: skip
NONE = [
    pytest.param("", id="empty"),
    pytest.param("I have 3 apples and 4 pears, which I count.", id="numbers only"),
    pytest.param("The answer is not 5", id="denied"),
    pytest.param("I need to find the answer to this", id="no value"),
    pytest.param("Therefore, we add 3 and 4. This gives us something.", id="a conclusion in the middle"),
    pytest.param(r"\boxed{", id="broken off"),
    pytest.param("<think>The answer is 5.</think>", id="only a thought"),
    pytest.param("Therefore we are done.", id="a conclusion without a value"),
]


@pytest.mark.parametrize(("text", "answer"), TEXTS)
def test_the_answer_at_the_end(text: str, answer: str) -> None:
    found = final_answer(text)
    assert found is not None and judge(found, answer) == "equal", found


@pytest.mark.parametrize("text", NONE)
def test_no_answer_is_none(text: str) -> None:
    assert final_answer(text) is None


@given(st.text(alphabet="a1. \n$\\{}#*答案是为：boxed<>/think", max_size=60))
def test_any_text_is_read(text: str) -> None:
    found = final_answer(text)
    assert found is None or found.strip() == found != ""


def test_a_box_behind_the_word_answer_is_opened() -> None:
    assert final_answer("**Answer:** $\\boxed{14}$") == "14"


@given(st.integers(-999, 999), st.text(alphabet="abc \n.,0123456789", max_size=60))
def test_a_box_behind_any_prose_is_the_answer(value: int, prose: str) -> None:
    assert final_answer(f"{prose}\n$\\boxed{{{value}}}$") == str(value)
