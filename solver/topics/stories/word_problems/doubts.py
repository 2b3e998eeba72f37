"""Reasons to doubt that a question was understood, though every word of it was read and the sums come out.

A wrong answer that was checked against a wrong reading is worse than none: a task that is doubted is not given.
What the words of a question say is a matter of the lexicon.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.word_problems.english.lexicon import WEEKDAYS, opposite
from solver.topics.stories.word_problems.quantities import Key
from solver.topics.stories.word_problems.solving import Letter, Plan
from solver.topics.stories.word_problems.story import Story
from solver.topics.stories.word_problems.wording import singular

_GROUPED: Final = re.compile(r"\bin (pairs|couples|twos|threes|fours|teams|groups|rows|lines|trios)\b")
_RATIO: Final = re.compile(
    r"\bratio of (?:the )?(?:number of )?([a-z' -]+?) to (?:the )?(?:number of )?([a-z' -]+?)(?= is\b| was\b|[.,])"
)
_RATIO_OF_THEIRS: Final = re.compile(
    r"\b(?:their|whose) (?:[a-z]+ ){1,2}(?:are|were) in (?:the|a) (?:ratio|proportion)\b", re.IGNORECASE
)
"""Of "barley and maize, and their areas", not of barley and maize on one side and areas on the other; `reader.rewording` has it in plain words."""
_NO_OTHERS: Final = re.compile(r"\bthere (?:are|were) no others?\b", re.IGNORECASE)
_REST: Final = re.compile(r"\b(?:rest|others?|remain\w*|left)\b")
_SHARE: Final = re.compile(
    r"[\ue800-\uebff]|\b(?:half|third|quarter|fifth)\b"
)  # a fraction or percentage, marked or in words
_PERSON: Final = "小[^学时组区于数说孩朋]|[\u4e00-\u9fff]{1,2}?(?:哥|姐|弟|妹|师傅|老师|叔叔|阿姨|爷爷|奶奶|同学)|哥哥|姐姐|弟弟|妹妹|爸爸|妈妈|爷爷|奶奶|[甲乙丙]"
_WHO_HAS_LEFT: Final = re.compile(
    f"(?:^|[，。；,;？?])(?:那么|请问|问|现在|这时)?({_PERSON})(?:现在|最后|这时)?(?:一共)?(?:还剩|剩下|剩余|还有|剩)(?:下|余)?(?:了)?(?:多少|几)"
)
_SPENT_BY: Final = re.compile(
    f"(?:^|[，。；,;])(?:后来|然后|这时|接着|其中)?({_PERSON})(?:又|再|先|也|买[^，。；,;]{{1,8}}?)*(?:吃|花|用|卖|丢|扔|拿走|取走|借走|喝)(?P<rest>[^，。；,;]*)"
)
PLANNED: Final = "还(?:想|打算|准备|计划)买"
LEFT: Final = "还剩|剩下|剩余"
_THAT: Final = re.compile(r"\b(?:is|are|was|were) (?:that|this|those)\b")
"""The part that was just told, not what is there after a change."""
_LARGE: Final = re.compile(r"\bhow many (?:thousands?|millions?|billions?)\b", re.IGNORECASE)
_WHICH: Final = re.compile(
    r"\b(?:price|cost|much) (?:of|as) (?:an?|the|his|her) [a-z ]+, which (?:is|was) [\ue000-\uebff]",
    re.IGNORECASE,
)
"""Whether that is the price of the one or of the other is not said: "costs half the price of a ticket, which is $14"."""
_OFFER: Final = re.compile(
    r"\b(?:buy|get|gets) (?!in\b|into\b)(?:[^\s.]+ ){1,5}(?:for )?free\b", re.IGNORECASE
)
"""What one gets so is not paid: a matter of its own."""
_SAVED: Final = re.compile(r"\bhow (?:much|many) .*\bsaved?\b", re.IGNORECASE)
_REDUCED: Final = re.compile(
    r"\b(?:off|discount\w*|on sale|reduc\w+|cheaper|coupons?|vouchers?)\b", re.IGNORECASE
)
"""What is saved by a lower price is not what is paid."""
_ASKS: Final = re.compile(r"多少|几|\b(?:how|what|find|calculate|work out)\b")
_NOT_DONE: Final = re.compile(r"\b(?:not|left|rest|remaining|un[a-z]{3,})\b|n't\b|[没未剩余]")
_SHARE_OF: Final = re.compile(r"[\ue800-\uebff] of the ([a-z]+)")
_CONDITION: Final = re.compile(r"\b(?:if|when|given that)\b")
_EACH: Final = re.compile(r"\beach (?:of the )?([a-z]+)")
TO_THE_START: Final = re.compile(
    "从(?P<from>[^，。,去到开出往]{1,6})(?:出发|开出|开往|开到|去|到|往|走|骑|驶).*离(?P=from)[^，。,]{0,3}(?:还|有)"
)
"""What is left is told to the end of a way, not to where it began."""
NO_END: Final = re.compile(
    "(?:离|距离?|超过|[已越]过|过了?)[^，。,；;\ue000-\uebff]{0,10}(?:中点|中间|正中|一半|起点|出发点|计划|目标)"
    r"|\b(?:short of|past|beyond|from|before|until|to|after) (?:the |its |their )?(?:half-?way|half way|midpoint|mid-point|middle)\b|\bshort of (?:half|[\ue800-\uebff])",
    re.IGNORECASE,
)
"""What lies between there and the middle, the beginning, a goal: it is neither what is left nor what is done."""
_AT_FIRST: Final = re.compile(
    r"\b(?:at the beginning|in the beginning|at first|at the start|initially|originally)\b"
)
_IN_ALL: Final = re.compile(r"\b(?:in all|in total|altogether|total)\b")
_WOULD: Final = re.compile(r"\bwould\b[^.?]*\bif\b|\bif\b[^.?]*\bwould\b")
_OTHER_HALF: Final = {"morning": "afternoon", "afternoon": "morning"}
_VERB: Final = frozenset("have has had are is was were".split())
_PAIRS: Final = re.compile(r"\bpairs of ([a-z]+)\b")
_CLAUSE: Final = re.compile(r"[,，.。;；?？]")


def doubted(story: Story, found: Plan, text: str) -> bool:
    """Whether what is asked for does not fit the words of the question (the last clause of the text)."""
    question = next((part for part in reversed(_CLAUSE.split(text)) if part.strip()), "")
    if (
        _ratio_of_others(text)
        or _share_of_others(found, text)
        or _share_of_a_part(found, text)
        or _planned(text, question)
        or of_another(text)
        or _OFFER.search(text)
        or _RATIO_OF_THEIRS.search(text)
        or _WHICH.search(text)
        or TO_THE_START.search(text)
        or NO_END.search(text)
        or _LARGE.search(question)
        or _SAVED.search(question)
        and _REDUCED.search(text)
        or _misnamed(found)
        or _pairs_as_one(story, text, question)
        or any(_of_another_time(story, key, text, question) for key in story.asked)
    ):
        return True
    if any(re.search(rf"\bhow many (?:[a-z]+ )?{group}\b", question) for group in _GROUPED.findall(text)):
        return True  # "the others sit in pairs": how many pairs is not how many others
    if len(story.asked) > len(_ASKS.findall(text)) and story.lexicon.asks_for_one_sum(question):
        return True  # what two weigh together is not what each of them weighs
    return any(
        _grew(story, key, found, question)
        or _not_a_total(story, key, question)
        or key.at > 0
        and _THAT.search(question) is not None
        or _beside_a_whole(story, key, found, question)
        or _another_time(story, key, found, question)
        or _part_of_purchase(story, key, question)
        or len(story.asked) == 1
        and _one_of_several(story, key, found, question)
        or _was_done(story, key, question)
        or _with_its_parts(story, key)
        or len(story.asked) == 1
        and _one_of_each(story, key, question)
        or _who_was_given(story, key, text)
        or key.kind == "spent"
        and story.lexicon.asks_for_more(question)
        for key in story.asked
    )


def _misnamed(found: Plan) -> bool:
    """A name with a verb in it ("a third of the cats in the village have spots"), or a whole called as one of its parts ("6 female members")."""
    names = [set(key.item.split()) for key in found.values if key.kind == "count"]
    wholes = [set(key.item.split()) for key in found.values if key.kind == "whole"]
    if any(name & _VERB and not name & {"who", "that", "which"} for name in (*names, *wholes)):
        return True
    return any(name and name < whole for name in names for whole in wholes)


def _pairs_as_one(story: Story, text: str, question: str) -> bool:
    """ "8 snakes and 6 pairs of snakes; how many snakes": nothing was doubled."""
    counted = next((m[1] for m in _PAIRS.finditer(text) if f"how many {m[1]}" in question), None)
    return counted is not None and not any(abs(c) == 2 for r in story.relations for c in r.terms.values())


def _of_another_time(story: Story, key: Key, text: str, question: str) -> bool:
    """What is there later for what was at first, Friday's for all, the morning's for the afternoon's, what was paid beside what would be."""
    if _AT_FIRST.search(question) and (
        key.kind == "tally"
        or key.at
        and any(key._replace(at=0) in r.terms for r in story.relations if key in r.terms)
    ):
        return True
    if "times the amount" in text and _IN_ALL.search(question) and key in _found_by_share(story):
        return True
    if key.owner in WEEKDAYS and _IN_ALL.search(question) and key.owner not in question:
        return True
    if any(
        told in text and other in question and text.count(other) == question.count(other)
        for told, other in _OTHER_HALF.items()
    ) and key in {*story.told, *_found_by_share(story)}:
        return True
    *told, last = re.split(r"[.?!]\s", text.strip())
    bought = re.search(r"\b(?:bought|paid|spent)\b", " ".join(told)) is not None
    return key.kind == "spent" and bought and _WOULD.search(last) is not None


