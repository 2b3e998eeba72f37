"""Matches that end when somebody has won a number of games: best of three, 五局三胜. Asked: who wins, by which score, after how many games, how many on average.

Read: two players, the chance of one of them in each game, games independent and never drawn. Not: chances that change from game to game, ties, leads told.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.reader.numerals import chinese_value
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import comment, exact_source
from solver.topics.clauses import Said
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_E: Final = r"(?-i:[A-Z])(?![a-z])"
_TEAM: Final = rf"(?:(?:player|team) )?{_E}"
_GAME: Final = r"(?:games?|sets?|frames?|rounds?)"
_NUM: Final = r"(?:\d|two|three|four|five|seven)"
_CHANCE: Final = r"(?:probability|chance)"
_EN: Final = {
    "players": (rf"(?:2 |two )?(?:(?:players?|teams?) )?{_E} and (?:(?:player|team) )?{_E} (?:play|are playing|compete in|meet in) a(?: (?:table tennis|tennis|badminton|chess|volleyball|squash))?(?P<rule> best[- ]of[- ](?P<of>{_NUM}))?(?: {_GAME})?(?: (?:table tennis|tennis|badminton|chess|volleyball|squash))? ?(?:match|series|game|final|tournament)",),
    "rule": (
        rf"(?:(?:the )?(?:2 |two )?(?:players?|teams?) )?(?:{_E} and {_E} )?play until (?:1|one) (?:of them|team|player|side) (?:has won|wins) (?P<first>{_NUM}) {_GAME}",
        rf"the (?:first|player who first|team that first)(?: (?:player|team|one))? (?:to win|wins) (?P<first>{_NUM}) {_GAME} wins(?: the (?:match|series))?",
        rf"(?:it is|the match is|the series is|the match is decided as|they play) (?:the )?best[- ]of[- ](?P<of>{_NUM})(?: {_GAME})?",
    ),
    "chance": (rf"(?P<who>{_E}) wins each {_GAME} with {_CHANCE} <p:chance>(?:,? independently(?: of (?:the )?(?:others?|other {_GAME}))?)?", rf"the {_CHANCE} (?:that|of) (?:player |team )?(?P<who>{_E}) (?:wins|winning) (?:each|a|any|every|a single|an individual) {_GAME} is <p:chance>(?: independently(?: of (?:the )?(?:others?|other {_GAME}))?)?", rf"in each {_GAME},? (?P<who>{_E}) wins with {_CHANCE} <p:chance>(?: independently)?"),
    "idle": (rf"(?:all |the )?(?:(?:results of )?(?:the )?(?:different )?{_GAME}|results|outcomes) are independent(?: of (?:each other|one another))?", r"there are no (?:ties|draws)", "independently"),
    "ask_wins": (rf"{FIND}(?:the )?{_CHANCE} (?:that|of) (?:player |team )?(?P<winner>{_E}) (?:wins|winning|will win) the (?:match|series|game|tournament|final)",),
    "ask_length": (rf"{FIND}(?:the )?{_CHANCE} (?:that )?the (?:match|series) (?:lasts|ends after|takes|ends in|goes to|will last)(?: exactly| just)? <k>(?: {_GAME})?", rf"{FIND}(?:the )?{_CHANCE} (?:that )?the (?:match|series) (?:lasts|ends after|takes|ends in|goes to|will last)(?: exactly| just)? (?P<word>two|three|four|five)(?: {_GAME})?"),
    "ask_score": (rf"{FIND}(?:the )?{_CHANCE} (?:that|of) (?:player |team )?(?P<winner>{_E}) (?:wins|winning|will win)(?: the (?:match|series))? <a> ?(?:-|:|to) ?<b>",),
    "ask_mean": (rf"{FIND}(?:the )?expected (?:number of {_GAME}(?: played)?|length of the (?:match|series))",),
}  # fmt: skip
_Z: Final = "[甲乙](?:队|方)?"
_ZN: Final = "[两二三四五六七2-9]"
_SPORT: Final = "(?:乒乓球|羽毛球|网球|排球|象棋|围棋|台球|中国象棋|跳棋|篮球|足球|友谊)"
_MATCH: Final = "(?:比赛|决赛|对抗赛|友谊赛|冠军赛|总决赛|赛|对局)"
_RULE_ZH: Final = rf"(?P<games>{_ZN})局(?P<first>{_ZN})胜"
_ZH: Final = {
    "players": (
        rf"(?:在一?场{_SPORT}{_MATCH}中,)?{_Z}[,和与]?{_Z}(?:[两2二](?:人|队|名选手|位同学|名同学|个队|名运动员))?(?:之间)?(?:进行|参加|举行)?(?:一场|的)?(?:{_RULE_ZH}制的?)?{_SPORT}?{_MATCH}",
        rf"{_Z}[,和与]?{_Z}(?:[两2二](?:人|队))?{_SPORT}{_MATCH}",
    ),
    "rule": (
        rf"(?:比赛)?(?:采用|采取|实行|约定|规定|规则为|规则是)?{_RULE_ZH}制?(?:的规则)?(?:\((?:即)?(?:谁)?先[胜赢得](?:得)?{_ZN}局(?:者|的一方)?(?:获胜|胜|为胜|赢)(?:,?比赛(?:就|即|随即)?(?:结束|终止))?\))?",
        rf"(?:约定|规定|谁)?先[胜赢得](?:得)?(?P<first>{_ZN})局(?:者|的一方|的人)?(?:获胜|为胜|胜|赢)(?:,?(?:比赛|且比赛)(?:就|即|随即)?(?:结束|终止))?",
    ),
    "chance": (
        rf"(?:假设|设)?(?:在)?(?:每|每一|各|任意一)局(?:比赛)?(?:中)?,?(?P<who>{_Z})(?:获胜|胜|赢|取胜)(?:{_Z})?的?概率(?:均|都)?(?:为|是|=)<p:chance>(?:,(?P<other>{_Z})(?:获胜|胜|赢|取胜)的概率(?:均|都)?(?:为|是|=)<q:chance>)?",
        rf"(?P<who>{_Z})(?:在)?(?:每|每一|各)局(?:比赛)?(?:中)?(?:获胜|胜|赢|取胜)的?概率(?:均|都)?(?:为|是|=)<p:chance>",
    ),
    "idle": ("(?:且|并且)?(?:各局|每局)(?:比赛)?(?:的)?(?:结果|胜负|输赢)?(?:互不影响|之间?相互独立|相互独立|互相独立|彼此独立)(?:,?(?:且)?没有平局)?", "(?:且)?(?:每局)?(?:比赛)?(?:没有|无|不出现)(?:平局|和棋)", "(?:比赛)?结束"),
    "ask_wins": (rf"{FIND_ZH}(?P<winner>{_Z})(?:最终|最后)?(?:获胜|胜|赢得(?:比赛|冠军)|夺冠|获得冠军|赢|获得(?:比赛)?胜利|取胜)的概率{HOW_MUCH_ZH}",),
    "ask_score": (rf"{FIND_ZH}(?P<winner>{_Z})(?:恰好)?以?<a>:<b>(?:的比分)?(?:获胜|取胜|战胜{_Z}|胜|赢得比赛)的概率{HOW_MUCH_ZH}",),
    "ask_length": (rf"{FIND_ZH}(?:比赛)?(?:恰好|恰|只|刚好)?(?:进行|打|比赛|比|赛)(?:了)?(?P<word>{_ZN})局(?:比赛)?(?:就|后)?(?:结束|终止)的概率{HOW_MUCH_ZH}",),
    "ask_mean": (rf"(?:设|记)?(?:比赛|所需|进行的|总)?(?:比赛)?(?:的)?(?:总)?局数(?:为|是)(?P<letter>[A-Zξ]),{FIND_ZH}(?:随机变量)?[A-Zξ]的(?:数学)?期望(?:[A-Z]\([A-Zξ]\))?{HOW_MUCH_ZH}",),
}  # fmt: skip
_WORDS: Final = {
    "rule": Words("The match is over when somebody has won {n} games. In each game {who} wins with \\({p}\\), loses with \\(1-{p}={q}\\).", "先胜 {n} 局者获胜。每局{who}胜的概率为 \\({p}\\)，负的概率为 \\(1-{p}={q}\\)。"),
    "score": Words("{who} wins \\({n}:{b}\\): the last game is won, and of the {m} before it {b} are lost: \\[C_{{{m}}}^{{{b}}}\\cdot {pn}\\cdot {qb}={value}\\]", "{who}以 \\({n}:{b}\\) 获胜：最后一局胜，前 {m} 局中负 {b} 局：\\[C_{{{m}}}^{{{b}}}\\cdot {pn}\\cdot {qb}={value}\\]"),
    "sum": Words("The cases exclude one another: \\[{terms}={value}\\]", "各情形互斥，相加得 \\[{terms}={value}\\]"),
    "length": Words("After \\({k}\\) games it is over when one side wins the last game and {m} of the \\({rest}\\) before it: \\[P={value}\\]", "恰好打 \\({k}\\) 局结束，即某一方胜最后一局，且在前 \\({rest}\\) 局中胜 {m} 局：\\[P={value}\\]"),
    "mean": Words("The mean is the sum of all lengths, each times its probability: \\[E={terms}={value}\\]", "期望 \\[E={terms}={value}\\]"),
    "code": Words("all courses of the match", "列举比赛的各种情形"),
    "method": Words("all sequences of wins and losses were listed, as if all games were played", "假设打满所有局，列举全部胜负序列"),
}  # fmt: skip
_EN_NUM: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "seven": 7}


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _EN_NUM.get(word.lower()) or chinese_value(word) or 0


def _needed(exam: Exam) -> int:
    """How many games must be won."""
    found = set[int]()
    for s in exam.said:
        if "of" in s.values:
            games = _count(s.values["of"])
            found.add((games + 1) // 2 if games % 2 else 0)
        if s.kind in ("rule", "players") and "first" in s.values:
            found.add(_count(s.values["first"]))
            if "games" in s.values and _count(s.values["games"]) != 2 * _count(s.values["first"]) - 1:
                raise Unfit
    if len(found) != 1 or not 2 <= (n := found.pop()) <= 4:
        raise Unfit
    return n


@kind(r"局.*(?:概率|期望)", "zh", _ZH)
@kind(r"(?i)best[- ]of|wins? .*(?:games?|sets?).*(?:probability|chance)|until", "en", _EN)
def match(exam: Exam) -> list[Task]:
    """One match with one chance."""
    chance = exam.one("chance")
    who = chance.values.get("who", "")
    if not who or not exam.asked:
        raise Unfit
    p, n = chance.number("p"), _needed(exam)
    if not 0 < p < 1 or "q" in chance.values and chance.number("q") != 1 - p:
        raise Unfit
    return [_task(exam, asked, who, p, n) for asked in exam.asked]


def _task(exam: Exam, asked: Said, who: str, p: sp.Rational, n: int) -> Task:
    say, q = exam.language, 1 - p
    steps = [_WORDS["rule"].say(say, n=n, who=who, p=exact_latex(p), q=exact_latex(q))]
    if "letter" in asked.values and asked.kind != "ask_mean":
        raise Unfit
    head = [f"p, n = {exact_source(p)}, {n}", comment(_WORDS["code"].say(say))]
    if asked.kind in ("ask_wins", "ask_score"):
        name = asked.values["winner"]
        if re.sub("[队方]", "", name) != re.sub("[队方]", "", who):
            p, q = q, p
        head[0] = f"p, n = {exact_source(p)}, {n}"
        lost = range(n)
        if asked.kind == "ask_score":
            a, b = (int(asked.number(side)) for side in "ab")
            if a != n or not 0 <= b < n:
                raise Unfit
            lost = range(b, b + 1)
        values = list[sp.Rational]()
        for b in lost:
            values.append(sp.binomial(n - 1 + b, b) * p**n * q**b)
            steps.append(_WORDS["score"].say(say, who=name, n=n, b=b, m=n - 1 + b, pn=_power(p, n), qb=_power(q, b), value=exact_latex(values[-1])))  # fmt: skip
        if len(values) > 1:
            steps.append(_WORDS["sum"].say(say, terms="+".join(map(exact_latex, values)), value=exact_latex(sum(values))))  # fmt: skip
        lines = [*head, f"sum(binomial(n - 1 + b, b) * p**n * (1 - p)**b for b in range({lost[0]}, {lost[-1] + 1}))"]  # fmt: skip
        wins = f"first_to(seq, {n}) in {[(n, b) for b in lost]}"
        return task(exam, steps, lines, _listed(n, p, wins), _WORDS["method"])
    lengths = {k: sp.binomial(k - 1, n - 1) * (p**n * q ** (k - n) + q**n * p ** (k - n)) for k in range(n, 2 * n)}  # fmt: skip
    whole = "binomial(k - 1, n - 1) * (p**n * (1 - p)**(k - n) + (1 - p)**n * p**(k - n))"
    wanted = list(lengths)
    if asked.kind == "ask_length":
        k = _count(asked.values["word"]) if "word" in asked.values else int(asked.number("k"))
        if k not in lengths:
            raise Unfit
        wanted = [k]
    for k in wanted:
        value = rf"C_{{{k - 1}}}^{{{n - 1}}}\left({_power(p, n)}\cdot {_power(q, k - n)}+{_power(q, n)}\cdot {_power(p, k - n)}\right)={exact_latex(lengths[k])}"  # fmt: skip
        steps.append(_WORDS["length"].say(say, k=k, rest=k - 1, m=n - 1, value=value))
    if asked.kind == "ask_length":
        lines = [*head, f"k = {wanted[0]}", whole]
        return task(exam, steps, lines, _listed(n, p, f"sum(first_to(seq, {n})) == {wanted[0]}"), _WORDS["method"])  # fmt: skip
    mean = sum(k * value for k, value in lengths.items())
    steps.append(_WORDS["mean"].say(say, terms="+".join(rf"{k}\cdot {exact_latex(v)}" for k, v in lengths.items()), value=exact_latex(mean)))  # fmt: skip
    lines = [*head, f"sum(k * {whole} for k in range(n, 2*n))"]
    return task(exam, steps, lines, _listed(n, p, f"sum(first_to(seq, {n}))"), _WORDS["method"])


def _power(p: sp.Rational, k: int) -> str:
    return rf"\left({exact_latex(p)}\right)^{{{k}}}"


def _listed(n: int, p: sp.Rational, event: str) -> tuple[str, ...]:
    """Every sequence of 2n − 1 games; the score at which the match was over."""
    return (
        "from itertools import product",
        f"p = {exact_source(p)}",
        "def first_to(seq, n):",
        "    won = lost = 0",
        "    for game in seq:",
        "        won, lost = won + game, lost + 1 - game",
        "        if n in (won, lost):",
        "            return won, lost",
        f"total = sum(int({event}) * p**sum(seq) * (1 - p)**({2 * n - 1} - sum(seq)) for seq in product((0, 1), repeat={2 * n - 1}))",
        "simplify(answer - total) == 0",
    )
