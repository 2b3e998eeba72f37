"""Averages as totals: the score that is still needed, the one that was left out or added, the average of two groups together. Not read: weights, dropped lowest scores."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import reduce
from typing import Final

from solver.topics.stories.everyday.kinds import CN, Story, counted, en, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_AV: Final = r"(?:average|mean)(?: (?:score|mark|grade))?"
_LIST: Final = r"(?P<l>\d+(?:\.\d+)?(?:(?: ?, ?(?:and )?| and )\d+(?:\.\d+)?){1,9})"
_NTH: Final = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_WHICH: Final = rf"(?P<o>next|last|final|{'|'.join(_NTH)})"
_HIS: Final = "(?:his|her|the|their)"
_SCORED: Final = (
    "(?:scored|scores|got|gets|earned|received|made|has scores of|had scores of|has test scores of)"
)
_GOAL: Final = rf"(?: (?:to (?:have|get|earn|reach|achieve|obtain|give (?:him|her)) an? {_AV} of|to average|to (?:bring|raise|increase|get) {_HIS} {_AV}(?: up)? to|so that {_HIS} {_AV}(?: (?:of|for|on|over) (?:all )?(?:the )?(?:<m>)?(?: ?{en(2)})?)? (?:is|will be)) (?:at least |exactly )?<g>)"
_NEED: Final = "(?:score|get|need|earn|have to (?:score|get)|need to (?:score|get)|make)"
_POINTS: Final = r"(?: (?P<u>points|cm|kg|years|marks|pounds|inches))?"


@kind(
    r"\b(?:average|mean)\b",
    "en",
    {
        "goal": (
            rf"(?P<p>{en(3)}) (?:wants|needs|would like|hopes for|must have|wishes)(?: to (?:have|get|earn|finish with|end with|achieve))? an? {_AV} of (?:at least |exactly )?<g>(?: points)? (?:on|for|over|after|in) (?:all )?{_HIS}? ?<m> {en(2)}",
            rf"{en(2)} (?:wants|needs) {_HIS} {_AV} (?:after|on|for|over) (?:all )?<m> {en(2)} to be <g>",
            rf"to (?:get|have|earn|reach) an? {_AV} of <g> (?:for|on|after|over) (?:all )?<m> {en(2)}",
        ),
        "idle": (r"to (?:earn|get) an? [a-d]", r"in a class"),
        "scores": (
            rf"(?:{en(2)} |the )first <k> {en(2)} (?:are|were) {_LIST}", rf"on <k> {en(2)} {_SCORED} {_LIST}", rf"on {_HIS} first <k> {en(2)} {en(2)} {_SCORED} {_LIST}",
            rf"(?P<p>{en(2)}) {_SCORED} {_LIST}(?: (?:on|in) (?:{_HIS} )?(?:first )?<k> {en(2)})?", rf"the {en(1)} (?:on|of|for) <k> {en(2)} (?:are|were) {_LIST}", rf"(?:(?:so )?far )?{_HIS} {en(2)}(?: so far)? (?:are|were) {_LIST}", rf"{en(2)} has taken <k> {en(2)} with scores(?: of)? {_LIST}",
        ),
        "mean": (
            rf"(?:after|in|on|for) (?:{_HIS} )?(?:first )?<k> (?P<who>{en(3)}),? ?{en(2)}(?:average|mean)(?: {en(1)})? (?:is|was) <a>{_POINTS}", rf"{en(2)} has taken <k> (?P<who>{en(2)}) and {_HIS} {_AV} (?:is|was) <a>{_POINTS}",
            rf"(?:the )?(?:{en(2)} )?(?:average|mean)(?: {en(1)})? (?:on|for|after|over|of|in) (?:{_HIS} )?(?:first )?<k> (?P<who>{en(2)}) (?:is|was) <a>{_POINTS}", rf"{en(2)} (?:has|had) an? {_AV} of <a>{_POINTS} (?:on|for|after|over|in) (?:{_HIS} )?(?:first )?<k> (?P<who>{en(2)})",
            rf"(?:a (?:class|group|team) of )?<k> (?P<who>{en(2)}) (?:average|averaged|have an average(?: {en(1)})? of|had an average(?: {en(1)})? of) <a>{_POINTS}",
        ),
        "out": (rf"(?:when |after )?(?:one|1) (?:of (?:the {en(1)}|them) |{en(1)} )?is (?:left out|removed|dropped|taken away|taken out|excluded)", rf"(?:the )?(?:average|mean)(?: of the (?:remaining|other) (?:<r> )?{en(1)})? (?:becomes|is|drops to|rises to|is then) <b>", rf"when (?:one|1) {en(1)} is (?:left out|removed|dropped|taken away|excluded)"),
        "in": (rf"(?:when )?(?:another|a new|1 more|one more) {en(1)} (?:is (?:added|included)|joins)",),
        "more": (rf"(?:he|she|they) (?:scores|scored|gets|got) <x>{_POINTS} on {_HIS} {_WHICH} {en(2)}",),
        "ask_next": (
            rf"what (?:{en(1)} )?(?:must|does|should|will|did) {en(2)} {_NEED}(?: to (?:get|score))? (?:on|in|for) {_HIS} {_WHICH} {en(2)}{_GOAL}?", rf"what {en(1)} (?:is|was) (?:needed|required) (?:on|in|for) {_HIS} {_WHICH} {en(2)}{_GOAL}?", rf"what must {_HIS} {_WHICH} {en(1)} be{_GOAL}?",
            rf"what is the (?:lowest|minimum|smallest) {en(1)} {en(2)} (?:can|must|needs to|has to) {_NEED} (?:on|in) {_HIS} {_WHICH} {en(2)}{_GOAL}?", rf"what {en(1)} (?:on|in) {_HIS} {_WHICH} {en(2)} will give (?:him|her|them) an? {_AV} of (?:exactly )?<g>",
        ),
        "ask_moved": (rf"what (?:is|was) the (?:{en(1)} )?(?:that (?:was|is) )?(?:left out|removed|dropped|taken away|taken out|excluded|added|included)(?: number)?", r"what is the (?:removed|new|added|excluded) [a-z]+"),
        "ask_new": (rf"what (?:is|will be|was) {_HIS} (?:new )?{_AV}(?: now| (?:on|after|for|of) (?:all )?(?:the )?(?:<m> )?{en(2)})?",),
        "ask_common": (rf"(?:what is|find) (?:the|their) (?:class|overall|combined|total|group) (?:average|mean)(?: {en(1)})?", rf"(?:what is|find) the (?:average|mean)(?: {en(1)})? (?:of|for) (?:all )?(?:of )?(?:the )?(?:whole |entire |combined )?(?:<m> )?{en(2)}(?: together)?"),
    },
)  # fmt: skip
def _averages_in_english(s: Story, work: Working) -> None:
    if re.search(r"\b(?:weights?|weighted|twice|lowest score is|counts?|tests left)\b", s.text):
        raise Unfit
    which = s.words("o")
    place = _NTH.index(which[0]) + 2 if len(which) == 1 and which[0] in _NTH else None
    if len(which) > 1 or len(set(s.words("u"))) > 1:
        raise Unfit
    if len({w for w in s.words("p") if w not in ("he", "she", "they")}) > 1:
        raise Unfit
    if which in (["last"], ["final"]) and not s.has("m"):
        raise Unfit
    lists = [value(x) for w in s.words("l") for x in re.findall(r"\d+(?:\.\d+)?", w)]
    count = s.told("m").value if s.has("m") else None
    _solve(s, work, lists, Fraction(place) if place else None, count, (s.words("u") or [""])[0])


_SAYS: Final = {
    "sum": ("the sum of what is there", "已知的总和"),
    "old": ("the total before: average times how many", "原来的总分：平均数×个数"),
    "count": ("how many there are then", "这时的个数"),
    "new": ("the total afterwards: average times how many", "后来的总分：平均数×个数"),
    "rest": ("the difference of the two totals", "两个总和的差"),
    "all": ("all of them together", "总个数"),
    "total": ("both totals together", "两组的总和"),
    "mean": ("the average: total divided by how many", "平均数：总和÷个数"),
}  # fmt: skip
_LABEL: Final = {
    "next": ("what is needed", "需要的分数"),
    "moved": ("this number", "这个数"),
    "mean": ("the average", "平均数"),
}  # fmt: skip


def _solve(
    s: Story, work: Working, scores: list[Term], place: Fraction | None, count: Fraction | None, unit: str
) -> None:
    def says(key: str) -> str:
        return _SAYS[key][work.language == "zh"]

    def label(key: str) -> str:
        return _LABEL[key][work.language == "zh"]

    one, means = num(1), s.all("mean")
    question = s.question
    if question in ("mean", "new") and not s.all("more"):
        question = "common" if len(means) == 2 else "mean"
    if question == "common":
        if len(means) != 2 or scores or s.all("goal", "out", "in", "more", "after"):
            raise Unfit
        sizes = [_many(said.values["k"]) for said in means]
        totals = [
            work.step(says("old"), k * value(said.values["a"])) for k, said in zip(sizes, means, strict=True)
        ]
        both = work.step(says("all"), sizes[0] + sizes[1])
        if count not in (None, both.value):
            raise Unfit
        work.give(
            work.step(says("mean"), work.step(says("total"), totals[0] + totals[1]) / both, unit),
            unit,
            label("mean"),
        )
        return
    many, total = _before(s, work, scores)
    if question == "mean":
        if means or s.all("goal", "after", "more"):
            raise Unfit
        work.give(work.step(says("mean"), total / many, unit), unit, label("mean"))
        return
    if question == "moved":
        s.only("mean", "out", "in")
        out = bool(s.all("out")) and not s.all("in")
        then = work.step(says("count"), many - one if out else many + one)
        if s.has("r") and s.told("r").value != then.value or many.value < 2:
            raise Unfit
        new = work.step(says("new"), then * s.told("b"))
        work.give(work.step(says("rest"), total - new if out else new - total), "", label("moved"))
        return
    then = work.step(says("count"), many + one)
    if any(told not in (None, then.value) for told in (place, count)):
        raise Unfit
    if question == "new":
        s.only("mean", "scores", "more")
        now = work.step(says("new").split(":")[0].split("：")[0], total + s.told("x"))
        work.give(work.step(says("mean"), now / then, unit), unit, label("mean"))
        return
    s.only("mean", "scores", "goal", "after")
    new = work.step(says("new"), then * s.told("g"))
    work.give(work.step(says("rest"), new - total, unit), unit, label("next"))


def _before(s: Story, work: Working, scores: list[Term]) -> tuple[Term, Term]:
    """How many there are, and their total."""
    chinese = work.language == "zh"
    told = [said.values["k"] for said in s.said if "k" in said.values]
    if len(told) > 1:
        raise Unfit
    if scores:
        if s.all("mean") or told and _many(told[0]).value != len(scores):
            raise Unfit
        return num(len(scores)), work.step(_SAYS["sum"][chinese], reduce(Term.__add__, scores))
    many = _many(s.one("mean").values["k"])
    return many, work.step(_SAYS["old"][chinese], many * s.told("a"))


def _many(text: str) -> Term:
    """So many of them."""
    term = counted(text)
    if term.value.denominator != 1 or term.value < 1:
        raise Unfit
    return term


_ZAV: Final = "平均(?:分数?|成绩|得分|身高|体重|年龄)?"
_ZLIST: Final = r"(?P<l>\d+(?:\.\d+)?分?(?:[、，,和与]{1,2}\d+(?:\.\d+)?分?){1,9})"
_ZU: Final = "(?P<u>分|厘米|千克|岁)"


@kind(
    "平均",
    "zh",
    {
        "scores": (rf"{zh(4)}前?(?P<k>{CN})次{zh(6)}(?:成绩|得分|分数)?(?:分别)?(?:是|为|得)?{_ZLIST}",),
        "goal": (rf"{zh(4)}(?:要想?|想要?|希望|为了|使|让)(?:使|让)?{zh(2)}(?P<m>{CN})次{zh(5)}{_ZAV}(?:要|能)?(?:达到|是|为|提高到|不低于)<g>分", rf"{zh(6)}(?P<m>{CN})次{zh(5)}{_ZAV}(?:要|能)?(?:达到|提高到)<g>分"),
        "mean": (rf"{zh(4)}前?(?P<k>{CN})次{zh(6)}{_ZAV}(?:是|为)?<a>{_ZU}", rf"{zh(6)}(?:有)?(?P<k>\d+)(?:名|个)?(?:人|同学|学生)?(?P<who>{zh(3)})[，,]?(?:的|他们|她们)?{_ZAV}(?:是|为)?<a>{_ZU}"),
        "after": (rf"第(?P<o>{CN})次{zh(4)}后", rf"{zh(4)}{_ZAV}(?:提高到|上升到|变为|变成|达到|下降到|降到|是|为)<g>分"),
        "subjects": (rf"{zh(12)}(?P<n>{CN})[科门]{zh(3)}{_ZAV}(?:是|为)?<a>分", rf"{zh(10)}(?:语文|数学|英语|科学)和(?:语文|数学|英语|科学)和(?:语文|数学|英语|科学)(?P<n>{CN})[科门]{zh(3)}{_ZAV}(?:是|为)?<a>分"),
        "one": (r"(?P<s>语文|数学|英语|科学|物理|化学)(?:成绩)?(?:考了?|是|得了?)?<x>分",),
        "ask_next": (rf"(?:那么|他|她|小[\u4e00-\u9fff])?第(?P<o>{CN})次{zh(4)}(?:至少)?(?:应该?|要|需要?|得)*(?:考|得|测验|考试)?(?:到|了)?(?:多少|几)分",),
        "ask_mean": (rf"{zh(6)}{_ZAV}(?:是|为)?(?:多少|几)分",),
        "ask_common": (rf"(?:全班|全体|两组|两队|这些|这个班|他们|全组|男女生){zh(5)}{_ZAV}(?:是|为)?(?:多少|几){_ZU}",),
        "ask_subject": (r"(?P<s>语文|数学|英语|科学|物理|化学)(?:成绩)?(?:考了?|是|得了?)?(?:多少|几)分",),
    },
)  # fmt: skip
def _averages_in_chinese(s: Story, work: Working) -> None:
    if re.search("最高分|最低分|去掉|误|看成|抄", s.text):
        raise Unfit
    if s.question == "subject":
        s.only("subjects", "one")
        count, ones = _many(s.words("n")[0]), [value(said.values["x"]) for said in s.all("one")]
        names = [said.values["s"] for said in s.said if "s" in said.values]
        if len(ones) + 1 != count.value or len(set(names)) != len(names):
            raise Unfit
        total = work.step(_SAYS["new"][1].removeprefix("后来的"), count * s.told("a"))
        work.give(
            work.step("总分减去其他各科", reduce(Term.__sub__, ones, total), "分"), "分", s.asked.values["s"]
        )
        return
    if len(set(s.words("u"))) > 1:
        raise Unfit
    scores = [value(x) for w in s.words("l") for x in re.findall(r"\d+(?:\.\d+)?", w)]
    places, counts = {_many(w).value for w in s.words("o")}, {_many(w).value for w in s.words("m")}
    if len(places) > 1 or len(counts) > 1:
        raise Unfit
    unit = (s.words("u") or ["分"])[0]
    _solve(s, work, scores, next(iter(places), None), next(iter(counts), None), unit)


@kind(
    r"\b(?:average|mean)\b",
    "en",
    {
        "all": (rf"{_LIST} ?,? and (?:1|one) (?:more|other|further|unknown|missing|extra) number (?:have|has) an? (?:average|mean) of <a>", rf"the (?:average|mean) of {_LIST} ?,? and (?:1|one|a|another) ?(?:more|other|further|unknown|missing|extra)? (?:number )?is <a>"),
        "ask": (r"(?:what is|find) the (?:missing|other|unknown|last|extra) number", r"what is (?:that|this) number"),
    },
)  # fmt: skip
def _one_more_number(s: Story, work: Working) -> None:
    numbers = [value(x) for x in re.findall(r"\d+(?:\.\d+)?", s.words("l")[0])]
    known = work.step(_SAYS["sum"][0], reduce(lambda a, b: a + b, numbers), "")
    total = work.step(_SAYS["old"][0], s.told("a") * num(len(numbers) + 1), "")
    work.give(work.step(_SAYS["rest"][0], total - known, ""), "", _LABEL["moved"][0])
