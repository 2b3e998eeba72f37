"""What the clauses of problems about choosing and seating may be, in both languages, and what the steps say."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words
from solver.topics.clauses import table

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
POLYGONS: Final = {
    "quadrilateral": 4,
    "pentagon": 5,
    "hexagon": 6,
    "heptagon": 7,
    "octagon": 8,
    "nonagon": 9,
    "decagon": 10,
    "dodecagon": 12,
}
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
        rf"how many (?:distinct |different |unique )?diagonals (?:does|do|can be drawn in|are there in|are in|of|has) an? (?:regular |convex )?(?:(?P<polygon>{'|'.join(POLYGONS)})|<sides>[- ]sided (?:convex |regular )?polygon|(?:convex |regular )?polygon with <sides2> sides)(?: have| can be drawn)?",
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
