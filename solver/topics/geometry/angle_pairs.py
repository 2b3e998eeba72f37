"""Complements and supplements of an angle: of a told one, also in minutes and seconds, and of one that an equation fixes.

Read: `一个角的余角比它的补角的一半少20°`, "the complement of an angle is twice the angle", the complement of 35°18'. Not: figures, two unknown angles.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell
from solver.topics.prepared import Prepared
from solver.topics.short_forms import ASK, END, N, asks_one_of, noted, plain_line, said, source_of

WORDS: Final = {
    "complement": Words("Complementary angles add up to \\(90^\\circ\\).", "互为余角的两个角的和是 \\(90^\\circ\\)。"),
    "supplement": Words("Supplementary angles add up to \\(180^\\circ\\).", "互为补角的两个角的和是 \\(180^\\circ\\)。"),
    "minutes": Words("One degree has 60 minutes, one minute 60 seconds.", "1 度是 60 分，1 分是 60 秒。"),
    "minus": Words("\\[{whole}-{angle}={value}\\]", "\\[{whole}-{angle}={value}\\]"),
    "let": Words("Let the angle have \\(x\\) degrees. Then {names}.", "设这个角是 \\(x\\) 度，则{names}。"),
    "named": Words("its {name} has \\({term}\\) degrees", "它的{name}是 \\({term}\\) 度"),
    "equation": Words("What is told of them: \\[{left}={right}\\]", "按题意列方程：\\[{left}={right}\\]"),
    "solved": Words("Solve it: \\[{lhs}={rhs},\\qquad x={value}\\]", "解方程：\\[{lhs}={rhs},\\qquad x={value}\\]"),
    "then": Words("So the {name} is \\({term}={value}\\).", "所以它的{name}是 \\({term}={value}\\)。"),
    "answer": Words("The angle is \\({answer}\\).", "这个角是 \\({answer}\\)。"),
    "added": Words("both angles together are a right angle, or a straight one", "两个角的和是直角或平角"),
    "put_in": Words("put into what is told of the angles", "代回题中的数量关系检验"),
}  # fmt: skip
_NAMES: Final = {"c": Words("complement", "余角"), "s": Words("supplement", "补角")}
_ARC: Final = (
    r"(?P<d>\d{1,3}(?:\.\d{1,4})?)°(?: ?(?P<m>\d{1,2}) ?['′分])?(?: ?(?P<sec>\d{1,2}) ?(?:\"|″|''|秒))?"
)
_ANGLE_ZH: Final = "(?:一个角|这个角|它|该角|某个角|某角|其|∠ ?[a-zα1])"
_TERM_ZH: Final = rf"(?:{_ANGLE_ZH}的?)?(?:余角|补角)|{_ANGLE_ZH}(?:的度数|本身)?"
_K_ZH: Final = r"(?:\d{1,2}(?:\.\d)?|[两二三四五六七八九十])倍|一半|[二三四五六]分之[一二三四五]|\d{1,2}/\d{1,2}|\\[dt]?frac ?\{\d{1,2}\}\{\d{1,2}\}"
_RIGHT_ZH: Final = rf"(?P<right>{_TERM_ZH})(?:的(?P<k>{_K_ZH}))?(?:还)?"
_ASKED_ZH: Final = (
    rf",?(?:则|求|那么|问)*(?P<asked>(?:这个角|它|该角)的(?:余角|补角)|这个角|该角|它|{_ANGLE_ZH}){END}"
)
_ZHEAD: Final = rf"(?:已知|如果|若)?(?P<left>{_TERM_ZH})"
_CHINESE: Final = (
    ("told", rf"(?:已知|如果|若)?(?:一个角|∠ ?[a-zα1])(?:是|为|等于|=) ?{_ARC},?(?:则|求|那么)*(?:它|∠ ?[a-zα1]|这个角|其)的(?P<what>余角|补角){END}"),
    ("told", rf"(?:求)?{_ARC}(?:角)?的(?P<what>余角|补角){END}"),
    ("equal", rf"{_ZHEAD}(?:是|为|等于|恰好是|恰好等于|=){_RIGHT_ZH}{_ASKED_ZH}"),
    ("more", rf"{_ZHEAD}(?:是|比|等于){_RIGHT_ZH}(?P<sign>多|大|少|小) ?(?P<n>{N})°{_ASKED_ZH}"),
)  # fmt: skip
_ANGLE_EN: Final = r"(?:an angle|the angle|that angle|this angle|itself|it|the angle itself)"
_TERM_EN: Final = rf"(?:(?:the|its) (?:complement|supplement)(?: of {_ANGLE_EN})?|{_ANGLE_EN})"
_K_EN: Final = r"(?P<k>twice|half|half of|(?:\d{1,2}|two|three|four|five|six|eight) times|(?:a|one|1) (?:third|quarter|fourth|fifth) of)"
_RIGHT_EN: Final = rf"(?:{_K_EN} )?(?:as large as |the size of |that of )?(?P<right>{_TERM_EN})"
_ASKED_EN: Final = rf"[.,;]? {ASK} (?:(?:size |measure |value )?of )?(?P<asked>(?:the |this )?angle|it|(?:the|its) (?:complement|supplement)(?: of the angle)?)"
_ENGLISH: Final = (
    ("told", rf"{ASK} (?:size of the )?(?P<what>complement|supplement) of (?:an angle of |the angle )?{_ARC}"),
    ("told", rf"an angle (?:is|measures|has) {_ARC}[.,]? {ASK} its (?P<what>complement|supplement)"),
    ("equal", rf"(?:if )?(?P<left>{_TERM_EN}) (?:is|equals|is equal to|measures) {_RIGHT_EN}{_ASKED_EN}"),
    ("more", rf"(?:if )?(?P<left>{_TERM_EN}) (?:is|measures) (?P<n>{N})° (?P<sign>more|larger|greater|less|smaller) than {_RIGHT_EN}{_ASKED_EN}"),
)  # fmt: skip
_TIMES: Final = {"twice": 2, "half": sp.Rational(1, 2), "half of": sp.Rational(1, 2), "一半": sp.Rational(1, 2), "third": sp.Rational(1, 3), "quarter": sp.Rational(1, 4), "fourth": sp.Rational(1, 4), "fifth": sp.Rational(1, 5)}  # fmt: skip
_DIGITS: Final = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8}  # fmt: skip
_X: Final = sp.Symbol("x")


def read(text: Text) -> Reading:
    """One question in one of the forms."""
    if not re.search(r"(?i)complement|supplement|余角|补角", text.source) or len(text.source) > 200:
        return None
    found = asks_one_of(plain_line(text), _ENGLISH if text.language == "en" else _CHINESE)
    if found is None:
        return None
    kind, parts = found
    return _told(parts, text.language) if kind == "told" else _equation(kind, parts, text.language)


def _kind(term: str) -> str:
    return "c" if re.search("complement|余", term) else "s" if re.search("supplement|补", term) else "x"


def in_degrees(seconds: sp.Expr) -> str:
    """An angle in degrees, minutes and seconds, from seconds."""
    whole = int(seconds)
    d, m, s = whole // 3600, whole % 3600 // 60, whole % 60
    return f"{d}^\\circ" + (f"{m}'" if m or s else "") + (f"{s}''" if s else "")


def _shown_seconds(value: Any) -> str | None:
    value = sp.S(value)
    if not value.is_Rational:
        return None
    return in_degrees(value * 3600) if (value * 3600).is_Integer else None


def _shown_degrees(value: Any) -> str | None:
    value = sp.S(value)
    return said(value) + r"^\circ" if value.is_Rational else None


def given_degrees(answer: str) -> Any:
    """The degrees of an answer as 54°42'18'', or as a number."""
    line = re.sub(r"\^\s*\{?\s*\\circ\s*\}?|度|\\text\{\s*(?:degrees?|度)\s*\}|degrees?", "°", answer)
    line = re.sub(r"\^\s*\{?\s*\\prime\s*\}?|[′分]", "'", re.sub(r"″|秒|\"", "''", line)).replace(" ", "")
    if match := re.fullmatch(r"(\d{1,3})°(\d{1,2})'(?:(\d{1,2})'')?", line):
        return sp.Integer(match[1]) + sp.Rational(int(match[2]), 60) + sp.Rational(int(match[3] or 0), 3600)
    values = values_in(line.replace("°", ""))
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None


