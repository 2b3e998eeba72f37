r"""Arrangements and choices, in words and in symbols."""

from __future__ import annotations

from random import Random
from typing import Final

from training.synthesis.phrases.base import Formula, Phrased, Slots

_GROUPS: Final = (
    ("students", "学生", "名"), ("people", "人", "个"), ("books", "书", "本"), ("players", "队员", "名"), ("cards", "卡片", "张"), ("friends", "朋友", "个"), ("children", "孩子", "个"), ("toys", "玩具", "个"),
    ("singers", "歌手", "名"), ("dancers", "演员", "名"), ("workers", "工人", "名"), ("flowers", "花", "朵"), ("balls", "球", "个"), ("members", "成员", "名"), ("songs", "歌曲", "首"), ("teachers", "老师", "名"),
    ("paintings", "画", "幅"), ("candidates", "候选人", "名"), ("stamps", "邮票", "张"), ("volunteers", "志愿者", "名"),
)  # fmt: skip


def _group(random: Random) -> Slots:
    thing, han, counter = random.choice(_GROUPS)
    n = random.randint(4, 20)
    return {"thing": thing, "han": han, "q": counter, "n": n, "k": random.randint(2, min(n - 1, 8))}


def _row(random: Random) -> Slots:
    return {**_group(random), "n": random.randint(3, 10)}


def _symbols(random: Random) -> Slots:
    def one() -> tuple[int, int]:
        n = random.randint(4, 15)
        return n, random.randint(2, n - 1)

    (n, k), (m, j) = one(), one()
    sign = random.choice((" + ", " - ", r" \times "))
    c = random.choice(("C_{%d}^{%d}", r"\mathrm{C}_{%d}^{%d}"))
    a = random.choice(("A_{%d}^{%d}", r"\mathrm{A}_{%d}^{%d}"))
    return {"binom": Formula(rf"\binom{{{n}}}{{{k}}}"), "ncr": f"{n}C{k}", "npr": f"{n}P{k}", "c": f"C({n},{k})", "p": f"P({n},{k})", "nCr": f"nCr({n},{k})", "nPr": f"nPr({n},{k})", "n": n, "k": k,
            "hc": Formula(c % (n, k)), "ha": Formula(a % (n, k)), "cc": Formula(c % (n, k) + sign + c % (m, j)), "ca": Formula(c % (n, k) + sign + a % (m, j)), "aa": Formula(a % (n, k) + sign + a % (m, j)),
            "ncr2": f"{n}C{k}{random.choice((' + ', ' - '))}{m}C{j}", "usual": Formula(f"{{}}_{{{n}}}C_{{{k}}}"), "usualp": Formula(f"{{}}_{{{n}}}P_{{{k}}}")}  # fmt: skip


