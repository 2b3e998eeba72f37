"""What the sentence before the options asks of each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import Final

from solver.ports import Language
from solver.topics.statement_choices import against, number_kinds, relations, sentences
from solver.topics.statement_choices.judged import Judge, Judged


@dataclass(frozen=True, slots=True)
class Asked:
    """The judge of an option; `denied`: those that it refuses are sought; `several`: more than one may be."""

    judge: Judge
    denied: bool
    several: bool


_THINGS_ZH: Final = r"(?:各式|各题|各项|各组|运算|计算|等式|式子|算式|选项|说法|结论|判断|结果|变形|化简|关系式|不等式|语句|命题|叙述|表述|四个)"
_TRUE_ZH: Final = re.compile(
    rf"(?P<lead>(?:(?:若|设|已知|当)(?P<given>[^,]+?),(?:则)?)?(?:下列|以下|下面)(?:的|各)?(?:{_THINGS_ZH})?)(?P<factor>(?:因式分解|分解因式))?(?:中|里)?(?:的)?,?(?:{_THINGS_ZH})?(?:一定|恒|总)?(?P<said>正确|成立|错误|不正确|不成立|不对|不一定成立)(?:的)?(?:选项|一项)?(?:是|有|为)"
)
_TRUE_EN: Final = re.compile(
    r"(?i)(?:which|choose|select)\s+(?:one\s+)?(?:of\s+)?(?:the\s+following|these)?\s*(?:equations?|statements?|identit(?:y|ies)|equalit(?:y|ies)|calculations?|inequalit(?:y|ies)|claims?|simplifications?)?\s*(?P<number>is|are)\s+(?P<not>not\s+)?(?:always\s+)?(?P<said>true|correct|valid|false|incorrect|wrong)(?P<all>\s+for\s+all\s+(?:real\s+)?(?:numbers\s+|values\s+of\s+)?[a-z](?:\s+and\s+[a-z])?)?"
)
_NEGATIVE: Final = frozenset("错误 不正确 不成立 不对 false incorrect wrong".split())
_WHICH_EN: Final = r"(?i)which\s+(?:(?:one\s+)?of\s+(?:the\s+following|these)(?=\s)|(?=expression|number|point|polynomial|equation))\s*(?:(?:(?:real|whole)\s+)?(?P<thing>numbers?|expressions?|polynomials?|points?|equations?|values?|binomials?|integers?|options?|ordered\s+pairs))?"
_VERB_EN: Final = r"\s*\b(?P<number>is|are)\s+(?P<not>not\s+)?"
_KIND_EN: Final = re.compile(rf"{_WHICH_EN}{_VERB_EN}(?:an?\s+)?(?P<kind>{'|'.join(number_kinds.KINDS_EN)})(?:\s+numbers?)?s?")  # fmt: skip
_EQUAL_EN: Final = re.compile(rf"{_WHICH_EN}{_VERB_EN}(?:always\s+)?(?:equivalent|equal|identical)\s+to\s+(?:the\s+expression\s+)?(?P<of>.+?)(?:\s+for\s+all\s+(?:real\s+)?(?:values\s+of\s+)?[a-z])?")  # fmt: skip
_FACTOR_EN: Final = re.compile(
    rf"{_WHICH_EN}{_VERB_EN}(?:an?\s+)?factors?\s+of\s+(?:the\s+polynomial\s+)?(?P<of>.+?)"
)
_ON_EN: Final = re.compile(
    rf"{_WHICH_EN}\s*\b(?:(?:(?P<number>is|are|lies?)|(?P<does>does|do)\s+(?P<not>not\s+)lie)\s+(?:(?P<denied>not)\s+)?)on\s+the\s+(?:line|curve|graph|parabola|circle|hyperbola)(?:\s+(?:of|with\s+equation)(?:\s+the\s+(?:equation|function|line))?)?\s+(?P<of>.+?)"
)
_LEAD_ZH: Final = r"(?:在)?(?:下列|以下|下面)(?:各|四个|几个|的)?(?P<thing>实数|数|式子|式|二次根式|根式|多项式|选项|方程|点|函数|代数式)?(?:中|里)?(?:的)?,?"
_BE_ZH: Final = r"(?P<not>不)?(?:是|属于|为)?"
_END_ZH: Final = r"(?:的)?(?:一个|数|点)?(?:的)?(?P<end>是|有|为)?"
_KIND_ZH: Final = re.compile(rf"{_LEAD_ZH}{_BE_ZH}(?P<kind>{'|'.join(number_kinds.KINDS_ZH)}){_END_ZH}")
_SIMPLEST_ZH: Final = re.compile(rf"{_LEAD_ZH}{_BE_ZH}最简二次根式{_END_ZH}")
_LIKE_ZH: Final = re.compile(rf"{_LEAD_ZH}(?:(?P<not>不)?(?:能|可以)?与(?P<of>[^与]+?)(?P<no>不)?(?:是|为|属于)?(?:同类二次根式|(?:能)?(?:进行)?合并)){_END_ZH}")  # fmt: skip
_DEGREE_ZH: Final = re.compile(
    rf"{_LEAD_ZH}{_BE_ZH}(?:关于\$?[a-z]\$?的)?一元(?P<degree>一|二|三)次方程{_END_ZH}"
)
_EQUAL_ZH: Final = re.compile(
    rf"{_LEAD_ZH}(?:与|和)(?:代数式|式子)?(?P<of>[^与]+?)(?:一定|恒)?(?P<not>不)?(?:相等|等价|恒等){_END_ZH}"
)
_FACTOR_ZH: Final = re.compile(rf"{_LEAD_ZH}{_BE_ZH}(?:多项式)?(?P<of>[^,是为]+?)的因式{_END_ZH}")
_ON_ZH: Final = re.compile(
    rf"{_LEAD_ZH}(?P<not>不)?在(?:一次|二次|正比例|反比例)?(?:函数|直线|抛物线|双曲线|圆|曲线)?(?P<of>[^,在]+?)(?:的)?(?:图象|图像)?上{_END_ZH}"
)
_SMALL_ZH: Final = re.compile(
    r"(?:当)?\s*\$?(?P<x>[a-z])\s*(?:->|→|\\to|\\rightarrow)\s*(?P<at>[^,时$]+?)\$?时,?(?:在)?(?:下列|以下)?(?:各)?(?:函数|变量|无穷小量?|式|选项|哪个)*(?:中)?,?(?:是)?(?:与|比|是|和)?(?:无穷小量?)?(?P<of>[^,是为与和比]+?)(?:是|为)?(?P<order>等价|同阶|高阶|低阶)(?:的)?(?:无穷小量?)?(?:的)?(?:是|有|为)?"
)
_ORDERS: Final = {"等价": "equivalent", "同阶": "same", "高阶": "higher", "低阶": "lower"}
_POSITIVE: Final = re.compile(
    r"\$?([a-z](?:\s*,\s*[a-z])*)\s*>\s*0\$?(?:,?(?:且)?\$?[a-z]\s*(?:≠|\\neq?)\s*1\$?)?"
)
_MANY: Final = re.compile(r"多选|所有|全部|哪些|(?i:\ball\s+that\s+apply\b)")


def asked_of(stem: str, language: Language) -> Asked | None:
    """What is asked of the options behind this stem; None where it is no such stem.

    >>> asked_of("下列运算正确的是( )", "zh").denied, asked_of("Which of these is not prime?", "en").denied, asked_of("下列图形是", "zh")
    (False, True, None)
    """
    several = _MANY.search(stem) is not None
    bare = re.sub(
        r"\(\s*(?:多选)?\s*\)|_{2,}|\(?(?:select|choose)\s+all\s+that\s+apply\.?\)?", " ", stem
    ).strip()
    bare = bare.strip(" .。:,?!")
    found = (_chinese if language == "zh" else _english)(bare)
    return None if found is None else Asked(found.judge, found.denied, found.several or several)


def _chinese(stem: str) -> Asked | None:
    several = stem.endswith("有")
    if (m := _TRUE_ZH.fullmatch(stem)) is not None:
        if m["said"] == "不一定成立":
            return None
        positive = frozenset[str]()
        if m["given"]:
            said = _POSITIVE.fullmatch(m["given"].strip())
            if said is None:
                return None
            positive = frozenset(re.findall("[a-z]", said[1]))
        judge = relations.factorised if m["factor"] else partial(_statement, positive=positive)
        return Asked(judge, m["said"] in _NEGATIVE, several)
    if (m := _SMALL_ZH.fullmatch(stem)) is not None:
        return _asked(against.infinitesimal(m["of"], m["x"], m["at"], _ORDERS[m["order"]]), False, several)
    if (m := _DEGREE_ZH.fullmatch(stem)) is not None:
        degree = "一二三".index(m["degree"]) + 1
        return Asked(partial(number_kinds.equation_of_degree, degree=degree), m["not"] is not None, several)
    if (m := _SIMPLEST_ZH.fullmatch(stem)) is not None:
        return Asked(number_kinds.simplest_root, m["not"] is not None, several)
    if (m := _LIKE_ZH.fullmatch(stem)) is not None:
        return _asked(number_kinds.like_root(m["of"]), m["not"] is not None or m["no"] is not None, several)
    if (m := _KIND_ZH.fullmatch(stem)) is not None:
        return Asked(partial(number_kinds.kind_of, kind=number_kinds.KINDS_ZH[m["kind"]]), m["not"] is not None, several)  # fmt: skip
    for pattern, make in (
        (_FACTOR_ZH, against.factor_of),
        (_ON_ZH, against.on_curve),
        (_EQUAL_ZH, against.equal_to),
    ):
        if (m := pattern.fullmatch(stem)) is not None:
            return _asked(make(m["of"]), m["not"] is not None, several)
    return None


def _english(stem: str) -> Asked | None:
    if (m := _TRUE_EN.fullmatch(stem)) is not None:
        denied = (m["said"].lower() in _NEGATIVE) != (m["not"] is not None)
        return Asked(partial(_statement, positive=frozenset()), denied, m["number"].lower() == "are")
    if (m := _KIND_EN.fullmatch(stem)) is not None:
        kind = number_kinds.KINDS_EN[m["kind"].lower()]
        return Asked(
            partial(number_kinds.kind_of, kind=kind), m["not"] is not None, m["number"].lower() == "are"
        )
    if (m := _ON_EN.fullmatch(stem)) is not None:
        denied = m["not"] is not None or m["denied"] is not None
        return _asked(
            against.on_curve(m["of"]), denied, (m["number"] or m["does"]).lower() in ("are", "lie", "do")
        )
    for pattern, make in ((_FACTOR_EN, against.factor_of), (_EQUAL_EN, against.equal_to)):
        if (m := pattern.fullmatch(stem)) is not None:
            return _asked(make(m["of"]), m["not"] is not None, m["number"].lower() == "are")
    return None


def _asked(judge: object, denied: bool, several: bool) -> Asked | None:
    return Asked(judge, denied, several) if callable(judge) else None


def _statement(option: str, positive: frozenset[str]) -> Judged | None:
    if (found := sentences.judged(option)) is not None:
        return found
    return relations.judged(option, positive)
