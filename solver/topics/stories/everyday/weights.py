"""Marks with weights: by shares in percent, or in a ratio. Not read: weights that do not belong to all marks, or are not whole together."""

from __future__ import annotations

from functools import reduce
from typing import Final

from solver.topics.stories.everyday.kinds import LISTED, MANY, Story, en, kind, share, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working

_MARK: Final = "(?:分数|成绩|得分)"


_PART: Final = "(?:平时|期中|期末|笔试|面试|作业|考试|卷面|实践|口试|听力|阅读|写作|演讲内容|演讲能力|演讲效果|专业知识|平时作业|测验|普通话|才艺|体育|数学|语文|英语|创新|综合知识|语言)"


@kind(
    "成绩|得分",
    "zh",
    {
        "mark": (rf"{zh(6)}(?P<s>{_PART})(?:{_MARK})?(?:是|为|得了?|考了?)?<x>分", rf"{zh(6)}(?P<s1>{_PART})和?(?P<s2>{_PART})(?:和?(?P<s3>{_PART}))?(?:三项|两项)?的?{_MARK}(?:分别|依次)(?:是|为)<x1>分?[,，和、]?<x2>分?(?:[,，和、]?<x3>分?)?"),
        "share": (rf"(?:其中|如果|若)?(?P<w>{_PART})(?:{_MARK})?(?:占|按)(?:总评|总成绩|学期成绩)?的?<p>%(?:计算|计)?",),
        "ratio": (rf"(?:如果|若|规定|学期)?(?:总评|最终|综合)?(?:{_MARK})?(?:将|把)?(?:三项|两项|各项|这三项|这两项)?(?:{_MARK})?按(?:照)?<a>:<b>(?::<c>)?的?(?:比例?|权重|比重)?(?:来)?(?:计算|确定|计入|算|计)?(?:(?:总评|学期)?{_MARK}(?=[,，]))?",),
        "ask": (rf"(?:则|那么|求)?{zh(6)}(?:的)?(?:总评|综合|最终|最后|平均|学期|总|总评的?|数学总评|加权平均)(?:成绩|得分|分|分数)(?:是|为)?(?:{MANY}分?)?",),
        "ask_ratio": (rf"(?:如果|若)?按(?:照)?<a>:<b>(?::<c>)?的?(?:比例?|权重|比重)?(?:来)?(?:计算|确定|求|算){zh(6)}(?:总评|综合|最终|最后|平均|学期|总)(?:成绩|得分|分|分数)(?=[。.？?]?$)",),
    },
)  # fmt: skip
def _weighted_marks(s: Story, work: Working) -> None:
    if any(said.kind not in ("mark", "share", "ratio") and said is not s.asked for said in s.said):
        raise Unfit
    names, marks = list[str](), list[Term]()
    for said in s.all("mark"):
        for n, x in (("s", "x"), ("s1", "x1"), ("s2", "x2"), ("s3", "x3")):
            if (n in said.values) != (x in said.values):
                raise Unfit
            if n in said.values:
                names.append(said.values[n])
                marks.append(value(said.values[x]))
    shares = s.all("share")
    by_ratio = s.has("a")
    if len(set(names)) != len(names) or len(names) < 2 or bool(shares) == by_ratio:
        raise Unfit
    if by_ratio:
        weights = [s.told(k) for k in "abc" if s.has(k)]
        if s.question != "ratio" and len(s.all("ratio")) != 1:
            raise Unfit
    else:
        told = {said.values["w"]: value(said.values["p"]) for said in shares}
        if set(told) != set(names) or len(told) != len(shares) or sum(t.value for t in told.values()) != 100:
            raise Unfit
        weights = [share(told[n]) for n in names]
    if len(weights) != len(marks):
        raise Unfit
    _weighted(work, marks, weights)


_WEIGHTED: Final = {
    "product": ("mark times weight", "分数×权重"),
    "sum": ("the sum of these", "加权的总和"),
    "weights": ("the weights together", "权重的和"),
    "mean": ("the weighted average", "加权平均数"),
}


def _weighted(work: Working, marks: list[Term], weights: list[Term]) -> None:
    """The weighted mean: products, their sum, divided by the weights where these are not parts of one."""
    chinese = work.language == "zh"
    if any(w.value <= 0 for w in weights):
        raise Unfit
    products = [work.step(f"{_WEIGHTED['product'][chinese]}{k + 1 if chinese else f' {k + 1}'}", m * w) for k, (m, w) in enumerate(zip(marks, weights, strict=True))]  # fmt: skip
    total = work.step(_WEIGHTED["sum"][chinese], reduce(Term.__add__, products))
    if sum(w.value for w in weights) != 1:
        total = work.step(_WEIGHTED["mean"][chinese], total / work.step(_WEIGHTED["weights"][chinese], reduce(Term.__add__, weights)))  # fmt: skip
    work.give(total, "", _WEIGHTED["mean"][chinese])


@kind(
    r"\bweight",
    "en",
    {
        "mark": (rf"(?:(?:a|the) {en(1)}|{en(2)})?(?:scores?|scored|gets?|got|earns?|earned|has|received)? ?<x>%? (?:on|in|for) {en(3)}(?:\(|, )(?:with )?(?:a )?(?:weight(?:ed)?(?: of| at)?|worth|counting)? ?<p>%(?: weight)?\)?",),
        "ask": (r"(?:what is|find|calculate|work out) (?:the|his|her|their) (?:weighted (?:average|mean)|final (?:grade|score|mark)|overall (?:grade|score|mark))(?: (?:score|mark|grade))?",),
        "ask_list": (rf"(?:what is|find|calculate|work out) the weighted (?:average|mean) of (?P<l>{LISTED}) (?:with|if the|using the|using|when the) (?:respective )?weights?(?: are| of)? (?P<w>{LISTED})(?: respectively)?",),
    },
)  # fmt: skip
def _weighted_in_english(s: Story, work: Working) -> None:
    if s.question == "list":
        if len(s.said) != 1:
            raise Unfit
        marks, weights = ([value(x) for x in s.asked.values[n].replace("and", ",").split(",") if x.strip()] for n in "lw")  # fmt: skip
        percent = ["%" in s.asked.values[n] for n in "lw"]
        if len(marks) != len(weights) or percent[0] or percent[1] and sum(w.value for w in weights) != 100:
            raise Unfit
        _weighted(work, marks, [share(w) for w in weights] if percent[1] else weights)
        return
    s.only("mark")
    weights = [value(said.values["p"]) for said in s.all("mark")]
    if len(weights) < 2 or sum(w.value for w in weights) != 100:
        raise Unfit
    _weighted(work, [value(said.values["x"]) for said in s.all("mark")], [share(w) for w in weights])
