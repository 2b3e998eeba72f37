"""What a Chinese sentence draws of which pack. Nothing is solved here."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.discrete.cards.packs import COLOURS, DECK, JOKERS, Drawn, Kind

_ZSUITS: Final = {"黑桃": "spades", "红桃": "hearts", "红心": "hearts", "方块": "diamonds", "方片": "diamonds", "梅花": "clubs", "草花": "clubs"}  # fmt: skip
_ZKIND: Final = re.compile(rf"(?P<suit>{'|'.join(_ZSUITS)})(?:牌|(?P<r1>[AJQK]|10|[2-9]))?|(?P<colour>红|黑)色?(?:的)?(?:牌|(?P<r2>[AJQK]|10|[2-9]))?|(?P<joker>大王|小王|王|大小王)牌?|(?:数字|点数(?:为|是)?|牌面(?:数字)?(?:为|是)?)?(?P<r3>[AJQK]|10|[2-9])(?:牌)?")  # fmt: skip
_ZDRAW: Final = re.compile(
    r"(?:小[明红华刚丽]|现)?从(?:一副)?(?P<pack>[^,，]*?(?:扑克|纸)牌[^,，]{0,12}?)(?:中|里)(?:面)?(?:随机地?|任意|任|随意)*(?:抽取|抽出|摸出|取出|抽|摸|取)(?P<k>[一1两二2三3])张(?:牌)?,?(?P<rest>.+)"
)


def _zkind(text: str, deck: Kind) -> Kind | None:
    match = _ZKIND.fullmatch(text)
    if match is None:
        return None
    rank = match["r1"] or match["r2"] or match["r3"]
    if match["joker"]:
        name = match["joker"]
        found = frozenset(c for c in JOKERS if name in ("王", "大小王") or c[0] == ("big" if name == "大王" else "small"))  # fmt: skip
        return found if found <= deck else None
    found = DECK if rank is None else frozenset(c for c in DECK if c[0] == rank)
    if match["suit"]:
        found &= frozenset(c for c in DECK if c[1] == _ZSUITS[match["suit"]])
    if match["colour"]:
        found &= COLOURS["red" if match["colour"] == "红" else "black"]
    return found


def chinese(source: str) -> Drawn | None:
    """What a Chinese sentence without blanks draws of which pack."""
    match = _ZDRAW.fullmatch(source)
    if match is None:
        return None
    pack = match["pack"]
    if re.search(r"(?:去掉|除去|除|不含|没有|拿走|抽掉)(?:了)?(?:大、?小王|大王和小王|大王、小王|两张王)", pack) or re.search(r"(?<!\d)52张", pack) and "54" not in pack:  # fmt: skip
        deck = DECK
    elif re.search(r"(?<!\d)54张|含(?:有)?大、?小王", pack):
        deck = DECK | JOKERS
    else:
        return None
    if not re.fullmatch(r"(?:一副)?(?:普通的?|标准的?|洗匀的?|充分洗匀的?|洗好的?|完整的?|(?:去掉|除去|除|不含|没有|拿走|抽掉|含有?)(?:了)?(?:大、?小王|大王和小王|大王、小王|两张王)的?|,|共?(?:有)?5[24]张(?:的)?)*(?:扑克牌|纸牌)(?:\(?共?(?:有)?5[24]张\)?|\((?:去掉|除去|不含)大、?小王\))?", pack):  # fmt: skip
        return None
    count = {"一": 1, "两": 2, "二": 2, "三": 3}.get(match["k"]) or int(match["k"])
    asked = re.fullmatch(r"(?:则|那么|求|问)*(?P<event>.+?)的?(?:概率|可能性)(?:是|为|有|等于)?(?:多少|多大|几)?[。?.]?", match["rest"])  # fmt: skip
    if asked is None:
        return None
    event = asked["event"]
    if count == 1:
        event = re.sub(r"^(?:抽到|抽中|抽出|摸到|摸出|取到|取出|得到|抽取|所抽|这张|恰好|恰|的|牌|张|一张|正好|为|是|它|到)+", "", event)  # fmt: skip
        if negated := re.match(r"(?:不是|不为|没有抽到)", event):
            event = event[negated.end() :]
        kinds = [(part, _zkind(part, deck)) for part in re.split(r"或者?", event)]
        if any(kind is None for _, kind in kinds):
            return None
        parts = tuple((n, k) for n, k in kinds if k)
        kind = frozenset().union(*(k for _, k in parts))
        if negated or re.match(r".*不是", asked["event"]):
            return Drawn(1, False, deck - kind, (("不是" + event, deck - kind),), "all", deck)
        return Drawn(1, False, kind, parts, "all", deck)
    both = re.fullmatch(r"(?:抽到|抽出|取到|这|的|[两二三23]张|牌)*(?P<how>都是|全是|均为|都为|至少有一张是?|都不是|恰有一张是?|恰好有一张是?)(?P<what>.+)", event)  # fmt: skip
    fits = _zkind(both["what"], deck) if both else None
    if both is None or fits is None or "放回" in source and "不放回" not in source:
        return None
    how = both["how"]
    wanted = "none" if how == "都不是" else "some" if how.startswith("至少") else "1" if how.startswith("恰") else "all"  # fmt: skip
    return Drawn(count, False, fits, ((both["what"], fits),), wanted, deck)
