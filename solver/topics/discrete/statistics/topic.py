"""What sums up a list of numbers: mean, median, mode, range, quartiles, variance, standard deviation; five-number summary and
box plot; a number from the mean.

Read: one list with commas between, one or more of these measures of it; the list may have one unknown letter whose value
follows from the mean. Variance and standard deviation divide by the number of values, unless a sample is spoken of.
Quartiles are the medians of the two halves (the median itself left out), as in most school books.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.statistics.carriers import bare
from solver.topics.discrete.statistics.five import FiveNumbers, box_plot, median
from solver.topics.discrete.statistics.missing import Missing
from solver.topics.discrete.statistics.numbers import fraction, fractions, in_a_sum, shown_as
from solver.topics.discrete.statistics.words import MEASURES, NAMES, NO_MODE, VOCABULARY, WORDS
from solver.topics.prepared import Opened
from solver.topics.rationals import terminating_decimal

MAX_VALUES: Final = 60
_NUMBER: Final = r"-?\s?\d{1,12}(?:\.\d{1,8})?(?:\s?/\s?\d{1,6})?"
_LIST: Final = re.compile(
    rf"(?<![A-Za-z0-9_.^/*+])(?P<items>(?:{_NUMBER}|[a-z])(?:\s*(?:,\s*and|,\s*|、|\band\b|和)\s*(?:{_NUMBER}|[a-z](?![A-Za-z])))+)(?![A-Za-z0-9_^*+/(=]|\.\d)"
)
_DIVIDED: Final = re.compile(r"[(,]?\s*(?:计算时|均)?除以\s*n(?![A-Za-z])\s*(?P<less>-\s*1)?\s*[,)]?")
"""By what a variance is to be divided."""
_GIVEN: Final = re.compile(
    rf"(?i)(?:the\s+)?(?:mean|average|arithmetic\s+mean|平均数|平均值|平均分)\s*(?:of\s+zlistz\s+)?(?:is|equals|=|是|为|等于)\s*\$?(?P<mean>{_NUMBER})(?![\d/])"
)


_PREFACE: Final = re.compile(
    r"^[^\dA-Za-z,;。:和与、两各每甲乙丙若加减倍]{0,24}?(?:(?:成绩|得分|环数|身高|体重|年龄|气温|水位|个数|次数|时间|用时)(?:记录)?)?(?:分别|依次)(?:是|为|:)?\s*(?=zlistz)"
)
"""Who measured what: 某射击选手五次的成绩分别为."""
_UNIT: Final = re.compile(
    r"(?<![A-Za-z])zlistz\s*(?:环|分钟|分|秒|岁|厘米|千克|公斤|米|次|个|℃|°C|cm|kg)(?=\s*[,;。(])"
)


def read(text: Text) -> Reading:
    """One list of numbers and what is asked of it; None for all else."""
    source = re.sub(r"[$]|\\[()]", " ", text.source)
    source = bare(source, text.language) or source
    source = re.sub(
        r"(?i)\b(box|five|5)-(and|number|point)(?:-(whiskers?))?\b",
        lambda m: " ".join(filter(None, m.groups())),
        source,
    )
    source = re.sub(
        r"(?i)\b(?:the\s+)?quartiles\b|四分位数(?<![上下一二三]四分位数)",
        " lower quartile , median , upper quartile ",
        source,
    )
    divided = _DIVIDED.search(source)
    if divided is not None:
        source = f"{source[: divided.start()]} {source[divided.end() :]}"
    match = _LIST.search(source)
    if match is None or len(source) > 1500:
        return None
    items = [i.strip() for i in re.split(r"\s*(?:,\s*and\b|,|、|\band\b|和)\s*", match["items"]) if i.strip()]
    letters = [i for i in items if i.isalpha()]
    source = f"{source[: match.start()]} zlistz {source[match.end() :]}"
    source = _UNIT.sub("zlistz", _PREFACE.sub(" ", source))
    given = _GIVEN.search(source)
    if letters and (given is None or len(letters) > 1):
        return None
    if given is not None:
        source = (
            f"{source[: given.start()]} {'zlistz' if 'zlistz' in given[0] else ''} {source[given.end() :]}"
        )
    found = account(source, VOCABULARY)
    asked = tuple(dict.fromkeys(c for c in found.concepts if c in MEASURES))
    values = tuple(_value(i) for i in items if not i.isalpha())
    if given is not None and letters:
        named = [getattr(n, "name", "") for n in found.nodes]
        if any(n != letters[0] for n in named) or found.unread:
            return Unread(found.unread) if found.unread else None
        missing = Missing(values, letters[0], _value(given["mean"]), text.language)
        if not asked:
            return missing
        if named or found.has("sample") or found.has("box") or found.has("five"):
            return None
        data = tuple(missing.value() if item.isalpha() else _value(item) for item in items)
        return Opened(missing.solution().steps, Summary(data, asked, False, False, text.language))
    boxed, five = found.has("box"), found.has("five")
    if (
        given is not None
        or not (asked or boxed or five)
        or found.concepts.count("list") != 1
        or found.formulas
    ):
        return None
    if found.has("draw") and not boxed or asked and five:
        return None
    if found.unread:
        return Unread(found.unread)
    if (
        not 2 <= len(values) <= MAX_VALUES
        or found.has("sample")
        and text.language == "en"
        and len(values) < 2
    ):
        return None
    if not asked:
        return FiveNumbers(values, boxed, text.language)
    sample = found.has("sample") and text.language == "en"
    if divided is not None:
        if not {"variance", "deviation"} & set(asked) or sample and not divided["less"]:
            return None
        sample = divided["less"] is not None
    return Summary(values, asked, sample, boxed, text.language)


def _value(item: str) -> sp.Rational:
    top, _, below = item.replace(" ", "").partition("/")
    return sp.Rational(top) / sp.Rational(below or 1)


@dataclass(frozen=True, slots=True)
class Summary:
    """What is `asked` of `values`; `sample`: variances divide by one less than their number; `boxed`: with a box plot."""

    values: tuple[sp.Rational, ...]
    asked: tuple[str, ...]
    sample: bool
    boxed: bool
    language: Language

    def _ordered(self) -> list[sp.Rational]:
        return sorted(self.values)

    def _mean(self) -> sp.Rational:
        return sp.Rational(sum(self.values)) / len(self.values)

    def _variance(self) -> sp.Rational:
        below = len(self.values) - self.sample
        return sp.Rational(sum((v - self._mean()) ** 2 for v in self.values)) / below

    def _halves(self) -> tuple[list[sp.Rational], list[sp.Rational]]:
        ordered, half = self._ordered(), len(self.values) // 2
        return ordered[:half], ordered[-half:]

    def _modes(self) -> list[sp.Rational]:
        counts = Counter(self.values)
        most = max(counts.values())
        return (
            sorted(v for v, n in counts.items() if n == most) if most * len(counts) > len(self.values) else []
        )

    def results(self) -> dict[str, list[sp.Expr]]:
        """The value of each measure; of the mode all, or none."""
        lower, upper = (median(h) for h in self._halves())
        ordered = self._ordered()
        known: dict[str, Callable[[], list[sp.Expr]]] = {
            "mean": lambda: [self._mean()],
            "median": lambda: [median(ordered)],
            "mode": lambda: list(self._modes()),
            "range": lambda: [ordered[-1] - ordered[0]],
            "variance": lambda: [self._variance()],
            "deviation": lambda: [sp.sqrt(self._variance())],
            "lower": lambda: [lower],
            "upper": lambda: [upper],
            "iqr": lambda: [upper - lower],
        }
        return {name: known[name]() for name in self.asked}

    def solution(self) -> Solution:
        """The values in order where that matters, then measure by measure."""
        say, n = self.language, len(self.values)
        steps = []
        if set(self.asked) & {"median", "mode", "range", "lower", "upper", "iqr"}:
            listed = ",\\ ".join(map(shown_as, self._ordered()))
            steps.append(WORDS["ordered"].say(say, n=n, values=listed))
        for name in self.asked:
            steps += self._told(name)
        if self.boxed:
            steps.append(WORDS["box"].say(say))
        plot = box_plot(self.values, say) if self.boxed else None
        return Solution(tuple(dict.fromkeys(steps)), self._cell(), plot)

    def _told(self, name: str) -> list[str]:
        say, n, ordered = self.language, len(self.values), self._ordered()
        mean = WORDS["mean"].say(
            say, terms="+".join(map(in_a_sum, self.values)), n=n, total=shown_as(sp.Rational(sum(self.values))),
            value=f"={shown_as(self._mean())}" if self._mean().q != n or terminating_decimal(self._mean()) else "",
        )  # fmt: skip
        if name == "mean":
            return [mean]
        if name == "median":
            if n % 2:
                return [WORDS["odd"].say(say, k=n // 2 + 1, value=shown_as(ordered[n // 2]))]
            a, b = ordered[n // 2 - 1], ordered[n // 2]
            return [WORDS["even"].say(say, a=in_a_sum(a), b=in_a_sum(b), value=shown_as((a + b) / 2))]
        if name == "mode":
            modes = self._modes()
            if not modes:
                return [WORDS["no_mode"].say(say)]
            value = ",\\ ".join(map(shown_as, modes))
            return [WORDS["mode"].say(say, value=value, times=Counter(self.values)[modes[0]])]
        if name == "range":
            high, low = ordered[-1], ordered[0]
            return [
                WORDS["range"].say(say, high=shown_as(high), low=in_a_sum(low), value=shown_as(high - low))
            ]
        if name in ("variance", "deviation"):
            squares = "+".join(f"({shown_as(v)}-{in_a_sum(self._mean())})^2" for v in self.values)
            variance = self._variance()
            told = [
                mean,
                WORDS["variance"].say(
                    say,
                    mean=shown_as(self._mean()),
                    below=n - self.sample,
                    squares=squares,
                    value=shown_as(variance),
                ),
            ]
            if name == "deviation":
                told.append(
                    WORDS["deviation" if sp.sqrt(variance).is_Rational else "root"].say(
                        say, variance=shown_as(variance), value=shown_as(sp.sqrt(variance))
                    )
                )
            return told
        lower, upper = self._halves()
        sides = {
            "lower": WORDS["half"].say(say, name=NAMES["lower"].say(say), side="lower" if say == "en" else "前",
                                       values=",\\ ".join(map(shown_as, lower)), value=shown_as(median(lower))),
            "upper": WORDS["half"].say(say, name=NAMES["upper"].say(say), side="upper" if say == "en" else "后",
                                       values=",\\ ".join(map(shown_as, upper)), value=shown_as(median(upper))),
        }  # fmt: skip
        if name in sides:
            return [sides[name]]
        a, b = median(lower), median(upper)
        return [
            *sides.values(),
            WORDS["iqr"].say(say, upper=shown_as(b), lower=in_a_sum(a), value=shown_as(b - a)),
        ]

    def _cell(self) -> str:
        n = len(self.values)
        lines = [
            comment(WORDS["code"].say(self.language)),
            f"values = sorted({exact_source(list(self.values))})",
        ]
        if set(self.asked) & {"mean", "variance", "deviation"}:
            lines.append(f"mean = Rational(1, {n}) * sum(values)")
        if set(self.asked) & {"variance", "deviation"}:
            lines.append(f"variance = Rational(1, {n - self.sample}) * sum((v - mean)**2 for v in values)")
        if set(self.asked) & {"median", "lower", "upper", "iqr"}:
            lines += ["", "def median(xs):", "    k = len(xs) // 2", "    return xs[k] if len(xs) % 2 else (xs[k - 1] + xs[k]) / S(2)", ""]  # fmt: skip
        if "mode" in self.asked:
            lines += [
                "most = max(values.count(v) for v in values)",
                "modes = sorted({v for v in values if values.count(v) == most})",
                "modes = [] if most * len(set(values)) == len(values) else modes",
            ]
        half = n // 2
        sources = {
            "mean": "mean", "median": "median(values)", "mode": "modes", "range": "values[-1] - values[0]", "variance": "variance",
            "deviation": "sqrt(variance)", "lower": f"median(values[:{half}])", "upper": f"median(values[-{half}:])",
            "iqr": f"median(values[-{half}:]) - median(values[:{half}])",
        }  # fmt: skip
        wanted = [sources[name] for name in self.asked]
        return cell(*lines, wanted[0] if len(wanted) == 1 else f"[{', '.join(wanted)}]")

    def conclude(self, value: Any) -> Conclusion | None:
        """Each measure by its name; the values in the order they were asked in."""
        parts = value if len(self.asked) > 1 else [value]
        if not isinstance(parts, list) or len(parts) != len(self.asked):
            return None
        say, answers = self.language, []
        for part in parts:
            found = part if isinstance(part, list) else [part]
            if not all(isinstance(v, sp.Expr) and v.is_number for v in found):
                return None
            answers.append(",\\ ".join(map(shown_as, found)) if found else NO_MODE.say(say))
        answer = ",\\ ".join(answers)
        names = [NAMES[name].say(say) for name in self.asked]
        key = "are" if len(names) > 1 else "none" if answer == NO_MODE.say(say) else "is"
        listed = ("、" if say == "zh" else ", ").join(names)
        return Conclusion(WORDS[key].say(say, name=names[0], names=listed, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Again with Python's statistics module."""
        say, results = self.language, self.results()
        expected = [v for name in self.asked for v in results[name]]
        none = results.get("mode") == []
        plain = re.sub(r"\\text\{\s*(?:none|无)\s*\}", "", answer).strip(" ,")
        values = values_in(plain) if plain else ()
        if values is None or not all(isinstance(v, sp.Expr) for v in values):
            return None
        names = {"mean": "mean(data)", "median": "median(data)", "range": "max(data) - min(data)",
                 "variance": "variance(data)" if self.sample else "pvariance(data)",
                 "deviation": "variance(data)" if self.sample else "pvariance(data)"}  # fmt: skip
        tests, at = [], 0
        for name in self.asked:
            count = len(results[name])
            mine = values[at : at + count]
            at += count
            if name == "mode":
                tests.append(f"sorted({fractions(mine)}) == (sorted(multimode(data)) if {count} else [])")
            elif name == "deviation":
                square = sp.expand(mine[0] ** 2) if mine else sp.nan
                sign = bool(mine and mine[0] >= 0)
                tests.append(f"{names[name]} == {fraction(square)} and {sign}")
            elif name in names:
                tests.append(f"{names[name]} == {fraction(mine[0]) if mine else None}")
            else:
                half = len(self.values) // 2
                low, high = f"median(sorted(data)[:{half}])", f"median(sorted(data)[-{half}:])"
                source = {"lower": low, "upper": high, "iqr": f"{high} - {low}"}[name]
                tests.append(f"{source} == {fraction(mine[0]) if mine else None}")
        body = "\n".join([
            "from fractions import Fraction",
            "from statistics import mean, median, multimode, pvariance, variance",
            "",
            f"data = {fractions(self.values)}",
            f"tests = [{', '.join(tests)}]",
            f"all(tests) and {len(values) == len(expected)}",
        ])  # fmt: skip
        claim = (", " if say == "en" else "，").join(NAMES[name].say(say) for name in self.asked)
        shown = answer if not none or plain else NO_MODE.say(say)
        return CheckPlan(f"{claim}: \\({shown}\\)", WORDS["method"].say(say), body)
