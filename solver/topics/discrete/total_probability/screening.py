"""A test for a disease: how common it is, how often the test is positive with and without it.

Read: prevalence; sensitivity or misses; specificity or false alarms; asked: the chance of the disease (or of none) behind a result, or of a result.
"""

from __future__ import annotations

import re
from typing import Final

from solver.ports import Language
from solver.topics.asking import CHANCE, FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Words
from solver.topics.clauses import Said, clauses, table
from solver.topics.discrete.total_probability.tree import Tree

_WHO: Final = r"(?:people|persons|adults|patients|individuals|women|men|students|residents|those|them|the population|the people|all people|the patients|the time|cases|users|athletes|emails?)"
_ONE: Final = r"(?:a|an|the|this|that|any|some)? (?:randomly (?:chosen|selected|picked)|random|given|certain|infected|sick|healthy)? (?:person|patient|adult|man|woman|individual|someone|somebody|user|athlete|student|one)(?: (?:chosen|selected|picked)? at random)?"
_HAVE: Final = r"(?:have|has|having|had|with|carry|carries|carrying|suffer from|suffers from|suffering from|are infected with|is infected with|use|uses)"
_IT: Final = r"(?:it|(?:the|this|that|a|an|some)? (?:certain|particular|rare|given)? (?:disease|illness|infection|virus|condition|cancer|disorder|drugs?|flu|defect|gene|[a-z]+itis|TB|tuberculosis|diabetes|HIV|COVID(?:-19)?)(?: [XA])?)"
_TEST: Final = (
    r"(?:it|(?:the|a|this|that) (?:medical|diagnostic|screening|blood|new|lab|drug)? test)(?: (?:for|of) "
    + _IT
    + r"| result)?"
)
_IS: Final = r"(?:is|are|comes? (?:out|back)|comes?|returns?|gives?|shows?|will be|be|will come back|turns? out|yields?|results? in)(?: a| an)?"
_RESULT: Final = r"(?:positive|negative)(?: test)?(?: results?| reading)?"
_TESTS: Final = r"(?:will |also )?(?:tests?|tested|testing|gets?|receives?|has|have)(?: a| an)?"
_P: Final = r"(?:is|with|with a|has|has a|in|for|of|about)? (?:probability|chance)? (?:of|is)? <p:chance>(?: of the time)?"
_WELL_EN: Final = rf"(?:(?:the )?{_WHO} (?:who|that) (?:don't|do not|does not|are not|aren't)(?: (?:have|carry|infected)(?: (?:with )?{_IT})?)?|(?:the )?{_WHO} without {_IT}|(?:the )?healthy (?:people|persons|individuals|adults|patients)|(?:the )?uninfected (?:people|individuals))"
_SICK_EN: Final = rf"(?:(?:the )?{_WHO} (?:(?:who|that) )?{_HAVE} {_IT}|(?:the )?infected (?:people|persons|individuals)|(?:the )?sufferers)"
TABLE_EN: Final = table({
    "prior": (
        rf"<p:percent> of {_WHO} (?:in \w+ \w+(?: \w+)?|of \w+ \w+)? (?:actually)? {_HAVE} {_IT}",
        rf"<p:percent> of (?:a|the|some) (?:general|certain|given|adult)? population(?: of \w+)? (?:actually)? {_HAVE} {_IT}",
        rf"{_IT} (?:affects|occurs in|is present in|is found in|infects) <p:chance> of (?:all|a|the)? (?:general|adult)? (?:{_WHO}|population)",
        rf"the (?:probability|chance) (?:that|of) {_ONE} (?:having|has|have) {_IT} is <p:chance>",
        rf"the (?:prevalence|incidence) of {_IT} (?:in (?:a|the) population)? is <p:chance>",
    ),
    "hit": (
        r"(?:a|the|this)? (?:medical|diagnostic|screening|blood)? test (?:for " + _IT + r")? (?:is|has a sensitivity of) <p:percent> sensitive",
        rf"(?:its|the|a|with a)? sensitivity(?: of {_TEST})? (?:is|of)? <p:chance>",
        rf"{_TEST} is <p:percent> accurate (?:for|in|on|with) {_SICK_EN}",
        rf"{_TEST} has (?:a )?sensitivity (?:of)? <p:chance>",
        rf"{_TEST} (?:correctly)? (?:detects|identifies|diagnoses|finds) (?:{_IT}|(?:an)? {_ONE} (?:who)? {_HAVE} {_IT})(?: correctly)? {_P}(?: when it is present)?",
        rf"{_ONE} (?:who|that)? {_HAVE} {_IT} ,? (?:then)? (?:the (?:probability|chance) that)? {_TEST} {_IS} (?P<result>{_RESULT}) {_P}",
        rf"{_ONE} (?:who|that)? {_HAVE} {_IT} {_TESTS} (?P<result>{_RESULT}) {_P}",
        rf"<p:percent> of {_WHO} (?:who|that)? {_HAVE} {_IT} {_TESTS} (?P<result>{_RESULT})",
        rf"{_TEST} (?:correctly )?(?:detects|identifies|diagnoses|finds) {_IT} (?:in|for) <p:percent> of {_SICK_EN}",
        rf"{_TEST} (?:correctly )?(?:detects|identifies|diagnoses|finds) <p:percent> of {_SICK_EN}",
        rf"{_TEST} (?:correctly )?gives a positive result (?:in|for|to) <p:percent> of {_SICK_EN}",
        rf"{_TEST} {_IS} (?P<result>{_RESULT}) (?:for|in|with) <p:percent> of (?:the )?{_WHO} (?:who|that)? {_HAVE} {_IT}",
    ),
    "both": (
        rf"{_TEST} {_IS} positive (?:in|for) <p:percent> of (?:{_SICK_EN}|(?:the )?carriers|those with it) and (?:is positive |gives a positive result )?(?:also )?(?:in|for)? <q:percent> of (?:{_WELL_EN}|(?:the )?non-?carriers|those without(?: it)?)",
    ),
    "miss": (rf"{_TEST} (?:misses|fails to detect) {_IT} (?:in|for) <p:percent> of {_SICK_EN}", rf"{_TEST} misses <p:percent> of {_SICK_EN}", rf"(?:the|its|a)? false negative rate(?: of {_TEST})? (?:is|of) <p:chance>", rf"{_TEST} has a false negative rate of <p:chance>"),
    "specific": (
        r"(?:it|(?:the|this)? test)? (?:is|and is)? <p:percent> specific",
        rf"(?:its|the|a)? specificity(?: of {_TEST})? (?:is|of)? <p:chance>",
    ),
    "false": (
        rf"(?:{_TEST})? (?:but )?(?:also )?gives a false positive(?: result)? {_P}(?: of healthy people)?",
        rf"(?:the|its|a)? false positive rate(?: of {_TEST})? (?:is|of) <p:chance>",
        rf"(?:{_TEST})? has a false positive rate of <p:chance>",
        rf"(?:{_TEST})? (?:but )?(?:also )?(?:gives?|produces?|returns?) (?:an? )?false positives?(?: results?)? (?:in|for|to|with) <p:percent> of {_WELL_EN}",
        rf"(?:{_TEST})? (?:but )?(?:also )?(?:wrongly|incorrectly|falsely|mistakenly) (?:gives a positive (?:result )?|(?:comes (?:back|out)|is|tests) positive )(?:in|for|to) <p:percent> of {_WELL_EN}",
        rf"(?:{_TEST})? (?:but )?(?:it )?(?:is |will )?(?:also )?(?:gives? a positive (?:test )?(?:result )?|positive |comes? (?:back|out) positive )(?:also )?(?:in|for|to|with) <p:percent> of {_WELL_EN}",
        r"(?:the|a)? probability of a false positive(?: result)? is <p:chance>",
        rf"{_ONE} (?:who|that)? (?:does not have|do not have|without|is free of|doesn't have) {_IT} ,? (?:then)? (?:the (?:probability|chance) that)? {_TEST} {_IS} (?P<result>{_RESULT}) {_P}",
        rf"<p:percent> of {_WHO} (?:who|that)? (?:without|do not have|does not have|don't have|are free of) {_IT} {_TESTS} (?P<result>{_RESULT})",
        rf"<p:percent> of (?:the )?healthy (?:people|persons|individuals|adults|patients) {_TESTS} (?P<result>{_RESULT})",
        rf"{_TEST} {_IS} (?P<result>{_RESULT}) (?:for|in|with) <p:percent> of (?:the )?{_WHO} (?:who|that)? (?:without|do not have|does not have|don't have) {_IT}",
        rf"{_TEST} {_IS} (?P<result>{_RESULT}) (?:for|in|with) <p:percent> of healthy (?:people|persons|individuals)",
    ),
    "seen": (
        rf"{_ONE} {_TESTS} (?P<seen>{_RESULT})(?: for {_IT})?",
        r"given a (?P<seen>positive|negative) test(?: result)?",
        rf"{_ONE}'s test (?:result)? {_IS} (?P<seen>{_RESULT})",
        rf"{_ONE} (?:is|was) tested(?: for {_IT})? and (?:the )?(?:test|result) (?:is|was) (?P<seen>{_RESULT})",
    ),
    "asked": (
        rf"(?:what'?s |{FIND})(?:the )?{CHANCE} (?:that|of)? (?:they|he|she|it|you|{_ONE}) (?:(?:who )?{_TESTS} (?P<seen>{_RESULT}))? (?:actually|really|in fact|indeed)? (?P<asked>{_HAVE}|does not have|do not have) {_IT}(?: (?:given that|if) (?:they|he|she|it|you|{_ONE}|the test|the result|{_TEST}) (?:{_TESTS}|{_IS}|was) (?P<seen2>{_RESULT}))?",
        rf"{FIND}(?:the )?{CHANCE} (?:that|of) {_ONE} {_TESTS} (?P<result>{_RESULT})(?: for {_IT})?",
        rf"{FIND}(?:the )?{CHANCE} of (?:actually |really )?(?P<asked>having) {_IT}",
        rf"how likely is it that (?:they|he|she|you|{_ONE}) (?:actually|really)? (?P<asked>{_HAVE}) {_IT}",
    ),
})  # fmt: skip
_ILL: Final = r"(?:患(?:有)?(?:某|该|这|此)?(?:种)?(?:疾病|病|癌症|肝癌|肺癌|流感)|感染(?:者|该病毒|某种病毒|病毒|了该病毒)?|得病|患病|患(?:有)?此病)"
_MAN: Final = (
    r"(?:某|一|该|1)?(?:个|名|位)?(?:地区|地|市|城市|单位)?(?:的)?(?:人群|居民|人们|居民中|人|市民|患者)"
)
_SICK: Final = r"(?:一个|一名|某个|若一个人|如果一个人)?(?:真正|确实)?(?:患者|病人|患病者|感染者|患(?:有)?(?:该|这种|此|某种)?(?:疾)?病的人|患病的人|患有该病的人)"
_WELL: Final = r"(?:一个|一名|某个)?(?:未患病者|未患病的人|健康者|健康人|健康的人|未感染者|没有患病的人|不患病的人|不患(?:该|这种|此)?(?:疾)?病的人|未患(?:该|此|这种)?(?:疾)?病的人|非患者|没有患该病的人|正常人)"
_TRIED: Final = r"(?:经|用|通过|做|接受)?(?:该|这种|此|某种)?(?:试剂|方法|试验|检验法|检测方法)?(?:进行)?(?:检测|检验|化验|试验|检查|诊断)?(?:后)?(?:的)?(?:结果)?(?:为|呈|显示|显示为|显示呈|被判为|是)?"
TABLE_ZH: Final = table({
    "prior": (
        rf"{_MAN}(?:中)?{_ILL}的?(?:概率|比例|人|比率|患病率)(?:为|是|占)? <p:chance>",
        rf"{_MAN}(?:中)?(?:有)? <p:percent> (?:的人)?{_ILL}",
        r"(?:某|该|这)(?:种)?(?:疾病|病)在(?:某|该)?(?:地|地区)?(?:的)?(?:人群|居民)(?:中)?的?(?:患病率|发病率|感染率)(?:为|是) <p:chance>",
        r"(?:某|该|这)(?:种|地区)?(?:疾病|病|地区)?(?:的)?(?:患病率|发病率|感染率)(?:为|是) <p:chance>",
        rf"(?:任选一人|某人|一个人){_ILL}的概率(?:为|是) <p:chance>",
    ),
    "hit": (
        rf"(?:该|这种|某种|一种)?(?:检测|检验|试剂|方法|检测方法)?对{_SICK}的?(?:检出率|灵敏度|阳性率|检测准确率|确诊率)(?:为|是) <p:chance>",
        rf"(?:(?:该|这种|某种|一种)?(?:检测|检验|试剂|方法|检测方法)?对)?{_SICK}{_TRIED}(?P<result>阳性|阴性)的?(?:概率|比例|可能性)(?:为|是) <p:chance>",
        rf"{_SICK}(?:中)?(?:有)? <p:percent> (?:的人|的)?{_TRIED}(?P<result>阳性|阴性)",
        rf"{_SICK}(?:有)? <p:percent> 的?(?:概率|可能性)?{_TRIED}(?P<result>阳性|阴性)",
    ),
    "tool": (r"(?:现)?(?:用|采用|使用)(?:某种?|该种?|一种)?(?:试剂|方法|检验法|检测法)(?:来|进行)?(?:检验|检测|诊断|化验)",),
    "false": (
        rf"(?:该|这种|某种|一种)?(?:检测|检验|试剂|方法|检测方法)?对{_WELL}的?(?:误报率|误诊率|误检率|假阳性率|阳性率)(?:为|是) <p:chance>",
        rf"(?:(?:该|这种|某种|一种)?(?:检测|检验|试剂|方法|检测方法)?对)?{_WELL}{_TRIED}(?P<result>阳性|阴性)的?(?:概率|比例|可能性)(?:为|是) <p:chance>",
        rf"{_WELL}(?:中)?(?:有)? <p:percent> (?:的人|的)?(?:概率|可能性)?{_TRIED}(?P<result>阳性|阴性)",
    ),
    "seen": (rf"(?:若|如果|现|已知)?(?:有|随机抽取)?(?:某人|一人|一个人|某市民|一名市民|该人|他){_TRIED}(?P<seen>阳性|阴性)",),
    "chosen": (r"(?:现)?(?:从中|从该地区|在该地区)?(?:随机|任意)?(?:抽取|任选|选取|任取)(?:一|1)?(?:个|名|位)?(?:人|居民|市民)(?:进行检测|检测)?",),
    "asked": (
        rf"{FIND_ZH}(?:他|她|此人|该人|这个人|这人|某人|其)(?P<asked>(?:真正|确实|真的|的确)?{_ILL})的?(?:概率|可能性){HOW_MUCH_ZH}",
        rf"{FIND_ZH}(?:他|她|此人|该人|某人|一人|其)?{_TRIED}(?P<result>阳性|阴性)的?(?:概率|可能性){HOW_MUCH_ZH}",
    ),
})  # fmt: skip
_LABELS: Final = {
    "ill": Words("has it", "患病"),
    "well": Words("does not have it", "未患病"),
    "event": Words("the test is positive", "检测呈阳性"),
}


