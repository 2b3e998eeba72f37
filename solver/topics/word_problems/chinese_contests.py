"""Chinese clauses about contests with points, and about wholes whose number is asked for."""

from __future__ import annotations

from typing import Final

from solver.topics.word_problems import meanings as say
from solver.topics.word_problems import meanings_course as course
from solver.topics.word_problems import meanings_scores as score
from solver.topics.word_problems import meanings_wholes as wholes
from solver.topics.word_problems.grammar import Rule
from solver.topics.word_problems.meanings_scores import WRONGS

_ONE: Final = "(?:每|<n k>)?(?:道|个)?题?(?:目)?"
_RULES: Final = "(?:(?:比赛|竞赛|评分|考试)?(?:规定|规则|标准)(?:是|为)?[:,]?)?(?:如果|若)?"
_NO: Final = "(?:不得分|不给分|不计分|不扣分也不得分)"
_Q: Final = "(?:多少|几)(?:道|个)?(?:题目?)?"

SCORES: Final = [
    Rule("(?:<np>)?(?:里|中|上)?(?:<all>)?(?:有|出了?|设有)?<n n>[道个]?(?:<np>)?题目?", score.questions_in_all),
    Rule(f"""{_RULES}每?(?:答|做)?对(?:了)?{_ONE}(?:可)?(?:得|加|给|记|奖励?)<n v>分
             {_RULES}每道?题(?:目)?(?:答|做)对(?:可)?(?:得|加|给|记)<n v>分""", score.points(1, right=True)),
    Rule(f"""每?{WRONGS}{_ONE}(?:倒|反|要|则|就|应|各)*(?:扣|减|失)(?:除|去|掉)?<n v>分
             每道?题(?:目)?{WRONGS}(?:倒|反|要|则|就)*(?:扣|减|失)(?:除|去|掉)?<n v>分""", score.points(-1, right=False)),
    Rule(f"每?{WRONGS}{_ONE}(?:得|加)<n v>分\n每?{WRONGS}{_ONE}(?:都|均)?{_NO}", score.points(1, right=False)),
    Rule("(?:<who a>)?(?:在)?(?:这次|本次|此次)?(?:<np>中)?(?:一共|总共|共|最后|最终|这次)*(?:得了?|考了?|得到了?|获得了?|是)<n n>分\n(?:<who a>)?的?(?:总分|总得分|得分|成绩|最后得分|最终得分)(?:是|为)<n n>分", score.scored),
    Rule("(?:<who a>)?(?:把)?(?:所有|全部|每道?)?(?:的)?(?:题目?|<n>道题目?)?(?:全部|全都|都|全)(?:回答|(?<!回)答|做)(?:完)?了?\n(?:<who a>)?(?:回答|完成|(?<!回)答|做)完?了(?:所有|全部)的?(?:题目?|<n>道题目?)", score.all_answered),
    Rule(f"(?:<who a>)?(?:<all>)?(?:答|做)对(?:了|的)?(?:题目?)?(?:数)?(?:有|是)?{_Q}", score.ask_answered(right=True), question=True),
    Rule(f"(?:<who a>)?(?:<all>)?{WRONGS}(?:了|的)?(?:题目?)?(?:数)?(?:<all>)?(?:有|是)?{_Q}", score.ask_answered(wrong=True), question=True),
    Rule(f"(?:<who a>)?(?:<all>)?(?:答|做)对(?:的)?(?:题目?)?(?:和|与|、|及)?{WRONGS}(?:了|的)?(?:题目?)?(?:各|分别)(?:有|是)?{_Q}", score.ask_answered(right=True, wrong=True), question=True),
]  # fmt: skip

OPEN: Final = [
    Rule("(?:<np a><in>)?(?:有|种有|种了|种着|养了|养有|放着|摆着|摆放着|存有|收藏了?|买来|运来了?|购进了?)<list l>(?:<n k>[种类](?:<np x>)?)?", wholes.open_whole),
    Rule("(?:<np a><in>)?(?:<all>)(?:有|种了?|养了?|买来|运来了?|购进了?)<q><u u>(?:<np x>)?\n(?:<np a><in>)?(?:<all>)(?:有|种了?|养了?|买来|运来了?|购进了?)<np x><q><u u>", wholes.ask_open_whole, question=True),
    Rule("(?:<np>)?(?:报名)?参加(?:了)?<list l><n k>[个种](?:兴趣|课外|活动)*<np x>的?(?:同学|学生|人数)?(?:<all>|<all>有|<all>是)<n n><u u>", course.kinds),
    *(Rule(f"<np a>的?<number>的<tf j>倍?比<np b>的?<number>的<tf k>倍?(?:还)?{more}<n n><u>?\n<np a>的?<number>的<tf j>倍?比<np b>的?<number>{more}<n n><u>?", wholes.multiples(sign)) for sign, more in ((1, "[多大]"), (-1, "[少小]"))),
    Rule("""<np a>的?<number>的<tf j>倍?(?:正好|刚好|恰好)?(?:等于|是|相当于)<np b>的?<number>的<tf k>倍?
            <np a>的?<number>的<tf j>倍?(?:和|与|跟|同)<np b>的?<number>的<tf k>倍?(?:正好|刚好|恰好)?(?:相等|一样多?|同样多|相同)""", wholes.multiples(1)),
    Rule("<np a>的?<number>的<tf j>倍?(?:和|与|跟|加上?)<np b>的?<number>的<tf k>倍?(?:的和|之和|相加)?(?:是|为|等于|得)<n n><u>?", wholes.multiples(1, added=True)),
    Rule("<np a>的?<number>的<tf j>倍?(?:和|与|跟|减去?)<np b>的?<number>的<tf k>倍?(?:的差|之差)(?:是|为|等于|得)?<n n><u>?", wholes.multiples(1)),
    Rule("(?:<np>)?(?:组织|安排)(?:了)?<list l>(?:的)?(?:学生|同学)?(?:参加|进行|开展)(?:了)?(?:<np>|植树(?:活动)?)", wholes.takes_part),
    Rule("<all><do>(?:<np>)?<n n><u u>", course.whole_is),
    Rule("(?:<who a>)?(?:在|参加)(?:了)?(?:一次|这次|学校的?)?<np>(?<=竞赛|比赛|测验|考试)(?:中|里|上)?", say.nothing),
]  # fmt: skip
