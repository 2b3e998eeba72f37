"""Matches and other meetings of two: everyone with everyone once, or the loser is out; points that do not depend on who wins. Both languages."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Unclear, every, worked
from solver.topics.stories.school.working import Term, Working, num

_ONE: Final = (
    r"(?:teams?|players?|people|dancers?|friends|students|children|persons|kids|competitors|participants)"
)
_EVENT: Final = r"(?:(?:[a-z]+ ){0,2}(?:tournament|match|competition|contest|league|game))"
_EACH_EN: Final = (
    rf"(?:each|every) {_ONE} (?:plays?|played|meets?|met|competes? against|fights?) (?:with |against )?(?:every|each) other {_ONE} (?:exactly |only )?once(?: , with no ties)?",
    rf"every 2 {_ONE} (?:will )?(?:have|play|has|dance) (?:a|1) (?:dance|game|match)(?: together)?",
    rf"(?:each|any) (?:pair|2) of {_ONE} (?:plays?|meets?) (?:exactly |only )?once",
)


@worked(
    r"\b(?:teams?|players?|dancers?|tournament|round.robin|elimination|friends)\b",
    "en",
    {
        "many": (
            rf"there (?:are|were) (?P<n>\d+) {_ONE}(?: (?:participating )?in (?:a|an|the) {_EVENT}(?: held in (?:the )?[a-z]+)?)?",
            rf"(?:a|an|the) {_EVENT} (?:had|has) (?P<n>\d+) {_ONE}",
            rf"(?:now , )?(?P<n>\d+) {_ONE} (?:run|play|have|hold|take part in|are in) a (?P<robin>single round-robin) {_EVENT}",
        ),
        "each": _EACH_EN,
        "two": (rf"(?:if )?each game is played by 2 {_ONE}",),
        "knock_out": (r"(?:using|with|by) the single[ -]elimination (?:method|system)",),
        "points": (
            rf"a win , a loss and a draw are 3 outcomes of a [a-z]+ game : a win scores (?P<w>\d+) points? , a draw scores (?P<d>\d+) points? for each of 2 {_ONE} and a loss scores (?P<l>\d+) points?",
            rf"(?P<w>\d+) points? (?:are|is) earned for winning a game , (?P<l>\d+) points? (?:are|is) earned for losing a game , and (?P<d>\d+) points? is earned by each {_ONE} in a tie",
        ),
        "ask_games": (
            r"how many (?:games|matches|dances)(?: will be played| are played| are there| would they have| will there be| do they play)?(?: in total| altogether| in all)?",
            r"what is the total number of (?:games|matches)(?: played)?(?: in the tournament)?",
        ),
        "ask_points": (
            rf"how many (?:scores|points) in total will all the (?P<n>\d+) {_ONE} get",
            rf"(?:after the tournament , )?(?:the [a-z]+ (?:finds|found) that )?the sum of (?:these|all|the) (?P<n>\d+) {_ONE}'? ?points is(?: ____)?",
            rf"what is the (?:sum|total) of (?:all )?(?:the )?(?:points|scores) of (?:all )?(?:the )?(?P<n>\d+) {_ONE}",
        ),
    },
)  # fmt: skip
def _english(found: list[Said], work: Working) -> None:
    _play(found, work, ("how many games there are: each plays all others, and each game was counted twice", "each game gives so many points, whoever wins", "the games: all but the winner lose just once", "the number of games", "the points of all"))  # fmt: skip


_Q: Final = r"(?:支|个|名|位)?"
_ZH: Final = r"(?:球队|队伍|队|人|同学|运动员|选手|小朋友|班级?|棋手)"
_N: Final = r"(?P<n>\d+|[两二三四五六七八九十]+)"
_VERB: Final = r"(?:赛|比赛|握手?|拥抱|下|打|通话?|通电话|进行|踢|碰杯|碰)"


@worked(
    r"每两|每2|单循环|淘汰|两两|任意两个点",
    "zh",
    {
        "many": (rf"(?:共有|有|一共有)?{_N}{_Q}{_ZH}(?:进行|参加)?(?P<robin>单循环)(?:制)?(?:比?赛)?", rf"(?:共有|有|一共有)?{_N}{_Q}(?:足球|篮球|排球|乒乓球|好)?{_ZH}(?:[^,。.\d]{{0,8}}?(?:参加|进行|举行)[^,。.\d]{{0,8}})?", rf"{_N}{_Q}{_ZH}(?:拥抱|握手|见面|聚会)"),
        "each": (r"(?:进行|采用)?单循环(?:制)?(?:比?赛)?", rf"每(?:两|2){_Q}{_ZH}?(?:之间)?(?:都)?(?:要|只)?{_VERB}(?:一|1)(?:场|次|局|盘)(?:比?赛|手)?", rf"(?:两两之间)(?:都)?(?:要|只)?{_VERB}(?:一|1)(?:场|次|局|盘)(?:比?赛)?"),
        "points_many": (rf"(?:平面(?:上|内)有|有)?{_N}个点(?:,?(?:其中)?任意?[三3]点(?:都)?不在(?:同一条|一条)直线上)?",),
        "points_each": (r"(?:如果|若)?(?:每|任意)(?:两|2)个?点(?:之间)?(?:都)?(?:可以|能)?(?:连|画)(?:成|接成)?(?:一|1)条线段", r"(?:在)?每(?:两|2)个?点(?:之间)?(?:都)?连(?:一|1)条线"),
        "ask_segments": (r"(?:一共|共|总共|最多)?(?:可以|能|可)?(?:连|画|得到|有)(?:成|出)?(?:了)?(?:多少|几)条(?:线段|线)",),
        "knock_out": (r"(?:比赛)?(?:采用|进行|实行)?(?:单场)?淘汰(?:制|赛)(?:\(即每场比赛淘汰1支球队\))?",),
        "points": (r"(?:如果|若)?(?:赛|打)?平,每队各得(?P<d>\d)分,否则胜(?:队|者)?得(?P<w>\d)分,负(?:队|者)?得(?P<l>\d)分", r"(?:规定)?(?:胜|赢)(?:一场|1场|者|队)?得(?P<w>\d)分,平(?:一场|1场|局)?(?:各|双方各)?得(?P<d>\d)分,(?:负|输)(?:一场|1场|者|队)?得(?P<l>\d)分"),
        "ask_games": (rf"(?:一共|共|总共)?(?:要|需要|应)?(?:进行|比赛|赛|打|安排|{_VERB})(?:了)?(?:多少|几)(?:场|次|局|盘)(?:比赛)?", r"(?:一共|共|总共)?(?:有|要有)(?:多少|几)(?:场|次|局)(?:比赛)?"),
        "ask_points": (rf"(?:那么|则)?,?(?:打完|赛完)?(?:所有)?(?:比赛)?(?:后|以后|之后)?,?(?:这)?(?:{_N.replace('n>', 'm>')}{_Q}{_ZH})?(?:的)?总得?分(?:之和)?(?:是|为)(?:多少|____)?分?",),
        "idle": (r"\(不能?重复计数\)", r"不能?重复计数", r"直到产生冠军"),
    },
)  # fmt: skip
def _chinese(found: list[Said], work: Working) -> None:
    if every(found, "points_many"):
        if [s.kind for s in found] != ["points_many", "points_each", "ask_segments"]:
            raise Unclear
        n = _value(found[0].values["n"])
        if n < 2:
            raise Unclear
        lines = work.step(
            "每个点都和其余的各连一条，每条算了两遍，所以线段的条数", num(n) * num(n - 1) / num(2)
        )
        work.give(lines, "条", "线段的条数")
        return
    if every(found, "points_each") or every(found, "ask_segments"):
        raise Unclear
    _play(found, work, ("每个都和其余的各碰一次，每次算了两遍，所以一共的场（次）数", "每场比赛不论胜负，双方共得几分", "淘汰赛每场淘汰一个，最后剩下一个，所以场数", "一共的场（次）数", "总得分"))  # fmt: skip


_ZH_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}


def _value(text: str) -> int:
    if text.isdigit():
        return int(text)
    if re.fullmatch("[两二三四五六七八九]?十[一二三四五六七八九]?", text):
        tens, ones = text.split("十")
        return (_ZH_DIGITS[tens] if tens else 1) * 10 + (_ZH_DIGITS[ones] if ones else 0)
    if text in _ZH_DIGITS:
        return _ZH_DIGITS[text]
    raise Unclear


def _play(found: list[Said], work: Working, says: tuple[str, str, str, str, str]) -> None:
    many, each, out = every(found, "many"), every(found, "each"), every(found, "knock_out")
    asked = [s for s in found if s.kind.startswith("ask_")]
    robin = bool(each) or any("robin" in s.values for s in many)
    if len(many) != 1 or len(asked) != 1 or robin == bool(out) or len(out) > 1:
        raise Unclear
    n = _value(many[0].values["n"])
    named = asked[0].values.get("n") or asked[0].values.get("m")
    if n < 2 or named and _value(named) != n:
        raise Unclear
    points = every(found, "points")
    games: Term
    if out:
        if points:
            raise Unclear
        games = work.step(says[2], num(n) - num(1))
    else:
        games = work.step(says[0], num(n) * num(n - 1) / num(2))
    if asked[0].kind == "ask_games":
        if points:
            raise Unclear
        work.give(games, "", says[3])
        return
    if len(points) != 1:
        raise Unclear
    win, draw, loss = (int(points[0].values[k]) for k in "wdl")
    if win + loss != 2 * draw:
        raise Unclear
    both = work.step(says[1], num(draw) + num(draw))
    work.give(work.step(says[4], games * both), "", says[4])