def _ratio_of_others(text: str) -> bool:
    """ "40% are boys. The ratio of juniors to seniors is 2:1" divides all of them, not the girls.

    A ratio is one of the rest where that is said, or where its parts were told beside the part that has a share.
    """
    found = _RATIO.search(text)
    if found is not None and opposite(singular(found[1].split()[-1])) == singular(found[2].split()[-1]):
        text = _NO_OTHERS.sub(" ", text)  # males and females are among all kinds
    if found is None or _REST.search(text) or not _SHARE.search(text[: found.start()]):
        return False
    before = {word.removesuffix("s") for word in re.findall(r"[a-z]{3,}", text[: found.start()])}
    return not any({word.removesuffix("s") for word in found[k].split()} & before for k in (1, 2))


def _share_of_others(found: Plan, text: str) -> bool:
    """ "2/5 of the girls of a school of 800 pupils" is no share of the pupils: the girls have to be a quantity themselves."""
    known = {singular(word) for key in found.values for word in f"{key.owner} {key.item}".split()}
    return any(opposite(singular(word)) and singular(word) not in known for word in _SHARE_OF.findall(text))


def _share_of_a_part(found: Plan, text: str) -> bool:
    """ "65% of the mass" is no 0.65 of one share of the ratio in which the others are."""
    if not _SHARE.search(text):
        return False
    return any(
        move.key.kind == "part" and any(0 < found.values[key] < move.value for key, _ in move.expressed)
        for move in found.moves
        if isinstance(move, Letter)
    )


