"""Problems of Chinese primary school whose clauses are of known forms: counting, sharing, packing, prices, figures, rates; kinds of competitions.

`read` is the whole interface. The clauses are read strictly; where two ways to put them together give different answers,
none is given. English ones: `school.english`.
"""

from __future__ import annotations

import itertools
import re
from typing import Final

from solver.topics.base import Reading, Text
from solver.topics.stories.gaps import counts_gaps
from solver.topics.stories.passed_over import EACH_PAIR
from solver.topics.stories.school.chinese import bought
from solver.topics.stories.school.chinese.figures import PI, figure
from solver.topics.stories.school.chinese.frames import framed
from solver.topics.stories.school.chinese.marks import Marks, marks
from solver.topics.stories.school.chinese.roles import by_roles
from solver.topics.stories.school.chinese.scenes import scene_of
from solver.topics.stories.school.chinese.statements import read_clause
from solver.topics.stories.school.chinese.stories import solve
from solver.topics.stories.school.modelled import finished
from solver.topics.stories.school.working import Unfit, Working
from solver.topics.stories.word_problems.doubts import LEFT, NO_END, PLANNED, TO_THE_START, of_another
from solver.topics.stories.word_problems.doubts_chinese import another_buys

__all__ = ["read"]

TOLD_PI: Final = str(float(PI))
"""What a problem says π is to be, where that is what school takes anyway."""
MAX_CHARACTERS: Final = 400
MAX_CLAUSES: Final = 14
MAX_WAYS: Final = 200
_PLANNED: Final = re.compile(f"{PLANNED}.*(?:{LEFT})")
"""Whether it is bought before one asks what is left is not said."""
_NO_STORY: Final = re.compile(  # what is counted otherwise than by the numbers that are told
    "中点|盒子?[里中].{0,12}盒.*多少个盒|煮|通知|电话|相遇|相距|追|相向|同向|背向|对折|隔|保证|一定|比例尺|周长|体积|容积|表面|棱|直径|半径|利息|利率|税|折[出后]|打[一二三四五六七八九]?折|浓度|楼|锯|敲|两端|起步|超过|以内|不足|买.送|送一"
    "|闰|生日|质数|因数|次品|天平|钟表|免|赠|优惠|减免|前面|后面|左边|右边|之间|排队|第几|逆水|顺水|车长|桥|隧道|空瓶|瓶盖|同时|一面|降价|减价|直降|立减"
    "|(?:上午|下午|早上|早晨|清晨|中午|晚上|傍晚|凌晨|夜里)[\ue000-\ue7ff](?:时|点)|[\ue000-\ue7ff](?:时|点)(?:整|半|[\ue000-\ue7ff]分)"
)
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def read(text: Text) -> Reading:
    """A problem of primary school that is read whole; None for all else: what is not read here, other topics name."""
    source = text.source
    if (
        len(source) > MAX_CHARACTERS
        or not _HAN.search(source)
        or _PLANNED.search(source)
        or of_another(source)
        or TO_THE_START.search(source)
        or another_buys(source)
        or bought.is_a_part(source)
    ):
        return None
    found = marks(source)
    if found is None or len(found.clauses) > MAX_CLAUSES:
        return None
    if counts_gaps(source):
        return None if (gaps := framed(found)) is None else finished(gaps)
    only_scenes = found.pi or NO_END.search(found.text)
    working = None if only_scenes else framed(found) or figure(found)
    if working is None and not only_scenes and not EACH_PAIR.search(source):
        working = _story(found)
    if found.pi == TOLD_PI and not NO_END.search(found.text):
        working = figure(found)
    working = working or scene_of(found)
    told = None if only_scenes else by_roles(found)
    if told is not None and working is not None and working.model is None and working.answers != told.answers:
        return None  # two ways to read it disagree
    working = working or told
    if working is None:
        return None
    try:
        return finished(working)
    except Unfit:
        return None


def _story(found: Marks) -> Working | None:
    """The only way in which the clauses make a story."""
    ways = []
    if _NO_STORY.search(found.text):
        return None
    for clause in found.clauses:
        said = read_clause(clause, found)
        if not said:
            return None
        ways.append(said)
    solved: list[Working] = []
    for facts in itertools.islice(itertools.product(*ways), MAX_WAYS):
        try:
            solved.append(solve([fact for clause in facts for fact in clause], found.text))
        except Unfit:
            continue
    answers = {w.answers for w in solved if w.answer is not None}
    return solved[0] if len(answers) == 1 else None
