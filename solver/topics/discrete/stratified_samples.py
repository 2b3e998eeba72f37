"""Stratified samples: how many of each group, how many in all, or how large a group is.

Read: groups by their sizes or by a ratio, and the size of the sample, or how many of one group are in it. Not: shares that are no whole numbers, samples of samples.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.topics.asking import FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import comment
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_M: Final = "(?:名|人|个|件|辆|位|户|台|只|种|家|份|瓶)"
_G: Final = r"[^\s,，。;；:：\d共有抽取各为是分样应总]{1,8}?"
_PEOPLE: Final = "(?:学生|教师|职工|员工|人|产品|零件|居民|运动员|同学|人员|工人|农户|家庭|型号|商店|车|观众)"


def _list_of(n: int) -> str:
    names = ",".join(rf"(?P<g{i}>{_G})" for i in range(n - 1)) + rf"(?:,|和|与|及)(?P<g{n - 1}>{_G})"
    numbers = (
        ",".join(rf"(?P<n{i}>\d+){_M}?(?:{_PEOPLE})?" for i in range(n - 1))
        + rf"(?:,|和|与|及)(?P<n{n - 1}>\d+){_M}?"
    )
    return rf"{names}(?:这)?(?:[三四两](?:个|种|类))?(?:不同)?(?:的)?(?:年级|型号|类|部门|车间|产品|学校|层次)?(?:的)?{_PEOPLE}?(?:的)?(?:人数|数量|产量)?(?:各|分别)(?:有|为|是|生产)?{_PEOPLE}?(?:的)?(?:人数)?{numbers}(?:{_PEOPLE})?"


def _ratio_of(n: int) -> str:
    names = ",".join(rf"(?P<g{i}>{_G})" for i in range(n - 1)) + rf"(?:,|和|与|及)(?P<g{n - 1}>{_G})"
    ratio = "[:：∶]".join(rf"(?P<r{i}>\d+)" for i in range(n))
    return rf"{names}(?:这)?(?:[三四两](?:个|种|类))?(?:不同)?(?:的)?(?:年级|型号|类|部门|车间|产品)?(?:的)?{_PEOPLE}?,?(?:其|它们的?)?{_PEOPLE}?(?:的)?(?:人数|数量|产量|件数)?(?:之)?比(?:依次)?(?:为|是)?{ratio}"


_OWNER: Final = r"(?:(?:已知|若|设)?(?:在)?(?:某|一个?|该)?(?:中学|学校|校|高中|高级中学|单位|公司|工厂|厂|企业|地区|市|大学|小区|机关|社区|车间)?(?:共|一共|现)?(?:有|生产)?)"
_ZH: Final = {
    "owner": (r"(?:已知|若)?(?:某|一)(?:中学|学校|校|高中|高级中学|单位|公司|工厂|厂|企业|地区|市|大学|小区|机关|社区)", r"为(?:了)?(?:了解|调查|研究)[^,。;\d]{2,30}"),
    "all": (rf"{_OWNER}(?:共|一共)?(?:有)?(?:{_PEOPLE})(?:总数)?(?:共|为)?(?P<all>\d+){_M}", rf"{_OWNER}(?P<all>\d+){_M}(?:{_PEOPLE})"),
    "groups": tuple(rf"{_OWNER}(?:的)?{_list_of(n)}" for n in (2, 3, 4)),
    "ratio": tuple(rf"{_OWNER}(?:的)?(?:生产)?(?:的)?{_ratio_of(n)}" for n in (2, 3, 4)),
    "group": (
        rf"(?:{_OWNER})?(?:其中,?)?(?P<g>{_G})(?:年级)?(?:的)?(?:{_PEOPLE})?(?:共|人数)?(?:有|为|是)(?:{_PEOPLE})?(?P<n>\d+){_M}(?:{_PEOPLE})?",
        rf"(?:{_OWNER})?(?:其中,?)?(?P<g>{_G})(?:{_PEOPLE})?(?P<n>\d+){_M}(?:{_PEOPLE})?",
    ),
    "sample": (
        rf"(?:现|今|学校|若|拟|计划|要|现要|现在|为[^,。;\d]{{2,20}},?)*(?:采?用|按|利用)(?:按比例)?分层(?:随机)?抽样(?:的)?(?:方法|方式)?,?(?:从(?:中|全校|全体|该校|这些|所有|他们|三个年级|各年级|以上|全部)?(?:的)?(?:全体)?(?:{_PEOPLE})?(?:中)?)?,?(?:共)?(?:抽取|抽出|选取|抽)(?:出|了)?(?:一个)?(?:容量为)?(?P<size>\d+){_M}?(?:的)?(?:{_PEOPLE})?(?:的)?(?:样本)?(?:(?:进行|做|作|参加|组成|去)[^,。;\d]{{1,16}})?",
        rf"(?:现|今|学校|若|拟|计划|要|现要|现在)*从(?:中|全校|全体|该校|这些|所有|他们|三个年级|各年级)?(?:的)?(?:全体)?(?:{_PEOPLE})?(?:中)?,?(?:共)?(?:抽取|抽出|选取|抽)(?:一个)?(?:容量为)?(?P<size>\d+){_M}?(?:的)?(?:{_PEOPLE})?(?:的)?(?:样本)?(?:(?:进行|做|作|参加)[^,。;\d]{{1,16}})?",
    ),
    "way": (r"(?:现|若|如果|应)?(?:采?用|按|利用)(?:按比例)?分层(?:随机)?抽样(?:的)?(?:方法|方式)?(?:抽取)?", r"(?:现|若|如果)?(?:采?用)?分层(?:随机)?抽样(?:的)?(?:方法|方式)?(?:从中)?抽取(?:一个)?容量为(?P<letter>[nN])的样本",),
    "drawn": (rf"(?:若|如果|已知|其中|且)?(?:样本中|从)?(?P<h>{_G})(?:年级|中)?(?:的)?(?:{_PEOPLE})*(?:共)?(?:抽取|抽到|抽出|抽|有|被抽取|被抽到)(?:了|的)?(?:{_PEOPLE})?(?:的)?(?:人数)?(?:为|是)?(?P<k>\d+){_M}", rf"(?:若|如果|已知|其中|且)?样本中(?P<h>{_G})(?:{_PEOPLE})*(?:人数)?(?:有|为|是)(?P<k>\d+){_M}"),
    "ask": (
        rf"{FIND_ZH}(?:应|需|要)?(?:从)?(?P<w>{_G})(?:年级|中)?(?:的)?(?:{_PEOPLE})?(?:中)?(?:应|要|需|应该|需要)?(?:当)?(?:被)?(?:抽取|抽出|抽到|抽|选取)(?:的)?(?:{_PEOPLE})?(?:的)?(?:人数)?(?:{HOW_MUCH_ZH})(?:多少)?(?:=)?(?:{_M})?(?:{_PEOPLE})?",
        rf"{FIND_ZH}(?:应|需|要)?(?:抽取|抽出|抽)(?:的)?(?P<w>{_G})(?:的)?(?:{_PEOPLE})?(?:的)?(?:人数){HOW_MUCH_ZH}(?:{_M})?",
        rf"{FIND_ZH}(?:样本中|抽取的)(?P<w>{_G})(?:的)?(?:{_PEOPLE})?(?:的)?(?:人数|件数|数量|数)?(?:有|应有|应为)?{HOW_MUCH_ZH}(?:多少)?(?:{_M})?",
        r"(?:问)?各(?:年级|层|类)?(?:应|需|要)?(?:分别)?(?:抽取|抽)(?P<each>多少人)",
    ),
    "ask_size": (rf"{FIND_ZH}(?:样本容量)?(?P<letter>[nN])(?:的值)?{HOW_MUCH_ZH}(?:=)?", rf"{FIND_ZH}(?:此)?样本(?:的)?容量{HOW_MUCH_ZH}", rf"{FIND_ZH}(?:全校|一?共|总共|三个年级共)(?:应)?(?:抽取|抽)(?:了)?(?:的)?(?:学生)?(?:人数)?{HOW_MUCH_ZH}(?:多少)?{_M}?"),
}  # fmt: skip
_L: Final = r"(?:[A-Za-z]+(?: (?!students?\b|pupils?\b|people\b|members?\b|employees\b|workers\b|and\b|in\b|of\b)[A-Za-z\d]+){0,2}?)"
_T: Final = r"(?:students?|pupils?|people|members?|employees|workers|staff|teachers|players|adults|children|residents|learners)"
_IN: Final = r"(?:(?:in|from) )?(?:the )?"
_ORG: Final = r"(?:an?|the) (?:school|college|company|factory|club|town|university|gym|firm|village|sports club|secondary school|organisation|organization|sixth form)"


def _counts(n: int) -> str:
    first = rf"(?P<n0>\d+) (?:{_T} )?(?:are )?{_IN}(?P<g0>{_L})(?: {_T})?"
    rest = [rf"(?P<n{i}>\d+) (?:{_T} )?(?:are )?{_IN}(?P<g{i}>{_L})(?: {_T})?" for i in range(1, n)]
    return first + "".join(rf",? ?{'(?:and )' if i == n - 2 else ''}{part}" for i, part in enumerate(rest))


_EN: Final = {
    "groups": tuple(rf"(?:{_ORG} (?:has|employs|consists of)|there are|{_ORG} has \d+ {_T} ?[:;,]) {_counts(n)}(?: (?:in|at) {_ORG})?" for n in (2, 3, 4)),
    "all": (rf"{_ORG} has (?P<all>\d+) {_T}(?: in total| altogether)?",),
    "sample": (
        rf"(?:an? )?stratified (?:random )?sample of (?:size )?(?P<size>\d+)(?: {_T})? (?:is|will be|is to be|are to be|needs to be) (?:taken|chosen|selected|drawn)(?: from (?:the|this|all) [a-z ]{{3,30}}?)?(?: by (?:[a-z]+ ?){{1,3}})?",
        rf"(?P<size>\d+) {_T} (?:are|will be|are to be) (?:chosen|selected|sampled|picked)(?: (?:from|for) [a-z ]{{3,30}}?)? (?:by|using) (?:a )?stratified (?:random )?(?:sampling|sample)(?: by [a-z ]{{3,20}}?)?",
        rf"(?:the )?[a-z]+ (?:wants|wishes|decides) to (?:take|choose|select) a stratified (?:random )?sample of (?:size )?(?P<size>\d+)(?: {_T})?",
    ),
    "ask": (
        rf"how many {_T} (?:should|must|will|are to) (?:be )?(?:(?:chosen|selected|taken|sampled|picked|included|drawn) )?(?:there be )?(?:come )?(?:from|in) (?:the )?(?P<w>{_L})(?: {_T})?(?: (?:be )?(?:chosen|selected|taken|sampled|included))?",
        rf"how many (?:of the )?(?P<w>{_L})(?: {_T})? (?:are|(?:should|must|will|are to) be|there are|will there be) (?:in the sample|chosen|selected|taken|sampled|picked|included(?: in the sample)?)",
        rf"(?:find|work out|calculate|determine) the number of (?P<w>{_L}) {_T} (?:that should be )?in the sample",
        rf"(?:find|work out|calculate|determine) the number of {_T} (?:in the sample )?(?:from |in )(?:the )?(?P<w>{_L})(?: {_T})?(?: (?:in|who should be in|that should be in) the sample)?",
    ),
}  # fmt: skip
_WORDS: Final = {
    "share": Words("In a stratified sample every group has the same share: \\({size}:{all}\\).", "分层抽样中各层抽取的比例相同，为 \\({size}:{all}\\)。"),
    "part": Words("Of \\({n}\\) these are \\({n}\\times\\frac{{{size}}}{{{all}}}={value}\\).", "应抽取 \\({n}\\times\\frac{{{size}}}{{{all}}}={value}\\)。"),
    "known": Words("In a stratified sample every group has the same share; here it is \\({k}:{n}\\).", "分层抽样中各层抽取的比例相同，这里是 \\({k}:{n}\\)。"),
    "size": Words("All \\({all}\\) together give \\({all}\\times\\frac{{{k}}}{{{n}}}={value}\\).", "总体 \\({all}\\) 份共抽取 \\({all}\\times\\frac{{{k}}}{{{n}}}={value}\\)。"),
    "code": Words("the same share of every group", "各层比例相同"),
    "method": Words("the shares of the group and of the whole were compared", "比较该层与总体的抽样比"),
}  # fmt: skip


@kind(r"分层", "zh", _ZH)
@kind(r"(?i)stratified", "en", _EN)
def sample(exam: Exam) -> list[Task]:
    """Groups, and one number of the sample."""
    groups = dict[str, int]()
    for s in exam.all("groups", "ratio", "group"):
        for end in ("", "0", "1", "2", "3"):
            if f"g{end}" in s.values:
                name = _name(s.values[f"g{end}"])
                if name in groups:
                    raise Unfit
                groups[name] = int(s.values.get(f"n{end}") or s.values[f"r{end}"])
    if exam.all("ratio") and exam.all("groups", "group", "all"):
        raise Unfit
    total, told = sum(groups.values()), exam.maybe("all")
    if told is not None:
        whole = int(told.values["all"])
        if whole < total:
            raise Unfit
        if whole > total and len(groups) > 1 and exam.all("groups"):
            raise Unfit
        total = whole
    elif len(groups) < 2:
        raise Unfit
    if len(exam.asked) != 1 or not groups or min(groups.values()) <= 0:
        raise Unfit
    asked, say = exam.asked[0], exam.language
    drawn, size = exam.maybe("drawn"), exam.maybe("sample")
    if (drawn is None) == (size is None):
        raise Unfit
    if size is not None:
        top, under = int(size.values["size"]), total
        steps = [_WORDS["share"].say(say, size=top, all=total)]
    else:
        assert drawn is not None
        known = _known(groups, drawn.values["h"])
        top, under = int(drawn.values["k"]), known
        steps = [_WORDS["known"].say(say, k=top, n=known)]
    if asked.kind == "ask_size":
        if drawn is None:
            raise Unfit
        n = total
    elif "each" in asked.values:
        raise Unfit
    else:
        n = _known(groups, asked.values["w"])
    value = sp.Rational(n * top, under)
    if not value.is_Integer or value > n and not exam.all("ratio"):
        raise Unfit
    word = "part" if drawn is None else "size"
    steps.append(
        _WORDS[word].say(
            say, n=under if drawn else n, size=top, all=n if drawn else under, k=top, value=value
        )
    )
    lines = (comment(_WORDS["code"].say(say)), f"S({n}) * {top} / {under}")
    return [
        task(
            exam,
            steps,
            lines,
            (f"answer * {under} == {top} * {n} and answer == int(answer)",),
            _WORDS["method"],
        )
    ]


def _name(written: str) -> str:
    return re.sub(r"(?i)年级$|^the\s+|\s*(?:students|pupils)$|的$", "", written.strip()).lower()


def _known(groups: dict[str, int], written: str) -> int:
    name = _name(written)
    found = [g for g in groups if g == name] or [
        g for g in groups if g.rstrip("s") == name.rstrip("s") or g in (name + "型", name.removesuffix("型"))
    ]
    if len(found) != 1:
        raise Unfit
    return groups[found[0]]