def of_another(text: str) -> bool:
    """ "小明有20个苹果，小红吃了5个，小明还剩": nobody said that they were his."""
    asked = _WHO_HAS_LEFT.search(text)
    if asked is None:
        return False
    return any(
        found[1] != asked[1] and not re.search(f"他|她|其中|从中|{re.escape(asked[1])}|它", found["rest"])
        for found in _SPENT_BY.finditer(text)
    )


def _planned(text: str, question: str) -> bool:
    """还想买: whether it is bought before one asks what is left is not said."""
    return bool(re.search(PLANNED, text) and re.search(LEFT, question))


def _grew(story: Story, key: Key, found: Plan, question: str) -> bool:
    """What is left is more than there was."""
    first = found.values.get(Key(key.kind, key.owner, key.item))
    later = key.kind in ("count", "money") and key.at > 0
    return (
        later
        and story.lexicon.asks_what_is_left(question)
        and first is not None
        and found.values[key] > first
    )


def _not_a_total(story: Story, key: Key, question: str) -> bool:
    """ "How many in all" is not what is there after the last change."""
    return key.kind == "count" and key.at > 0 and story.lexicon.asks_for_total(question)


def _beside_a_whole(story: Story, key: Key, found: Plan, question: str) -> bool:
    """ "126 pupils are in the fifth form, 18 more than in the fourth; how many in both" is not how many in the fourth."""
    parts = any(group.members for group in story.groups)
    whole = any(k.kind == "whole" for k in found.values)
    return key.kind == "count" and whole and not parts and story.lexicon.asks_for_total(question)


