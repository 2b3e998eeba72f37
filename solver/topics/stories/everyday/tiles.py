"""A floor that is covered with tiles of one size or of another: the area is the same, so larger tiles are fewer; in English and Chinese."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from solver.topics.clauses import Said
from solver.topics.stories.everyday.kinds import MANY, Story, en, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_LENGTHS: Final[dict[str, int | Fraction]] = {
    "mm": 1, "cm": 10, "m": 1000, "毫米": 1, "厘米": 10, "分米": 100, "米": 1000,
    "inches": Fraction(254, 10), "inch": Fraction(254, 10), "feet": Fraction(3048, 10), "ft": Fraction(3048, 10),
}  # fmt: skip
"""In millimetres."""
_SAYS: Final = {
    "one": ("the area of one tile of the {0} size", "第{0}种砖每块的面积"),
    "all": ("the area of the floor", "地面的面积"),
    "many": ("how many tiles of the second size", "需要第二种砖的块数"),
}
_ORDER: Final = (("first", "second"), ("一", "二"))
_U: Final = "(?:cm|mm|m|inches|inch|feet|ft)"
_SIZES: Final = (
    rf"(?:with |of |whose )?(?:sides?|side lengths?|edges?)(?: is| are)?(?: of)?(?: length)? ?<s> ?(?P<u>{_U})(?: long| each)?",
    rf"(?:of |measuring )?<s> ?(?P<u>{_U}) (?:by|x|×) <t> ?(?P<ub>{_U})",
    rf"(?:each )?(?:of|with) (?:an )?area ?(?:of )?<a> ?square (?P<u>{_U})",
)
_TILES: Final = r"(?:square |paving |floor )*(?:tiles|slabs|stones|pieces)"


@kind(
    r"\b(?:tiles|slabs|stones)\b",
    "en",
    {
        "told": (
            *(rf"(?:it takes |you need |we need |there are )?<n> {_TILES} {size} (?:are needed )?(?:to )?(?:cover|pave|tile|for) {en(4)}(?:exactly)?" for size in _SIZES),
            *(rf"{en(4)}(?:needs|requires|takes|is (?:exactly )?(?:covered|paved|tiled) (?:with|by)|can be (?:covered|paved|tiled) (?:with|by)) <n> {_TILES} {size}" for size in _SIZES),
        ),
        "other": tuple(rf"(?:if )?{_TILES} {size} (?:are|were) used(?: instead)?" for size in _SIZES),
        "ask": (
            *(rf"how many {_TILES} {size} (?:would be|will be|are|would|does|do|will) ?(?:(?:it|we|you|they) )?(?:needed|need|required|take|be needed)(?: instead)?(?: (?:to cover|for) (?:it|the (?:same )?{en(2)}))?" for size in _SIZES),
            r"how many (?:of them |tiles |slabs |stones )?(?:would be|will be|are) (?:needed|required)(?: instead)?(?: (?:to cover|for) (?:it|the same [a-z]+))?",
        ),
    },
)  # fmt: skip
def _tiles_in_english(s: Story, work: Working) -> None:
    _covered(s, work)


_L: Final = "(?:毫米|厘米|分米|米)"
_BRICK: Final = "(?:正方形)?(?:的)?(?:方砖|地砖|瓷砖|地板砖|水泥砖|砖|方块砖|木地板|地板)"
_SIZES_ZH: Final = (rf"(?:每块)?边长(?:是|为)?<s>(?P<u>{_L})", rf"(?:每块)?面积(?:是|为)?<a>平方(?P<u>{_L})")


@kind(
    "砖|地板",
    "zh",
    {
        "room": (rf"(?:给|要给|为|用方砖给|铺)?(?:一间|一个|一块|某|这个|这间)?{zh(6, 1)}(?:的地面)?(?:铺(?:地砖|地|设|方砖)?|铺设地砖)?", ),
        "told": (
            *(rf"(?:如果|若|原计划)?(?:用|选用)?{size}的?{_BRICK}(?:来)?(?:铺{zh(6)})?(?:地)?[,]?(?:正好|刚好|恰好|一共|共)?(?:需要|要|用|需)(?:用)?<n>块" for size in _SIZES_ZH),
            *(rf"{zh(8)}(?:用|选用){size}的?{_BRICK}(?:来)?铺{zh(6)}[,]?(?:正好|刚好|恰好|一共|共)?(?:需要|要|用|需)(?:用)?<n>块" for size in _SIZES_ZH),
        ),
        "other": tuple(rf"(?:如果|若|现在|要是)?(?:改用|换成|改为|改成|改铺)(?:用)?{size}的?{_BRICK}(?:来)?(?:铺{zh(6)})?(?:地)?" for size in _SIZES_ZH),
        "ask": (rf"(?:那么)?(?:则)?(?:一共|共|至少)?(?:需要|要|用|需)(?:用)?{MANY}块(?:{_BRICK})?", *(rf"(?:如果|若|现在|那么)?(?:改用|换成|用){size}的?{_BRICK}(?:来)?(?:铺{zh(6)})?[,]?(?:一共|共|至少)?(?:需要|要|用|需)(?:用)?{MANY}块" for size in _SIZES_ZH)),
    },
)  # fmt: skip
def _tiles_in_chinese(s: Story, work: Working) -> None:
    _covered(s, work)


def _covered(s: Story, work: Working) -> None:
    first = s.one("told")
    second = s.maybe("other") or s.asked
    sizes = [_area(said) for said in (first, second)]
    if s.maybe("other") is not None and {"s", "a"} & s.asked.values.keys():
        raise Unfit
    zh_ = work.language == "zh"
    (one, own), (other, another) = sizes
    unit, scale = min((own, another), key=lambda u: u[1])
    areas = []
    for number, ((term, (_, factor)), said) in enumerate(
        zip(((one, own), (other, another)), (first, second), strict=True)
    ):
        ratio = Fraction(factor) / scale
        side = "a" not in said.values
        if ratio != 1:
            term = term * num(ratio if side else ratio**2)
        name = _SAYS["one"][zh_].format(_ORDER[zh_][number])
        areas.append(work.step(name, term * term, _square(unit, zh=zh_)) if side else term)
    floor = work.step(_SAYS["all"][zh_], areas[0] * value(first.values["n"]), _square(unit, zh=zh_))
    many = floor / areas[1]
    if many.value.denominator != 1:
        raise Unfit
    what = "块" if zh_ else "tiles"
    work.give(work.step(_SAYS["many"][zh_], many, what), what, _SAYS["many"][zh_])


def _area(said: Said) -> tuple[Term, tuple[str, Fraction]]:
    """The side of a square tile, or its area, and the unit of length with its size."""
    told = said.values
    if "u" not in told or ("ub" in told and (told["ub"] != told["u"] or told.get("t") != told.get("s"))):
        raise Unfit
    name = "a" if "a" in told else "s"
    if name not in told:
        raise Unfit
    return value(told[name]), (told["u"], Fraction(_LENGTHS[told["u"]]))


def _square(unit: str, *, zh: bool) -> str:
    return f"平方{unit}" if zh else f"square {unit}"
