"""What a story tells without an amount, or of one thing among several: sums that pass over it come out, and are wrong.

A change whose amount is not told ("then he sells some more", 后来又运来一批) leaves no answer, unless a number behind it tells what there is then, or it is
what is asked for. One of several that is otherwise ("one tray burns", 其中一袋少2千克) is read by nobody here. All readers of stories ask `passed_over` first.
"""

from __future__ import annotations

import itertools
import re
from fractions import Fraction
from typing import Final

from solver.reader.numbering import labels_of_parts
from solver.topics.stories.beside import beside
from solver.topics.stories.gaps import counts_gaps
from solver.topics.stories.pursuit import turned_round

_CLAUSE: Final = re.compile(r"[^,，.。;；?？!！\n]+(?:(?<=\d)[.,](?=\d)[^,，.。;；?？!！\n]*)*")
_ASKS: Final = re.compile(
    r"多少|问|求|\b(?:how|what|which|find|calculate|work out|determine)\b", re.IGNORECASE
)
_SOME: Final = "一些|一批|一部分|若干|不少|许多|很多|好多|好几|少许"
_A_FEW: Final = r"几(?!乎|何|点|岁|年级|班|月|号|时|倍|分之)[\u4e00-\u9fff]"
_CHANGE_ZH: Final = "买运送拿卖吃用丢碎借还来上下走加添倒取给掉坏烂损捐飞游进出开种做生收搬放剪喝"
_TOLD_ZH: Final = re.compile(
    rf"(?P<verb>[{_CHANGE_ZH}])[了走去出进回到入给来掉过他她它们妈爸哥姐弟妹]*(?:{_SOME})"
    rf"|(?:又|再|还有|后来|路上|另外|打碎|丢了|掉了)[^,，]{{0,6}}?(?P<verb2>[{_CHANGE_ZH}])?[了走去出进回到入给来掉过他她它们]*{_A_FEW}"
)
_FORMS: Final = (
    "sell sells sold selling", "give gives gave given giving", "eat eats ate eaten eating", "lose loses lost losing", "find finds found", "buy buys bought buying",
    "get gets got getting", "come comes came", "leave leaves left", "burn burns burned burnt", "break breaks broke broken", "throw throws threw thrown",
    "pour pours poured", "add adds added adding", "use uses used using", "take takes took taken taking", "spend spends spent", "donate donates donated",
    "pick picks picked", "bake bakes baked", "borrow borrows borrowed", "return returns returned", "lend lends lent", "join joins joined", "arrive arrives arrived",
    "die dies died", "steal steals stole stolen", "fly flies flew flown", "damage damaged", "remove removes removed", "drink drinks drank drunk",
    "win wins won", "drop drops dropped", "spill spills spilled spilt", "rot rots rotted", "hatch hatches hatched", "spoil spoils spoiled spoilt", "drive drives drove",
    "deliver delivers delivered", "withdraw withdraws withdrew", "deposit deposits deposited", "move moves moved", "go goes went",
)  # fmt: skip
_STEM: Final = {form: forms.split()[0] for forms in _FORMS for form in forms.split()}
_VERB: Final = "|".join(sorted(_STEM, key=len, reverse=True))
_SOME_EN: Final = r"(?<!with )some|several|a few|a number of|many (?:more|others?)|a lot|lots|a couple|a handful|another few|others"
_TOLD_EN: Final = re.compile(
    rf"\b(?P<verb>{_VERB})\b[^\d$]{{0,30}}?\b(?:{_SOME_EN})\b(?! times| days| weeks| (?:\w+ )?(?:years|months|hours|minutes))"
    rf"|\b(?:{_SOME_EN})\b(?: more| others?)?(?: of (?:it|them|these|those|the \w+))?(?: \w+){{0,2}}? (?:(?:is|are|was|were|get|gets|got|had been|have been) )?(?P<verb2>{_VERB})\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"\d|[\ue000-\uebff]|(?<![第星期周])[二三四五六七八九十百千半两](?![人者种次天班样克米])"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozen|half|twice|quarter|third|empty|none)\b",
    re.IGNORECASE,
)
_ONE_OF_ZH: Final = re.compile(
    r"其中(?:有)?(?!.*天平)[一1][\u4e00-\u9fff](?:[\u4e00-\u9fff]{0,2}的?)?(?:[少多坏破烂漏缺不没]|是[坏破烂空]|只有)"
)
_ONE_OF_EN: Final = re.compile(
    r"(?:^|[.,;]\s*|\b(?:but|and|except)\s+)(?:only\s+)?one\b(?! (?:half|third|quarter|fourth|fifth|sixth|\w+th|of every|in every))(?: of \w+(?: \w+)?| [a-z]+){1,2} (?:(?:is|are|was|were|gets|got|has been|had been)\s+)?"
    r"(?:burn(?:s|ed|t)|br(?:eaks|oke|oken)|spoil(?:s|ed|t)|thrown|lost|missing|stolen|damaged|empty|faulty|short|late|absent|died|dies|rotten|bad|ruined|cracked|falls|fell)\b",
    re.IGNORECASE,
)

