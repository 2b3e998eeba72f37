"""Shared equally or packed by so many: what each gets, what is left over, how many are filled or needed. Not read: parts of a thing, several kinds, seats that are taken."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind, zh
from solver.topics.stories.school.working import Term, Unfit, Working

_DEAL: Final = r"(?:shared?|divided?|distributed?|split|dealt|handed out|given out|shares|divides|distributes|splits)(?: out)?"
_EVENLY: Final = r"(?:equally|evenly|fairly)"
_AMONG: Final = rf"(?:among|amongst|between|by|to|with) (?:the |her |his |their )?<k> (?P<who>{en(2)})"
_HOLD: Final = r"(?:can |could |will )?(?:holds?|seats?|carry|carries|contains?|fits?|takes?|transports?|has room for) (?:up to |at most |a maximum of |exactly )?<k>"
_LEFT: Final = rf"how many(?: (?P<q>{en(2)}))? (?:are|will be|would be|were|is) (?:left(?: over)?|remaining)|how many(?: (?P<q2>{en(2)}))? (?:remain|will remain|does (?:he|she) have left(?: over)?)"
_EACH: Final = rf"how many(?: (?P<e>{en(2)}))? (?:does|do|will|did|can|would) each(?: of them| (?P<c>{en(1)}))? (?:get|receive|have|be given)"
_FULL: Final = rf"how many (?:full |complete )?(?P<b>{en(2)}) (?:are there|can (?:be filled|be packed|be made|he fill|she fill|they fill|she make|he make)|are filled|will be filled|does (?:she|he) fill)(?: up)?"
_THEN: Final = r" ?[,.?;]? ?(?:and )?"


@kind(
    r"how many",
    "en",
    {
        "shared": (
            rf"<n> (?P<what>{en(3)}) (?:are|were|is|will be|must be|have to be) (?:to be )?(?:{_DEAL} {_EVENLY}|{_EVENLY} {_DEAL}) {_AMONG}",
            rf"{en(4)} (?:has|had|have|wants|brings|brought|uses) <n> (?P<what>{en(3)}) to {_DEAL} {_EVENLY} {_AMONG}",
            rf"{en(4)} {_DEAL} <n> (?P<what>{en(3)}) {_EVENLY} {_AMONG}",
            rf"there are <n> (?P<what>{en(2)}) for <k> (?P<who>{en(2)})",
        ),
        "has": (rf"{en(4)} (?:has|had|have|buys|bought|bakes|baked|picks|picked|makes|made|collects|collected) <n> (?P<what>{en(3)})", rf"there are <n> (?P<what>{en(2)})"),
        "deals": (
            rf"(?:he|she|they|{en(2)}) (?:wants to )?{_DEAL} (?:them|the {en(1)}) {_EVENLY} {_AMONG}",
            rf"(?:he|she|they|{en(2)}) gives? (?:the same number|an equal number|equally many)(?: of (?:them|{en(1)}))? to each of (?:the |her |his )?<k> (?P<who>{en(2)})",
            rf"they are (?:{_DEAL} {_EVENLY}|{_EVENLY} {_DEAL}) {_AMONG}",
        ),
        "same": (rf"each(?: {en(1)})? (?:gets|receives|is given|should get) (?:the same number|an equal number|equally many)(?: of {en(1)})?",),
        "packed": (
            rf"<n> (?P<what>{en(3)}) (?:are|were|is|must be|will be|have to be) (?:to be )?(?:packed|put|placed|sorted|arranged|packaged) (?:in|into|in to) (?P<box>{en(2)}) of <k>(?: each)?",
            rf"<n> (?P<what>{en(3)}) (?:are|were|must be|will be|have to be) (?:to be )?(?:packed|put|placed) (?:in|into) (?P<box>{en(2)}) with <k>(?: {en(1)})? (?:in each|each|per)(?: {en(1)})?",
            rf"<n> (?P<what>{en(3)}) (?:are|were|must be|will be|have to be) (?:to be )?(?:packed|put|placed) (?:in|into) (?P<box>{en(2)}) (?:that|which) {_HOLD}(?: {en(2)})?(?: each)?",
            rf"{en(3)} (?:packs|packed|puts|puts) <n> (?P<what>{en(3)}) (?:in|into) (?P<box>{en(2)}) of <k>(?: each)?",
        ),
        "rides": (rf"<n> (?P<what>{en(2)}) (?:travel|go on (?:a|an) {en(2)}|are going on (?:a|an) {en(2)}|ride|are traveling|are travelling|want to travel)(?: (?:in|by) (?P<box>{en(2)}))?(?: (?:that|which) {_HOLD} {en(2)}(?: each)?)?",),
        "holds": (rf"(?:each|every|an?|1) (?P<box>{en(2)}) {_HOLD} (?P<held>{en(2)})",),
        "ask_each_left": (rf"{_EACH}{_THEN}(?:{_LEFT})(?: over)?",),
        "ask_each": (_EACH,),
        "ask_left": (rf"(?:{_LEFT})",),
        "ask_full_left": (rf"{_FULL}{_THEN}(?:{_LEFT})", rf"how many (?P<b>{en(1)}) of <k> (?P<held>{en(2)}) can be (?:filled|made|packed) (?:with|from) <n> (?P<what>{en(2)}){_THEN}(?:{_LEFT})"),
        "ask_full": (_FULL, rf"how many full (?P<b>{en(2)}) (?:does|will|can) (?:he|she|they) (?:have|get)", rf"how many (?P<b>{en(1)}) of <k> (?P<held>{en(2)}) can be (?:filled|made|packed) (?:with|from) <n> (?P<what>{en(2)})"),
        "ask_needed": (rf"how many (?P<b>{en(2)}) (?:are|will be|would be) (?:needed|required)(?: (?:to (?:carry|hold|pack|transport|seat|take)|for) (?:all|all of|all the|them|all of the|everyone|them all|the)(?: {en(1)})?)?", rf"how many (?P<b>{en(2)}) (?:do|does|will) (?:they|he|she|the {en(1)}) need", rf"(?:what is|find) the (?:smallest|least|minimum) number of (?P<b>{en(2)}) (?:needed|required)"),
        "ask_more": (rf"how many more (?P<e>{en(2)}) (?:are|would be|will be) (?:needed|required) (?:so that|for) each (?P<c>{en(1)}) (?:gets|can get|receives|to get|has) <x>(?: {en(1)})?",),
    },
)  # fmt: skip
def _shared(s: Story, work: Working) -> None:
    if re.search(r"\b(?:teachers|adults|drivers?) (?:and|also)|% |\$", s.text):
        raise Unfit
    things, takers = s.words("what"), s.words("who") + s.words("box")
    if len(things) != 1 or not takers and s.question not in ("full", "full_left"):
        raise Unfit
    for name, told in (("q", things), ("q2", things), ("e", things), ("held", things), ("c", s.words("who")), ("b", s.words("box"))):  # fmt: skip
        told = told or s.words("b")
        if any(w not in ("person", "one") and not any(_same(w, t) for t in told) for w in s.words(name)):
            raise Unfit
    if any(not _same(a, b) for a in takers for b in takers):
        raise Unfit
    dealt = bool(s.words("who")) and (not s.all("shared") or _dealt(s))
    _divide(s, work, s.question, things[0].split()[-1], (s.words("b") or [""])[0], dealt=dealt)


def _dealt(s: Story) -> bool:
    """Of things that are there for so many, it is told that each gets the same."""
    return bool(re.search(_EVENLY, s.text)) or bool(s.all("same"))


def _same(one: str, other: str) -> bool:
    """Two forms of a noun: child, children."""
    a, b = (w.split()[-1][:3] for w in (one, other))
    return a == b or {a, b} == {"per", "peo"}


_SAYS: Final = {
    "each": ("what each gets", "每份的个数"),
    "full": ("how many are full", "装满的个数"),
    "left": ("what is left over: less what is given or packed", "剩下的：总数－用去的"),
    "needed": ("how many are needed", "需要的个数"),
    "goal": ("what is needed in all", "一共需要的个数"),
    "more": ("what is missing", "还差的个数"),
}  # fmt: skip
_WHOLE_EN: Final = frozenset("stickers marbles pencils pens books cards coins balloons toys beads stamps flowers crayons stones shells".split())  # fmt: skip


def _divide(s: Story, work: Working, question: str, thing: str, box: str, *, dealt: bool) -> None:
    """With remainder, as the question wants it."""
    chinese = work.language == "zh"

    def says(key: str) -> str:
        return _SAYS[key][chinese]

    many, by = s.told("n"), s.told("k")
    if many.value.denominator != 1 or by.value.denominator != 1 or not 1 < by.value <= many.value:
        raise Unfit
    exact = many.value % by.value == 0
    if question != "left" and (question in ("each", "each_left", "more", "rounded")) != dealt:
        raise Unfit
    if question == "more":
        goal = work.step(says("goal"), by * s.told("x"), thing)
        work.give(work.step(says("more"), goal - many, thing), thing, says("more"))
        return
    if question == "needed":
        work.give(work.whole(says("needed"), many, by, box, up=True), box, says("needed"))
        return
    if question == "each" and not exact and not (chinese or thing in _WHOLE_EN):
        raise Unfit  # 5 pizzas for 4 children: the last one is cut
    key = "each" if dealt else "full"
    got = work.whole(says(key), many, by, thing if dealt else box, up=False)
    if question in ("each", "full"):
        work.give(got, thing if dealt else box, says(key))
        return
    left = work.step(says("left"), many - got * by, thing)
    if question == "left":
        work.give(left, thing, says("left").split(":")[0].split("：")[0])
    elif question == "rounded":
        _next(work, left, by, thing)
    else:
        work.give(got, thing if dealt else box, says(key))
        work.give_also(left, thing, says("left").split(":")[0].split("：")[0])


def _next(work: Working, left: Term, by: Term, thing: str) -> None:
    """How many more make it even."""
    if not left.value:
        raise Unfit
    says = _SAYS["more"][work.language == "zh"]
    work.give(work.step(says, by - left, thing), thing, says)


_CW: Final = "(?:个|张|本|支|颗|只|块|枚|朵|件|条|人|名|位|辆|盒|棵|根|粒|把)"
_BOX: Final = "(?:个?(?:盒子|袋子|箱子|盘子|篮子)|[条只]船|辆[大小]?(?:客车|汽车|面包车|车)|张桌子?|间(?:房间?|宿舍|教室)?|盒|箱|袋|盘|篮|筐|包|束|船|车|桌|排|组)"
_ZLEFT: Final = rf"(?:还|最后)?(?:会)?(?:剩|余|多)(?:下|余|出)?(?:了)?(?:几|多少)(?P<q>{_CW}){zh(4)}"
_ZEACH: Final = rf"(?:平均)?每(?:个|位|名)?{zh(4)}(?:可以|最多|能|可|应该)*(?:分到|分得|得到|分|得)(?:了)?(?:几|多少)(?P<e>{_CW}){zh(4)}"
_ZFULL: Final = rf"(?:一共|最多|可以|能|可)*(?:装满|装|放满|捆成|扎成|扎)(?:了)?(?:几|多少)(?P<b>{_BOX})"
_ZTHEN: Final = "[，,。；;？?]?"


@kind(
    "[几多]",
    "zh",
    {
        "shared": (rf"(?:有|把|将)?{zh(8)}<n>(?P<u>{_CW}){zh(6)}平均(?:分给|分成|分配给|分到|发给)<k>(?:个|位|名|人|组|班|份){zh(6)}",),
        "has": (rf"(?:有|把|将)?{zh(10)}<n>(?P<u>{_CW}){zh(8)}",),
        "deals": (rf"(?:要|把它们|把这些{zh(4)}|将它们)?平均(?:分给|分成|分配给|分到|发给)<k>(?:个|位|名|人|组|班|份){zh(6)}",),
        "packs": (rf"每<k>(?P<v>{_CW})(?:{zh(3)})?(?:装|放|捆|扎|坐|分)?(?:成|在)?(?:一|1)(?P<b>{_BOX})", rf"每(?P<b>{_BOX})(?:最多|可以|能|可|只能|里|限)*(?:装|坐|放|乘|载|乘坐|坐得下|住)<k>(?P<v>{_CW}){zh(4)}"),
        "ask_each_left": (rf"{_ZEACH}{_ZTHEN}{_ZLEFT}",),
        "ask_each": (_ZEACH,),
        "ask_left": (_ZLEFT,),
        "ask_full_left": (rf"{_ZFULL}{_ZTHEN}{_ZLEFT}",),
        "ask_full": (_ZFULL,),
        "ask_needed": (rf"(?:至少|一共|共)*(?:需要|要|得)(?:租|准备|用)?(?:几|多少)(?P<b>{_BOX})(?:才能(?:全部)?[装坐运放]完|才够)?", rf"至少租(?:几|多少)(?P<b>{_BOX})"),
        "ask_more": (rf"(?:至少)?(?:还要?|再|还需要?)(?:添|买|增加|拿|准备)(?:几|多少)(?P<e>{_CW}){zh(4)}[，,]?(?:才能|就能|可以|能|使)?每(?:人|个{zh(4)})(?:正好)?(?:能)?(?:分到|分得|得到|得|有)<x>(?P<v>{_CW})",),
        "ask_rounded": (rf"(?:至少)?(?:还要?|再|还需要?)(?:添|买|增加|拿|准备)(?:几|多少)(?P<e>{_CW}){zh(4)}[，,]?(?:才能|就能|可以|就)(?:正好|刚好|恰好)?(?:平均)?分完",),
    },
)  # fmt: skip
def _shared_in_chinese(s: Story, work: Working) -> None:
    units = {w for n in ("u", "q", "e", "v") for w in s.words(n)}
    boxes = {re.sub("^[个条只辆张]|子$|间$", "", w) for w in s.words("b")}
    dealt = bool(s.all("shared", "deals"))
    asks_full = s.question in ("full", "full_left", "needed")
    if len(units) != 1 or len(boxes) > 1 or dealt == bool(s.all("packs")) or dealt == asks_full:
        raise Unfit
    if s.question == "each" and "最多" not in s.text and s.told("n").value % s.told("k").value:
        raise Unfit
    box = (s.words("b") or [""])[0]
    _divide(s, work, s.question, units.pop(), box, dealt=dealt)
