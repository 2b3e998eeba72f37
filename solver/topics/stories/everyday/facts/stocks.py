"""Two stocks that a change makes equal, a weight with its basket, a point that was moved, pipes that fill and empty."""

from __future__ import annotations

from typing import Final

from solver.topics.stories.everyday.facts.finding import Found, story
from solver.topics.stories.school.working import Unfit, Working, num

_UNIT: Final = "吨|千克|袋|本|元|个|人|升|棵|箱|包|张|枚|颗|克|筐|名"
_OUT: Final = (
    "运出|运走|取出|拿出|拿走|用去|用掉|用了|卖出|卖了|卖掉|倒出|花去|花了|花掉|借出|调出|吃掉|吃了|送出"
)
_IN: Final = "运进|运来|运入|放入|放进|倒入|倒进|加入|买进|买来|买了|存入|调入|调进|得到|又买了?|收入"
_WHO: Final = "甲|乙|大|小|第[一二]|哥哥|姐姐|弟弟|妹妹|爸爸|上层|下层|[AB]"


@story(
    "倍",
    {
        "times": (f"(?P<x>{_WHO})[\u4e00-\u9fff]{{0,8}}?是(?P<y>{_WHO})[\u4e00-\u9fff]{{0,8}}?的<k:cn>倍",),
        "first": (f"从?(?P<a>{_WHO})[\u4e00-\u9fff]{{0,4}}?(?P<av>{_OUT}|{_IN})(?:了)?<p>(?P<u>{_UNIT})", f"(?:往|向|给|在)(?P<a>{_WHO})[\u4e00-\u9fff]{{0,4}}?(?:里|中)?(?:又)?(?P<av>{_IN})(?:了)?<p>(?P<u>{_UNIT})"),
        "second": (f"(?:往|向|给|在|从)?(?P<b>{_WHO})[\u4e00-\u9fff]{{0,4}}?(?:里|中)?(?:又)?(?P<bv>{_OUT}|{_IN})(?:了)?<q>(?P<u2>{_UNIT})",),
        "ask": (f"(?P<z>{_WHO})[\u4e00-\u9fff]{{0,6}}?(?:原来|原有|原)~(?:多少|几)(?P<u3>{_UNIT})", f"(?:原来|原)(?P<z>{_WHO})~(?:多少|几)(?P<u3>{_UNIT})"),
    },
    idle="有?两[筐桶袋箱组堆](?![多少])|两个?[\u4e00-\u9fff]{1,3}?(?=的|正好|恰好|就|相等|一样|存|同样)|存[粮款]|后|这时|现在|正好|恰好|刚好|同样多|一样多|又|往|给",
    never="倍多|倍少|还多|还少|占|剩",
)  # fmt: skip
def _made_equal(f: Found, work: Working) -> None:
    """What the changes take away of the difference is all of it: so many times less one of the smaller."""
    unit = f.same("u", "u2", "u3")
    x, y = f.word("x"), f.word("y")
    if x == y or {f.word("a"), f.word("b")} != {x, y} or f.word("z") not in (x, y):
        raise Unfit
    if not any(w in f.text for w in ("相等", "同样多", "一样多", "相同")) or f["k"].value <= 1:
        raise Unfit
    change = {
        f.word(who): (f[n], any(f.word(verb) == v for v in _IN.split("|")) or f.word(verb).startswith("又买"))
        for who, n, verb in (("a", "p", "av"), ("b", "q", "bv"))
    }
    (more, x_in), (less, y_in) = change[x], change[y]
    # k·s ± more = s ± less
    if not x_in and y_in:
        gap = more + less
    elif x_in and y_in:
        gap = less - more
    elif not x_in and not y_in:
        gap = more - less
    else:
        raise Unfit
    gap = work.step("原来相差的数量", gap, unit)
    small = work.step("少的原来有：相差的÷（倍数－1）", gap / (f["k"] - num(1)), unit)
    if f.word("z") == y:
        work.give(small, unit, "原来的数量")
        return
    work.give(work.step("多的原来有", small * f["k"], unit), unit, "原来的数量")


_TUB: Final = "筐|桶|箱|瓶|袋|缸|盒|罐|篮|壶|杯"
_MASS: Final = "千克|克|吨|公斤"