_SAMPLED: Final = re.compile(r"\bstratified\b|分层(?:随机)?抽样", re.IGNORECASE)
"""A share of each group: no sum of them all."""
_NUMBERED: Final = re.compile(
    r"\bare numbered\b(?![^?]*\bhow many digits\b)|\bconsecutive (?:odd|even) numbers\b", re.IGNORECASE
)
"""Numbers that are names: the houses from 1 to 19."""
_NO_STORY: Final = re.compile(
    r"[映满单双]射|\d\s*个元素|行列式|特征值|随机变量|\b(?:surjecti|injecti|bijecti)\w+", re.IGNORECASE
)
"""Words of no story: how many elements two sets have is nothing to be added up."""
_KINDS_OF: Final = re.compile(
    r"(?:(?<![\w.])\$?\d+\$?|\b(?:two|three|four|five|six)) (?:different )?(?:types|kinds|sorts|varieties|flavou?rs) of (\w+)\b[^?]*\bhow many \1\b(?! of each)",
    re.IGNORECASE | re.DOTALL,
)
"""Three kinds of sweets are not three sweets."""
_ASKED_OF_EACH: Final = (
    re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE),
    re.compile(
        r"\b(?:find|what (?:is|are|was)|and) (?:the )?(?:price|cost) of (?:an?|one|each|1)\b", re.IGNORECASE
    ),
)


_THAT_TWICE: Final = re.compile(
    r"\b(?:half|third|thirds|quarter|quarters|fifth|fifths|%|\d/\d|percent) of that\b[^?]*\bof that\b",
    re.IGNORECASE,
)
"""Is the second "that" the whole, or what the first one came to?"""
_IN_SMALL: Final = re.compile(r"(?:[$£€]|\b(?:dollars?|bucks|pounds?|euros?)\b).*\bin (?:cents|pence|pennies)\b", re.IGNORECASE | re.DOTALL)  # fmt: skip
"""Asked for in another unit than what is told."""
_OF_ANOTHER: Final = re.compile(
    r"(?:\btip|\btax|\bdiscount|% off|% tax)\b[^.?,;]{0,12}?\bon (?:the |its |their )?(?:second|third|other|pre-?\s?tax|original|full|regular|undiscounted)\b"
    r"|\b(?:second|other) (?:one|pair|item|[a-z]+) (?:is|are|at|for) (?:\d+\s*\\?%|half)",
    re.IGNORECASE,
)
"""A share of another amount than the one that stands before it: 25% off the second pair, a tip on the bill before tax."""

