"""Stories of one whole that falls into parts: shares of it, of the rest or of a part, ratios of parts, differences told or asked for.

The whole is told, or it is found from one amount. Not read: ratios that change, wholes whose parts are not all told.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.portions_told import GONE, PIECES, tell
from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.chinese.scenes.whole import (
    DONE,
    LEFT,
    LIST,
    MEASURE,
    Whole,
    name_of,
    names_in,
)
from solver.topics.stories.school.working import Term, Unfit, num

_M: Final = f"(?:的)?(?:总)?(?:{MEASURE})?"
_REST: Final = "(?:其余|剩下|余下|剩余|其他|另外)(?:的|部分|下的)*(?:人|学生|同学|书|图书|页数|部分|路|土地|面积|地|钱|货物|任务|树|水果|零件|职工|队员|游客)?[中里]?"
_WHOLE: Final = "(?:它|其|占)?(?:这批~?|这本~?|这条~?|这块~?|三人)?(?:全部|全书|全长|全班|全年级|全校|全程|全厂|全村|全园|总|总数|总量|总人数|总质量|总棵数|总页数|总本数|总只数|总面积|总重量|总价|总钱数|总长|总产量|总存款|总额|总数量|总册数|总节数|总盆数|总个数|总件数|总张数|总条数|总体积|周长|总(?:投资|收入|支出|箱数|瓶数|路程|款数|经费|奖金|票数|枝数|任务|辆数|台数|套数|头数|尾数|株数)|全文|整块地|整个~|全部~|三人总数|这批~|所有~|~总{m}|~的?总数)"
_DID: Final = "看|读|修|运|卖|用|做|加工|生产|种|栽|植|铺|挖|吃|行驶|行|走|抄|打|织|收割|耕|烧|完成|捐|分|得|存|出|收集|收|剪|截|锯|参加|喜欢|选|报名|来|栽种|种植|买|投|养"
_GIVE: Final = "分给|分配给|分到|种植|种上|种|栽种|栽|运给|运往|修建|修|由|分成|剪成|截成|锯成|交给|发给|送给|捐给|给|派给|配给|用于|用来|建|铺|做|租给|分派给|平均分给|是"


@kind(
    {
        "total": ("(?P<list>{list})(?P<kk>[\ue000-\ue7ff]|[两三四])(?:个|名|人|位|支|家|所)?~(?:合|共同|一起|一共|总共|共|正好)?(?:{did}|挖|分|有)+(?:了|完)*(?:长|重)?<n:u>(?P<tail>~)", "~(?P<kk>[\ue000-\ue7ff]|[两三四])(?:天|周|次|个?月|个?星期|批)(?:里|内)?(?P<fin>正好|刚好|恰好|一共|共)?(?:{did})完(?:了)?(?:长|重)?<n:u>(?P<tail>~)", "(?:把|将)?<n:u>(?P<tail>~)(?:分给|发给|捐给|送给|分配给)(?P<kk>[\ue000-\ue7ff]|[两三四])(?:个|所|位|名)~", "(?P<list>~|{list})(?:一共|总共|共|合计|共计|总数(?:是|为)|总人数(?:是|为)|总质量(?:是|为))~<n:u>~", "(?P<list>~|{list})(?:有|长|重|是|为|了|着)?<n:u>(?:长|重)?(?P<tail>~)", "(?:这)?(?P<kk>[\ue000-\ue7ff]|[两三四])(?:种|个|类|组|班|队)~(?:一共|总共|共|合计)~<n:u>"),
        "made": ("~由(?P<list>{list})(?:混合|搅拌|拌和|调配|配制|配|组成|构成|合成)~", "(?P<list>{list})(?P<kk>[\ue000-\ue7ff]|[两三四])(?:人|个|种|名|位|队|组|班|家)~"),
        "after": ("(?P<k>[\ue000-\ue7ff]|[两三四])(?:天|周|次|个月|小时)(?:以|之)?后",),
        "share": ("(?:其中)?(?P<p>~){m}(?:约|正好|恰好|刚好)?(?:占|是|为|占了)(?P<base>{whole}|{rest})的?(?:的)?<%f>", "(?:先)?(?P<p>~(?:{did})(?:了|去|掉|走|出)*)(?P<base>{whole}|{rest})的?<%f>",
                  "(?:其中)?(?P<p>~){m}(?:占|占了)?<%f>", "(?:其中)?(?P<p>~){m}(?:占|是)(?P<of>~)(?:总数|总人数|{m})?的?<%f>",
                  "(?:先)?(?P<v>{did})(?:了|去|掉|走|出)*(?:它|其)?的?<%f>", "(?:其中)?(?:的)?<%f>(?:的~)?(?:是|为|种|种了|种的是|分给|用于|用来|喜欢|参加|给)(?P<p>~)",
                  "(?:其中)?(?P<of>~)的<%f>(?P<p>(?:参加|喜欢|戴|会|报名|选|近视|是)~)",
                  "(?P<base>{rest}|{whole})的?<%f>(?:是|为|种|种了|分给|用于|用来|喜欢|参加|给)(?P<p>~)", "(?P<p>~)(?P<v>{did})(?:了|去|掉|走|出)*(?:它|其)?的?<%f>"),
        "gone": ("~(?:{did}|借|运|卖)(?:了|去|掉|走|出)*(?P<of>~)的<%f>(?:后|以后)?",),
        "ratio": ("(?:(?P<in>{rest})的?)?(?P<list>{list})(?:{did})*{m}(?:的|之)?比例?(?:是|为|等于)?<a>比<b>(?:比<c>)?",
                  "(?P<x>~)(?:{did})?{m}比(?P<y>~)(?:{did})?{m}(?:等于|是|为|=)<a>比<b>"),
        "within": ("(?P<sub>~)[中里](?P<list>{list})(?:{did})*{m}(?:的|之)?比例?(?:是|为|等于)?<a>比<b>",),
        "spread": ("(?P<in>{rest})(?P<list>{list})按(?:照)?<a>比<b>(?:的比例|的比)?(?:{did})完", "(?P<in>{rest})(?:部分|面积|钱|书)?按(?:照)?<a>比<b>(?:的比例?)?(?P<list2>~(?:{give}|买|{did})~[和与、](?:{give}|买|{did})?~)", "(?:(?:把|将)?(?P<in>{rest})~)(?:由|分给)?(?P<list>{list})?按(?:照)?~<a>比<b>(?:比<c>)?的?~?比?例?(?:分配)?(?:{give})(?P<list2>{list})", "(?:(?:把|将)?(?P<in>{rest})~)(?:由|分给|让)(?P<list>{list})按(?:照)?<a>比<b>(?:比<c>)?(?:的比例|的比)?(?:完成|分配|分担|修|运|种|来分|分|栽)*"),
        "rest": ("(?P<in>{rest})(?:的)?(?:都|全|全部)?(?:是|为|种|参加|喜欢|报名|由|分给|用来种|选择|选|在|去|进)+了?(?P<list>~)",),
        "done_ratio": ("~(?:已经?|看完?|读完?|修完?)(?:{did})?(?:过|完|好)?的?{m}(?:的)?(?:和|与|跟|同)(?:没有?|未|还没|剩下|余下)(?:{did})?(?:完|好)?的?{m}(?:的|之)?比例?(?:是|为)?<a>比<b>",),
        "undone_ratio": ("~(?:没有?|未|剩下|余下)(?:{did})?的?{m}(?:的)?(?:和|与|跟|同)(?:已经?)(?:{did})?(?:过|完|好)?的?{m}(?:的|之)?比例?(?:是|为)?<a>比<b>",),
        "value": ("(?:其中)?(?P<p>~)(?:有|是|为|{did}|共|长|重)*了?<n:u>~",),
        "diff": ("(?P<p>~)(?:{did})*了?{m}比(?P<q>~)(?:{did})*了?{m}(?P<s>多|少|长|短|重|轻)(?:了|出|{did})*<n:u>~",),
        "left": ("~(?:还)?(?:剩下|剩|余下|有)(?:了)?<n:u>~(?:没|没有|未)(?:{did})(?:完)?~", "~(?:还)?(?:剩下|剩|余下)(?:了)?<n:u>~"),
        "finish": ("(?P<k>[\ue000-\ue7ff]|[两三四])(?:天|周|次|年|个?月|队|组|人|小时)(?:后)?~(?:正好|刚好|恰好|一共)?(?:全部)?(?:{did})完了?~",),
        "rest_in": ("(?P<in>{rest})(?:的)?(?:分|用|用了|又用|又用了|在)?(?P<days>[\ue000-\ue7ff]|[两三四])(?:天|周|次|个?月|个?星期)(?:里|内)?(?:全部|正好|刚好|恰好)?(?:{did})完(?:了)?",),
        "layers": ("~(?:分为|分成|分|有)(?P<list>{list})(?P<kk>[\ue000-\ue7ff]|[两三四])层",),
        "some": ("(?:另外|此外)?(?:还)?(?:种|养|买|购进|运来)?(?:了|有)*(?:一些|若干)(?P<p>~)",),
        "two": ("(?P<in>{rest})(?:的)?(?:又|再|正好)?(?:分|剪|截|锯)?成?(?P<twos>两|[\ue000-\ue7ff])(?:段|部分|份|根)",),
        "two_ratio": ("(?:这|它们|其中)?(?P<twos>两|[\ue000-\ue7ff])(?:段|部分|份|根){m}(?:的|之)?比例?(?:是|为)?<a>比<b>", "(?P<in>另外|其余|剩下的?)(?P<twos>两|[\ue000-\ue7ff])(?:条)?边{m}(?:的长)?(?:的|之)?比例?(?:是|为)?<a>比<b>", "(?P<in>{rest})~按(?:照)?<a>比<b>(?:的比例|的比|的长度比)?(?:分|剪|截|锯)成(?P<twos>两|[\ue000-\ue7ff])(?:段|部分|份|根)"),
        "pieces": ("~(?:分成|分为)(?P<k>[\ue000-\ue7ff]|[两三四])(?:块|部分|份)",),
        "one_each": ("每(?:人|名同学|个同学|名学生|个学生)都?(?:只|必须|只能)?(?:参加|报|选|选择|报名)(?:了)?(?:其中)?的?(?P<k>[\ue000-\ue7ff]|一)(?:个|项|种|组|门|本)~",),
    },
    {
        "diff": ("(?P<p>~)(?:{did})*了?{m}比(?P<q>~)(?:{did})*了?{m}(?P<s>多|少|长|短|重|轻)(?:了|出|{did})*<?>~",),
        "both": ("(?P<list>{list})(?:一共|共|总共)(?:{did}|有)*了?<?>~",),
        "left_of": ("(?P<p>~)(?:还|就)?(?:剩下|剩|余下)(?:了)?<?>~", "~(?:还|就)?(?:剩下|剩|余下)(?:了)?(?P<p>~)<?>~"),
        "left": ("~(?:还)(?:剩下|剩|余下|有)<?>~(?:没|没有|未)(?:{did})(?:完)?~", "~(?:还)?(?:剩下|剩|余下)(?:了)?<?>~"),
        "whole": ("(?:这|她们|他们)?(?P<kk>[\ue000-\ue7ff]|[两三四])(?:个|种|天|组|人|班|类|块|周)~(?:一共|共|总共)~<?>~", "(?:这|全|原来|图书馆|学校|果园|该)~(?:一共|共|总共|全长|原来|总)~<?>~", "~(?:这|那)(?:批|本|条|块|堆|根|桶|袋|份|些|项|[\ue000-\ue7ff]|[两三四])~<?>~", "~(?:一共|总共|共)~<?>~", "(?:全书|全长|全班|全校|全程|总)~<?>~"),
        "piece": ("较(?:(?P<big>长|大|多|重)|短|小|少|轻)的(?:一?(?:段|部分|份|根))?(?:长|重|是|有)*<?>~",),
        "extreme": ("~最(?:(?P<big>长|大)|短|小)的(?:一条)?边(?:长)?(?:是)?<?>",),
        "part": ("(?P<p>~)<?>(?P<h>~)",),
    },
    whole=_WHOLE.replace("{m}", _M), rest=_REST, did=_DID, m=_M, give=_GIVE, list=f"~(?:{LIST}~){{1,4}}",
)  # fmt: skip
def _portions(s: Scene) -> None:
    chained = len(s.all("share")) > 1 and any(f.has("of") for f in s.all("share"))
    if not (
        chained or s.all("ratio", "within", "spread", "done_ratio", "undone_ratio", "two_ratio")
    ) or re.search("倍|平均|原价|折|速度", s.text):
        raise Unfit
    total = s.maybe("total")
    unit = total.unit("n") if total else s.asked.unit("?")
    if s.asked.unit("?") != unit or any(f.has("n") and f.unit("n") != unit for _, f in s.told):
        raise Unfit
    w = Whole(s, unit, total["n"] if total else num(1), scale=unit if total else "")
    tell(w, total)
    if total is not None and s.all("value", "diff", "left"):
        raise Unfit
    w.spread()
    _answer(w)


def _answer(w: Whole) -> None:
    s = w.scene
    wanted, label = _form(w, s.question, s.asked)
    if w.scale:
        if s.question == "whole":
            raise Unfit
        s.give(_combined(w, wanted, label), w.unit, label)
        return
    told = s.all("value", "diff", "left")
    if len(told) != 1:
        raise Unfit
    name = next(n for n, f in s.told if f is told[0])
    form, says = _form(w, name, told[0])
    part = _combined(w, form, says)
    if part.value <= 0:
        raise Unfit
    whole = s.step("总数是多少（已知一个数的几分之几是多少，求这个数用除法）", told[0]["n"] / part, w.unit)
    w.scale = w.unit
    if s.question == "whole":
        s.give(whole, w.unit, "总数")
        return
    fraction = _combined(_fractions(w), wanted, label)
    s.give(s.step(f"{label}是多少", whole * fraction, w.unit), w.unit, label)


def _fractions(w: Whole) -> Whole:
    w.scale = ""
    return w


def _form(w: Whole, question: str, f: Found) -> tuple[list[tuple[int, str]], str]:
    """What is asked or told, as parts added or taken away."""
    if question == "whole":
        named = [p for p in w.parts if p in f.text]
        if named and len(named) != len([p for p in w.parts if p not in (DONE, LEFT)]):
            raise Unfit  # it is asked for a part
        return [], "总数"
    if question == "left_of":
        part = w.find(f.word("p"))
        if part is None or not any(name == GONE and of == part for name, _, of in w.shares):
            raise Unfit
        return [(1, part), (-1, GONE)], f"剩下的{part}的数量"
    if question == "extreme":
        known = {p: t.value for p, t in w.parts.items() if t is not None}
        if (
            len(known) != 3
            or len(w.parts) != 3
            or not w.scale
            or "三角形" not in w.scene.text
            and "3角形" not in w.scene.text
        ):
            raise Unfit
        best = (max if f.has("big") else min)(known, key=lambda p: known[p])
        return [(1, best)], f"最{'长' if f.has('big') else '短'}的边"
    if question == "piece":
        counts = next((c for n, c in w.ratios if n == PIECES), None)
        if counts is None or counts[0].value == counts[1].value:
            raise Unfit
        name = PIECES[(counts[0].value > counts[1].value) != f.has("big")]
        return [(1, name)], f"{'较长' if f.has('big') else '较短'}的一段的数量"
    if question == "left":
        return [(1, LEFT)], "剩下的部分"
    if question == "both":
        names = names_in(f.word("list"))
        found = [w.find(x) for x in names]
        if any(x is None for x in found):
            raise Unfit
        return [(1, x) for x in found if x], "与".join(names) + "一共的数量"
    if question == "diff":
        p, q = w.find(f.word("p")), w.find(f.word("q"))
        if p is None or q is None or p == q:
            raise Unfit
        more = f.word("s") in "多长重"
        return [(1 if more else -1, p), (-1 if more else 1, q)], f"{p}比{q}{f.word('s')}的数量"
    text = f.word("p")
    if f.has("h") and f.has("_u"):
        heard = name_of(f.word("h"))
        if heard and w.scene.text.count(heard) < 2 and w.find(heard) is None:
            raise Unfit
    part = w.find(text) or w.find(f.word("h")) if f.has("h") and name_of(text) in ("", "有") else w.find(text)
    if part is None and f.word("h"):
        part = w.find(f.word("h"))
    if part is None or _two_asked(text) and not _two_asked(part):
        raise Unfit
    return [(1, part)], f"{part}的数量"


def _two_asked(text: str) -> bool:
    """Whether two are named: "小明和小红一共分到多少" asks for none of them alone."""
    return bool(re.search(LIST, re.sub("同学|[不]?及格|和平|及时", "", text)))


def _combined(w: Whole, form: list[tuple[int, str]], label: str) -> Term:
    result: Term | None = None
    for sign, name in sorted(form, key=lambda x: -x[0]):
        term = w.parts.get(name)
        if term is None:
            raise Unfit
        result = term if result is None else result + term if sign > 0 else result - term
    if result is None:
        raise Unfit
    if len(form) == 1:
        return result
    return w.scene.step(f"{label}{'' if w.scale else '占总数的几分之几'}", result, w.scale)
