"""Options that are true or false, or have a property or not: each is judged, and the letters of those asked for are the answer.

Read: three to six options of which every one can be judged for certain (`stems.py` has what may be asked). Declined: one that cannot be,
one right option asked for where none or several are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.choices import parted
from solver.topics.statement_choices.judged import Judged
from solver.topics.statement_choices.stems import asked_of

_LETTERS: Final = "ABCDEF"
OPTION: Final = Words("Option {letter}, {option}: {reason}", "选项 {letter}，{option}：{reason}")
ANSWER: Final = Words("The answer is {letters}.", "所以选 {letters}。")
NOTE: Final = Words("which options hold", "逐个判断各选项")
NOTE_DENIED: Final = Words("which options do not hold", "找出不成立的选项")
CLAIM: Final = Words("{letters} and no other option", "只有 {letters} 符合")
METHOD: Final = Words(
    "every option judged in another way, with numbers", "用另一种方法（代入数值）逐个检验选项"
)


def read(text: Text) -> Reading:
    """Options behind a stem that asks for the true ones, or for those with a property."""
    found = parted(text.source)
    if found is None:
        return None
    stem, options = found
    asked = asked_of(stem, text.language)
    if asked is None:
        return None
    judged = [asked.judge(option) for option in options]
    if any(one is None for one in judged):
        return None
    all_judged = tuple(one for one in judged if one is not None)
    count = sum(one.holds != asked.denied for one in all_judged)
    if count == 0 or count > 1 and not asked.several:
        return None
    return StatementChoice(options, all_judged, asked.denied, text.language)


@dataclass(frozen=True, slots=True)
class StatementChoice:
    """Which of `options` hold, or do not, where that is `denied`."""

    options: tuple[str, ...]
    judged: tuple[Judged, ...]
    denied: bool
    language: Language

    def _wanted(self) -> list[int]:
        return [n for n, one in enumerate(self.judged) if one.holds != self.denied]

    def solution(self) -> Solution:
        """One step for each option."""
        say = self.language
        steps = [
            OPTION.say(say, letter=_LETTERS[n], option=_shown(option), reason=one.told(say))
            for n, (option, one) in enumerate(zip(self.options, self.judged, strict=True))
        ]
        return Solution(tuple(steps), self._cell("source"))

    def _cell(self, name: str, *more: str) -> str:
        letters = frozenset[str]().union(*(one.letters for one in self.judged))
        rows = ",\n    ".join(getattr(one, name) for one in self.judged)
        note = comment((NOTE_DENIED if self.denied else NOTE).say(self.language))
        lines = [f"truths = [\n    {rows},\n]", note]
        chosen = f"[n for n, holds in enumerate(truths) if {'not ' if self.denied else ''}holds]"
        last = more or (chosen,)
        return cell(*lines, *(line.replace("CHOSEN", chosen) for line in last), variables=letters, assumptions="real=True" if letters else "")  # fmt: skip

    def conclude(self, value: Any) -> Conclusion | None:
        """The letters."""
        try:
            places = [int(n) for n in value]
        except (TypeError, ValueError):
            return None
        if places != self._wanted():
            return None
        answer = r",\ ".join(_LETTERS[n] for n in places)
        return Conclusion(ANSWER.say(self.language, letters=rf"\({answer}\)"), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Each option judged in the other way."""
        bare = re.sub(r"\\(?:text|mathrm)|\\[ ,]|and|[{}()$\s、,;和.。]", "", answer)
        if not re.fullmatch(f"[{_LETTERS[: len(self.options)]}]+", bare):
            return None
        places = sorted({_LETTERS.index(c) for c in bare})
        claim = CLAIM.say(self.language, letters=rf"\({answer}\)")
        return CheckPlan(claim, METHOD.say(self.language), self._cell("other", f"CHOSEN == {places}"))


def _shown(option: str) -> str:
    """The option as it stands; a formula alone between delimiters."""
    from solver.formula import FormulaError, parse, to_latex

    bare = option.replace("$", "").strip()
    try:
        return rf"\({to_latex(parse(bare))}\)"
    except FormulaError:
        return option if "$" in option or re.search("[\u3400-\u9fff]|[A-Za-z]{3}", option) else rf"\({bare.replace('+-', '±')}\)"  # fmt: skip
