"""Stories of amounts by name: told, by another one (so much more, so many times, half, the sum of two), then all together, a difference, what is left or lacking.

What is spent stands beside what there is: a purchase that several share, what a household pays, what was carried away. Not read: what one gives to another,
rates, the purse of one of several people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_SPEND: Final = "花|用|付|支出|交|花费|支付|开支|还"
_GET: Final = "有|攒|存|带|出|捐献|捐|赚|挣|卖|收入|得|拿|节约|种|植树|植|摘|收集|收获|收|做|折|搜集|看|读|跑|跳|借|运来|运进|买来|购进|购买|生产|加工|织|养|是|为|写|剪|挖|修|采|贴|长|重"
_VERB: Final = f"{_GET}|{_SPEND}"
_OF: Final = "(?:的)?(?:钱数|钱|月工资|工资|月收入|收入|零花钱|压岁钱|捐款数|捐款|棵数|本数|只数|个数|人数|数量|质量|重量|存款|价钱|价格|套数|页数|长度|产量)?"
_END: Final = re.compile(f"(?:{_OF})$")
_LEAD: Final = re.compile(
    "^(?:其中|已知|运来的?|卖出的?|买来的?|生产的?|种的?|养的?|他|她|在|用|家里的?|每月|每个月)+(?=.)"
)
_HELD: Final = re.compile(
    "^.{0,6}?卖(?!出|了|掉|完|得)(?=.)|^.{0,8}?(?:运来|运进|买来|购进|收获|[里上中]有|里种了?|种了|种有|养了|养有)(?:了|的)?(?=.)"
)
_TAIL: Final = re.compile(f"(?:{_VERB}|了|去|到|的|里|也|还|共|只|每月|都|出)+$")
_FOREIGN: Final = re.compile(
    "折|利率|平均|速度|优惠|[买满].{0,3}送|退|利润|税|每(?!个?月)|单价|各|小时|分钟|比例|余数|照这样|计划|原计划|实际|甲店|乙店|轮|找回|找零|应找"
)
_NOT_A_NAME: Final = re.compile("给|借|还|送|吃|付|退|走|掉|剩|丢|坏|扔|差|分|拿|取|运(?!动)|卖|又|再")
_PURPOSE: Final = re.compile(
    "^(?:买|吃|坐|看|交|充|理|打车|修|租|水|电|伙食|教育|生活|房|话|上网|购|还|房租|房贷)|费$|支出$|开支$"
)


@dataclass(slots=True)
class _Book:
    """Amounts by name: what there is (`have`), what is spent (`spend`); what is to be bought."""

    scene: Scene
    unit: str
    have: dict[str, Term] = field(default_factory=dict)
    spend: dict[str, Term] = field(default_factory=dict)
    goals: list[Term] = field(default_factory=list)
    last: str = ""  # what was told just before

    def note(self, name: str, term: Term, *, spent: bool) -> None:
        """A new amount of this name."""
        if (
            not name
            or name in self.have
            or name in self.spend
            or _NOT_A_NAME.search(name)
            or re.search("[和与、]", name)
        ):
            raise Unfit
        (self.spend if spent else self.have)[name] = term
        self.last = name

    def find(self, name: str) -> tuple[str, Term, bool]:
        """The amount that is meant: its name, its value, whether it is spent."""
        every = {**self.have, **self.spend}
        near = [n for n in every if n == name] or [n for n in every if name and n.endswith(name)] or [
            n for n in every if len(n) > 1 and name.endswith(n)
        ] or [n for n in every if len(name) > 1 and name in n]  # fmt: skip
        if len(near) != 1:
            raise Unfit
        return near[0], every[near[0]], near[0] in self.spend


def _name(text: str) -> str:
    before = ""
    while text != before:
        before = text
        text = _TAIL.sub("", _END.sub("", text)) or text
        text = _LEAD.sub("", _HELD.sub("", text)) or text
    return text


@kind(
    {
        "amount": ("(?P<x>~)每个?月(?:的)?(?:工资|收入)?(?:(?P<v>{spend})|{get})?(?:了|到|去|出)*<n:u>(?P<t>~)", "(?P<x>~)(?:(?P<v>{spend})|{get})(?:了|到|去|出)*<n:u>(?P<t>~)", "(?P<x>~)<n:u>(?P<t>~)"),
        "compared": ("(?P<x>~)(?:{verb})?(?:了)?{of}比(?P<y>~)(?:{verb})?(?:了)?{of}(?P<s>多|少|贵|便宜)(?:{verb})?(?:了|出|到)*<d:u>(?P<t>~)",),
        "times": ("(?P<x>~)(?:{verb})?(?:了)?{of}(?:是|等于|相当于|正好是|恰好是)(?P<y>~)(?:{verb})?(?:了)?{of}的?(?:<k>倍|<%f>|(?P<half>一半))(?:(?:还|又)?(?P<s>多|少)<e:u>)?(?P<t>~)",
                  "(?P<x>~)(?:{verb})?(?:了)?{of}比(?P<y>~)(?:{verb})?(?:了)?{of}的?(?:<k>倍|<%f>|(?P<half>一半))(?:还|又)?(?P<s>多|少)(?:{verb})?(?:了)?<e:u>(?P<t>~)"),
        "sum": ("(?P<x>~)(?:{verb})?(?:了)?{of}(?:正好|恰好|刚好)?(?:是|等于|相当于)(?P<y>~)[和与、](?P<z>~){of}的?(?:总和|之和|和|总数)", "(?P<x>~)(?:{verb})?(?:了)?{of}(?:正好|恰好|刚好)?(?:是|等于|相当于)前(?P<two>[\ue000-\ue7ff])(?:天|个|次|周|组|人|个月|种)~的?(?:总和|之和|和|总数)",),
        "goal": ("(?P<x>~)(?:合买|合伙买|一起买|凑钱买|凑钱给~买|合起来买|想买|要买|准备买|打算买|买)(?:了)?(?:一|(?P<one>[\ue000-\ue7ff]))?(?:$U)?(?:价值|标价|价格)?<g>元的(?P<g_t>~)",
                 "(?:而)?(?P<thing>~)(?:的)?(?:标价|售价|定价|价格|价钱|总价|要|需要|需)(?:是|为)?<g>元"),
        "outlay": ("(?P<x>~)(?:每个?月)?(?:的)?(?:一共|共)?(?:成本|开销|支出|开支|费用)(?:一共|共)?(?:是|为|了|用去|花去)*<g>元", "(?:又|已经?|先|后来)?(?:卖出|卖了|卖掉|运走|运出|用去|用了|吃了|吃掉|借出|借走|送出|送走)(?:了)?<g:u>(?:后)?"),
        "saved": ("(?:其余|剩下|余下|剩余)的?(?:钱)?(?:都|全部|全)?(?:存入|存起来|存进|存)(?:银行)?",),
        "pool": ("~(?:把|将|的)?钱?(?:合在一起|合起来|凑在一起|放在一起|加在一起|凑起来)~", "(?:买|买下|买了|买完|付完)~(?:后|以后)?", "~(?:合买|合伙买|一起买|凑钱买|凑钱|一起攒钱|一起存钱|共同攒钱|一起攒|商量|决定|计划|想)~"),
    },
    {
        "left": ("(?P<p>~)(?:每个?月)?(?:最后|现在)?(?:还|可|能|可以)*(?:剩余|剩下|剩|余下|余|结余|节余|存下|攒下|存入银行|存)(?:了)?<?>(?P<h>~)(?:没有?.{1,3}|未.{1,2})?", "(?P<p>~)(?:还有)<?>(?P<h>~)没.{1,3}"),
        "short": ("(?P<p>~)(?:还)?(?:差|缺)<?>(?P<h>~)",),
        "gain": ("(?P<p>~)(?:赚|盈利|净赚|挣)(?:了|到)*<?>(?P<h>~)",),
        "total": ("(?P<p>~(?:(?P<kk>[\ue000-\ue7ff])~)?)(?:一共|总共|共|合计)(?:{verb}|要|需要|应)*(?:了|到|去)*<?>(?P<h>~)",),
        "apart": ("(?P<x>~)(?:{verb})?(?:了)?{of}比(?P<y>~)(?:{verb})?(?:了)?{of}(?P<s>多|少|贵|便宜)(?:{verb})?(?:了|出)*<?>(?P<h>~)",),
    },
    verb=_VERB, get=_GET, spend=_SPEND, of=_OF,
)  # fmt: skip
def _accounts(s: Scene) -> None:
    if _FOREIGN.search(s.text):
        raise Unfit
    unit = s.asked.unit("?")
    book = _Book(s, "元" if unit in ("", "钱", "块钱") else unit)
    for name, f in s.told:
        _tell(book, name, f)
    if not s.all("compared", "times", "sum", "pool", "outlay"):
        raise Unfit  # plain sums are read elsewhere
    _answer(book)


def _tell(book: _Book, name: str, f: Found) -> None:
    s = book.scene
    for key in ("n", "d", "e"):
        if f.has(key) and f.unit(key) != book.unit:
            raise Unfit
    if (
        f.has("g")
        and f.has("g_u")
        and f.unit("g") != book.unit
        or f.has("g")
        and not f.has("g_u")
        and book.unit != "元"
    ):
        raise Unfit
    match name:
        case "amount":
            who = _name(f.word("x"))
            spent = f.has("v") or bool(_PURPOSE.search(who))
            if spent and who and not _PURPOSE.search(who):
                raise Unfit  # another one's purse?
            book.note(who, f["n"], spent=spent)
        case "compared" | "times":
            _compare(book, f)
        case "sum":
            if f.has("two") and (f.value("two") != 2 or len(book.have) != 2 or book.spend):
                raise Unfit
            names = tuple(book.have) if f.has("two") else (_name(f.word("y")), _name(f.word("z")))
            (a, first, spent), (b, second, other) = book.find(names[0]), book.find(names[1])
            if a == b or spent != other:
                raise Unfit
            who = _name(f.word("x"))
            book.note(who, s.step(f"{who}（{a}与{b}的和）", first + second, book.unit), spent=spent)
        case "goal" | "outlay":
            if f.has("one") and f.value("one") != 1:
                raise Unfit
            if name == "outlay" and f.has("x") and _NOT_A_NAME.search(_name(f.word("x"))):
                raise Unfit
            if f.has("thing") and "买" not in s.text:
                raise Unfit
            book.goals.append(f["g"])
        case _:
            pass


def _compare(book: _Book, f: Found) -> None:
    s = book.scene
    new, of = _name(f.word("x")) or book.last, _name(f.word("y"))
    back = False
    try:
        base, known, spent = book.find(of)
    except Unfit:
        base, known, spent = book.find(new)
        new, back = of, True
    if f.has("d"):
        up = (f.word("s") in "多贵") != back
        term, why = (known + f["d"], "多") if up else (known - f["d"], "少")
        why = f"比{base}{why} {f['d'].tex} {book.unit}"
    else:
        if back and f.has("e"):
            raise Unfit
        half = f.has("half")
        k = num(2) if half else f["k"] if f.has("k") else f["f"]
        divide = half != back
        term = known / k if divide else known * k
        if f.has("e"):
            term = term + f["e"] if f.word("s") == "多" else term - f["e"]
        why = f"由{base}算出"
    if new == base:
        raise Unfit
    book.note(new, s.step(f"{new}有多少（{why}）", term, book.unit), spent=spent)


def _answer(book: _Book) -> None:
    s = book.scene
    if s.question == "apart":
        (a, first, _), (b, second, _) = (
            book.find(_name(s.asked.word("x"))),
            book.find(_name(s.asked.word("y"))),
        )
        if a == b or book.goals or len(book.have) + len(book.spend) != 2:
            raise Unfit
        if s.asked.word("s") in "少便宜":
            first, second = second, first
        s.give(s.step("相差多少", first - second, book.unit), book.unit, "相差的数量")
        return
    if s.question == "total":
        if book.goals or book.have and book.spend:
            raise Unfit
        amounts = book.have or book.spend
        _all_meant(s, s.asked.word("p") + s.asked.word("h"), amounts)
        s.give(_together(s, amounts, "一共", book.unit), book.unit, "一共的数量")
        return
    if not book.have or not book.goals and not book.spend:
        raise Unfit
    shared = re.search(
        "合在一起|合起来|凑|合买|合伙|一起买|他们|她们|两人|家里|全家|姐妹|兄弟|姐弟|兄妹|一共|全天|这一天|两种|三种",
        s.text,
    )
    if len(book.have) > 1 and not shared and not s.all("outlay"):
        raise Unfit
    named = [n for n in book.have if n in s.asked.word("p") + s.asked.word("h")]
    if len(book.have) > 1 and named and len(named) < len(book.have):
        raise Unfit
    if any(re.search("他|她|的", n) and len(book.have) == 1 for n in book.have):
        raise Unfit
    total = _together(s, book.have, "一共", book.unit)
    costs = [*book.spend.values(), *book.goals]
    if s.question == "short":
        if len(costs) != 1 or book.spend:
            raise Unfit
        s.give(s.step("还差多少", costs[0] - total, book.unit), book.unit, "还差的数量")
        return
    if s.question == "gain" and (len(s.all("outlay")) != 1 or book.spend or s.all("goal")):
        raise Unfit
    rest = total
    for one in costs:
        rest = rest - one
    s.give(
        s.step("剩下多少" if s.question == "left" else "赚了多少", rest, book.unit),
        book.unit,
        "剩下的数量" if s.question == "left" else "赚的钱数",
    )


def _together(s: Scene, amounts: dict[str, Term], says: str, unit: str) -> Term:
    terms = list(amounts.values())
    whole = terms[0]
    for one in terms[1:]:
        whole = whole + one
    return s.step(f"{says}有多少", whole, unit) if len(terms) > 1 else whole


def _all_meant(s: Scene, text: str, amounts: dict[str, Term]) -> None:
    """Whether the question is for all that were told: as many as it says, or those it names."""
    if len(amounts) < 2 or re.search("[买和与、].*[\ue000-\ue7ff两]", text):
        raise Unfit  # so many of one and so many of the other
    word = re.search(
        "([\ue000-\ue7ff]|[两三四])(?:个|种|人|天|班|年级|组|队|次|件|样|家|筐|块|校|项|本|位|名|箱|堆|周)",
        text,
    )
    if word:
        count = "零一两三四".index(word[1]) if word[1] in "两三四" else s.asked._marks.values[word[1]]
        if count != len(amounts):
            raise Unfit
        return
    named = [n for n in amounts if n in text or n[-2:] in text]
    if named and len(named) < len(amounts):
        raise Unfit
