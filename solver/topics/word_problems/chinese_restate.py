"""Plainer forms for Chinese wordings that mean the same: politeness, form of the answer, where the money is.

Nothing here may change an amount or a time: what is taken away carries no arithmetic.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from solver.topics.word_problems.chinese_words import NOUN, UNIT
from solver.topics.word_problems.marking import MONEY, NUMBER, Marked

_START: Final = "(?:^ ?|(?<=[,.?!;:]))"
_LEFT: Final = "(?=[^.?;]*(?:剩|还有|找)[^.?;]*(?:多少|几))"  # a question for what is left follows
_ONE: Final = f"(?:一|{NUMBER})?"
_GOODS: Final = "(?:这些|这几样|这两样|上述)?(?:东西|物品|商品|文具|水果|菜|礼物)?"
_PURSE: Final = "(?:身上|手里|手中|手上|兜里|(?:钱包|口袋|存钱罐|储蓄罐|储钱罐|钱袋)(?:里面|里|中))"
_FRACTIONS: Final = "(?:最简)?(?:真|假|带)?分数(?:的?形式)?"

_PLAIN: Final = [(re.compile(pattern), new) for pattern, new in [
    (f"{_START}(?:(?:老师|同学们|同学|大家|各位)(?:您|你)?好|您好|你好)呀?[,.!:]", ""),
    (f"{_START}我?(?:想|要)?(?:请教|请问|问)(?:您|你|老师|大家|一下)*(?:{NUMBER}[道个])?(?:数学|应用)?(?:题目?|问题)[,.!:]", ""),
    (f"{_START}(?:请|麻烦|劳驾)?(?:您|你|老师)?(?:帮忙|帮助|帮)(?:我|忙|下)*(?:算|计算|看|解|做|解答)+(?:下|{_ONE}[算看做解下])?(?:这道?题目?)?[,.!:]?", ""),
    (f"{_START}(?:请您?|你)?(?:来)?(?:算|想|看){_ONE}[算想看下](?:吧|看)?[,.!:]", ""),
    (f"{_START}请问[,:]", ""),
    (rf"[(](?:结果|答案|得数)?请?都?(?:用|以|写成|化成|写为){_FRACTIONS}(?:表示|作答|回答|写出)?(?:答案|结果)?[)]", ""),
    (f",(?:结果|答案|得数)请?都?(?:用|以|写成|化成|写为){_FRACTIONS}(?:表示|作答|回答|写出)?(?=[.?!;,]|$)", ""),
    (r"[(](?:请|要)?(?:用|列)(?:方程组?|算式|算术法?|算术方法)(?:来)?(?:解|解答|解决|计算)?[)]", ""),
    ("(?<![十百千万好])几(?=元|块钱|块(?![\u4e00-\u9fff]))", "多少"),
    ("多少元人民币", "多少元"),
    (f"{_START}(?:小?[\u4e00-\u9fff]{{1,2}})?数(?:一|{NUMBER}|了)+(?:数|下),?(?:发现|得知|知道)?,?", ""),
    (f"{_START}(?:经过?)?(?:统计|清点)(?:后)?(?:发现|得知|知道)?,?(?=一共|总共|共)", ""),
    (f"(?:买完|买好|购完|购买完|买){_GOODS}(?:之后|以后|后),?{_LEFT}", ""),
    (f"(?:付完?[款钱账]|结完?账|购物|购物完|付账)(?:之后|以后|后),?{_LEFT}", ""),
    (f"{_START}(?:这时候?|此时|最终|到最后|结果|这样),?{_LEFT}", ""),
    (f"{_START}(?:当天|当日|这天|那天|之后|然后|随后|接下来|不久后),?", ""),
    (f"(?:的?{_PURSE})(?=(?:现在|最后)?(?:还|会)*(?:剩|有)[^,.;?]*多少)", ""),
    (f"(?<=[\u4e00-\u9fff])(?:的?{_PURSE})(?=(?:现在|原来|原|一共|共|只)*(?:有|存了?|攒了?){MONEY})", ""),
    ("(?<![付交送借递留找])(?:给|为|替|帮)(?:(?![付交送借递留找了的元钱给])[\u4e00-\u9fff]){1,4}?(?=(?:购买|买)了)", ""),
    ("(买[^,.?;]{2,24}?(?:之后|以后|后))(?=(?:[\u4e00-\u9fff]{1,3}?)?还?(?:剩|余)[^,.?;]*多少)", r"\1,"),
    (f"{_START}(?:求)?(?:这|该)[个座片所家](?=[\u4e00-\u9fff]{{1,6}}(?:里面|里|中)?(?:一共|总共|共)有)", ""),
    ("(?<=[袋斤克包])米(?![制饭线粉老花])", "大米"),
    ("(?<=[袋斤克包])面(?![粉包条条食])", "面粉"),
]]  # fmt: skip
_RICE: Final = re.compile("(?<=[买与和比、])米(?=[比用花,.和与的、])")

_LINE: Final = f"(?![来回进到入下]){NOUN}{NUMBER}{UNIT}"
_LINES: Final = re.compile(
    f"((?:购买|选购|买)(?:来|回|了)*(?:(?:同样|相同|这样)的)?)({_LINE}(?:(?:和|、|与){_LINE})*)(?=[,.?!;]|一共|总共|共|花|用|付|$)"
)


def _expanded(template: str, match: re.Match[str]) -> str:
    return match.expand(template)


def _numbers_first(match: re.Match[str]) -> str:
    """ "bought apples 5 kg and pears 2 kg" as "bought 5 kg apples and 2 kg pears"."""
    return match[1] + re.sub(f"({NOUN})({NUMBER}{UNIT})", r"\2\1", match[2])


def restate(marked: Marked) -> None:
    """Rewrite what has a plainer form."""
    for pattern, new in _PLAIN:
        marked.rewrite(pattern, partial(_expanded, new))
    marked.rewrite(_LINES, _numbers_first)
    if "大米" in marked.text:
        marked.rewrite(_RICE, lambda _: "大米")