_LENGTHS: Final = {
    form: name
    for name, forms in {"mm": "mm millimetres millimeters", "cm": "cm centimetres centimeters", "m": "m metres meters", "km": "km kilometres kilometers",
                        "in": "inches", "ft": "ft feet", "yd": "yards", "mi": "miles"}.items()
    for form in (*forms.split(), *(f.removesuffix("s") for f in forms.split()))
}  # fmt: skip
_LENGTH: Final = "|".join(sorted([*_LENGTHS, "inch", "foot"], key=len, reverse=True))
_TOLD_LENGTH: Final = re.compile(rf"(?i)\d\s?-?({_LENGTH})\b")
_IN_LENGTH: Final = re.compile(
    rf"(?i)\b(?:perimeter|area|how far)\b[^.?!]{{0,60}}\bin (?:(?:square|cubic|sq\.?) )?({_LENGTH})(?:[²³]|\^?[23])?(?=\s*[.?,;)]|\s*$)"
)


def _in_another_unit(text: str) -> re.Match[str] | None:
    """Where a length or an area is asked for "in cm" though one is told in m: the sums come out in the unit of what is told."""
    told = {_LENGTHS.get(m[1].lower(), m[1].lower()) for m in _TOLD_LENGTH.finditer(text)}
    asked = _IN_LENGTH.search(text)
    return asked if asked and told - {_LENGTHS.get(asked[1].lower(), asked[1].lower())} else None


EACH_PAIR: Final = re.compile(
    r"(?:每|任意)(?:两|2|二)(?:[个支名位条])?(?:点|人|同学|学生|球?队|班|小朋友|选手|城市|村|车站|队伍|代表)(?:之间)?(?:都)?(?:要|可以|能|互相)*(?:连|画|比?赛|打|握|通|送|寄|照|碰|抱|修|架|下)"
)
"""Every two of them: pairs, which no division by 2 counts."""
_TOGETHER_ASKED: Final = re.compile(
    r"(?:^|(?<=[.?!])\s+|(?<=[.?!]))(?:together|combined|altogether|in\s+total),?\s+(?:what\s+(?:is|are|was|were)|find|calculate)\s+the\b[^?.]*[?.]"
    r"|\btakes?\s+\S+\s+\w+\s+(?:as|for)\s+(?:an?\s+)?(?:afternoon\s+|morning\s+)?(?:snack|lunch|dinner|breakfast|dessert)\b",
    re.IGNORECASE,
)
"""A sum is asked for before it is said of what; what is taken as a snack is no gain."""
_SAVED_BEFORE: Final = re.compile(
    r"\bafter an? (?:[a-z]+ )?(?:discount|reduction)(?: of)? \$?\d[\d.]*\s*\\?%.*\b(?:the (?:discount|reduction|saving)\b|saved?\b)",
    re.IGNORECASE | re.DOTALL,
)
"""The price that is told is the one after it, and the discount is of the one before."""
_IDLE: Final = re.compile(
    r"\b(?:br(?:eaks|oke)\s+down|(?:is|was)\s+(?:switched|turned)\s+off|(?:is|was)\s+out\s+of\s+order|(?:is|was)\s+idle|stops?\s+working|stopped\s+working)\s+for\s+\d[^.;?]*|(?:停机|停工|停电|坏了|休息了?|故障)\d+(?:小时|分钟|天)",
    re.IGNORECASE,
)
"""A time in which nothing is made: it is no time of work."""
_REST_TOLD: Final = re.compile(
    r"[,，。;；]\s*(?:剩下|剩余|余下|其余|另外)的?\s*\$?(\d+(?:\.\d+)?)\s*\\?%\$?(?!的)[^,，。;；?？]*"
)
"""60%是小说,剩下的40%是漫画: of the whole, where both make up 100%, and not 40% of what is left."""


def _rest_again(text: str) -> str | None:
    """Such words: told as "the rest" (`told_shares`) they are clear."""
    for found in _REST_TOLD.finditer(text):
        before = [Fraction(n) for n in re.findall(r"(\d+(?:\.\d+)?)\s*\\?%", text[: found.start()])]
        if before and sum(before, Fraction(found[1])) == 100:
            return found[0].strip(" ,，。;；")
    return None


