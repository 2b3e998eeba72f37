"""A work of two: how much is left after some days together, how long the other one needs for the rest. Not read: rests, changes of pace, three workers."""

from __future__ import annotations

from solver.topics.stories.everyday.kinds import MANY, Story, kind, value
from solver.topics.stories.school.working import Unfit, Working, num


@kind(
    "做|修|完成",
    "zh",
    {
        "idle": (r"(?:修|做|加工|完成)?(?:一|1)(?:项|件|条|段|批)[\u4e00-\u9fff]{1,4}",),
        "alone": (r"(?:(?:修|做|加工|完成)?(?:一|1)(?:项|件|条|段|批)[\u4e00-\u9fff]{1,4})?(?:如果|若)?(?:由)?(?P<who>甲|乙)(?:队|组|工程队)?(?:单独|独)(?:做|修|完成|干|做完|修完|加工)?(?:要|需要?)?<t>(?P<u>天|小时)(?:可以|能)?(?:完成|做完|修完|修好|完工)?",),
        "first": (r"(?:现在?|先)?(?:由)?(?P<f>甲|乙)(?:队|组|工程队)?先(?:单独)?(?:做|修|干|加工)了?<x>(?P<u>天|小时)(?:后)?",),
        "both": (r"(?:如果|若|现在?)?(?:由)?(?:两队|甲乙|甲乙两队|甲和乙|两人|甲乙两人|两组)(?:一起)?(?:合作|合修|合做|合干)了?<x>(?P<u>天|小时)(?:后)?",),
        "rest": (r"(?:余下|剩下|其余)的?(?:工程|工作|任务|部分)?(?:由|让)?(?P<g>甲|乙)(?:队|组)?(?:单独|独)?(?:做|修|完成|干|继续做|来做)",),
        "ask_days": (rf"(?:乙|甲)?(?:队)?(?:还)?(?:要|需要?)(?:做|修)?{MANY}(?P<u>天|小时)(?:才能|能|可以)?(?:完成|做完|修完)?",),
        "ask_left": (r"(?:还)?(?:剩|余)(?:下)?(?:这项工程的|全部工程的|全长的|全部的)?几分之几",),
    },
)  # fmt: skip
def _work_of_two(s: Story, work: Working) -> None:
    alone = {said.values["who"]: value(said.values["t"]) for said in s.all("alone")}
    if set(alone) != {"甲", "乙"} or len(s.all("alone")) != 2 or len(s.words("u")) != 1:
        raise Unfit
    unit, one = s.words("u")[0], num(1)
    pace = {who: work.step(f"{who}每{unit}完成的几分之几", one / t) for who, t in alone.items()}
    done = s.one("first", "both")
    if done.kind == "both":
        together = work.step(f"两人（队）每{unit}一共完成的几分之几", pace["甲"] + pace["乙"])
        amount = work.step("已完成的几分之几", together * s.told("x"))
    else:
        amount = work.step("先完成的几分之几", pace[done.values["f"]] * s.told("x"))
    if amount.value >= 1:
        raise Unfit
    left = work.step("剩下的几分之几", one - amount)
    if s.question == "left":
        s.only("alone", done.kind)
        work.give(left, "", "剩下的")
        return
    rest = s.one("rest").values["g"]
    if done.kind == "first" and done.values["f"] == rest:
        raise Unfit
    work.give(work.step("剩下的工作量÷工作效率", left / pace[rest], unit), unit, "还要的时间")
