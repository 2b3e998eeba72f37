"""Means: of parts and of the whole, what comes next, what was changed; the mean speed there and back."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.frames import MANY, Found, frame
from solver.topics.stories.school.chinese.marks import NUMBER
from solver.topics.stories.school.working import Unfit, Working, num

_N: Final = f"[^，{NUMBER[1:-1]}]"
_UNIT: Final = "(?:分|下|个|米|厘米|千克|元|页|次)?"
_ORDINAL: Final = "第(?P<{0}>[零一二三四五六七八九]+|[\ue000-\ue7ff])(?:次|场|天|局|门|个)?"
_SEVERAL: Final = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}


@frame(
    f"{_N}{{0,10}}?<n>(?:次|天|场|局){_N}{{0,4}},(?:平均)?每?(?:平均)?(?:次|天|场|局)?(?:平均)?{_N}{{0,3}}?<a>{_UNIT},(?:要想|要使|如果想|想要?|想使)?{_N}{{0,3}}?<m>(?:次|天|场|局)(?:后|以后|之后)?{_N}{{0,3}}?平均每(?:次|天|场|局){_N}{{0,2}}<b>{_UNIT},(?:他|她|那么)?第(?P<o>[一二三四五六七八九]+)(?:次|天|场|局){_N}{{0,6}}?(?:{MANY}{_UNIT}|下)(?:才行)?",
)
def _next_for_mean(f: Found, work: Working) -> None:
    """156 on average over three times, to reach 160 over four."""
    f.whole("n", "m")
    if f.value("m") != f.value("n") + 1 or _spoken(f.word("o")) != f.value("m"):
        raise Unfit
    before = work.step("前几次的总数", f["n"] * f["a"])
    goal = work.step("要达到的总数", f["m"] * f["b"])
    work.give(work.step("最后一次要有多少", goal - before), "", "最后一次的数")


_TESTS: Final = "(?:数学|语文|英语|科学)?(?:测验|测试|考试|考|比赛)?"
_MEAN: Final = "的?(?:平均分数?|平均成绩|平均)"


@frame(
    f"{_N}{{0,6}}?前<n>次{_TESTS}{_MEAN}(?:是|为)<a>分,(?:他|她)?(?:要想|如果想|想要?)?(?:使|让)?(?:前|这)?<m>次{_TESTS}{_MEAN}(?:达到|为|是)<b>分,(?:那么)?(?:他|她)?第(?P<o>[一二三四五六七八九]+)次{_TESTS}(?:要|应该?|必须|至少要)考?{MANY}分",
)
def _next_mark(f: Found, work: Working) -> None:
    """85 on average over four tests, to reach 87 over five."""
    f.whole("n", "m")
    if f.value("m") != f.value("n") + 1 or _spoken(f.word("o")) != f.value("m"):
        raise Unfit
    before = work.step("前几次的总分", f["n"] * f["a"], "分")
    goal = work.step("要达到的总分", f["m"] * f["b"], "分")
    work.give(work.step("这一次要考多少", goal - before, "分"), "分", "这一次的分数")


@frame(
    f"{_N}{{0,6}}?前<n>次{_TESTS}{_MEAN}(?:是|为)<a>分,(?:他|她)?第(?P<o>[一二三四五六七八九]+)次{_TESTS}(?:考了|得了|是)<b>分,(?:他|她)?(?:这|前)?<m>次{_TESTS}{_MEAN}(?:是|为){MANY}分?",
)
def _mean_with_next(f: Found, work: Working) -> None:
    """88 on average over three tests, then 96."""
    f.whole("n", "m")
    if f.value("m") != f.value("n") + 1 or _spoken(f.word("o")) != f.value("m"):
        raise Unfit
    before = work.step("前几次的总分", f["n"] * f["a"], "分")
    total = work.step("加上这一次，总分", before + f["b"], "分")
    work.give(work.step("平均分", total / f["m"], "分"), "分", "平均分")


@frame(
    f"(?:{_N}{{1,24}}，)?(?:在)?(?:过去|前面|前)?的?<n>(?:场|次|天|局){_N}{{0,6}}?(?:已经|一共|共|总共)*(?:得了?|考了|跳了)<s>分?{_N}{{0,6}},(?:他|她)?(?:在)?第(?P<o>[零一二三四五六七八九]+)(?:场|次|天|局){_N}{{0,3}}?(?:得|考|跳){MANY}分?,?(?:才)?(?:就)?(?:能|可以)?使前?<m>(?:场|次|天|局)(?:比赛)?的?平均{_N}{{0,4}}?(?:达到|是|为)<b>分?",
)
def _next_from_total(f: Found, work: Working) -> None:
    f.whole("n", "m")
    if f.value("m") != f.value("n") + 1 or _spoken(f.word("o")) != f.value("m"):
        raise Unfit
    goal = work.step("要达到的总分", f["m"] * f["b"], "分")
    work.give(work.step("这一场要得多少", goal - f["s"], "分"), "分", "要得的分数")


def _spoken(word: str) -> int:
    """第一一 is what the marks make of 第11."""
    return int("".join(str("零一二三四五六七八九".index(c)) for c in word))


@frame(
    f"<n>个(?:自然)?数的平均数是<a>,(?:如果)?把其中(?:的)?(?:一个|<one>个)数?改为<c>,(?:这时|那么|则)?(?:这)?<m>个数的平均数(?:是|变为|变成|为)<b>,(?:这个)?(?:被改动的|被改的|改动的|改动前的|被改变的)数(?:原来)?是{MANY}",
    f"<n>个(?:自然)?数的平均数是<a>,(?:如果)?把其中(?:的)?(?:一个|<one>个)数?改为<c>,(?:这时|那么|则)?平均数(?:是|变为|变成|为)<b>,(?:这个)?(?:被改动的|被改的|改动的|改动前的|被改变的)数(?:原来)?是{MANY}",
)
def _changed(f: Found, work: Working) -> None:
    f.whole("n")
    if f.has("m") and f.value("m") != f.value("n") or f.has("one") and f.value("one") != 1:
        raise Unfit
    before = work.step("原来的总和", f["n"] * f["a"])
    after = work.step("现在的总和", f["n"] * f["b"])
    if before.value >= after.value:
        work.give(work.step("总和减少了多少，原数就比新数大多少", f["c"] + (before - after)), "", "原来的数")
    else:
        work.give(work.step("总和增加了多少，原数就比新数小多少", f["c"] - (after - before)), "", "原来的数")


@frame(
    f"(?:在)?{_N}{{0,8}}?，?(?P<x>{_N}{{0,4}}?)(?P<n>两|三|四|五|六|七|八|{NUMBER})(?:科|门|门课|门功课)的?总分是<s>分,除(?:了)?(?P<y>{_N}{{1,3}}?)(?:以)?外的?(?:其他|其余)?(?P<m>两|三|四|五|六|七|八|{NUMBER})(?:科|门|门课|门功课)的?平均分是<a>分,(?:{_N}{{0,4}}?的?)(?P<z>{_N}{{1,3}}?)(?:成绩)?(?:是|得了?|考了){MANY}分?",
)
def _all_but_one(f: Found, work: Working) -> None:
    n, m = (_count(f, k) for k in "nm")
    if m != n - 1 or not f.word("z").endswith(f.word("y")):
        raise Unfit
    others = work.step("其余几科的总分", num(m) * f["a"], "分")
    work.give(work.step("这一科的分数", f["s"] - others, "分"), "分", "这一科的分数")


def _count(f: Found, name: str) -> int:
    word = f.word(name)
    if word in _SEVERAL:
        return _SEVERAL[word]
    value = f.marked(word)
    if value.denominator != 1:
        raise Unfit
    return int(value)


@frame(
    f"(?:{_N}{{1,10}}，)?{_N}{{0,10}}?(?:语文|数学|英语|科学)(?:与|和|、)(?:语文|数学|英语|科学)(?:这)?(?:两科|两门|@科|@门)的?(?:平均分数?|平均成绩)(?:是|为)<a>分,(?:而)?(?:语文|数学|英语|科学)(?:考了|得了|是)<b>分,(?:请问)?(?:他|她|{_N}{{1,4}})?(?:这)?(?:三科|三门|@科|@门)的?(?:平均分数?|平均成绩)(?:是|为){MANY}分?,?(?:[(（]?[)）]?)?",
)
def _two_and_one(f: Found, work: Working) -> None:
    names = re.findall("语文|数学|英语|科学", f.text)
    if len(set(names)) != 3 or len(names) != 3:
        raise Unfit
    both = work.step("前两科的总分", f["a"] * num(2), "分")
    total = work.step("三科的总分", both + f["b"], "分")
    work.give(work.step("三科的平均分", total / num(3), "分"), "分", "平均分")


@frame(
    f"(?P<who>{_N}{{0,6}}?)前几次{_N}{{1,6}}?的?平均(?:分|成绩|分数)?(?:是|为)<a>分,(?:{_N}{{1,12}}，)?(?:{_N}{{0,8}}?)(?:他|她)?想?(?:把|使)平均分?提高到<b>分,(?:则)?(?:这次|这一次){_N}{{0,4}}?(?:必须|要|得|能)*考?(?:到|得)?<c>分,(?P<q>{_N}{{1,16}})",
    f"(?P<who>{_N}{{0,6}}?)前几次{_N}{{1,6}}?的?平均(?:分|成绩|分数)?(?:是|为)<a>分,(?:如果)?(?:这次|这一次)(?:要是|如果)?{_N}{{0,4}}?(?:必须|要|得|能)*考?(?:到|得)?<c>分,(?:就)?(?:能|可以)?(?:把|使)平均分?提高到<b>分,(?P<q>{_N}{{1,16}})",
)
def _which_time(f: Found, work: Working) -> None:
    """88 before, 98 now, 90 altogether: (98 − 90) is shared among the earlier ones."""
    q = f.word("q")
    if not re.search("第(?:多少|几)?次|第次|(?:总共|一共)考了?(?:多少|几)次", q) or not f.value(
        "a"
    ) < f.value("b") < f.value("c"):
        raise Unfit
    more = work.step("这次比新的平均分多多少", f["c"] - f["b"], "分")
    each = work.step("前几次每次要补多少", f["b"] - f["a"], "分")
    before = work.step("前面考了几次", more / each, "次")
    if before.value.denominator != 1:
        raise Unfit
    work.give(work.step("加上这一次", before + num(1), "次"), "次", "次数")


@frame(
    f"{_N}{{0,8}}?(?:总分|满分)(?:是|为)<n>分,(?P<who>{_N}{{1,4}}?)<k>次{_N}{{0,4}}的?平均(?:成绩|分)是<a>分,为了(?:使)?平均(?:成绩|分)(?:尽快)?达到<b>分,(?:他|她)?至少(?:需要|要)?再考{MANY}次",
)
def _full_marks(f: Found, work: Working) -> None:
    f.whole("k")
    if not f.value("a") < f.value("b") < f.value("n"):
        raise Unfit
    lack = work.step("现在一共少多少分", (f["b"] - f["a"]) * f["k"], "分")
    each = work.step("每再考一次满分能补多少", f["n"] - f["b"], "分")
    work.give(work.whole("至少要考几次", lack, each, "次", up=True), "次", "再考的次数")


# -- mean speed ------------------------------------------------------------------------------------------

_PER: Final = "(?:时|分钟|分|秒)?"


@frame(
    f"{_N}{{1,24}}，{_N}{{0,14}}?每(?P<p>小时|分钟|分|秒)(?:行|走|跑|行驶)?<a:u>,{_N}{{0,16}}?每(?P<q>小时|分钟|分|秒)(?:行|走|跑|行驶)?<b:u>,(?:{_N}{{0,24}}路程(?:都)?(?:相等|一样|相同)，)?(?:中间也?没有停顿，)?(?:问)?(?:{_N}{{1,14}}，)?(?P<ask>{_N}{{0,24}}平均速度是(?:每(?:小时|分钟|分|秒))?{MANY}(?:千米|米|公里)?(?:[/每](?:小时|时|分钟|分|秒))?)",
    f"{_N}{{1,12}}?，?(?P<p>)(?P<q>)上[山坡桥](?:的)?速度(?:是|为)(?:每(?:小时|分钟|分|秒))?<a:u>(?:[/每](?:小时|时|分钟|分|秒))?,(?:沿原路|原路)?{_N}{{0,6}}?下[山坡桥](?:的)?速度(?:是|为)(?:每(?:小时|分钟|分|秒))?<b:u>(?:[/每](?:小时|时|分钟|分|秒))?,(?:{_N}{{0,24}}路程(?:都)?(?:相等|一样|相同)，)?(?:中间也?没有停顿，)?(?:问)?(?:{_N}{{1,14}}，)?(?P<ask>{_N}{{0,24}}平均速度是(?:每(?:小时|分钟|分|秒))?{MANY}(?:千米|米|公里)?(?:[/每](?:小时|时|分钟|分|秒))?)",
)
def _there_and_back(f: Found, work: Working) -> None:
    """Twice the way over the sum of the times, for a way of 1."""
    if f.word("p") != f.word("q") or f.unit("a") != f.unit("b") or f.unit("a") not in ("千米", "米", "公里"):
        raise Unfit
    if not re.search("往返|来回|返回|沿原路|原路", f.text) or "全程" in f.text and "往返" not in f.text or re.search("休息|停了|先", f.text):  # fmt: skip
        raise Unfit
    work.step("把单程看作 1，去时用的时间", num(1) / f["a"])
    there = num(1) / f["a"]
    back = num(1) / f["b"]
    total = work.step("把单程看作 1，往返一共用的时间", there + back)
    work.give(work.step("往返的路程是 2，平均速度", num(2) / total, f.unit("a")), f.unit("a"), "平均速度")


@frame(
    f"(?:一艘|@艘)?{_N}{{1,4}}从{_N}{{1,4}}开往{_N}{{1,4}},(?:由于)?顺水,?每小时(?:可以)?(?:航行|行驶|行)<a:u>,<t>小时到达,(?:这艘{_N}{{1,3}})?从{_N}{{1,4}}返回{_N}{{1,4}}时?,(?:由于)?逆水,?每小时(?:只能)?(?:航行|行驶|行)<b:u>,(?:这艘{_N}{{1,3}})?往返@?一?次?(?:每小时)?的?平均速度是{MANY}(?:千米)?",
)
def _ship_there_and_back(f: Found, work: Working) -> None:
    if f.unit("a") != f.unit("b"):
        raise Unfit
    way = work.step("单程的路程", f["a"] * f["t"], f.unit("a"))
    back = work.step("返回用的时间", way / f["b"], "小时")
    total = work.step("往返一共用的时间", f["t"] + back, "小时")
    work.give(work.step("往返的平均速度", way * num(2) / total, f.unit("a")), f.unit("a"), "平均速度")