_WAYS: Final = "[In how many ways can|In how many different ways can|How many ways can]"
KINDS: Final = (
    Phrased("choose", "arrangements", _group, (
        "r:How many ways are there to [choose|select|pick] {k} {thing} [from|out of] [a group of |][{n} {thing}|{n} different {thing}|{n}]?", f"r:{_WAYS} {{k}} {{thing}} be [chosen|selected|picked] [from|out of] [a group of |]{{n}}[ {{thing}}|]?",
        "n:the number of ways to [choose|select|pick] {k} {thing} [from|out of] {n}[ {thing}|]", "r:There are {n} {thing}. In how many ways can [you|we] [choose|select|pick] {k} of them?", "r:How many different [groups|teams|sets|selections] of {k} {thing} can be [chosen|formed|made] from {n} {thing}?",
        "r:From {n} {thing}, {k} are to be [chosen|selected]. How many [choices|selections|ways] are there?", "r:How many combinations of {k} {thing} can be chosen from {n} {thing}?",
    ), (
        "r:从{n}{q}{han}中[选出|选|任选|挑选|挑出|任意选出|取出]{k}{q}[{han}|][参加活动|去参加比赛|组成一组|]，[共有|有|一共有]多少种[不同的|][选法|方法|选择方法]？", "r:[要|]从{n}{q}[不同的|]{han}中[选|挑]{k}{q}，有[多少|几]种[不同的|]选法？", "r:{n}{q}[不同的|]{han}，任选{k}{q}，[共|]有多少种选法？",
        "r:有{n}{q}{han}，从中[选|挑选|选出]{k}{q}，[有多少种选法|共有几种不同选法|一共有多少种不同的选法]？", "n:从{n}{q}{han}中选出{k}{q}的[方法数|选法种数|不同选法的种数]",
    )),
    Phrased("row", "arrangements", _row, (
        f"r:{_WAYS} {{n}} [different |]{{thing}} [be arranged|be lined up|be placed|stand|be put] [in a row|in a line|on a shelf]?", "n:the number of ways to [arrange|line up|order] {n} [different |]{thing} in a [row|line]", "r:How many [different |]ways are there to [arrange|line up|order] {n} {thing} in a [row|line]?",
        "r:How many [different |]orders are there for {n} {thing}?", "r:{n} {thing} stand in a [row|line]. How many [arrangements|orders] are [there|possible]?",
    ), (
        "r:{n}{q}[不同的|]{han}[排成一排|站成一排|排成一列|排成一行]，[有|共有|一共有][多少|几]种[不同的|][排法|站法|排列方法|方法]？", "r:把{n}{q}[不同的|]{han}[排成一排|排成一行|摆成一排]，[共|]有多少种[不同的|]排法？", "n:{n}{q}[不同的|]{han}排成一排的[方法数|排法种数]", "r:{n}{q}{han}全部排成一列，有多少种排法？",
    )),
    Phrased("round", "arrangements", _row, (
        f"r:{_WAYS} {{n}} [people|{{thing}}] [be seated|sit|be arranged] [around a round table|at a round table|in a circle|around a circular table]?", "n:the number of ways to seat {n} people [around a round table|at a round table|around a circular table]", "r:{n} people sit around a round table. How many [arrangements|seatings|ways] are there?",
        "r:How many ways are there to seat {n} people around a circular table?",
    ), ("r:{n}[个人|人|名同学|个朋友]围[着|成]圆桌[坐|而坐|就坐]，[共|]有[多少|几]种[不同的|]坐法？", "r:{n}[个人|人]围[坐成一圈|成一圈坐]，有多少种[不同的|]坐法？", "r:{n}人坐在圆桌[旁|周围]，[共有|有]多少种坐法？", "n:{n}个人围圆桌而坐的[坐法数|方法数]")),
    Phrased("handshakes", "arrangements", _group, (
        "r:[There are {n} people at a [party|meeting|dinner].|{n} people meet.|{n} people are in a room.] [Everyone|Each person|Each of them|Everybody] shakes hands with [everyone else|everybody else|each other person|all the others][ once|]. How many handshakes are there[ in all| in total|]?",
        "r:If {n} people all shake hands with each other [once|exactly once], how many handshakes [are there|take place]?", "n:the number of handshakes [among|between] {n} people who all shake hands with each other once", "r:How many handshakes are there when {n} people [all |]shake hands with each other?",
    ), ("r:{n}[个人|人|个朋友|位客人][见面|聚会|参加会议]，每两人[之间|]握[一次手|手一次]，[一共|共|总共|][要|]握[多少|几]次手？", "r:{n}[个人|人]两两握手，[一共|共]握手多少次？", "r:{n}人[聚会|见面]，每[两人|两个人]都握一次手，[一共|共]握了多少次手？")),
    Phrased("one symbol", "counting_symbols", _symbols, (
        "n:[{ncr}|{c}|{nCr}|{n} choose {k}|{binom}|{usual}|{hc}]", "v:[evaluate|compute|calculate|work out|simplify] [{ncr}|{c}|{nCr}|{n} choose {k}|{binom}|{usual}]", "r:[{c}|{ncr}|{nCr}|{binom}]", "n:the value of [{ncr}|{c}|{n} choose {k}|{binom}]", "n:the number of combinations {c}", "n:the binomial coefficient [{binom}|{n} choose {k}|{c}]", "r:{n} choose {k}",
    ), ("v:[计算|求]：[{hc}|{c}|{binom}]", "v:[计算|算出]{hc}", "n:{hc}[|的值]", "n:组合数[{hc}|{c}]", "r:{hc}=____", "r:{hc}=？", "n:{binom}")),
    Phrased("ordered symbol", "counting_symbols", _symbols, (
        "n:[{npr}|{p}|{nPr}|{usualp}]", "v:[evaluate|compute|calculate|work out|simplify] [{npr}|{p}|{nPr}|{usualp}]", "r:[{p}|{npr}|{nPr}]", "n:the value of [{npr}|{p}]", "n:the number of permutations {p}",
    ), ("v:[计算|求]：[{ha}|{ha}]", "v:[计算|算出]{ha}", "n:{ha}[|的值]", "n:排列数{ha}", "r:{ha}=____", "r:{ha}=？")),
    Phrased("two symbols", "counting_symbols", _symbols, ("n:[{ncr2}|{cc}]", "v:[evaluate|compute|calculate|work out] [{ncr2}|{cc}]", "r:[{ncr2}|{cc}]", "n:the value of {ncr2}"), ("v:[计算|求]：[{cc}|{ca}|{aa}]", "v:计算[{cc}|{ca}|{aa}]", "n:[{cc}|{ca}|{aa}]的值", "r:{cc}=____", "n:{ca}", "n:{cc}", "n:{aa}")),
)  # fmt: skip