def _one_of_several(story: Story, key: Key, found: Plan, question: str) -> bool:
    """ "How many in all" is not what one of several has."""
    if key.kind not in ("count", "money") or not story.lexicon.asks_for_total(question):
        return False
    if (
        any(key == group.whole for group in story.groups)
        or (key.owner, key.item) == ("", key.item)
        and any(k.item == key.item and k.owner for k in found.values)
    ):
        return False  # what all of them have
    others = {
        k
        for k in found.values
        if k.kind == key.kind and (k.owner, k.item) != (key.owner, key.item) and k in story.told
    }
    unit = story.units.get(key.item) or story.units.get(key.owner)
    return any(
        not {unit, story.units.get(k.item) or story.units.get(k.owner)} - {None, unit} for k in others
    ) and not any(key in r.terms and len(r.terms) > 2 and not r.given for r in story.relations)


def _who_was_given(story: Story, key: Key, text: str) -> bool:
    """ "给了妹妹9张后，还比妹妹少4张": what she has is told of then, not of before she was given some."""
    owner = key.owner or key.item
    return (
        key.kind in ("count", "money")
        and not key.at
        and not story.ledger.get((key.owner, key.item))
        and bool(owner)
        and bool(re.search(f"给了?{re.escape(owner)}.{{1,10}}?后?[,，]?[^,，]{{0,6}}?比", text))
    )


def _was_done(story: Story, key: Key, question: str) -> bool:
    """ "How many pages has she still to read" is not how many she read: no part that was told, nor the whole of it."""
    if _NOT_DONE.search(f"{key.owner} {key.item}"):
        return False
    asked = _CONDITION.split(question)[0]
    if key.kind != "count" or key.at or not story.lexicon.asks_what_is_to_do(asked):
        return False
    return any(
        key == group.whole or key in group.members and key in {*story.told, *_found_by_share(story)}
        for group in story.groups
        if group.members
    )


def _found_by_share(story: Story) -> set[Key]:
    """Parts that are so much of a whole, or of its rest."""
    return {
        k
        for r in story.relations
        if r.given and len(r.terms) > 1
        for k, c in r.terms.items()
        if c == 1 and not any(k == g.whole for g in story.groups)
    }


def _with_its_parts(story: Story, key: Key) -> bool:
    """What was read "in all" is not the pages of the book and those that were read of it."""
    if key.kind != "total":
        return False
    summed = {k for r in story.relations if key in r.terms and not r.given for k in r.terms}
    return any(g.whole in summed and summed & set(g.members) for g in story.groups)


def _one_of_each(story: Story, key: Key, question: str) -> bool:
    """ "How much does each bucket hold", of a small and a large bucket, is not what the large one holds."""
    said = _EACH.search(question)
    if said is None or key.kind not in ("rate", "price"):
        return False
    each, known = story.words(said[1]), story.words(key.owner) | story.words(key.item)
    others = {k for r in story.relations for k in r.terms if k.kind == key.kind} - {key}
    names = (story.words(key.owner), story.words(key.item))
    return bool(others) and each < known and each not in names


def _another_time(story: Story, key: Key, found: Plan, question: str) -> bool:
    """ "How many this year" is not how many in both years."""
    times = story.lexicon.times_in(question)
    return key.kind in ("whole", "total") and len(times) == 1 and any(k.item in times for k in found.values)


def _part_of_purchase(story: Story, key: Key, question: str) -> bool:
    """ "How much does she pay for the jeans" is not what all she buys costs."""
    lines = next((p.lines for p in story.purchases if p.cost == key), ())
    words = set(re.findall(r"[^\W\d]+", question))
    plurals = words | {word.removesuffix("s") for word in words}
    named = [name for _, name in lines if name and set(name.split()) <= plurals]
    return 0 < len(named) < len(lines)