def passed_over(text: str, *, counts_pairs: bool = False, gaps: bool = False) -> str | None:
    """The words that no reading may pass over; None where there are none. `counts_pairs`: the reading knows pairs among so many; `gaps`: it counts the gaps between things.

    >>> passed_over("A shop has 20 eggs. It sells 8. Then it sells some more. How many are left?")
    'Then it sells some more'
    >>> passed_over("He had 20 eggs and sold some. Now he has 8. How many did he sell?")
    >>> passed_over("店里有米85千克,卖出26千克,后来又运来一批,还剩多少千克?"), passed_over("有8本,又买来一些,买来多少本?")
    ('后来又运来一批', None)
    """
    if not gaps and counts_gaps(text):
        return text.strip()
    if (found := _ONE_OF_ZH.search(text) or _ONE_OF_EN.search(text)) is not None:
        return found[0].strip(" .,;")
    if (
        found := _NUMBERED.search(text)
        or _SAMPLED.search(text)
        or _NO_STORY.search(text)
        or _KINDS_OF.search(text)
        or _THAT_TWICE.search(text)
        or _IN_SMALL.search(text)
        or _OF_ANOTHER.search(text)
        or _IDLE.search(text)
        or _SAVED_BEFORE.search(text)
        or _TOGETHER_ASKED.search(text)
        or (not counts_pairs and EACH_PAIR.search(text))
        or _in_another_unit(text)
    ) is not None:
        return found[0]
    if (question := turned_round(text) or _rest_again(text) or beside(text)) is not None:
        return question
    clauses = list(_CLAUSE.finditer(text))
    asks = [
        bool(_ASKS.search(c[0]))
        or text[c.end() : c.end() + 1] in ("?", "？")
        or "几" in c[0]
        and not text[c.end() :].strip()
        for c in clauses
    ]
    asked = " ".join(c[0] for c, is_asked in zip(clauses, asks, strict=True) if is_asked)
    for clause in itertools.compress(clauses, [not is_asked for is_asked in asks]):
        for told in (*_TOLD_ZH.finditer(clause[0]), *_TOLD_EN.finditer(clause[0])):
            verb = (told["verb"] or told["verb2"] or "").lower()
            behind = text[clause.start() + told.end() :]
            if not _NUMBER.search(behind) and not _asked_for(verb, asked):
                return clause[0].strip()
    return None


_QUESTION: Final = re.compile(
    r"[^?？。.!！;；]*(?:多少|几|什么|百分之|(?i:\b(?:how|what|when|which|who)\b))[^?？。!！;；]*[?？]"
)
"""A question of its own, with its mark."""
_MEASURE: Final = r"(?:perimeter|circumference|area|surface area|volume|length|width)"
_TWO_MEASURES: Final = re.compile(
    rf"(?i)\b(?:find|calculate|work out|what (?:is|are)|determine)\b[^.?,;]*?\b{_MEASURE},? and (?:then )?(?:also )?(?:find )?(?:the |its )?(?:total )?{_MEASURE}\b"
)
"""Two measures that one verb asks for."""


def unanswered(text: str, answers: int) -> bool:
    """Whether more is asked than there are answers: 它的半径是多少？占地多少？ or, in the last English sentence, "how many cars n how many bikes".

    >>> unanswered("花坛的周长是31.4米,它的半径是多少米?占地多少平方米?", 1), unanswered("How long is it? How wide is it?", 2)
    (True, False)
    """
    if max(len(_QUESTION.findall(text)), len(labels_of_parts(text))) > max(answers, 1):
        return True
    if answers < 2 and _TWO_MEASURES.search(text):
        return True
    last = re.split(r"[.?!]\s+", text.strip().rstrip(".?! "))[-1]
    asked = max(len(pattern.findall(last)) for pattern in _ASKED_OF_EACH)
    return asked > max(answers, 1)


def _asked_for(verb: str, asked: str) -> bool:
    """Whether the question is how much the change was."""
    if not verb:
        return False
    if verb in _STEM:
        stem = _STEM[verb]
        return any(_STEM.get(word) == stem for word in re.findall("[a-z]+", asked.lower()) if word != "left")
    return verb in asked