def _told(parts: dict[str, str], say: Language) -> Reading:
    what = _kind(parts["what"])
    whole = 90 if what == "c" else 180
    minutes, seconds = int(parts.get("m", 0)), int(parts.get("sec", 0))
    if minutes >= 60 or seconds >= 60 or ("m" in parts or "sec" in parts) and "." in parts["d"]:
        return None
    angle = sp.Rational(parts["d"]) + sp.Rational(minutes, 60) + sp.Rational(seconds, 3600)
    if not 0 < angle < whole:
        return None
    fine = "m" in parts or "sec" in parts
    steps = [WORDS["complement" if what == "c" else "supplement"].say(say)]
    show = _shown_seconds if fine else _shown_degrees
    shown = {"angle": show(angle), "value": show(whole - angle), "whole": f"{whole}^\\circ"}
    if None in shown.values():
        return None
    if fine:
        steps.append(WORDS["minutes"].say(say))
        rest = f"'{'' if not seconds else '60' + chr(39) * 2}"
        shown["whole"] = f"{whole - 1}^\\circ{59 if seconds else 60}{rest}"
    steps.append(WORDS["minus"].say(say, **shown))
    terms = f"S({parts['d']})" if not fine else f"{parts['d']} + Rational({minutes}, 60) + Rational({seconds}, 3600)"  # fmt: skip
    source = cell(f"angle = {terms if fine else source_of(angle)}", noted(say, "the rest", "差就是所求的角"), f"{whole} - angle")  # fmt: skip
    return Prepared(say, tuple(steps), source, (f"S(answer) + {source_of(angle)} == {whole}",), WORDS["added"], sentence=WORDS["answer"], shown=show, given=given_degrees)  # fmt: skip


