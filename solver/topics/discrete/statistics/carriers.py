"""Lists of numbers in whole sentences, as the bare questions that they come to: "The heights of five plants are 12 cm, …. Find the range.", 80分2人.

The sentence in front may say what was measured and how many there are, and nothing else; what is asked may name what was measured again. Values that come
with how often they occur are written out. Not: two lists, values that are left out, added or changed, groups ("10 to 20").
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from solver.ports import Language
from solver.reader.numerals import in_digits, ones_in_digits

MAX_VALUES: Final = 60
_N: Final = r"-?\d{1,6}(?:\.\d{1,4})?"
_UNIT: Final = (
    r" ?(?:cm|mm|km|kg|ml|m|g|l|s|min|°C|°F|%|centimet(?:er|re)s?|met(?:er|re)s?|inch(?:es)?|feet|kilograms?|grams?|pounds?|years?|points?"
    r"|minutes?|seconds?|hours?|days?|dollars?|marks?|goals?|pages?|books?|miles?)(?![A-Za-z])"
)
_ZUNIT: Final = (
    "(?:分钟|分|厘米|千克|公斤|毫米|千米|米|克|岁|元|秒|小时|次|个|环|本|页|天|℃|°C|度|cm|kg|吨|人|件)"
)
_LIST: Final = (
    rf"(?P<list>{_N}(?P<u>{_UNIT})?(?: ?(?:, ?and|,|and) ?{_N}(?:(?P=u))?){{2,59}})(?P<last>{_UNIT})?"
)
_ZLIST: Final = rf"(?P<list>{_N}(?P<u>{_ZUNIT})?(?:[,、和]{_N}(?:(?P=u))?){{2,59}})(?P<last>{_ZUNIT})?"
_MEASURE: Final = r"(?:sample |population )?(?:mean|average|median|mode|range|variance|standard deviation|lower quartile|upper quartile|inter-?quartile range)"
_ZMEASURE: Final = "(?:平均(?:数|值|分数?|成绩|得分|身高|体重|年龄|气温|温度|环数|时间|产量|值)?|中位数|众数|极差|方差|标准差)"
_HEAD: Final = re.compile(
    r"(?i)\b(?:not|no|never|except|without|more|less|fewer|than|each|every|both|averages?|means?|medians?|modes?|range|sums?|total|twice|double|half|if|when|after|before"
    r"|removed|new|another|added?|first|last|next|other|rest|remaining|frequenc\w*|percent\w*|probabilit\w*|ratios?|differences?|cumulative|missing|pairs?|respectively|or|but|while"
    r"|find|what|calculate|compute|determine|state|give|how|weighted|intervals?|classes|speeds?|rates?|until|only|all but|correct\w*|wrong\w*|mistake\w*|terms?|angles?|sides?|roots?|factors?|solutions?)\b"
)
"""What makes a sentence say more than what was measured."""
_ZHEAD: Final = re.compile(
    "[不没两各每甲乙丙若加减倍比除去最前后又再共总剩余另其少多至错误漏误改如]|平均|中位|众数|极差|方差|概率|第"
)
_GENERIC: Final = frozenset("data number value score mark result set list measurement these those this his her their the all of in for per a an group sample observation reading".split())  # fmt: skip
_EN: Final = re.compile(
    rf"(?P<head>[A-Za-z][A-Za-z0-9 ,'()-]{{0,140}}?)(?: (?:are|were|is|was|scored|got|measured|recorded)(?: as follows| listed| given| shown)?(?: below| here)? ?:?| ?:) {_LIST} ?[.;,:] ?(?P<tail>[A-Za-z].{{3,160}})"
)
_TAIL: Final = re.compile(
    rf"(?i)(?:(?:find|calculate|compute|determine|state|give|work out|write down|what is|what are|what was|what were|what's) )(?:the |their |his |her |its )?(?P<asked>{_MEASURE}(?: (?!and\b)[a-z]+)?(?:(?:, and|,| and) (?:the |their )?{_MEASURE}(?: [a-z]+)?){{0,4}})(?P<of>(?: (?:of|for|in|per) (?:[a-z'-]+ ?){{1,8}})*)"
)
_ZH: Final = re.compile(
    rf"(?P<head>[^,;。]{{0,24}}?)(?:\((?:单位[:：]?)?{_ZUNIT}\))?(?:分别|依次)?(?:是|为|得|如下|有)?[:：]?(?<!\d){_ZLIST}(?:\((?:单位[:：]?)?{_ZUNIT}\))?[,;。](?P<tail>.{{2,40}})"
)
_ZTAIL: Final = re.compile(
    rf"(?:则|那么|求出?|请?计算|试求|问|请)*(?:他|她|他们|她们|它们|该组|该[\u4e00-\u9fff]{{1,4}}|这(?:组|些)?(?:数据|成绩|数)?|这\d+(?:名|个|次|位|天|人)(?:同学|学生|人|数|测验|考试)?|小[\u4e00-\u9fff]|数据)?(?:的)?(?:成绩|数据|身高|体重|年龄|得分|环数)?的?(?P<asked>{_ZMEASURE}(?:[、和与及]{_ZMEASURE}){{0,4}})(?:分别|各)?(?:是|为|等于)?(?:多少|几)?{_ZUNIT}?[?？。.]?"
)
_PAIR_ZH: Final = re.compile(
    rf"(?:得|考)?(?P<x>{_N})(?:分|岁|元|环|厘米|千克|本|个|小时|次)的?(?:有|各)?(?P<k>\d{{1,3}})(?:人|名|个|次|位|天|户|件|株|名?同学|名?学生)"
)
_ROWS: Final = (
    re.compile(
        rf"(?i)(?:the )?(?:scores?|values?|marks?|numbers?|ages?|x) ?(?:are|were|is|=|:)? ?(?P<x>{_N}(?:[ ,]+(?:and )?{_N}){{1,11}}) ?[.;,]? ?(?:and |with )?(?:the |their )?(?:frequenc(?:y|ies)|f) ?(?:are|were|is|of|=|:)? ?(?P<k>\d{{1,2}}(?:[ ,]+(?:and )?\d{{1,2}}){{1,11}})(?:,? respectively)? ?[.;,:] ?(?P<tail>.{{3,120}})"
    ),
    re.compile(
        rf"(?:分数|成绩|数值|数据|得分|年龄|环数|身高|体重|件数|本数|时间)(?:\([^()\d]{{1,4}}\))?(?:为|是)?[:：]?(?P<x>{_N}(?:[,、]{_N}){{1,11}})[;,。](?:对应的?)?(?:人数|频数|次数|个数|户数|天数)(?:\([^()\d]{{1,4}}\))?(?:分别|依次)?(?:为|是)?[:：]?(?P<k>\d{{1,2}}(?:[,、]\d{{1,2}}){{1,11}})[,;。](?P<tail>.{{2,40}})"
    ),
)
_FREQUENCY: Final = r"(?:frequenc(?:y|ies)|f|(?:number|no\.?) of [a-z]{2,20}(?: [a-z]{2,20})?)"
_TABLE: Final = re.compile(
    rf"(?i)(?:(?:(?:the |this )?(?:frequency )?table (?:below |here )?(?:shows|gives) )?(?P<head>[a-z][^:;.|]{{0,140}}?)[.:] )?(?P<name>[a-z][a-z ]{{0,30}}?)(?: \([a-z ]{{1,12}}\))? ?[:=]? ?(?P<x>{_N}(?:[ ,]+(?:and )?{_N}){{1,11}})"
    rf" ?[.;,]? ?(?P<count>{_FREQUENCY})(?: \(f\))? ?[:=]? ?(?P<k>\d{{1,2}}(?:[ ,]+(?:and )?\d{{1,2}}){{1,11}}) ?[.;,:]? ?(?P<tail>[a-z].{{3,120}})"
)
"""Two rows, whatever was counted: what is told of it, its name with the values, and how often each occurred."""
_PAIR_EN: Final = re.compile(
    rf"(?i)(?:scores?|values?|marks?|ages?|x) ?(?:of|=|:)? ?(?P<x>{_N}) ?,? ?(?:with )?(?:frequency|f) ?(?:of|=|:)? ?(?P<k>\d{{1,2}})"
)


_RULE: Final = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?")
"""Between the rows of a table in Markdown."""


def bare(source: str, language: Language) -> str | None:
    """The question about the list alone; None where the text is no such sentence.

    >>> bare("The heights of five plants are 12 cm, 15 cm, 11 cm, 18 cm and 14 cm. Find the range.", "en")
    'Find the range of 12, 15, 11, 18, 14'
    >>> bare("某班10名学生的成绩:80分2人,90分5人,100分3人,求平均分", "zh")
    '求80,80,90,90,90,90,90,100,100,100的平均数'
    """
    if len(source) > 600:
        return None
    source = _RULE.sub(" ", source).replace("|", " ")
    if language == "zh":
        if re.search("人数|频数|次数", source):
            source = re.sub(r"(?<=\d)\s+(?=\d)", ",", source)  # a row of a table
        plain = re.sub(r"\s+", "", source).replace("，", ",").replace("；", ";")
        return _chinese(plain)
    plain = " ".join(source.split()).rstrip("?. ")
    return _english(plain)


def _english(plain: str) -> str | None:
    if (counted := _counted_in_english(plain)) is not None:
        return counted
    found = _EN.fullmatch(plain)
    if found is None or not _one_unit(found):
        return None
    values = re.findall(_N, found["list"])
    head = in_digits(found["head"])
    if _HEAD.search(head) or re.search(r"\band\b", head) or not _is_count(head, len(values)):
        return None
    asked = _asked_in_english(found["tail"], head)
    if (
        asked is not None
        and re.search(r"(?i)\bsample", head)
        and re.search(r"(?<!sample )(?:variance|standard)", asked)
    ):
        return None  # of the sample, or from it?
    return None if asked is None else f"Find the {asked} of {', '.join(values)}"


def _asked_in_english(tail: str, head: str) -> str | None:
    """The measures, where nothing else is named than what was measured."""
    question = _TAIL.fullmatch(tail.strip())
    if question is None:
        return None
    known = {_stem(w) for w in re.findall(r"[A-Za-z'-]+", head)} | _GENERIC
    words = re.sub(_MEASURE, " ", question["asked"], flags=re.IGNORECASE) + " " + (question["of"] or "")
    if any(_stem(w) not in known | {"and"} for w in re.findall(r"[A-Za-z'-]+", words)):
        return None
    return ", ".join(m.lower() for m in re.findall(_MEASURE, question["asked"], re.IGNORECASE))


def _chinese(plain: str) -> str | None:
    if (counted := _counted_in_chinese(plain)) is not None:
        return counted
    found = _ZH.fullmatch(plain)
    if found is None or not _one_unit(found) or "数据" in found["head"]:
        return None
    values = re.findall(_N, found["list"])
    head = _digits(found["head"])
    if not head or _ZHEAD.search(head) or not _is_count(head, len(values)):
        return None
    asked = _asked_in_chinese(found["tail"], len(values))
    return None if asked is None else f"求{','.join(values)}的{asked}"


def _asked_in_chinese(tail: str, many: int) -> str | None:
    tail = _digits(tail)
    question = _ZTAIL.fullmatch(tail)
    if question is None or not _is_count(tail, many):
        return None
    asked = re.findall(_ZMEASURE, question["asked"])
    return "和".join("平均数" if m.startswith("平均") else m for m in asked)


def _digits(words: str) -> str:
    """Numerals in digits, where something is counted: 五名同学."""
    told = ones_in_digits(in_digits(words), "[名个位次天人株]")
    return re.sub("十(?=[名个位次天人株])", "10", told)


def _counted_in_english(plain: str) -> str | None:
    pairs = list(_PAIR_EN.finditer(plain))
    if len(pairs) > 1:
        rest = re.sub(r"[\s;,]+", " ", _PAIR_EN.sub(" ", plain)).strip()
        told = re.fullmatch(r"(?i)(?:(?:the |a )?frequency (?:table|distribution)(?: shows| is| has)? ?[:.]? ?)?(?:and )?\.? ?(?P<tail>[A-Za-z].+)", rest)  # fmt: skip
        rows = [(m["x"], int(m["k"])) for m in pairs]
        return None if told is None else _written_out(rows, _asked_in_english(told["tail"], "frequency distribution"), "en")  # fmt: skip
    if (found := _ROWS[0].fullmatch(plain)) is not None:
        return _written_out(_rows(found), _asked_in_english(found["tail"], "frequency distribution"), "en")
    if (found := _TABLE.fullmatch(plain)) is None:
        return None
    rows, head = _rows(found), in_digits(found["head"] or "")
    if _HEAD.search(head) or _HEAD.search(found["name"]) or not _is_count(head, sum(k for _, k in rows)):
        return None
    counted = f"{head} {found['name']} {found['count']}"
    return _written_out(rows, _asked_in_english(found["tail"], counted), "en")


def _counted_in_chinese(plain: str) -> str | None:
    if (found := _ROWS[1].search(plain)) is not None and found.end() == len(plain):
        head = plain[: found.start()].replace("如下", "")
        everyone = sum(k for _, k in _rows(found))
        if not re.fullmatch(
            r"[^\d,]{0,16}(?:\d{1,3}[名个位人次][^\d,]{0,16})?[:：,]?", head
        ) or _ZHEAD.search(head):
            return None
        if not _is_count(head, everyone):
            return None
        return _written_out(_rows(found), _asked_in_chinese(found["tail"], -1), "zh")
    pairs = list(_PAIR_ZH.finditer(plain))
    if len(pairs) < 2:
        return None
    if any(plain[a.end() : b.start()] not in (",", "、", ";", "和") for a, b in pairwise(pairs)):  # fmt: skip
        return None
    head, tail = plain[: pairs[0].start()], plain[pairs[-1].end() :]
    rows = [(m["x"], int(m["k"])) for m in pairs]
    everyone = sum(k for _, k in rows)
    if not re.fullmatch(r"(?:[^\d,]{0,10}(?:\d{1,3}(?:名|个|位|人|次))?,?[^\d,:]{0,12}(?:成绩|得分|年龄|分数|环数|情况)[^\d,:]{0,6}[:：,]|[^\d,]{0,8}\d{1,3}(?:名|个|位|人)[^\d,:]{0,10}[:：,]?(?:其中)?)", head) or _ZHEAD.search(head.replace("其中", "")):  # fmt: skip
        return None
    if not _is_count(head, everyone) or tail[:1] not in (",", "。", ";"):
        return None
    return _written_out(rows, _asked_in_chinese(tail[1:], everyone), "zh")


def _rows(found: re.Match[str]) -> list[tuple[str, int]]:
    values, counts = re.findall(_N, found["x"]), re.findall(r"\d+", found["k"])
    return [(x, int(k)) for x, k in zip(values, counts, strict=True)] if len(values) == len(counts) else []


def _written_out(rows: list[tuple[str, int]], asked: str | None, language: Language) -> str | None:
    """Each value as often as it occurs."""
    if asked is None or len({x for x, _ in rows}) != len(rows) or not rows:
        return None
    values = [x for x, k in rows for _ in range(k)]
    if not 2 < len(values) <= MAX_VALUES or any(k < 1 for _, k in rows):
        return None
    return f"求{','.join(values)}的{asked}" if language == "zh" else f"Find the {asked} of {', '.join(values)}"  # fmt: skip


def _one_unit(found: re.Match[str]) -> bool:
    """Whether all values have the one unit that is told."""
    unit = (found["u"] or "").strip()
    units = re.findall(r"\d\s*([A-Za-z%°℃\u4e00-\u9fff]+)", re.sub(r"\band\b|和", " ", found["list"]))
    return set(units) <= {unit} and not (unit and found["last"]) and (not unit or len(units) == len(re.findall(_N, found["list"])))  # fmt: skip


def _is_count(head: str, many: int) -> bool:
    """Whether the only number of a sentence, if there is one, is how many values there are."""
    numbers = re.findall(r"\d+(?:\.\d+)?", head)
    return not numbers or many > 0 and numbers == [str(many)]


def _stem(word: str) -> str:
    plain = re.sub(r"'s?$|s'$", "", word.lower())
    plain = {"children": "child", "people": "person", "men": "man", "women": "woman"}.get(plain, plain)
    return re.sub(r"(?<=ss|ch|sh)es$|(?<=x)es$|(?<=[^s])s$", "", plain)
