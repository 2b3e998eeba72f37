"""Draws in Chinese: 袋子里有几个红球、几个白球，怎样摸、摸几个，求什么的概率.

Every clause must fit one of the patterns whole. Several drawn at a time, or without a word about putting back (任取两个), are drawn
together; one after the other needs 放回 or 不放回.
"""

from __future__ import annotations

import re
from typing import Final

from solver.reader.numerals import in_digits
from solver.topics.base import Unread
from solver.topics.discrete.draws.chances import Alike, Bound, Counts, Draw, Event, InOrder

_M: Final = r"[个只枚张颗支双件名位块粒本人根把条辆瓶]"
_DIGITS: Final = str.maketrans("一二两三四五六七八九", "1223456789")
_TAKE: Final = r"(?:摸取|抽取|选取|摸|取|抽|拿|选)(?:出|取|到|走)?(?:了)?"
_RANDOM: Final = r"(?:随机|任意|任|随意|随便)?(?:地)?"
_FROM: Final = r"(?:现)?(?:小[明红华刚丽强军亮芳李王张])?(?:从(?:中|它们中|里面|其中|(?:这个|该)?(?:袋子?|口袋|布袋|盒子?|箱子?|罐子?)?(?:里|中|内)?(?:面)?|这\d+[^,]{1,6}中|他们中))?"
_THING: Final = r"(?P<thing>小?球|[\u4e00-\u9fff]{0,3}?)"
_PLACE: Final = (
    r"(?:在)?(?:某)?(?:1"
    + _M
    + r")?(?:不透明的?|密封的|暗|小|大|布|黑|纸)*(?:袋子|口袋|布袋|盒子|箱子|罐子|抽屉|书架|小组|班级|袋|盒|箱|班|组)"
    r"(?:上|里|中|内)?(?:面)?"
)
_HOLDS: Final = r"(?:共|只|仅)?(?:装|放|盛)?(?:着|有|了)+"
_COLOURS: Final = "红白黑黄蓝绿紫橙灰粉"
_ALIKE: Final = re.compile(
    r"(?:它们|这些小?球|这些|小?球|每个小?球|所有小?球|各小?球)?除(?:了)?颜色(?:不同)?(?:以)?外,?(?:其他|其余|没有任何其他|无其他)?(?:都|均|完全|形状|大小|质地|、|和|与|无|没有|任何|其他)*(?:相同|区别|差别|一样)"
    r"|(?:这些|它们|每个|小?球|的)*(?:形状|大小|质地|材质|规格|、|和|与|都|均|完全)+(?:相同|一样)(?:的)?"
    r"|(?:充分)?(?:摇|搅|搅拌)匀(?:后)?|结果(?:用分数表示|化为最简分数)"
)


def read_chinese(source: str) -> Draw | Unread | None:
    """The draw of a Chinese problem."""
    if "概率" not in source and "可能性" not in source or re.search(r"已知.*条件下|期望|至今|频率", source):
        return None
    text = re.sub(r"[\s$]|\(~?\)", "", in_digits(re.sub(r"\(\s*~?\s*\)", "", source)))
    text = re.sub(
        rf"[一二两三四五六七八九](?={_M}|次|[{_COLOURS}]|名|男|女|球)",
        lambda m: m[0].translate(_DIGITS),
        text,
    )
    text = text.replace("第一", "第1").replace("第二", "第2").replace("第三", "第3").replace("、", "、")
    reading = _Reading()
    clauses = [c for c in re.split(r"[,;.。?!:]+", text) if c]
    k = 0
    while k < len(clauses):
        for size in (4, 3, 2, 1):  # 先摸出1个球,不放回,再摸出1个球
            if k + size <= len(clauses) and reading.take(",".join(clauses[k : k + size])):
                k += size
                break
        else:
            return Unread((clauses[k],)) if reading.kinds else None
    return reading.draw()


