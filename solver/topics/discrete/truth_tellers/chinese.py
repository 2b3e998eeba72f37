"""Statements about one hidden thing in Chinese: 甲说："不是我。"…只有一个人说了真话。

Every sentence besides the statements has to be of a known form. Not read: rankings, half-right statements, statements about how many are right.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.discrete.truth_tellers.puzzle import Puzzle, settled

_SIGN: Final = re.compile(r"真话|假话|说对|说错|猜对|说谎|撒谎|谎话|正确|是对的")
_N: Final = r"(?:[小老阿][A-Za-z\u4e00-\u9fff]|[A-Za-z]+|[\u4e00-\u9fff]{1,4}?)"
_NUMBER: Final = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_K: Final = r"(?P<k>[一两二三四五1-5])"
_FALSE: Final = "(?:说了?|说的是|是|说的都是)?(?:假话|谎话|假的|错的|错误的)|说谎了?|撒谎了?|撒了谎|说了谎|说错了?|猜错了?"
_TRUE: Final = "(?:说了?|说的是|是|说的都是)?(?:真话|实话|真的|正确的|对的)|说的?对了?|猜对了?|正确"
_COUNT: Final = re.compile(
    rf"(?:已知|如果|若|其中|结果|又知|而|经过调查发现|后来发现|可是|但是|事实上)*(?:[^,.]{{0,14}}?(?:人|个|句话|的话|供述|回答|之|们)(?:当)?中?,?)?(?:却|,)?(?:只有|有且只有|恰有|恰好有|有|仅有)?{_K}(?:个|句|名|位)?(?:小?朋友|孩子|人|话|同学)?(?:的话|说的话|说的)?(?P<t>{_FALSE}|{_TRUE})"
)
_LISTED: Final = re.compile(
    r"(?:[^,.、]{2,12},)?(?P<list>[^,.、]{1,5}?(?:、[^,.、]{1,5}?)+)(?:这)?(?:(?P<n>[三四五345])(?:个|位|名)?(?:人|同学|小朋友|孩子)?)?(?:当)?中(?:,?(?:只有|有)|的)(?:且只有)?(?:1|一)(?:个|名|位)?(?:人)?(?:在[^,.]{2,10}时)?(?P<deed>[^,.]{1,12})"
)
_ASKS_SAID: Final = re.compile(
    r"[^,.]{0,6}(?:老师|妈妈|爸爸|失主|警察)?(?:问|问道)(?:他们|大家)?:?[^,.]{0,8}谁[^,.?]{0,12}\??|谁[^,.?]{1,12}\?|(?:[三四五]人)?(?:的)?(?:回答|供述)?如下:?|(?:事后|于是|,)+"
)
_SILENT: Final = re.compile(rf"{_N}(?:什么也没说|没有?说话)")
_FOUND: Final = re.compile(
    r"(?:有(?:一)?(?:个)?人)?(?P<deed>捡到)了?一[^,.]{2,5}(?:,(?:并|并且)?交给了?老师)?"
)
_ASKED: Final = re.compile(
    r"(?:那么|则|请问|由此|可以|可以判断|断定|判断|可知|,)*(?P<who>(?:他们之?中)?(?P<deed>[^,.]{0,16}?)(?:的)?(?:人)?(?:就)?是(?:谁|多少|____)?(?P<deed3>[^,.]{0,6}?)|(?:到底|究竟)?(?:是)?谁(?P<deed2>[^,.]{1,12}))\??"
)

_NEGATED: Final = re.compile("没|不|未|无辜")
"""The hidden one is the one who did it, not one who did not."""


class _Unclear(Exception):
    """Something is said that is of no known form."""


def read(source: str) -> Puzzle | None:
    """The puzzle of a Chinese text."""
    if not _SIGN.search(source):
        return None
    text = re.sub(r"``|''|[“”「」]", '"', source.replace("$", "").replace("~", "").replace(";", "."))
    text = (
        re.sub(r"\s+", "", text).replace("，", ",").replace("：", ":").replace("？", "?").replace("。", ".")
    )
    text = text.replace("()", "____")
    try:
        return _puzzle(text)
    except _Unclear:
        return None


def _puzzle(text: str) -> Puzzle:
    said, rest = _statements(text)
    if len(said) < 2:
        raise _Unclear
    speakers = tuple(who for who, _ in said)
    people: tuple[str, ...] = ()
    deeds, counts, asked = list[str](), list[tuple[int, bool]](), ""
    for kind, m in (found for sentence in re.split(r"[.]|(?<=\?)", rest) for found in _tiles(sentence)):
        if kind == "count":
            counts.append((_value(m["k"]), re.fullmatch(_FALSE, m["t"]) is None))
        elif kind == "idle":
            continue
        elif kind == "listed" and not people:
            people = tuple(m["list"].split("、"))
            if m["n"] and _value(m["n"]) != len(people):
                raise _Unclear
            if _NEGATED.search(m["deed"]):
                raise _Unclear
            deeds.append(m["deed"])
        elif kind == "found":
            deeds.append(m["deed"])
        elif kind == "asked" and not asked:
            asked = m[0]
            deed = m["deed2"] or m["deed3"] or m["deed"] or ""
            if _NEGATED.search(deed):
                raise _Unclear
            deeds += [deed] if deed and deed not in ("这个", "此", "这") else []
        else:
            raise _Unclear
    people = people or speakers
    if not counts or not asked or set(speakers) - set(people):
        raise _Unclear
    claims: list[tuple[str, frozenset[str] | tuple[bool, str]]] = []
    for who, words in said:
        claims.append((who, _claim(who, words, people, deeds)))
    if not _one_deed(deeds):
        raise _Unclear
    statements = settled(people, claims)
    if statements is None:
        raise _Unclear
    right = {count if true else len(statements) - count for count, true in counts}
    if len(right) != 1:
        raise _Unclear
    speaker = "这个人" in asked and counts == [(1, True)]
    return Puzzle(people, statements, right.pop(), asks_speaker=speaker)


def _value(text: str) -> int:
    return _NUMBER.get(text) or int(text)


_KINDS: Final = (
    ("count", _COUNT),
    ("idle", _SILENT),
    ("idle", _ASKS_SAID),
    ("listed", _LISTED),
    ("found", _FOUND),
    ("asked", _ASKED),
)


def _tiles(sentence: str) -> list[tuple[str, re.Match[str]]]:
    """The known forms that a sentence is made of, from comma to comma.

    Raises:
        _Unclear: some of it is of none.
    """
    sentence = sentence.strip(",: ")
    if not sentence:
        return []
    ends = [m.start() for m in re.finditer(",", sentence)]
    for end in (len(sentence), *reversed(ends)):
        kind = next(((k, m) for k, form in _KINDS if (m := form.fullmatch(sentence[:end]))), None)
        if kind is not None:
            try:
                return [kind, *_tiles(sentence[end:])]
            except _Unclear:
                continue
    raise _Unclear


def _statements(text: str) -> tuple[list[tuple[str, str]], str]:
    """Who says what, and the text besides."""
    quoted = re.compile(rf'(?:(?<=^)|(?<=[.,;:?"]))(?P<who>{_N})(?:说道?|回答道?)?:?"(?P<said>[^"]+)"[.,]?')
    bare = re.compile(rf"(?:(?<=^)|(?<=[.;?:]))(?P<who>{_N})(?:(?:说道?):|说|:)(?P<said>[^.;:\"?]+)[.;]")
    for form in (quoted, bare):
        found = [m for m in form.finditer(text) if not re.search("问|老师", m["who"])]
        if len(found) >= 2:
            said, rest, at = [], "", 0
            for m in found:
                rest += text[at : m.start()] + "."
                at = m.end()
                said.append((m["who"], m["said"].strip(".,!！")))
            return said, rest + text[at:]
    return [], text


def _claim(
    who: str, words: str, people: tuple[str, ...], deeds: list[str]
) -> frozenset[str] | tuple[bool, str]:
    name = "|".join(sorted(map(re.escape, people), key=lambda n: (-len(n), n)))
    every = frozenset(people)
    words = re.sub(r"^(?:我非常肯定|我肯定|我觉得|我认为)|(?:,我是无辜的)$", "", words)
    if (m := re.fullmatch(rf"(?P<n>{name})(?:说的话?|的话)?(?:也)?(?:不对|是假的|是错的|错了|说错了|不正确|是假话|(?:在|正在)?(?:撒谎|说谎|骗人))", words)):  # fmt: skip
        return False, m["n"]
    if (m := re.fullmatch(rf"(?P<n>{name})(?:说的话?|的话)?(?:也)?(?:对|是对的|是实话|是真的|是真话|正确|没有?(?:撒谎|说谎))", words)):  # fmt: skip
        return True, m["n"]
    if m := re.fullmatch(rf"既不是(?P<a>我|{name})(?P<d>[^,]{{0,5}}),也不是(?P<b>我|{name})(?P=d)", words):
        deeds += [m["d"]] if m["d"] else []
        return every - {who if n == "我" else n for n in (m["a"], m["b"])}
    if (m := re.fullmatch(rf"(?:如果)?不是(?P<a>我|{name})(?P<d>[^,]{{0,5}}),(?:就是|那么一定是|那一定是)(?P<b>我|{name})(?P=d)", words)):  # fmt: skip
        deeds += [m["d"]] if m["d"] else []
        return frozenset(who if n == "我" else n for n in (m["a"], m["b"]))
    if m := re.fullmatch(
        rf"(?P<d>[^,]{{1,6}}?)(?P<neg>不)?在(?P<n>我|{name})(?:这里|这儿|那里|那儿|手里)", words
    ):
        deeds.append(m["d"])
    elif m := re.fullmatch(rf"(?P<neg>不)?是(?P<n>我|{name})(?P<d>[^,]{{0,6}})", words):
        deeds += [m["d"]] if m["d"] else []
    elif (m := re.fullmatch(rf"(?P<d>[^,]{{1,8}})的(?:人)?(?P<neg>不)?是(?P<n>我|{name})", words)) or (
        m := re.fullmatch(rf"(?P<n>我|{name})(?P<neg>不是|不会|没有?|不)?(?P<d>[^,不没]{{1,10}})", words)
    ):
        deeds.append(m["d"])
    else:
        raise _Unclear
    own = frozenset((who if m["n"] == "我" else m["n"],))
    return every - own if m["neg"] else own


def _one_deed(deeds: list[str]) -> bool:
    """Whether all speak of the same: 会开车, 开; 获奖了, 获奖."""
    keys = {re.sub(r"[会了的是有得着能]|^真正", "", d) for d in deeds} - {
        "",
        "干",
        "做",
        "好事",
        "干好事",
        "做好事",
    }
    longest = max(keys, key=len, default="")
    return all(set(key) <= set(longest) for key in keys)
