"""Stories of one sum of two, three or four parts that are compared with each other: how large is one of them?

Not read: parts of parts, comparisons with what is no part.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_HAN: Final = "零一两三四五"
_MEASURE: Final = "(?:的)?(?:质量|重量|数量|人数|棵数|本数|只数|页数|个数|钱数|图书|存粮|长度|面积|产量)?"
_MORE: Final = "多|重|长|贵|高"
_LESS: Final = "少|轻|短|便宜|低"
_SET: Final = "有|存|种|做|养|得到|捐|分到|分得|植树|植|摘|装|买|折|收集|采|修|生产|加工|的"


@kind(
    {
        "sum": ("~(?:有)?(?:(?P<han>[两三四])(?:个|堆|筐|种|袋|箱|人|组|队|班|根|块|层|段|条|桶|仓|批|位|件)|(?P<n>[\ue000-\ue7ff])(?:$U))(?P<x>~)(?:一共|共|总共|合计|共有|共重|共计|共存|的和是|之和是)(?:有|重|种|做|养|植树|捐|存|修|摘|是|装|长)*(?:了)?<s:u>~",
                "(?P<a>~)[、和](?P<b>~)[、和](?P<c>~)(?:(?P<han>[三])(?:个|堆|筐|种|袋|箱|人|组|队|班|数|层|条)~|(?P<n>[\ue000-\ue7ff])(?:$U)~)?(?:一共|共|总共|共有)(?:有|重|种|做|养|植树|捐|存|修|摘|是|装)*(?:了)?<s:u>~"),
        "times": ("(?P<p>~)(?:{set})?{m}(?:是|等于|正好是)(?P<q>~)(?:{set})?{m}的?(?:<k>倍|<%f>)(?:(?:还)?(?:(?P<up>多)|(?P<down>少))<d:u>)?~",),
        "more": ("(?P<p>~)(?:{set})?{m}比(?P<q>~)(?:{set})?{m}(?:(?P<up>{more})|(?P<down>{less}))(?:了)?<d:u>~", "(?P<p>~)(?:{set})?{m}比(?P<q>~)(?:{set})?的?<k>倍(?:还)?(?:(?P<up>多)|(?P<down>少))<d:u>~"),
    },
    {"part": ("(?P<p>~)(?:{set})?{m}(?:重|有|是|长|做|种|养|捐|存|了|植树|多重)*<?>~", "(?P<p>~)(?:{set})(?:~)<?>~")},
    set=_SET, m=_MEASURE, more=_MORE, less=_LESS,
)  # fmt: skip
def _parts(s: Scene) -> None:
    """All parts as so many times one of them and so much more."""
    total, told = s.one("sum"), s.all("times", "more")
    count = total.value("n") if total.has("n") else Fraction(_HAN.index(total.word("han"))) if total.has("han") else Fraction(3)  # fmt: skip
    unit = total.unit("s")
    if len(told) != count - 1 or not 3 <= count <= 4 or any(f.has("d") and f.unit("d") != unit for f in told) or s.asked.unit("?") != unit:  # fmt: skip
        raise Unfit
    names = _names(told)
    if len(names) != count:
        raise Unfit
    forms = _forms(told, names)
    asked = [name for name in names if re.fullmatch(f"{name}(?:(?:{_SET}).*)?", s.asked.word("p"))]
    if len(asked) != 1:
        raise Unfit
    base = next(name for name in names if forms[name] == (Fraction(1), Fraction(0)))
    times = sum((forms[n][0] for n in names), Fraction(0))
    more = sum((forms[n][1] for n in names), Fraction(0))
    count_term: Term = num(forms[names[0]][0])
    for n in names[1:]:
        count_term = count_term + num(forms[n][0])
    whole = total["s"]
    extra = [f"{n}另有 {'+' if forms[n][1] > 0 else '-'}{abs(forms[n][1])}" for n in names if forms[n][1]]
    if more:
        whole = s.step(f"去掉多出（补上少）的部分（{'，'.join(extra)}）", whole - num(more) if more > 0 else whole + num(-more), unit)  # fmt: skip
    elif extra:
        raise Unfit
    shares = s.step(f"把{base}看作 1 份，一共有几份", count_term, "份")
    if times <= 0:
        raise Unfit
    one = s.step(f"{base}是多少", whole / shares, unit)
    k, d = forms[asked[0]]
    result = one
    if k != 1:
        result = result * num(k)
    if d:
        result = result + num(d) if d > 0 else result - num(-d)
    if any((one.value * a + b) <= 0 for a, b in forms.values()):
        raise Unfit
    s.give(s.step(f"{asked[0]}是多少", result, unit) if asked[0] != base else one, unit, f"{asked[0]}的数量")


def _short(name: str) -> str:
    return re.sub(f"(?:{_MEASURE})$|(?:{_SET})+$", "", re.sub("(?:里|中|的|有)+$", "", name))


def _names(told: list[Found]) -> list[str]:
    names = [_short(f.word(k)) for f in told for k in "pq"]
    if not all(names):
        raise Unfit
    return list(dict.fromkeys(names))


def _forms(told: list[Found], names: list[str]) -> dict[str, tuple[Fraction, Fraction]]:
    """Each part as so many times the base and so much more; the base is what others are told by."""
    subjects = [_short(f.word("p")) for f in told]
    objects = [_short(f.word("q")) for f in told]
    roots = [n for n in names if n not in subjects]
    if len(roots) != 1 or len(set(subjects)) != len(subjects):
        raise Unfit
    forms = {roots[0]: (Fraction(1), Fraction(0))}
    waiting = list(zip(told, subjects, objects, strict=True))
    while waiting:
        ready = [w for w in waiting if w[2] in forms]
        if not ready:
            raise Unfit
        f, p, q = ready[0]
        a, b = forms[q]
        k = f.value("k") if f.has("k") else f.value("f") if f.has("f") else Fraction(1)
        d = f.value("d") if f.has("d") else Fraction(0)
        forms[p] = (a * k, b * k + (-d if f.has("down") else d))
        waiting.remove(ready[0])
    return forms