class _Reading:
    """What the clauses have said so far."""

    def __init__(self) -> None:
        self.kinds: tuple[tuple[str, int], ...] = ()
        self.total: int | None = None
        self.number: int | None = None
        self.mode = ""
        self.event: str | None = None

    def take(self, clause: str) -> bool:
        """Whether the whole clause is understood."""
        clause = re.sub(r"^(?:已知|现有|现|那么|则|求|如果|若|假设|请问|问|然后)+(?=.)", "", clause)
        return (
            bool(_ALIKE.fullmatch(clause))
            or self._contents(clause)
            or self._draw(clause)
            or self._asks(clause)
        )

    def _contents(self, clause: str) -> bool:
        if self.kinds:
            return False
        match = re.fullmatch(
            rf"(?:{_PLACE}{_HOLDS}|有|其中有?|{_PLACE}{_HOLDS}\d+{_M}小?球,其中有?)(?P<list>.+)", clause
        )
        if match is None:
            return False
        inner = re.sub(
            r"(?:除颜色外完全相同的|除颜色外都相同的|大小相同的|形状大小相同的|质地相同的|完全相同的)",
            "",
            match["list"],
        )
        inner = re.sub(rf"(?<=[球生品签牌])(?=\d+{_M})", "、", inner)  # 3个红球2个白球
        whole = re.fullmatch(rf"(\d+){_M}小?球(?:,其中有?(?P<rest>.+))?", inner)
        if whole and not whole["rest"]:
            self.total = int(whole[1])
            return True
        parts: list[tuple[str, int]] = []
        for part in re.split(r"[,、和与及]|以及", whole["rest"] if whole and whole["rest"] else inner):
            found = re.fullmatch(rf"(?P<n>\d+){_M}(?P<kind>[\u4e00-\u9fff]{{1,6}})", part) or re.fullmatch(
                rf"(?P<kind>[\u4e00-\u9fff]{{1,5}}?)(?P<n>\d+){_M}", part
            )
            if found is None:
                return False
            parts.append((_kind_name(found["kind"]), int(found["n"])))
        total = int(whole[1]) if whole else self.total
        if len(dict(parts)) != len(parts) or total not in (None, sum(n for _, n in parts)):
            return False
        if any(
            name in ("球", "小球") or re.search(r"[的了是有摸取抽拿选放任机再每次中若其共]", name)
            for name, _ in parts
        ):
            return False
        self.kinds = tuple(parts)
        return True

    def _draw(self, clause: str) -> bool:
        if self.number is not None:
            return False
        among = (
            None if self.kinds else re.fullmatch(rf"从(?P<list>\d+{_M}.+\d+{_M}[^中]+)中(?P<rest>.+)", clause)
        )
        if among and self._contents("有" + among["list"]):
            if self._draw("从中" + among["rest"]):
                return True
            self.kinds = ()
        if not self.kinds:
            return False
        one = rf"{_RANDOM}{_TAKE}1{_M}小?球?"
        again = rf"(?:再|然后再?|接着再?)(?:{_FROM}){_RANDOM}{_TAKE}(?:第2|另)?1?{_M}小?球?"
        back = r"(?:记下颜色后?|记录颜色后?|观察颜色后?)?,?(?:(?:摸|取)?后?)?(?P<back>不(?:再)?放回|不将?它?放回|(?:再)?(?:把它|将它|将球)?放回)(?:去|袋中|袋子中|袋里|盒中|盒子中|口袋中|原处)?(?:后)?,?(?:(?:充分)?(?:摇|搅)匀(?:后)?)?,?"
        steps = re.fullmatch(rf"{_FROM}(?:先)?{one},?{back}{again}", clause)
        if steps:
            self.number, self.mode = 2, "without" if steps["back"].startswith("不") else "with"
            return True
        times = re.fullmatch(
            rf"{_FROM}(?P<a>(?:采用)?(?:有|不)放回(?:的方式)?(?:地)?)?(?:连续|依次|先后)*{_RANDOM}{_TAKE}(?:小?球)?(?P<n>\d)次(?:小?球)?(?:,每次{_RANDOM}{_TAKE}1{_M}(?:小?球)?)?(?:,?(?P<b>不放回|有放回|每次(?:摸|取)?(?:出)?后?(?:都)?(?:不)?放回))?",
            clause,
        )
        if times and (times["a"] or times["b"]):
            said = f"{times['a'] or ''}{times['b'] or ''}"
            self.number, self.mode = int(times["n"]), "without" if "不" in said else "with"
            return True
        match = re.fullmatch(
            rf"{_FROM}(?P<a>不放回(?:地)?|有放回(?:地)?)?(?P<s>依次|先后|逐个|连续)?(?:{_RANDOM})(?:同时|1次性?|一次性)?(?:{_RANDOM}){_TAKE}(?P<n>\d+){_M}{_THING}(?:,?(?P<b>不放回|有放回))?(?:参加[\u4e00-\u9fff]{{1,6}})?",
            clause,
        )
        if match is None or not self._is_thing(match["thing"]):
            return False
        self.number = int(match["n"])
        said = f"{match['a'] or ''}{match['b'] or ''}"
        self.mode = "without" if "不" in said else "with" if said else "after" if match["s"] else ""
        return True

    def _is_thing(self, thing: str) -> bool:
        """球, 人, 学生, or the last sign that all kinds share (卡片)."""
        if thing in ("", "球", "小球", "同学", "学生", "人", "代表", "来"):
            return True
        return all(name.endswith(thing) for name, _ in self.kinds)

    def _asks(self, clause: str) -> bool:
        match = re.fullmatch(
            r"(?:求)?(?P<event>.+?)的?(?:概率|可能性)(?:大小)?(?:是|为|等于|有)?(?:多少|多大|几|\?|____|_+|\(\))?",
            clause,
        )
        if (
            match is None
            or self.event is not None
            or "," in match["event"]
            and not self._with_draw(match["event"])
        ):
            return False
        event = match["event"]
        if "," in event:
            event = event[event.index(",") + 1 :] if self.number is not None else event
        if self.number is None and (
            whole := re.fullmatch(
                rf"(?P<draw>{_FROM}{_RANDOM}(?:同时)?{_TAKE}\d+{_M}(?:小?球)?)(?P<rest>(?:都|恰|是|颜色|至).+)",
                event,
            )
        ):
            if not self._draw(whole["draw"]):
                return False
            event = whole["rest"]
        self.event = event
        return True

    def _with_draw(self, event: str) -> bool:
        """第1次摸到红球,第2次摸到白球 has a comma of its own."""
        return bool(re.match(r"第1次", event))

    def draw(self) -> Draw | Unread | None:
        """The draw where all is known."""
        if not self.kinds or self.event is None:
            return None
        event = _event(self.event, [name for name, _ in self.kinds], self.number or 1)
        if event is None:
            return Unread((self.event,))
        if isinstance(event, InOrder) and not self.mode:
            return None  # an order, but nobody says what happens between the draws
        if (
            self.mode == "after"
            or self.number is None
            and not re.match(r"(?:.{0,6})(?:摸|取|抽|拿|选)", self.event)
        ):
            return None
        return Draw(self.kinds, self.number or 1, self.mode == "with", event)