_SMALL: Final = "one two three four five six seven eight nine ten".split()
_PERCENT_WORD: Final = re.compile(rf"(?i)\b({'|'.join(_SMALL)})(?=\s+(?:percent|per\s+cent)\b)")
_IN_PEOPLE: Final = re.compile(
    r"(?i)\b(?:one|1)\s+(?:in|out\s+of)\s+(?:every\s+)?(\d+)\s+(?:people|persons|adults)\s+(?:has|have)\s+"
)


def _as_digits(match: re.Match[str]) -> str:
    return str(_SMALL.index(match[1].lower()) + 1)


def read(source: str, language: Language) -> Tree | str | None:
    """The tree of a test; text: what was not understood; None: another story."""
    source = _IN_PEOPLE.sub(lambda m: f"100/{m[1]}% of people have ", _PERCENT_WORD.sub(_as_digits, source))
    found = clauses(source, TABLE_ZH if language == "zh" else TABLE_EN)
    if isinstance(found, str):
        return found
    kinds: dict[str, Said] = {}
    for said in found:
        if said.kind in kinds and said.kind != "seen":
            return None
        kinds[said.kind] = said
    asked = kinds.get("asked")
    if asked is None or "prior" not in kinds or found[-1] is not asked and "seen" not in kinds:
        return None
    if "both" in kinds:
        if {"hit", "miss", "false", "specific"} & set(kinds):
            return None
        both = kinds.pop("both")
        kinds["hit"] = Said("hit", {"p": both.values["p"]})
        kinds["false"] = Said("false", {"p": both.values["q"]})
    if ("hit" in kinds) == ("miss" in kinds) or ("false" in kinds) == ("specific" in kinds):
        return None
    prior = kinds["prior"].number("p")
    hit = _positive(kinds["hit"]) if "hit" in kinds else 1 - kinds["miss"].number("p")
    alarm = _positive(kinds["false"]) if "false" in kinds else 1 - kinds["specific"].number("p")
    seen = [v for said in found for k, v in said.values.items() if k in ("seen", "seen2")]
    results = {_is_positive(v) for v in seen}
    names = [_LABELS[k].say(language) for k in ("ill", "well")]
    causes = ((names[0], prior, hit), (names[1], 1 - prior, alarm))
    event = _LABELS["event"].say(language)
    if "result" in asked.values:
        return Tree(causes, event, None, not _is_positive(asked.values["result"])) if not seen else None
    if len(results) != 1:
        return None
    which = 1 if re.search(r"\bnot\b", asked.values["asked"]) else 0
    return Tree(causes, event, which, not results.pop(), decimal=True)


def _is_positive(said: str) -> bool:
    return re.search(r"(?i)positive|阳", said) is not None


def _positive(said: Said) -> object:
    """The chance of a positive result, also where that of a negative one is told."""
    p = said.number("p")
    return p if _is_positive(said.values.get("result", "positive")) else 1 - p
