"""Reasons to doubt a Chinese question that was read whole: names, times and periods to which the reading gave no place.

The language-neutral ones, and those of English, are in `word_problems.doubts`.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.word_problems.quantities import Key
from solver.topics.stories.word_problems.solving import Plan
from solver.topics.stories.word_problems.story import Story

_NUMBER: Final = "[\ue000-\ue7ff]"
_NTH: Final = re.compile(
    "第[\ue000-\ue7ff一二两三四五六七八九十](?:天|周|次|个|小时|组|队|车|月|批|块|段|年|季度)"
)
_ALL_OF_THEM: Final = re.compile(
    f"^(?:那么|现在|这时|最后|他们|她们)*(?:(?:{_NUMBER}|两|二|三|俩)个?人|他们|她们)(?!平均|各|每)"
)
_ONE_PERIOD: Final = re.compile(
    f"(?<=(?<!第)一)(天|周|小时|趟|分钟|个月)(?=[^，。,]*(?:{_NUMBER}).*?{_NUMBER}\\1)", re.DOTALL
)
PERSON: Final = "小[^学时组区于数说孩朋]|[\u4e00-\u9fff]{1,2}?(?:哥|姐|弟|妹|师傅|老师|叔叔|阿姨|爷爷|奶奶|同学)|哥哥|姐姐|弟弟|妹妹|爸爸|妈妈|爷爷|奶奶|[甲乙丙]"
_BUYER: Final = re.compile(
    f"(?:^|[，。；,;])(?:后来|然后|接着|同时)?({PERSON})(?:[又也还]|用[^，]{{1,6}})?买"
)
_SO_FAR: Final = re.compile(
    f"(?:^|[，。；,;.])(?:这时候?|此时|到此|至此|现在|这?(?:{_NUMBER}|[两二三])[天次周]|到.{{1,4}}为止)(?:一?共|总共|已经?|正好|刚好|恰好)+[^，。；,;剩余还没未]{{1,4}}?了?"
    f"(?:(?:这|全|它|总|整)[^，。；,;]{{0,4}}的?)?(?:一半|[\ue000-\uebff])(?=[，。；,;.?？!！]|$)"
)
_IN_LINE: Final = re.compile(
    "前[面边]?(?:还|共)?有[^，。,]*[，,。](?:[^，。,]{0,4})?后[面边]?(?:还|共)?有|对折"
)
"""Who stands between them counts, too; what is folded is half as long."""
_ONE_PAYS: Final = re.compile("找[回给零]|找多少|还剩|剩下")


def doubted(story: Story, found: Plan, text: str) -> bool:
    """Whether a name, a time or a period of the text has no place in what was read of it; the last clause asks."""
    question = next((part for part in reversed(re.split("[,，.。;；?？]", text)) if part.strip()), "")
    if (
        _IN_LINE.search(text)
        or another_buys(text)
        or _named_for_its_part(found)
        or _bought_again(story, text)
    ):
        return True
    return any(
        _nobody_else(story, key, question)
        or _at_no_time(key, question)
        or key.kind == "rate"
        and _ONE_PERIOD.search(text) is not None
        or key.kind == "spent"
        and _on_some(story, key, question)
        for key in story.asked
    ) or _compared_as_cost(found)


def sums_up(text: str) -> bool:
    """ "这时正好看了全书的一半": all that is gone by then, which is no further part."""
    return _SO_FAR.search(text) is not None


def another_buys(text: str) -> bool:
    """ "李阿姨买了…，王阿姨买了…，李阿姨付了50元，应找回": what the other one bought is not paid by her."""
    return len({match[1] for match in _BUYER.finditer(text)}) > 1 and bool(_ONE_PAYS.search(text))


def _named_for_its_part(found: Plan) -> bool:
    """ "一班有男生25人": the boys are no whole of boys and girls."""
    keys = set(found.values)
    return any(k.kind == "whole" and k.item and Key("count", k.owner, k.item) in keys for k in keys)


def _bought_again(story: Story, text: str) -> bool:
    """ "他买了书和笔", of which it was told how many: the same once more, or that they were bought?"""
    if not any(key.kind in ("money", "cost", "spent") for key in story.asked):
        return False
    names = [{name for _, name in purchase.lines if name} for purchase in story.purchases]
    again = {name for i, some in enumerate(names) for other in names[:i] for name in some & other}
    return any(
        re.search(f"买(?:了|来)?[^，。,一{_NUMBER[1:-1]}]{{0,6}}{re.escape(name)}", text) for name in again
    )


def _nobody_else(story: Story, key: Key, question: str) -> bool:
    """ "两人还剩多少" is not what one of them has left."""
    owners = {k.owner for r in story.relations for k in r.terms if (k.kind, k.item) == (key.kind, key.item)}
    return (
        key.kind in ("count", "money")
        and bool(key.owner)
        and len(owners) > 1
        and bool(_ALL_OF_THEM.search(question))
    )


def _at_no_time(key: Key, question: str) -> bool:
    """ "第二天卖出多少" asks for that day: for a quantity that has its name."""
    named = set(_NTH.findall(question))
    return (
        "第" in (key.owner, key.item) or len(named) == 1 and not any(n in key.owner + key.item for n in named)
    )


def _on_some(story: Story, key: Key, question: str) -> bool:
    """ "甲票一共花了多少" is not what all tickets cost."""
    terms = {k for r in story.relations if key in r.terms for k in r.terms if k != key and k.item}
    named = [k for k in terms if k.item in question]
    return 0 < len(named) < len(terms)


def _compared_as_cost(found: Plan) -> bool:
    """ "比小红多花5元" is nothing that is bought."""
    return any(k.kind in ("cost", "price") and re.fullmatch(PERSON, k.item) for k in found.values)