@story(
    f"连~?(?:{_TUB})".replace("~", "[\u4e00-\u9fff]"),
    {
        "full": (f"连(?:着)?(?P<t>{_TUB})(?:子)?(?:一?共|总)?(?:重|称得?)(?:是|为)?<a>(?P<u>{_MASS})",),
        "gone": ("(?:卖出|卖掉|卖去|卖了|用去|用了|用掉|倒出|倒掉|吃掉|吃了|喝掉|喝了|喝去|取出|拿出)(?:了)?(?:(?:其中|油|全部|苹果)?的?)(?:(?P<h>一半)|<s>(?P<sp>%)?)(?:的?[\u4e00-\u9fff]{0,3}?)?(?:后|,|之后|以后)",),
        "then": (f"(?:连(?:着)?(?:{_TUB})(?:子)?)?(?:还|共|仍|现在)?(?:共)?(?:重|剩下?)(?:是|为)?<b>(?P<u2>{_MASS})",),
        "ask": (f"(?P<z>(?:(?![和与及各分])[\u4e00-\u9fff]){{0,6}}?)(?<![和与及各分别])(?:原来)?(?:的)?(?:净)?(?:重|重量|质量|有)(?:是|为)?(?:多少|几)(?P<u3>{_MASS})", f"(?:原来)?[\u4e00-\u9fff](?:里|中)(?:原来)?(?:的|有)(?P<z>[\u4e00-\u9fff]{{1,3}})(?:重)?(?:多少|几)(?P<u3>{_MASS})"),
    },
    idle=f"再|连(?:着)?(?:{_TUB})|还|空|这时|现在|称",
    never="又|第二",
)  # fmt: skip
def _with_its_tub(f: Found, work: Working) -> None:
    """What the two weights differ by is the share that is gone."""
    unit, tub = f.same("u", "u2", "u3"), f.word("t")
    share = num(2) if f.word("h") else f["s"]
    gone = work.step("去掉的一部分的重量", f["a"] - f["b"], unit)
    if f.word("h"):
        whole = work.step("里面的东西原来的重量", gone * share, unit)
    else:
        part = share / num(100) if f.word("sp") else share
        if not 0 < part.value < 1:
            raise Unfit
        whole = work.step("里面的东西原来的重量", gone / part, unit)
    asked = f.word("z").removeprefix("空").removeprefix("这个").removeprefix("这只")
    if asked.endswith(tub) or asked in (f"{tub}子", f"{tub}本身", f"{tub}子本身"):
        work.give(work.step("容器的重量", f["a"] - whole, unit), unit, "容器的重量")
    elif "连" in asked or not asked:
        raise Unfit
    else:
        work.give(whole, unit, "里面的东西的重量")


@story(
    "小数点",
    {
        "move": ("小数点(?P<d>向右|向左|往右|往左)(?:多)?(?:移动?|挪)(?:动)?(?:了)?<n:cn>位",),
        "gap": ("(?:比|与|和)?(?:原来的?(?:小?数)?|原(?:小)?数)?(?:相比)?(?P<w>增加|减少|大|多|小|少)(?:了)?<k>", "(?:比|与|和)原[\u4e00-\u9fff]{0,4}?相差(?P<w>)<k>"),
        "ask": ("(?:原来的?|原)(?:小?数|这个数|这个小数)?(?:是|为)?(?:多少|几)", "(?:求)?(?:原来的?|原)(?:这个)?小?数", "这个小?数(?:原来)?是(?:多少|几)"),
    },
    idle="后|比|多|原来的?|大|小马虎|不小心|马虎|原小?数",
    never="和是|之和|再",
)  # fmt: skip
def _moved_point(f: Found, work: Working) -> None:
    places = f["n"].value
    if places not in (1, 2, 3):
        raise Unfit
    scale, right = num(10 ** int(places)), f.word("d").endswith("右")
    if f.word("w") and (f.word("w") in ("增加", "大", "多")) != right:
        raise Unfit
    less = work.step("较大的数是较小的数的几倍，相差几倍", scale - num(1))
    small = work.step("较小的数：差÷倍数差", f["k"] / less)
    work.give(small if right else work.step("原来的数：较大的那个", small * scale), "", "原来的数")


_DONE: Final = "(?:可以?|能)?(?:把)?(?:将)?[\u4e00-\u9fff]{0,5}?"


@story(
    "排水管|出水管|放水管",
    {
        "fill": ("(?:进水管|注水管)~<a>(?P<u>小时|分钟)~(?:注满|放满|灌满|装满)(?:[\u4e00-\u9fff]{0,3})?(?=,|;|。)",),
        "drain": ("(?:排水管|出水管|放水管)~<b>(?P<u2>小时|分钟)~(?:排完|放完|排空|放空|排尽|流完)(?:[\u4e00-\u9fff]{0,3})?(?=,|;|。)",),
        "ask": ("(?:多少|几)(?P<u3>小时|分钟)(?:后)?(?:可以?|能)?~(?P<w>注满|放满|灌满|装满|排完|放空|排空|放完)", "(?:注满|放满|灌满)(?P<w>)~(?:多少|几)(?P<u3>小时|分钟)"),
    },
    idle="一[根个条]|单独?开?|单放|水池|空池|满池|池空|如果|两管|两个?水?管|同时打开|同时开|打开|(?:进|排|出|放|注)水管",
    never="先|再|又|后来|还|半|忘|关",
)  # fmt: skip
def _fills_and_empties(f: Found, work: Working) -> None:
    unit = f.same("u", "u2", "u3")
    if "同时" not in f.text and "两管齐开" not in f.text:
        raise Unfit
    in_one = work.step(f"进水管每{unit}注入这池水的几分之几", num(1) / f["a"])
    out_one = work.step(f"排水管每{unit}排出这池水的几分之几", num(1) / f["b"])
    fills = f.word("w") in ("", "注满", "放满", "灌满", "装满")
    rate = in_one - out_one if fills else out_one - in_one
    if rate.value <= 0:
        raise Unfit
    rate = work.step(f"同时打开时，每{unit}的变化", rate)
    work.give(work.step("需要的时间", num(1) / rate, unit), unit, "需要的时间")