def _kind_name(words: str) -> str:
    """红色的球, 红色小球, 红球 → 红球."""
    words = re.sub(r"^(?:除颜色外)?(?:完全)?相同的", "", words)
    return (
        re.sub(rf"^([{_COLOURS}])色?的?小?(?:球)?$", r"\1球", words) if re.search("球|色", words) else words
    )


def _kind(words: str, names: list[str]) -> str | None:
    """The kind that words name."""
    name = _kind_name(words)
    if name in names:
        return name
    starts = [n for n in names if words and n in (words + "球", words + "生", words + "色球")]
    return starts[0] if len(starts) == 1 else None


_GOT: Final = r"(?:(?:摸|取|抽|拿|选)(?:出|到|取|中)?(?:的)?|得到)*"
_THEY: Final = rf"(?:{_GOT}(?:的)?(?:这)?(?:小?球|卡片|人|学生|同学)?(?:中)?)?"
_ALL_OF_THEM: Final = re.compile(
    rf"(?:(?P<n>\d+)次)?{_GOT}(?:的)?(?:这)?(?:(?P<m>\d+){_M}?)?(?:小?球|卡片|人|学生|同学)?(?:的)?(?:中)?(?=都|均|全|颜色|同色|异色|恰|至|没)"
)
"""What stands for all that is drawn; the numbers in it must be the number drawn."""
_IS: Final = r"(?:是|为|的是)?"


