"""How many ways, told in several clauses: offices of a club, so many of each kind, round tables, rings of beads, balls in boxes, diagonals.

Every clause has to be one of the table's; a condition that is not there ("if Ann must be chosen") leaves the problem unread.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import comb, factorial, perm, prod
from typing import Final

from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import comment
from solver.topics.clauses import Said, clauses, table
from solver.topics.prepared import Prepared

MAX_THINGS: Final = 300
LISTED: Final = 9
"""Up to so many things the check lists every way."""
WORDS: Final = {
    "offices": Words("For the first office there are \\({n}\\) possibilities, for each next one fewer, as nobody holds two: \\[{product}={value}\\]", "第一个职务有 \\({n}\\) 种人选，因为一人不能兼任，以后每个少一种：\\[{product}={value}\\]"),
    "free": Words("For each of the \\({k}\\) offices there are \\({n}\\) possibilities, as one person may hold several: \\[{n}^{{{k}}}={value}\\]", "可以兼任，每个职务都有 \\({n}\\) 种人选：\\[{n}^{{{k}}}={value}\\]"),
    "choose": Words("The order of the chosen does not matter: \\[\\binom{{{n}}}{{{k}}}=\\frac{{{n}!}}{{{k}!\\,{rest}!}}={value}\\]", "选出的不讲顺序：\\[C_{{{n}}}^{{{k}}}=\\frac{{{n}!}}{{{k}!\\,{rest}!}}={value}\\]"),
    "kinds": Words("Choose from each kind on its own; every choice goes with every other one: \\[{product}={value}\\]", "各类分别选取，再按乘法原理相乘：\\[{product}={value}\\]"),
    "table": Words("Turning all seats changes nothing: fix one person, the other \\({less}\\) can sit in any order: \\[{less}!={value}\\]", "旋转后相同的坐法算一种：固定一个人，其余 \\({less}\\) 人任意排：\\[{less}!={value}\\]"),
    "beside": Words("Take the two as one: \\({less}\\) things round the table, \\({rest}!\\) ways, and the two can change places: \\[{rest}!\\cdot 2={value}\\]", "把两人看成一个整体：\\({less}\\) 个元素围圆桌有 \\({rest}!\\) 种，两人还可交换：\\[{rest}!\\cdot 2={value}\\]"),
    "apart": Words("All seatings without those in which the two are neighbours: \\[{all}!-{rest}!\\cdot 2={value}\\]", "从全部坐法中去掉两人相邻的：\\[{all}!-{rest}!\\cdot 2={value}\\]"),
    "ring": Words("Turning the ring changes nothing, so there would be \\(({n}-1)!\\) ways; turned over, each of them is the same as one other: \\[\\frac{{({n}-1)!}}{{2}}={value}\\]", "旋转相同算一种，有 \\(({n}-1)!\\) 种；翻转后每两种又相同：\\[\\frac{{({n}-1)!}}{{2}}={value}\\]"),
    "blocks": Words("Each group that stays together is one block: \\({blocks}\\) blocks and single people in a row, \\({blocks}!\\) ways; within the blocks there are {inside} ways. Altogether \\[{product}={value}\\]", "坐在一起的每组人看成一个整体：共 \\({blocks}\\) 个元素排成一排，有 \\({blocks}!\\) 种；各整体内部有 {inside} 种。所以共有 \\[{product}={value}\\]"),
    "round_blocks": Words("Each group that stays together is one block. Turning the table changes nothing, so the \\({blocks}\\) blocks have \\(({blocks}-1)!\\) ways; within the blocks there are {inside} ways. Altogether \\[{product}={value}\\]", "坐在一起的每组人看成一个整体。旋转相同，\\({blocks}\\) 个整体有 \\(({blocks}-1)!\\) 种坐法；内部有 {inside} 种。所以共有 \\[{product}={value}\\]"),
    "different_boxes": Words("Each of the \\({n}\\) balls can go into any of the \\({k}\\) boxes: \\[{k}^{{{n}}}={value}\\]", "\\({n}\\) 个球每个都可以放进 \\({k}\\) 个盒子中的任一个：\\[{k}^{{{n}}}={value}\\]"),
    "equal_balls": Words("Only how many balls each box gets matters: a row of \\({n}\\) balls and \\({walls}\\) walls between the boxes: \\[\\binom{{{places}}}{{{walls}}}={value}\\]", "只看每个盒子里有几个球：把 \\({n}\\) 个球和 \\({walls}\\) 块隔板排成一行：\\[\\binom{{{places}}}{{{walls}}}={value}\\]"),
    "equal_boxes": Words("The boxes cannot be told apart, so the balls are divided into at most \\({k}\\) groups. With exactly 1, 2, … groups there are {terms} ways: \\({value}\\) altogether.", "盒子没有区别，就是把球分成至多 \\({k}\\) 组。恰好分成 1、2、… 组的方法数依次是 {terms}，共 \\({value}\\) 种。"),
    "partitions": Words("Neither balls nor boxes can be told apart: only the numbers of balls matter, in any order. They are {terms}: \\({value}\\) ways.", "球和盒子都没有区别，只看各盒球数（不计次序）：{terms}，共 \\({value}\\) 种。"),
    "diagonals": Words("From each of the \\({n}\\) vertices a diagonal goes to every vertex but itself and its two neighbours, and each diagonal has two ends: \\[\\frac{{{n}\\cdot({n}-3)}}{{2}}={value}\\]", "从每个顶点可以向除自己和两个邻点以外的 \\({n}-3\\) 个顶点作对角线，每条对角线被数了两次：\\[\\frac{{{n}\\times({n}-3)}}{{2}}={value}\\]"),
    "hands": Words("Each handshake belongs to two people. With \\(n\\) people there are \\(\\frac{{n(n-1)}}{{2}}={total}\\), so \\(n(n-1)={double}\\) and \\(n={value}\\).", "每次握手对应两个人。设有 \\(n\\) 人，则 \\(\\frac{{n(n-1)}}{{2}}={total}\\)，即 \\(n(n-1)={double}\\)，所以 \\(n={value}\\)。"),
    "code": Words("the number of ways", "方法数"),
    "listed": Words("all of them were listed", "把所有情况一一列出"),
    "counted": Words("counted again by another formula", "用另一种公式重新计算"),
    "answer": Words("There are \\({answer}\\).", "共有 \\({answer}\\) 种。"),
    "people": Words("There were \\({answer}\\) people.", "共有 \\({answer}\\) 人。"),
}  # fmt: skip
_POLYGONS: Final = {"quadrilateral": 4, "pentagon": 5, "hexagon": 6, "heptagon": 7, "octagon": 8, "nonagon": 9, "decagon": 10, "dodecagon": 12}
_BODY: Final = r"(?:club|team|class|group|committee|council|society|board|troop|choir|band)"
_PEOPLE: Final = r"(?:members|people|students|players|persons|candidates|girls|boys|children)"
_HOW: Final = r"(?:in how many (?:different |distinct |distinguishable |possible )?ways (?:can|could|may)|how many (?:different |distinct |distinguishable |possible )?ways are there (?:for|to))"
_WHO: Final = r"(?:i|we|you|they|he|she|it|mr\.? <w1:word>|mrs\.? <w2:word>|ms\.? <w3:word>|the (?:coach|teacher|club|team|committee|class|manager))"
_ROLE: Final = r"(?:president|vice[ -]president|secretary|treasurer|captain|co-?captain|chair(?:man|woman|person)?|leader|manager|assistant captain)"
_A_ROLE: Final = rf"(?:(?:an? |the )?{_ROLE})"
_ROLES: Final = rf"(?P<roles>{_A_ROLE}(?:,? and {_A_ROLE}|, {_A_ROLE})+)"
_PICK: Final = r"(?:choose|select|pick|elect|appoint)"
_ONE_OFFICE: Final = (
    r"(?:if |and )?(?:we have no restrictions other than |assuming (?:that )?|given that )?(?:that )?(?:no (?:one|1|person|member|student|player|individual)|nobody|no single person) (?:can|may|is allowed to) (?:hold|serve|have|fill)(?: in)? (?:more than (?:one|1)|two|2|both) (?:offices?|roles?|positions?)(?: at the same time)?"
    r"|(?:if )?(?:we have no restrictions other than )?the same person (?:can't|cannot|can not|may not) hold (?:both|two|2|more than (?:one|1)) offices?"
    r"|(?:if )?(?:individual |each )?(?:members?|people|person) can only hold (?:at most )?(?:one|1) office|(?:if )?(?:one|1) person cannot (?:serve in|hold) more than (?:one|1) (?:position|office)"
)
_TURNED: Final = r"(?:two|2) (?:seatings|arrangements|ways) are (?:considered )?(?:the same|equivalent|identical) if (?:one|1) (?:is a rotation of|can be rotated to (?:form|produce|get|give|match)|can be obtained by rotating) the other|(?:if the table is rotated,? it should be counted as the same seating)"
_NAMES: Final = r"<a:word> and <b:word>"
TABLE: Final = table({
    "total": (
        rf"(?:(?:our|my|your|the|a) (?:<s1:word> )?(?:<s2:word> )?{_BODY}|<s3:word> {_BODY}) (?:has|consists of|contains) <n> {_PEOPLE}(?:,? and (?:wishes|wants|needs) to {_PICK} {_ROLES})?",
        rf"a {_BODY} of <n> {_PEOPLE}",
    ),
    "kinds": (
        rf"(?:(?:our|my|your|the|a) (?:<s1:word> )?(?:<s2:word> )?(?:<s3:word> )?(?:<s4:word> )?{_BODY}) (?:has|consists of|contains) <na> <ka:word>(?: delegates)?,? <nb> <kb:word>(?: delegates)?(?:,? and <nc> <kc:word>(?: delegates)?)",
        rf"(?:(?:our|my|your|the|a) (?:<s1:word> )?(?:<s2:word> )?(?:<s3:word> )?{_BODY}|there|i|we) (?:has|consists of|contains|are|have) <na> <ka:word> and <nb> <kb:word>(?: in (?:the|a|my|our) (?:<s4:words> )?{_BODY})?",
        r"(?:if )?<na> <ka:word> and <nb> <kb:word> are (?:interested in going(?: on (?:the|a) <s1:word>)?|available|applying(?: to the committee)?)",
    ),
    "want_kinds": (
        rf"{_WHO} (?:wish(?:es)?|wants?|needs?|would like|has|have) to (?:form|choose|select|pick|send)(?: a(?: <n>[- ]person)?(?: <s1:word>)? {_BODY}(?: consisting)? (?:of|with))? <ia> <wa:word> and <ib> <wb:word>(?: to go on a <s2:words>)?",
    ),
    "want": (
        rf"(?:and )?(?:my coach|{_WHO}) (?:wants?|needs?|wishes|has|have) to (?:choose|select|pick) <k> (?:of them|{_PEOPLE})(?: for (?:a|an|the) (?:<s1:word> )?(?:<s2:word> )?(?:contest|competition|game|match|tournament|trip|project))?",
    ),
    "do": (rf"{_HOW} {_WHO} (?:do (?:this|that|so)|form the {_BODY}|make the choice)",),
    "offices": (
        rf"{_HOW} (?:{_WHO} )?{_PICK} {_ROLES}(?: (?:from|from among|out of) (?:a|the) (?:{_BODY} of )?<n> {_PEOPLE})?",
        rf"{_HOW} {_ROLES} be (?:chosen|selected|elected|picked)(?: (?:from|from among|out of) (?:a |the )?(?:{_BODY} of )?<n> {_PEOPLE})?",
        rf"{_HOW} {_WHO} {_PICK} the officers",
        rf"{_HOW} (?:{_WHO} )?{_PICK} <roles_count> (?:different )?officers\. {_ROLES}\. (?:from|from among|out of) (?:a |the )?(?:{_BODY} of )?<n> {_PEOPLE}",
    ),
    "one_office": (_ONE_OFFICE,),
    "many_offices": (r"(?:if )?(?:individual )?(?:members|people|one person|a member) (?:may|can|is allowed to|are allowed to) hold more than (?:one|1) office",),
    "choose_kinds": (
        rf"{_HOW} {_WHO} {_PICK} (?:an? <n>[- ]person )?(?:{_BODY} )?(?:consisting of |of |with )?<ia> <wa:word> and <ib> <wb:word>",
    ),
    "seat": (
        rf"{_HOW} (?:{_WHO} seat )?<n> (?:different )?(?:people|students|friends|children|guests|persons)(?: to)? ?(?:be seated |sit )?(?:around|at) a (?P<round>round |circular )?table(?: with <places> (?:places|seats|chairs))?",
    ),
    "turned": (_TURNED,),
    "beside": (rf"(?:if )?(?:two of them, )?{_NAMES} (?:insist on sitting|must sit|want to sit|have to sit|sit) (?:next to each other|together|beside each other)",),
    "apart": (rf"(?:if )?{_NAMES} (?:won't|will not|refuse to|cannot|can't|must not|do not want to) sit (?:next to each other|together|beside each other)",),
    "ring": (
        rf"{_HOW} (?:{_WHO} )?(?:place|put|arrange|string)? ?<n> (?:different|distinct|differently colored) (?:keys|beads|charms)(?: be (?:placed|put|arranged|strung))? on a (?:keychain|key chain|key ring|bracelet|necklace)",
    ),
    "flipped": (
        r"(?:two|2) arrangements are considered (?:the same|equivalent) if (?:one|1) can be rotated or (?:flipped|reflected) to be(?:come)? identical to the other",
        r"(?:if )?(?:rotations and (?:flips|reflections)|reflections and rotations)(?: of the (?:bracelet|necklace|ring))? are (?:not treated as different arrangements|considered the same|not considered different)",
    ),
    "in_row": (
        rf"{_HOW} (?:they|(?:the {_BODY} )?members|these <all> (?:delegates|people|students|members)|all <all2> of them) sit in a row(?: of <chairs> (?:chairs|seats))?",
    ),
    "at_table": (rf"{_HOW} (?:they|(?:the {_BODY} )?members|these <all> (?:delegates|people|students|members)) sit (?:around|at) a (?:circular|round) table",),
    "each_together": (
        r"(?:if |such that |so that )?(?:all )?(?:the )?(?:members|delegates|people) (?:of|from) (?:each|the same) (?:country|party|group|kind|school)(?: insist on)?(?: all)? (?:sit|sitting) (?:next to each other|together)",
        r"(?:if |such that )?each (?:country|party|group|school)(?:'s)? ?(?:delegates|members) insist on (?:all )?sitting (?:next to each other|together)",
    ),
    "some_together": (r"(?:if |such that |so that )?all (?:of the )?(?:<many> )?<who:word> (?:must )?sit (?:together|next to each other)",),
    "boxes": (
        rf"{_HOW} (?:put|place|distribute) <n> (?P<balls>indistinguishable |identical |distinguishable |different |distinct )?balls (?:in|into|among) <k> (?P<boxes>indistinguishable |identical |distinguishable |different |distinct )?boxes",
    ),
    "balls_are": (r"(?:if )?the balls are (?P<balls>not distinguishable|indistinguishable|distinguishable|identical|different)",),
    "boxes_are": (r"(?:if )?the boxes are (?P<boxes>not distinguishable|indistinguishable|distinguishable|identical|different|not)",),
    "diagonals": (
        rf"how many (?:distinct |different |unique )?diagonals (?:does|do|can be drawn in|are there in|are in|of|has) an? (?:regular |convex )?(?:(?P<polygon>{'|'.join(_POLYGONS)})|<sides>[- ]sided (?:convex |regular )?polygon|(?:convex |regular )?polygon with <sides2> sides)(?: have| can be drawn)?",
    ),
    "shaken": (
        r"(?:during|at) a (?:party|meeting),? a total of <total> handshakes (?:occurred|took place|were exchanged|happened)",
        r"there were <total> handshakes at a (?:party|meeting)",
    ),
    "each_shook": (r"(?:if )?(?:each|every) person shook hands (?:exactly )?(?:once )?with (?:each|every one) of the other people|(?:if )?everyone shook hands (?:exactly )?(?:once )?with everyone else",),
    "ask_people": (r"how many people (?:were|are) (?:at|in) the (?:party|meeting)|how many people (?:were|are) there",),
    "hand": (r"how many (?:possible )?(?:distinct |different )?<k>[- ]card hands can be dealt from a standard (?:<n>[- ])?card deck",),
    "unordered": (r"(?:if |where )?(?:the )?order (?:in which (?:the cards are dealt|i draw them|we choose them|they are chosen) )?(?:doesn't|does not) matter",),
})  # fmt: skip
TABLE_ZH: Final = table({
    "seat": (r"<n> ?(?:个|名|位)?人(?:围着|围)?(?:一张)?圆桌(?:坐下|而坐|就坐|坐)",),
    "turned": (r"(?:旋转后|旋转)(?:能)?(?:相同|重合)的(?:坐法)?(?:算作?|视为)(?:同)?(?:1|一)种",),
    "beside": (r"(?:其中)?甲(?:和|与|、)?乙(?:两人)?(?:必须|要)?(?:相邻|坐在一起)",),
    "apart": (r"(?:其中)?甲(?:和|与|、)?乙(?:两人)?(?:不能相邻|不相邻|不坐在一起)",),
    "boxes": (r"(?:把|将)? ?<n> ?个(?P<balls>相同的?|不同的?)小?球(?:全部)?放(?:入|进|到) ?<k> ?个(?P<boxes>相同的?|不同的?)(?:的)?盒子(?:中|里)?",),
    "may_be_empty": (r"(?:允许有空盒|盒子可以为空|可以有空盒|每盒(?:的)?球数不限)",),
    "kinds": (r"(?:某班|某队|一个小组|有)(?:有)? ?<na> ?(?:个|名|位)<ka:some>(?:和|、|与) ?<nb> ?(?:个|名|位)<kb:some>",),
    "choose_kinds": (r"(?:从中)?(?:任)?选(?:出)? ?<ia> ?(?:个|名|位)<wa:some>(?:和|、|与) ?<ib> ?(?:个|名|位)<wb:some>",),
    "how": (r"(?:一共|共)?有(?:多少|几)种(?:不同的)?(?:坐法|放法|选法|方法)",),
    "diagonals": (r"(?:一个)?(?:凸)?(?P<zh>[三四五六七八九十]|十二|\d+)边形(?:一共|共)?有(?:多少|几)条对角线",),
})  # fmt: skip


def read(text: Text) -> Reading:
    """The clauses, and what they make together."""
    source = re.sub(r"\$|\\\(|\\\)", " ", text.source)
    if text.language == "zh":
        found = clauses(" ".join(source.split()), TABLE_ZH)
    else:
        plain = re.sub(r"(?<=\w)\s+-\s*(?=\w)", "-", in_digits(source.replace("(", ". ").replace(")", ". ")))
        plain = re.sub(r"\?\s*\.\s", "? ", plain)
        plain = re.sub(r"\bfive(?=-sided)", "5", re.sub(r"\bsix(?=-sided)", "6", plain))
        plain = re.sub(r"(?i)\b(one|two|three|four|five|six|seven|eight|nine|ten)(?=[- ](?:card|person|member)\b)", lambda m: in_digits(m[0] + " x").split()[0], plain)
        found = clauses(re.sub(r"\s+([.,?;])", r"\1", " ".join(plain.split())), TABLE)
    if isinstance(found, str):
        return None
    kinds = {said.kind: said for said in found}
    return _made(kinds, text.language) if kinds and len(kinds) == len(found) else None


def _int(said: Said | None, *names: str) -> int | None:
    for name in names:
        if said is not None and name in said.values:
            value = said.number(name)
            return int(value) if value.is_Integer and 0 < value <= MAX_THINGS else None
    return None


def _made(kinds: dict[str, Said], say: Language) -> Reading:
    names = set(kinds) - {"how"}
    match sorted(names):
        case ["boxes"] | ["balls_are", "boxes"] | ["boxes", "boxes_are"] | ["balls_are", "boxes", "boxes_are"] | ["boxes", "may_be_empty"]:
            return _boxes(kinds, say)
        case ["diagonals"]:
            return _diagonals(kinds["diagonals"], say)
        case ["ask_people", "each_shook", "shaken"]:
            return _hands(_int(kinds["shaken"], "total"), say)
        case ["flipped", "ring"]:
            return _ring(_int(kinds["ring"], "n"), say)
        case ["hand", "unordered"] | ["hand"]:
            return _choose(_int(kinds["hand"], "n") or 52, _int(kinds["hand"], "k"), say)
        case ["do", "total", "want"]:
            return None if "roles" in kinds["total"].values else _choose(_int(kinds["total"], "n"), _int(kinds["want"], "k"), say)
    if names <= {"seat", "turned", "beside", "apart"} and "seat" in names:
        return _seat(kinds, say)
    if names <= {"total", "offices", "one_office", "many_offices", "kinds"} and "offices" in names:
        return _offices(kinds, say)
    if names in ({"kinds", "want_kinds", "do"}, {"kinds", "choose_kinds"}):
        return _of_kinds(kinds, say)
    if "kinds" in names and names <= {"kinds", "in_row", "at_table", "each_together", "some_together", "turned"}:
        return _together(kinds, say)
    return None


def _task(steps: Sequence[str], lines: Sequence[str], tests: Sequence[str], say: Language, *, listed: bool, sentence: Words | None = None) -> Prepared:
    source = "\n".join([*(line for line in lines if line.startswith(("from", "import"))), "", comment(WORDS["code"].say(say)), *(line for line in lines if not line.startswith(("from", "import")))]).strip()  # fmt: skip
    return Prepared(say, tuple(steps), source, tuple(tests), WORDS["listed" if listed else "counted"], sentence or WORDS["answer"])


def _choose(n: int | None, k: int | None, say: Language) -> Reading:
    if n is None or k is None or k > n:
        return None
    value = comb(n, k)
    step = WORDS["choose"].say(say, n=n, k=k, rest=n - k, value=value)
    small = n <= 16
    tests = ["from itertools import combinations", f"answer == sum(1 for _ in combinations(range({n}), {k}))"] if small else [f"answer == prod(range({n - k + 1}, {n + 1}))//prod(range(1, {k + 1}))"]
    return _task([step], ["from math import comb", f"comb({n}, {k})"], _with_prod(tests), say, listed=small)


def _with_prod(tests: list[str]) -> list[str]:
    return ["from math import prod", *tests] if any("prod(" in t for t in tests) else tests


def _offices(kinds: dict[str, Said], say: Language) -> Reading:
    told = [v for k in ("offices", "total") if (v := _int(kinds.get(k), "n")) is not None]
    roles = [said.values["roles"] for said in kinds.values() if "roles" in said.values]
    if "kinds" in kinds:
        groups = _groups(kinds["kinds"])
        if groups is None or len(groups) != 3:
            return None
        (first, everybody), *others = groups.items()
        if first not in ("member", "person", "student", "player") or everybody != sum(n for _, n in others):
            return None
        told.append(everybody)
    if len(told) != 1 or len(roles) != 1 or "one_office" in kinds and "many_offices" in kinds:
        return None
    names = [re.sub(r"^(?:an? |the )", "", r) for r in re.split(r",? and |, ", roles[0])]
    n, k = told[0], len(names)
    if len(set(names)) != k or k > n or _int(kinds["offices"], "roles_count") not in (None, k):
        return None
    if "many_offices" in kinds:
        step = WORDS["free"].say(say, n=n, k=k, value=n**k)
        tests = ["total = 1", f"for office in range({k}):", f"    total = sum(total for person in range({n}))", "answer == total"]
        return _task([step], [f"{n}**{k}"], tests, say, listed=False)
    value = perm(n, k)
    step = WORDS["offices"].say(say, n=n, product=r"\cdot ".join(str(n - i) for i in range(k)), value=value)
    small = value <= 50_000
    tests = ["from itertools import permutations", f"answer == sum(1 for _ in permutations(range({n}), {k}))"] if small else ["from math import factorial", f"answer == factorial({n})//factorial({n - k})"]
    return _task([step], ["from math import perm", f"perm({n}, {k})"], tests, say, listed=small)


def _groups(said: Said) -> dict[str, int] | None:
    found = dict[str, int]()
    for letter in "abc":
        name, count = said.values.get(f"k{letter}"), _int(said, f"n{letter}")
        if name is not None:
            if count is None or _singular(name) in found:
                return None
            found[_singular(name)] = count
    return found


def _singular(word: str) -> str:
    return {"men": "man", "women": "woman", "children": "child", "people": "person"}.get(word.lower(), re.sub(r"s$", "", word.lower()))


def _of_kinds(kinds: dict[str, Said], say: Language) -> Reading:
    groups, want = _groups(kinds["kinds"]), kinds.get("want_kinds") or kinds["choose_kinds"]
    if groups is None or len(groups) != 2:
        return None
    wanted = {_singular(want.values[f"w{x}"]): _int(want, f"i{x}") for x in "ab"}
    if set(wanted) != set(groups) or any(i is None or i > groups[name] for name, i in wanted.items()):
        return None
    pairs = [(groups[name], i) for name, i in wanted.items() if i is not None]
    if _int(want, "n") not in (None, sum(i for _, i in pairs)):
        return None
    value = prod(comb(n, i) for n, i in pairs)
    told = r"\cdot ".join(rf"\binom{{{n}}}{{{i}}}" for n, i in pairs) + "=" + r"\cdot ".join(str(comb(n, i)) for n, i in pairs)
    lines = ["from math import comb", "*".join(f"comb({n}, {i})" for n, i in pairs)]
    tests = ["from math import factorial", "answer == " + "*".join(f"(factorial({n})//(factorial({i})*factorial({n - i})))" for n, i in pairs)]
    return _task([WORDS["kinds"].say(say, product=told, value=value)], lines, tests, say, listed=False)


def _seat(kinds: dict[str, Said], say: Language) -> Reading:
    n = _int(kinds["seat"], "n")
    if n is None or n < 3 or _int(kinds["seat"], "places") not in (None, n) or "beside" in kinds and "apart" in kinds:
        return None
    if say == "en" and "turned" not in kinds and "round" not in kinds["seat"].values:
        return None  # a long table?
    if "beside" not in kinds and "apart" not in kinds:
        value, step = factorial(n - 1), WORDS["table"].say(say, less=n - 1, value=factorial(n - 1))
        source, condition = f"factorial({n - 1})", "True"
    elif "beside" in kinds:
        value = 2 * factorial(n - 2)
        step = WORDS["beside"].say(say, less=n - 1, rest=n - 2, value=value)
        source, condition = f"2*factorial({n - 2})", "next_to(t)"
    else:
        value = factorial(n - 1) - 2 * factorial(n - 2)
        step = WORDS["apart"].say(say, all=n - 1, rest=n - 2, value=value)
        source, condition = f"factorial({n - 1}) - 2*factorial({n - 2})", "not next_to(t)"
    small = n <= LISTED
    if small:
        tests = ["from itertools import permutations", "", "def next_to(t):", f"    return (t.index(1) - t.index(0)) % {n} in (1, {n - 1})", "",
                 f"answer == sum(1 for p in permutations(range(1, {n})) for t in [(0, *p)] if {condition})"]  # fmt: skip
    elif condition == "True":
        tests = ["from math import prod", f"answer == prod(range(1, {n}))"]
    else:
        tests = ["from math import factorial", f"answer == {2 if condition == 'next_to(t)' else n - 3}*factorial({n - 2})"]
    return _task([step], ["from math import factorial", source], tests, say, listed=small)


def _ring(n: int | None, say: Language) -> Reading:
    if n is None or not 3 <= n <= 100:
        return None
    value = factorial(n - 1) // 2
    small = n <= LISTED
    tests = ["from itertools import permutations", "", f"rings = {{min(p, (p[0], *p[:0:-1])) for q in permutations(range(1, {n})) for p in [(0, *q)]}}", "answer == len(rings)"] if small else ["from math import prod", f"answer == prod(range(3, {n}))"]  # fmt: skip
    return _task([WORDS["ring"].say(say, n=n, value=value)], ["from math import factorial", f"factorial({n} - 1)//2"], tests, say, listed=small)


def _together(kinds: dict[str, Said], say: Language) -> Reading:
    groups = _groups(kinds["kinds"])
    place = [k for k in ("in_row", "at_table") if k in kinds]
    how = [k for k in ("each_together", "some_together") if k in kinds]
    if groups is None or len(place) != 1 or len(how) != 1:
        return None
    everybody, seats = sum(groups.values()), kinds[place[0]]
    if any(_int(seats, k) not in (None, everybody) for k in ("all", "all2", "chairs")):
        return None
    if how == ["some_together"]:
        name = _singular(kinds["some_together"].values["who"])
        if name not in groups or _int(kinds["some_together"], "many") not in (None, groups[name]) or place != ["in_row"]:
            return None
        inside = [groups[name]]
    else:
        inside = list(groups.values())
    blocks = len(inside) + everybody - sum(inside)
    outside = factorial(blocks if place == ["in_row"] else blocks - 1)
    value = outside * prod(map(factorial, inside))
    told = r"\cdot ".join(f"{k}!" for k in inside)
    first = f"{blocks}!" if place == ["in_row"] else f"({blocks}-1)!"
    step = WORDS["blocks" if place == ["in_row"] else "round_blocks"].say(say, blocks=blocks, inside=rf"\({told}\)", product=rf"{first}\cdot {told}", value=value)
    source = f"factorial({blocks if place == ['in_row'] else blocks - 1})*" + "*".join(f"factorial({k})" for k in inside)
    tests = ["from math import prod", f"answer == prod(range(1, {(blocks if place == ['in_row'] else blocks - 1) + 1}))*" + "*".join(f"prod(range(1, {k + 1}))" for k in inside)]
    return _task([step], ["from math import factorial", source], tests, say, listed=False)


def _boxes(kinds: dict[str, Said], say: Language) -> Reading:
    n, k = _int(kinds["boxes"], "n"), _int(kinds["boxes"], "k")
    balls = _differ(kinds.get("balls_are"), kinds["boxes"], "balls")
    boxes = _differ(kinds.get("boxes_are"), kinds["boxes"], "boxes")
    if n is None or k is None or balls is None or boxes is None or n > 60 or k > 60:
        return None
    if say == "zh" and "may_be_empty" not in kinds:
        return None
    if balls and boxes:
        step = WORDS["different_boxes"].say(say, n=n, k=k, value=k**n)
        tests = ["total = 1", f"for ball in range({n}):", f"    total = sum(total for box in range({k}))", "answer == total"]
        return _task([step], [f"{k}**{n}"], tests, say, listed=False)
    if boxes:
        value = comb(n + k - 1, k - 1)
        step = WORDS["equal_balls"].say(say, n=n, walls=k - 1, places=n + k - 1, value=value)
        tests = ["row = [1] + [0]*" + str(n), f"for box in range({k}):", f"    row = [sum(row[: i + 1]) for i in range({n + 1})]", f"answer == row[{n}]"]
        return _task([step], ["from math import comb", f"comb({n + k - 1}, {k - 1})"], tests, say, listed=False)
    if balls:
        return _equal_boxes(n, k, say)
    parts = _partitions(n, k, n)
    if len(parts) > 60:
        return None
    told = ", ".join("\\(" + "+".join(map(str, p)) + "\\)" for p in parts)
    step = WORDS["partitions"].say(say, terms=told, value=len(parts))
    source = ["from sympy.utilities.iterables import partitions", f"sum(1 for p in partitions({n}, m={k}))"]
    tests = ["from itertools import combinations_with_replacement", f"answer == sum(1 for c in combinations_with_replacement(range({n + 1}), {k}) if sum(c) == {n})"]
    return _task([step], source, tests, say, listed=True)


def _equal_boxes(n: int, k: int, say: Language) -> Reading:
    if n > 12:
        return None
    rows = [[1] + [0] * n]
    for m in range(1, n + 1):
        rows.append([0] + [j * rows[m - 1][j] + rows[m - 1][j - 1] for j in range(1, n + 1)])
    terms = [rows[n][j] for j in range(1, min(k, n) + 1)]
    step = WORDS["equal_boxes"].say(say, k=k, terms=", ".join(f"\\({t}\\)" for t in terms), value=sum(terms))
    source = ["from sympy.functions.combinatorial.numbers import stirling", f"sum(stirling({n}, groups) for groups in range(1, {min(k, n) + 1}))"]
    tests = ["groupings = {()}", f"for ball in range({n}):", "    groupings = {tuple(sorted(((*g, ball) if i == j else g for j, g in enumerate(gs)))) for gs in groupings for i in range(len(gs))} | {(*gs, (ball,)) for gs in groupings if len(gs) < " + str(k) + "}", "answer == len(groupings)"]  # fmt: skip
    return _task([step], source, tests, say, listed=True) if n <= 8 else None


def _partitions(n: int, parts: int, largest: int) -> list[tuple[int, ...]]:
    if n == 0:
        return [()]
    if parts == 0:
        return []
    return [(first, *rest) for first in range(min(n, largest), 0, -1) for rest in _partitions(n - first, parts - 1, first)]


def _differ(separate: Said | None, inside: Said, name: str) -> bool | None:
    """Whether the things can be told apart; None where it is not said, or said twice."""
    words = [said.values[name].strip() for said in (separate, inside) if said is not None and said.values.get(name)]
    if len(words) != 1:
        return None
    return words[0] in ("distinguishable", "different", "distinct", "不同的", "不同")


def _diagonals(said: Said, say: Language) -> Reading:
    word = said.values.get("polygon") or ""
    zh = said.values.get("zh")
    n = _POLYGONS.get(word.lower()) or _int(said, "sides", "sides2")
    if zh is not None:
        n = int(zh) if zh.isdigit() else {"十二": 12}.get(zh) or "零一二三四五六七八九十".index(zh)
    if n is None or n < 3:
        return None
    value = n * (n - 3) // 2
    tests = ["from itertools import combinations", f"answer == sum(1 for a, b in combinations(range({n}), 2) if b - a not in (1, {n - 1}))"]
    return _task([WORDS["diagonals"].say(say, n=n, value=value)], [f"{n}*({n} - 3)//2"], tests, say, listed=True)


def _hands(total: int | None, say: Language) -> Reading:
    if total is None:
        return None
    n = next((m for m in range(2, 2 * total + 2) if m * (m - 1) == 2 * total), None)
    if n is None:
        return None
    step = WORDS["hands"].say(say, total=total, double=2 * total, value=n)
    source = [f"[n for n in range(2, {2 * total + 2}) if n*(n - 1) == 2*{total}][0]"]
    tests = ["from itertools import combinations", f"answer > 1 and sum(1 for _ in combinations(range(int(answer)), 2)) == {total}"]
    return _task([step], source, tests, say, listed=True, sentence=WORDS["people"])