def _factor(text: str | None) -> sp.Rational | None:
    if text is None:
        return sp.Integer(1)
    if text in _TIMES:
        return sp.S(_TIMES[text])
    if match := re.fullmatch(r"(.)分之(.)", text):
        return sp.Rational(_DIGITS[match[2]], _DIGITS[match[1]])
    if match := re.fullmatch(r"(?:\\[dt]?frac ?\{)?(\d+)(?:/|\}\{)(\d+)\}?", text):
        return sp.Rational(int(match[1]), int(match[2])) if int(match[2]) else None
    if match := re.fullmatch(r"(?:a|one|1) (\w+) of", text):
        return sp.S(_TIMES[match[1]])
    word = re.sub(r" times|倍", "", text)
    return sp.Integer(_DIGITS[word]) if word in _DIGITS else sp.Rational(word)


def _equation(kind: str, parts: dict[str, str], say: Language) -> Reading:
    """The angle from an equation between it, its complement and its supplement."""
    terms = {"x": _X, "c": 90 - _X, "s": 180 - _X}
    left, right, factor = _kind(parts["left"]), _kind(parts["right"]), _factor(parts.get("k"))
    if factor is None or left == right:
        return None
    n = sp.Rational(parts["n"]) if kind == "more" else sp.Integer(0)
    if parts.get("sign", "") in ("少", "小", "less", "smaller"):
        n = -n
    equation = sp.expand(terms[left] - factor * terms[right] - n)
    slope, rest = equation.coeff(_X), equation.subs(_X, 0)
    if not slope:
        return None
    value = -rest / slope
    asked = _kind(parts["asked"])
    used = {left, right, asked} - {"x"}
    if not 0 < value < (90 if "c" in used else 180):
        return None
    steps = [WORDS["complement" if u == "c" else "supplement"].say(say) for u in sorted(used)]
    joint = " and " if say == "en" else "，"
    names = joint.join(WORDS["named"].say(say, name=_NAMES[u].say(say), term=sp.latex(terms[u])) for u in sorted(used))  # fmt: skip
    steps.append(WORDS["let"].say(say, names=names))
    tail = "" if not n else f"{'+' if n > 0 else '-'}{said(abs(n))}"
    product = _tex(terms[right]) if factor == 1 else f"{said(factor)}\\left({_tex(terms[right])}\\right)"
    if right == "x" and factor != 1:
        product = f"{said(factor)}x"
    steps.append(WORDS["equation"].say(say, left=_tex(terms[left]), right=product + tail))
    sign = 1 if slope > 0 else -1
    steps.append(
        WORDS["solved"].say(say, lhs=_tex(sign * slope * _X), rhs=said(-sign * rest), value=said(value))
    )
    result = terms[asked].subs(_X, value)
    if asked != "x":
        steps.append(WORDS["then"].say(say, name=_NAMES[asked].say(say), term=f"{90 if asked == 'c' else 180}-{said(value)}", value=said(result)))  # fmt: skip
    sources = {"x": "x", "c": "(90 - x)", "s": "(180 - x)"}
    told = f"Eq({sources[left]}, {source_of(factor)}*{sources[right]} + {source_of(n)})"
    source = cell(f"angle = solve({told}, x)[0]", {"x": "angle", "c": "90 - angle", "s": "180 - angle"}[asked], variables="x")  # fmt: skip
    back = {"x": "x = S(answer)", "c": "x = 90 - S(answer)", "s": "x = 180 - S(answer)"}[asked]
    test = f"{sources[left]} - {source_of(n)} == {source_of(factor)}*{sources[right]}"
    return Prepared(say, tuple(steps), source, (back, test), WORDS["put_in"], sentence=WORDS["answer"], shown=_shown_degrees, given=given_degrees)  # fmt: skip


def _tex(value: sp.Expr) -> str:
    """A term as a teacher writes it: 180 - x."""
    return {90 - _X: "90-x", 180 - _X: "180-x"}.get(value) or sp.latex(value)