def _event(words: str, names: list[str], number: int) -> Event | None:
    words = re.sub(r"^(?:事件|其中|结果)", "", words)
    if all_of_them := _ALL_OF_THEM.match(words):
        if any(said and int(said) != number for said in (all_of_them["n"], all_of_them["m"])):
            return None
        words = words[all_of_them.end() :]
    if number > 1 and re.fullmatch(
        rf"{_THEY}(?:的)?(?:颜色)?(?:恰好)?(?:都|完全)?(?:{_IS}(?:同色|同1种颜色|同1颜色)|相同|颜色相同)(?:的小?球)?",
        words,
    ):
        return Alike(different=False)
    if number == 2 and re.fullmatch(
        rf"{_THEY}(?:的)?(?:颜色)?(?:恰好)?(?:{_IS}(?:异色|不同色|不同颜色|不同的颜色)|不同|不相同|颜色不同|颜色不相同)(?:的小?球)?",
        words,
    ):
        return Alike(different=True)
    if (ordered := _in_order(words, names, number)) is not None:
        return ordered
    if match := re.fullmatch(
        rf"{_THEY}(?:恰好)?(?:都|均|全|全都|全部|全部都)(?P<not>不|没有)?{_GOT}(?:的)?(?:小?球)?{_IS}(?P<kind>.+)",
        words,
    ):
        kind = _kind(match["kind"], names)
        k = 0 if match["not"] else number
        return Counts((Bound((kind,), k, k),)) if kind and number > 1 else None
    such = rf"{_THEY}(?:中)?(?P<such>至少|至多|最多|最少|恰好|恰|只|仅)?(?:有|是|为|{_TAKE})*(?P<k>\d+){_M}?{_IS}(?P<kind>[^\d]+)"
    if match := re.fullmatch(such, words):
        kind, k = _kind(match["kind"], names), int(match["k"])
        low, high = {"至少": (k, number), "最少": (k, number), "至多": (0, k), "最多": (0, k)}.get(
            match["such"] or "", (k, k)
        )
        fits = match["such"] or k == number
        return Counts((Bound((kind,), low, high),)) if kind and fits and low <= high <= number else None
    if match := re.fullmatch(
        rf"{_THEY}(?:中)?(?:恰好|恰)?(?:有|是|为)*(?P<list>\d+{_M}?{_IS}\D+?(?:[,、和与]?\d+{_M}?{_IS}\D+?)+)",
        words,
    ):
        parts = re.findall(rf"(\d+){_M}?{_IS}(\D+?)[,、和与]?(?=\d|$)", match["list"])
        kinds = [_kind(kind, names) for _, kind in parts]
        if all(kinds) and sum(int(k) for k, _ in parts) == number:
            return Counts(
                tuple(
                    Bound((kind,), int(k), int(k)) for (k, _), kind in zip(parts, kinds, strict=True) if kind
                )
            )
        return None
    if match := re.fullmatch(rf"{_THEY}(?:中)?(?:没有|不含|1{_M}也没有|无)(?P<kind>.+)", words):
        kind = _kind(match["kind"], names)
        return Counts((Bound((kind,), 0, 0),)) if kind else None
    if number == 1 and (
        match := re.fullmatch(rf"{_THEY}(?:恰好)?(?P<not>不)?{_IS}(?:1{_M})?(?P<kind>.+)", words)
    ):
        kinds = [_kind(part, names) for part in re.split("或者?", match["kind"])]
        named = tuple(k for k in kinds if k)
        if len(named) != len(kinds) or len(set(named)) != len(named):
            return None
        if match["not"]:
            named = tuple(n for n in names if n not in named)
        return Counts((Bound(named, 1, 1),)) if named else None
    return None


def _in_order(words: str, names: list[str], number: int) -> InOrder | None:
    """第1次摸到红球,第2次摸到白球."""
    parts = [p for p in re.split(r",?(?:且|而|并且)?(?=第\d[次个])|,?且", words) if p]
    found = [
        re.fullmatch(rf"第(\d)[次个]{_GOT}(?:的)?(?:小?球)?{_IS}(?:1{_M})?(?P<kind>\D+)", p) for p in parts
    ]
    if len(parts) < 2 or not all(found) or len(parts) != number:
        return None
    kinds = [_kind(m["kind"], names) for m in found if m]
    places = [int(m[1]) for m in found if m]
    named = tuple(k for k in kinds if k)
    return InOrder(named) if places == list(range(1, number + 1)) and len(named) == number else None
