"""The same trial again and again: exactly, at least or at most so many successes among n (the binomial distribution).

Read: a die and one of its faces, a chance of success that is told, X ~ B(n, p). Not: waiting for the first success, expected values.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.latex import exact_latex
from solver.reader.numerals import in_digits
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

_FACES: Final = {
    "ones": 1,
    "twos": 2,
    "threes": 3,
    "fours": 4,
    "fives": 5,
    "sixes": 6,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
}
_TIMES: Final = r"(?P<n>\d+)\s+times|(?P<twice>twice)"
_HOW: Final = (
    r"(?P<how>exactly|at\s+least|at\s+most|no\s+more\s+than|more\s+than|fewer\s+than|less\s+than|precisely)?"
)
_END: Final = r"\s*(?:\?|\.)?\s*(?:give\s+[^.]*\.)?\s*$"
_ASK: Final = r"(?:what\s+is|what's|find|calculate|compute|determine)\s+the\s+probability\s+(?:of|that)\s+(?:getting\s+|rolling\s+|obtaining\s+|throwing\s+|there\s+(?:are|will\s+be)\s+|you\s+(?:get|roll)\s+|we\s+get\s+|he\s+(?:gets|rolls)\s+|she\s+(?:gets|rolls)\s+)?"
_P: Final = r"\$?(?P<p>0?\.\d+|\d+\s*/\s*\d+|\\[dt]?frac\s*\{\d+\}\s*\{\d+\}|\d+(?:\.\d+)?\s*\\?%)\$?"
_COIN: Final = r"(?:an?|the)\s+(?:biased|unfair|weighted|loaded|bent)\s+coin"
_EN: Final = (
    rf"^\s*(?:if\s+|suppose\s+)?{_COIN}\s+(?:comes\s+up|lands(?:\s+on)?|shows|has|turns\s+up)\s+(?P<side>heads?|tails?)\s+with\s+(?:a\s+)?(?:probability|chance)\s+(?:of\s+)?{_P}\s*[.,;]\s*(?:if\s+)?(?:it|the\s+coin)\s+is\s+(?:tossed|flipped|thrown)\s+(?:{_TIMES})\s*[.,]\s*{_ASK}{_HOW}\s*(?P<k>\d+)\s+(?P=side){_END}",
    rf"^\s*(?:the\s+)?(?:probability|chance)\s+that\s+{_COIN}\s+(?:comes\s+up|lands(?:\s+on)?|shows|turns\s+up)\s+(?P<side>heads?|tails?)\s+is\s+{_P}\s*[.,;]\s*(?:if\s+)?(?:it|the\s+coin)\s+is\s+(?:tossed|flipped|thrown)\s+(?:{_TIMES})\s*[.,]\s*{_ASK}{_HOW}\s*(?P<k>\d+)\s+(?P=side){_END}",
    rf"^\s*(?:if\s+)?an?\s+(?:fair\s+|standard\s+|ordinary\s+)?(?:six-sided\s+|6-sided\s+)?(?:die|dice)\s+is\s+(?:rolled|thrown|tossed|cast)\s+(?:{_TIMES})\s*[.,]\s*{_ASK}{_HOW}\s*(?P<k>\d+)\s+(?P<face>ones|twos|threes|fours|fives|sixes|one|two|three|four|five|six)(?:\s+(?:come|comes|appear|appears)(?:\s+up)?)?{_END}",
    rf"^\s*(?:suppose\s+|let\s+)?\$?X\$?\s*(?:is|has|follows|be)\s+(?:a\s+)?binomial(?:ly)?(?:\s+distributed|\s+distribution|\s+random\s+variable)?\s*(?:with)?\s*(?:parameters)?\s*\$?n\s*=\s*(?P<n>\d+)\$?\s*(?:,|and)?\s*\$?p\s*=\s*{_P}\s*[.,]?\s*(?:find|what\s+is|compute|calculate)\s+\$?P\s*\(\s*X\s*(?P<sign>=|<=|>=|<|>|\\le|\\ge|\\leq|\\geq)\s*(?P<k>\d+)\s*\)\$?{_END}",
    rf"^\s*(?:if\s+|suppose\s+|given\s+|let\s+)?\$?X\s*(?:~|\\sim)\s*(?:B|\\text\{{B\}}|Bin|\\mathrm\{{B(?:in)?\}}|Binomial)\s*\(\s*(?P<n>\d+)\s*,\s*{_P}\s*\)\$?\s*[.,]?\s*(?:find|what\s+is|compute|calculate)\s+\$?P\s*\(\s*X\s*(?P<sign>=|<=|>=|<|>|\\le|\\ge|\\leq|\\geq)\s*(?P<k>\d+)\s*\)\$?{_END}",
)
_ZH: Final = (
    rf"^(?:已知|设|若)?(?:随机变量)?\$?X\s*(?:~|\\sim|服从)(?:二项分布)?\s*B\s*\(\s*(?P<n>\d+)\s*,\s*{_P}\s*\)\$?\s*[,。;]?\s*(?:求|则|计算)\s*\$?P\s*\(\s*X\s*(?P<sign>=|<=|>=|<|>|\\le|\\ge|\\leq|\\geq)\s*(?P<k>\d+)\s*\)\$?\s*(?:=|的值|等于多少|是多少|为多少)?\s*[?？。.]?\s*$",
    rf"^(?:某|一名|一个)?[^,。\d]{{0,14}}?(?:每次)?(?:射击)?(?:命中|投中|击中|投篮命中|成功|发芽)(?:目标|篮筐|率|靶)?的?(?:概率|率)?(?:都|均)?(?:为|是)\s*{_P}\s*,\s*(?:且各次[^,]*,)?(?:他|她|该[^,\d]{{1,6}}|现|若他)?(?:连续|独立|独立地)?(?:射击|投篮|投|射|进行|试验|重复试验|种下|播种)\s*(?P<n>\d+)\s*(?:次|粒|颗)\s*(?:独立重复试验)?\s*,\s*(?:则|求|那么)?(?:其中)?(?P<how>恰好|恰有|至少|至多|恰|正好)(?:有)?(?:命中|投中|击中|成功|发芽)?\s*(?P<k>\d+)\s*(?:次|粒|颗)?(?:命中|投中|击中|成功|发芽)?(?:目标)?的?概率(?:是多少|为多少|是|为)?\s*[?？。.]?\s*$",
    r"^(?:将|把)?(?:一枚|一颗|一个)?(?:质地)?(?:均匀的?)?骰子(?:连续)?(?:抛掷|掷|抛|投掷)\s*(?P<n>\d+)\s*次\s*,\s*(?:则|求|那么)?(?P<how>恰好|恰有|至少|至多|恰|正好)(?:有)?(?:出现)?\s*(?P<k>\d+)\s*次(?:出现)?(?:点数(?:为|是)?)?(?P<face>\d)\s*点?的?概率(?:是多少|为多少|是|为)?\s*[?？。.]?\s*$",
)
WORDS: Final = {
    "single": Words("Each time the chance is \\({p}\\), and otherwise \\(1-{p}={q}\\); the trials do not influence each other.", "每次成功的概率为 \\({p}\\)，不成功的概率为 \\(1-{p}={q}\\)，各次互不影响。"),
    "term": Words("Exactly \\({k}\\) of \\({n}\\): choose which they are, and multiply the chances: \\[\\binom{{{n}}}{{{k}}}\\cdot \\left({p}\\right)^{{{k}}}\\cdot \\left({q}\\right)^{{{rest}}}={value}\\]", "\\({n}\\) 次中恰有 \\({k}\\) 次：先选是哪几次，再把概率相乘：\\[\\binom{{{n}}}{{{k}}}\\cdot \\left({p}\\right)^{{{k}}}\\cdot \\left({q}\\right)^{{{rest}}}={value}\\]"),
    "sum": Words("These exclude each other; together \\({value}\\).", "这些情况互斥，相加得 \\({value}\\)。"),
    "opposite": Words("The opposite is easier; so the answer is \\(1-{other}={value}\\).", "对立事件更简单，所以所求概率为 \\(1-{other}={value}\\)。"),
    "code": Words("which of the trials succeed, times the chances", "组合数乘以概率"),
    "method": Words("worked out trial by trial, adding up the chances of each number of successes", "一次一次地递推成功次数的概率"),
    "sentence": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
}  # fmt: skip
MAX_TRIALS: Final = 60


def read(text: Text) -> Reading:
    """One binomial probability."""
    source = (
        " ".join(in_digits(text.source).split()) if text.language == "en" else text.source.replace(" ", "")
    )
    for pattern in _ZH if text.language == "zh" else _EN:
        match = re.search(pattern, source, re.IGNORECASE)
        if match is not None:
            try:
                return _task(match.groupdict(), text)
            except (FormulaError, ValueError):
                return None
    return None


def _task(parts: dict[str, str | None], text: Text) -> Prepared | None:
    n = 2 if parts.get("twice") else int(parts["n"] or 0)
    k, say = int(parts["k"] or 0), text.language
    if parts.get("face") is not None:
        p = sp.Rational(1, 6)
    else:
        told = str(parts["p"])
        p = (
            sp.Rational(re.sub(r"[\\%\s]", "", told)) / 100
            if "%" in told
            else sp.Rational(to_sympy(parse(told)) if "\\" in told else told.replace(" ", ""))
        )
    if not 0 < p < 1 or not 0 < n <= MAX_TRIALS or k > n:
        return None
    how = " ".join((parts.get("how") or parts.get("sign") or "exactly").lower().split())
    counts = {
        "exactly": range(k, k + 1), "precisely": range(k, k + 1), "=": range(k, k + 1), "恰好": range(k, k + 1), "恰有": range(k, k + 1), "恰": range(k, k + 1), "正好": range(k, k + 1),
        "at least": range(k, n + 1), ">=": range(k, n + 1), "\\ge": range(k, n + 1), "\\geq": range(k, n + 1), "至少": range(k, n + 1),
        "at most": range(k + 1), "no more than": range(k + 1), "<=": range(k + 1), "\\le": range(k + 1), "\\leq": range(k + 1), "至多": range(k + 1),
        "more than": range(k + 1, n + 1), ">": range(k + 1, n + 1), "fewer than": range(k), "less than": range(k), "<": range(k),
    }[how]  # fmt: skip
    q = 1 - p
    good = list(counts)
    turn = len(good) > n + 1 - len(good) and n + 1 - len(good) > 0
    shown = [i for i in range(n + 1) if i not in good] if turn else good
    if not shown or len(shown) > 6:
        return None
    steps = [WORDS["single"].say(say, p=exact_latex(p), q=exact_latex(q))]
    terms = [sp.binomial(n, i) * p**i * q ** (n - i) for i in shown]
    for i, value in zip(shown, terms, strict=True):
        steps.append(
            WORDS["term"].say(
                say, k=i, n=n, rest=n - i, p=exact_latex(p), q=exact_latex(q), value=exact_latex(value)
            )
        )
    total = sum(terms, sp.S.Zero)
    if len(shown) > 1:
        steps.append(WORDS["sum"].say(say, value=exact_latex(total)))
    if turn:
        steps.append(WORDS["opposite"].say(say, other=exact_latex(total), value=exact_latex(1 - total)))
    lines = [
        f"n, p = {n}, {exact_source(p)}",
        comment(WORDS["code"].say(say)),
        f"sum(binomial(n, k)*p**k*(1 - p)**(n - k) for k in {good})",
    ]
    tests = (
        f"n, p = {n}, {exact_source(p)}",
        "chances = {0: Integer(1)}",
        "for _ in range(n):",
        "    after = {}",
        "    for k, chance in chances.items():",
        "        after[k + 1] = after.get(k + 1, 0) + chance*p",
        "        after[k] = after.get(k, 0) + chance*(1 - p)",
        "    chances = after",
        f"sum(chances[k] for k in {good}) == answer",
    )
    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method"], sentence=WORDS["sentence"])
