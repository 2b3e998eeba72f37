"""A whole of which a share goes first (and a share of what is left), the rest falls into parts in a ratio.

    part_i = (W − W·f) · a_i / (a_1 + a_2 + …)

Asked: parts, their difference, or the whole from one of them. All that the whole consists of must be told: the rest is named as the
rest, or the parts are listed or counted. Not read: shares of a part, ratios with the part that went first.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.marks import NUMBER, SCALES, UNIT, unit_of
from solver.topics.stories.school.chinese.roles.names import meant, trimmed
from solver.topics.stories.school.chinese.roles.parts import COUNTS, Parts, complement, complete, tell
from solver.topics.stories.school.chinese.roles.telling import Telling
from solver.topics.stories.school.working import Term, Unfit, Working, num

_COMPARED: Final = re.compile("^(?P<x>.+?)比(?P<y>.+?)(?P<s>多|少|重|轻|长|短|大|小)")


def shares(t: Telling) -> Working:
    """The working of a story of shares and a ratio.

    Raises:
        Unfit: it is none, or is not understood.
    """
    parts = Parts()
    before = ""
    t = complement(t)
    for i, clause in enumerate(t.told):
        tell(t, parts, clause, i, before)
        before = clause
    if not parts.first or not parts.ratio or len(parts.names) != len(parts.ratio):
        raise Unfit
    complete(t, parts)
    return _solve(t, parts)


def _solve(t: Telling, parts: Parts) -> Working:
    work = Working()
    unit = parts.whole.unit if parts.whole else parts.known[1].unit if parts.known else ""
    question = "，".join(t.asked)
    asked = re.search(f"(?:多少|几)(?P<w>万)?(?P<u>{UNIT}|钱|块钱)?", question)
    wanted = unit_of(asked["u"], question) if asked and asked["u"] else ""
    words = re.sub(f"(?:多少|几)万?(?:{UNIT})?", "", question)
    if re.search(NUMBER, re.sub(f"(?:这)?{NUMBER}(?:{COUNTS})", "", t.without_ones(words))) or re.search(
        "倍|占|百分|分之", words
    ):
        raise Unfit
    named = meant(parts.names, words)
    if parts.whole is None:
        _whole(t, parts, work, unit, wanted, named, words)
        return work
    if parts.known is not None:
        raise Unfit
    rest = num(parts.whole.value)
    total = rest
    for clause, m, of_rest in parts.first:
        base = rest if of_rest else total
        gone = work.step(f"根据“{t.shown(clause)}”，这一部分是多少", base * num(m.value), unit)
        rest = work.step("剩下的是多少", rest - gone, unit)
    if rest.value <= 0:
        raise Unfit
    found = _divided(work, parts, rest, unit)
    compared = _COMPARED.match(words)
    if compared is not None:
        pair = [meant(parts.names, compared[k]) for k in "xy"]
        if any(len(p) != 1 for p in pair) or pair[0] == pair[1]:
            raise Unfit
        high, low = found[pair[0][0]], found[pair[1][0]]
        if compared["s"] in "少轻短小":
            high, low = low, high
        term = work.step("相差多少", high - low, unit)
        _give(work, term, unit, wanted, asked, "相差的数量")
        return work
    if re.search("一共|总共|合计|共(?!同)|剩|比|还|相差|原", words.replace("公共", "")) or not named:
        raise Unfit
    if len(named) > 1 and not re.search("各|分别|各自", words) and len(t.asked) < len(named):
        raise Unfit
    for k, name in enumerate(named):
        work.asked_again = k > 0
        _give(work, found[name], unit, wanted, asked, trimmed(name))
    return work


def _divided(work: Working, parts: Parts, rest: Term, unit: str) -> dict[str, Term]:
    shares_ = parts.ratio[0]
    for one in parts.ratio[1:]:
        shares_ = shares_ + one
    whole = work.step("剩下的一共分成几份", shares_, "份")
    return {
        name: work.step(f"{name}占 {count.tex} 份", rest * count / whole, unit)
        for name, count in zip(parts.names, parts.ratio, strict=True)
    }


def _whole(
    t: Telling, parts: Parts, work: Working, unit: str, wanted: str, named: list[str], words: str
) -> None:
    """The whole from one of the parts in the ratio."""
    if parts.known is None or named or len(t.asked) != 1:
        raise Unfit
    clause, m = parts.known
    part = meant(parts.names, clause)
    if (
        len(part) != 1
        or not re.search("一共|总共|共|总|全|原来|这|多少$", words)
        or wanted
        and wanted != unit
    ):
        raise Unfit
    if re.search("剩|比|还", words) or any(of_rest for _, _, of_rest in parts.first):
        raise Unfit
    left = num(1)
    for _, portion, _ in parts.first:
        left = work.step("剩下的占总数的几分之几", left - num(portion.value))
    if left.value <= 0:
        raise Unfit
    shares_ = parts.ratio[0]
    for one in parts.ratio[1:]:
        shares_ = shares_ + one
    count = parts.ratio[parts.names.index(part[0])]
    fraction = work.step(
        f"{part[0]}占总数的几分之几", left * count / work.step("剩下的一共分成几份", shares_, "份")
    )
    total = work.step("总数是多少", num(m.value) / fraction, unit)
    _whole_number(total, unit)
    work.give(total, unit, "总数")


def _give(work: Working, term: Term, unit: str, wanted: str, asked: re.Match[str] | None, label: str) -> None:
    if asked is not None and asked["w"]:
        if unit != wanted and wanted:
            raise Unfit
        work.give(work.step(f"换成万{unit}", term / num(10000), f"万{unit}"), f"万{unit}", label)
        return
    if wanted in ("钱", "块钱"):
        wanted = "元"
    if wanted and wanted != unit:
        if unit not in SCALES or wanted not in SCALES or SCALES[unit][0] != SCALES[wanted][0]:
            raise Unfit
        factor = SCALES[unit][1] / SCALES[wanted][1]
        term = work.step(
            f"把{unit}换成{wanted}", term * num(factor) if factor > 1 else term / num(1 / factor), wanted
        )
        unit = wanted
    _whole_number(term, unit)
    work.give(term, unit, label)


def _whole_number(term: Term, unit: str) -> None:
    if unit not in SCALES and unit not in ("元", "亩", "度") and term.value.denominator != 1:
        raise Unfit
