"""A word problem that was read whole, as a task: its solution, its conclusion, and the check of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from solver.latex import fraction_latex
from solver.ports import CheckPlan
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.stories.word_problems import answers
from solver.topics.stories.word_problems.explaining import Explainer, cell
from solver.topics.stories.word_problems.expressions import PYTHON, decimal, python_number, total
from solver.topics.stories.word_problems.quantities import Key, Phrase, Relation
from solver.topics.stories.word_problems.solving import Plan
from solver.topics.stories.word_problems.wording import MEASURES, Wording, agreeing, comment

SENTENCES: Final = {
    "is": Words("{label} is {amount}", "{label}是 {amount}"),
    "named": Words("{label}: {amount}", "{label}：{amount}"),
    "are": Words("the number of {label} is {amount}", "{label}有 {amount}"),
    "owns": Words("{owner} has {amount} {items}", "{owner}有 {amount}{item}"),
    "owns-now": Words("{owner} now has {amount} {items}", "{owner}现在有 {amount}{item}"),
    "there": Words("there are {amount} {items}", "{item}有 {amount}"),
    "of": Words("there are {amount} of {item}", "{item}有 {amount}"),
    "all": Words("there are {amount} in total", "一共有 {amount}"),
    "age": Words("{owner} is {amount} years old", "{label} {amount}"),
    "times": Words("it is {amount} times as many", "是 {amount} 倍"),
    "left": Words("{owner} has {amount} left", "{owner}还剩 {amount}"),
    "has": Words("{owner} has {amount}", "{owner}有 {amount}"),
    "each": Words("for each {item} that is {amount} {owners}", "每{item} {amount}"),
    "first": Words("{owner} had {amount} at first", "{owner}原来有 {amount}"),
}
CLAIM: Final = Words("with the answer {answer}, every condition holds, as the problem is read above",
                     "答案是 {answer} 时，按上面对题意的理解，每个条件都成立")  # fmt: skip
METHOD: Final = Words("put back into every condition of the problem", "代回题目中的每个条件")


@dataclass(frozen=True, slots=True)
class WordProblem:
    """Quantities, the relations between them, and a plan that finds what is asked."""

    wording: Wording
    relations: Sequence[Relation]
    plan: Plan
    asked: tuple[Key, ...]

    def solution(self) -> Solution:
        """The plan in words and as a cell."""
        explainer = Explainer(self.wording, self.relations, self.plan)
        return Solution(steps=explainer.steps(), cell=cell(explainer, self.asked))

    def conclude(self, value: Any) -> Conclusion | None:
        """One value for each quantity asked, in the order asked."""
        values = answers.exact(value)
        if values is None or len(values) != len(self.asked):
            return None
        parts = [self._sentence(key, v) for key, v in zip(self.asked, values, strict=True)]
        english = self.wording.language == "en"
        sentence = (" and " if english and len(parts) == 2 else ", " if english else "，").join(parts)
        if english:
            sentence = sentence[:1].upper() + sentence[1:]
        shown = [
            decimal(v) if self.wording.is_money(key) else fraction_latex(v)
            for key, v in zip(self.asked, values, strict=True)
        ]
        return Conclusion(sentence + ("." if english else "。"), r",\ ".join(shown))

    def _sentence(self, key: Key, value: Fraction) -> str:
        wording = self.wording
        amount, owner = wording.amount(key, value), wording.noun(key.owner)
        sentence = SENTENCES[self._form(key)].say(
            wording.language, label=wording.label(key), amount=amount, owner=owner, item=wording.noun(key.item),
            items=wording.noun(key.item, plural=value != 1), owners=wording.noun(key.owner, plural=value != 1),
        )  # fmt: skip
        return agreeing(sentence) if wording.language == "en" else sentence

    def _form(self, key: Key) -> str:
        """Which sentence says a quantity of this kind."""
        if isinstance(key.item, Phrase):
            return "named"
        story = self.wording.story
        if key.kind == "money" and key.owner:
            return "left" if key.at else "first" if story.ledger[(key.owner, key.item)] else "has"
        if key.kind == "age" or self.wording.unit(key) == "岁":
            return "age"
        if key.kind == "times":
            return "times"
        if key.kind == "rate" and key in story.per.values():
            return "each"
        if key.kind == "total" and not self.wording.is_money(key):
            return "all"
        if key.kind != "count" or self.wording.is_nameless(key):
            return "is"
        if self.wording.language == "en" and self.wording.unit(key) in MEASURES:
            return "of"
        if not key.owner or any(group.owner == key.owner for group in story.groups):
            return "there"
        if not key.item:
            return "are"
        return "owns-now" if key.at else "owns"

    def check(self, answer: str) -> CheckPlan | None:
        """Whether the conditions can all hold when what is asked has these values."""
        values = answers.parse(answer)
        if values is None or len(values) != len(self.asked):
            return None
        language = self.wording.language
        shown = ", ".join(f"\\({fraction_latex(v)}\\)" for v in values)
        source = _check_cell(self, dict(zip(self.asked, values, strict=True)))
        return CheckPlan(CLAIM.say(language, answer=shown), METHOD.say(language), source)


def _check_cell(task: WordProblem, values: dict[Key, Fraction]) -> str:
    wording = task.wording
    name = wording.identifier
    relations = [task.relations[i] for i in sorted(task.plan.used)]
    others = list(dict.fromkeys(k for r in relations for k in r.terms if k not in values))
    lines = [
        f"{name(key)} = {python_number(value)}  # {comment(wording.label(key))}"
        for key, value in values.items()
    ]
    if others:
        names = ", ".join(map(name, others)) + ("," if len(others) == 1 else "")
        lines.append(f"{names} = symbols(\"{' '.join(map(name, others))}\", seq=True)" if len(others) == 1
                     else f"{names} = symbols(\"{' '.join(map(name, others))}\")")  # fmt: skip
    lines.append("conditions = [  # " + Words("each must be 0", "每一个都应当等于 0").say(wording.language))
    for relation in relations:
        text = total([(c, name(k)) for k, c in relation.terms.items()], -relation.constant, PYTHON)
        lines.append(f"    {text},")
    lines.append("]")
    tools = {"symbols", "linsolve", "S"} if others else set()
    if any("Rational(" in line for line in lines):
        tools.add("Rational")
    unknowns = ", ".join(map(name, others))
    lines.append(
        f"linsolve(conditions, [{unknowns}]) != S.EmptySet" if others else "all(c == 0 for c in conditions)"
    )
    head = [f"from sympy import {', '.join(sorted(tools))}", ""] if tools else []
    return "\n".join([*head, *lines])
