"""The third side of a triangle whose other sides are known, or all triangles of whole sides with one perimeter: the triangle inequality, listed."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words
from solver.topics.clauses import Said
from solver.topics.computed import Computed
from solver.topics.stories.contests.kinds import Solved, Unclear, every, made

_UNIT: Final = r"(?:centimet(?:er|re)s?|met(?:er|re)s?|units?|inch(?:es)?|cm|feet)"
_TRIANGLE: Final = r"(?:an? )?(?P<kind>scalene )?triangle(?: [a-z]{3})?"
SENTENCE: Final = Words("The answer is {answer}.", "答案是{answer}。")
METHOD: Final = Words(
    "Try every whole length with all three inequalities.", "逐个检验每个整数长度是否满足三个不等式。"
)
_WHOLE: Final = r"(?:whole|integer|integral|whole-number)"
MAX_SIDE: Final = 2000


@made(
    r"\btriangle",
    "en",
    {
        "two": (
            rf"2 sides of {_TRIANGLE} (?:measure|have lengths?(?: of)?|are(?: of lengths?)?) <a>(?: {_UNIT})? and <b>(?: {_UNIT})?",
            rf"(?:in )?{_TRIANGLE} (?:with|has) (?:side lengths|sides)(?: of lengths?)? <a>(?: {_UNIT})? , <b>(?: {_UNIT})? ,? and (?P<x>[xyn])(?: {_UNIT})?",
        ),
        "whole": (rf"(?:if )?the (?:length of the )?third side (?:has|is) an? {_WHOLE}(?: length| number(?: of {_UNIT})?)?", r"(?:where )?(?P<x>[xyn]) is an? (?:positive )?integer"),
        "count": (rf"how many (?:different |distinct |possible )*{_WHOLE}(?: {_UNIT})? lengths are possible for the third side", rf"how many (?:different |possible )*{_WHOLE} values (?:of|for|are possible for) (?P<x>[xyn])(?: are there| are possible)?"),
        "sum": (rf"what is the sum of all(?: the)? possible {_WHOLE} values of (?P<x>[xyn])",),
        "span": (r"what is the (?:positive )?difference between the (?:maximum|greatest|largest|longest)(?: possible)? and (?:the )?(?:minimum|least|smallest|shortest)(?: possible)? (?:length|value)s? of the third side",),
        "end": (rf"what is the (?P<end>greatest|largest|longest|maximum|least|smallest|shortest|minimum) possible (?:{_WHOLE} )?(?:length|value) of (?:the third side|[xyn])",),
        "around": (rf"how many (?:different |distinct |non-congruent |\( ?non-congruent ?\) )*(?P<shape>isosceles |scalene |equilateral )?triangles(?: exist which| are there which| are there that| exist that| exist| are there)? (?:with {_WHOLE}(?: length)? (?:length )?(?:sides|side lengths) have a perimeter of <p>(?: {_UNIT})?|have a perimeter of <p2>(?: {_UNIT})? and {_WHOLE} side lengths|with {_WHOLE} side lengths (?:have|and) a? ?perimeter (?:of )?<p3>)(?: are there| exist)?",),
    },
)  # fmt: skip
def _third(found: list[Said]) -> Solved:
    names = [s.kind for s in found]
    if names == ["around"]:
        return _around(found[0])
    asked = [s for s in found if s.kind in ("count", "sum", "span", "end")]
    two = every(found, "two")
    if (
        len(two) != 1
        or len(asked) != 1
        or found[-1] is not asked[0]
        or len(every(found, "whole")) > 1
        or len(names) > 3
    ):
        raise Unclear
    if asked[0].kind in ("span", "end") and "whole" not in names:
        raise Unclear  # without whole lengths there is no longest
    a, b = two[0].number("a"), two[0].number("b")
    if not (a.q == b.q == 1 and 0 < a <= MAX_SIDE and 0 < b <= MAX_SIDE):
        raise Unclear
    a, b = int(a), int(b)
    scalene = bool(two[0].values.get("kind"))
    low, high = abs(a - b) + 1, a + b - 1
    fits = [c for c in range(low, high + 1) if not scalene or c not in (a, b)]
    if not fits:
        raise Unclear
    value = {"count": len(fits), "sum": sum(fits), "span": fits[-1] - fits[0]}.get(asked[0].kind)
    if value is None:
        value = (
            fits[0] if asked[0].values["end"] in ("least", "smallest", "shortest", "minimum") else fits[-1]
        )
    also = f" Without {a} and {b}, since all sides are different." if scalene else ""
    steps = (
        rf"Any two sides of a triangle together are longer than the third: \(c<{a}+{b}\), and \(c>{max(a, b)}-{min(a, b)}\).",
        rf"So the whole lengths are from \({low}\) to \({high}\).{also}",
        rf"What is asked for is \({value}\).",
    )
    apart = f" and c not in ({a}, {b})" if scalene else ""
    source = f"[c for c in range(1, {a + b}) if {a} + c > {b} and {b} + c > {a} and {a} + {b} > c{apart}]"
    ask = {"count": "len({})", "sum": "sum({})", "span": "max({0}) - min({0})"}.get(
        asked[0].kind, "min({})" if value == fits[0] else "max({})"
    )
    lines = (f"lengths = [c for c in range({low}, {high} + 1){f' if c not in ({a}, {b})' if scalene else ''}]", f"Integer({ask.format('lengths')})")  # fmt: skip
    return value, Computed(steps, lines, (f"lengths = {source}", f"{ask.format('lengths')} == claimed"), SENTENCE, METHOD, "en")  # fmt: skip


def _around(said: Said) -> Solved:
    around = said.number(next(k for k in ("p", "p2", "p3") if k in said.values))
    if around.q != 1 or not 3 <= around <= 300:
        raise Unclear
    p = int(around)
    shape = (said.values.get("shape") or "").strip()
    different = {"": (1, 2, 3), "isosceles": (1, 2), "scalene": (3,), "equilateral": (1,)}[shape]
    fits = [
        (a, b, p - a - b)
        for a in range(1, p)
        for b in range(a, p)
        if b <= p - a - b < a + b and len({a, b, p - a - b}) in different
    ]
    listed = r",\ ".join(str(t) for t in fits[:20]) + (r",\ \ldots" if len(fits) > 20 else "")
    steps = (
        rf"Let \(a\le b\le c\) be the sides: \(a+b+c={p}\), and \(a+b>c\), so \(c<\frac{{{p}}}{{2}}\).",
        rf"These fit: \({listed}\). That is \({len(fits)}\)." if fits else "None fits.",
    )
    lines = (
        f"fits = [(a, b, {p} - a - b) for a in range(1, {p}) for b in range(a, {p})",
        f"        if b <= {p} - a - b < a + b and len({{a, b, {p} - a - b}}) in {different}]",
        "Integer(len(fits))",
    )
    checked = (
        f"all_ = {{tuple(sorted((a, b, {p} - a - b))) for a in range(1, {p}) for b in range(1, {p} - a)}}",
        f"len([t for t in all_ if t[0] + t[1] > t[2] and len(set(t)) in {different}]) == claimed",
    )
    return len(fits), Computed(steps, lines, checked, SENTENCE, METHOD, "en")
