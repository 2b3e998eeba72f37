"""Something that may be the case, and a chance with it and without it: "the probability of rain is 0.3; if it rains, …"."""

from __future__ import annotations

from typing import Final

from solver.ports import Language
from solver.topics.asking import CHANCE, FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.clauses import clauses, table
from solver.topics.discrete.total_probability.tree import Tree

_FIND: Final = rf"{FIND}the {CHANCE}"
_THE: Final = r"(?:the )?(?:probability|chance)"
_DAY: Final = r"(?:on (?:a|any) (?:given|certain|particular)? ?day|tomorrow|today)?"
TABLE_EN: Final = table(
    {
        "prior": (
            rf"{_THE} (?:that it (?:will )?(?P<kind>rains?|snows?)|of (?P<kind2>rain|snow)) {_DAY} is <p:chance>",
            r"it (?P<kind>rains|snows) on <p:percent> of (?:the |all )?days",
        ),
        "with": (
            rf"(?:when|if)? it (?:does )?(?P<kind>rains?|snows?) ,? {_THE} that (?P<event>[a-z' ]+?) is <p:chance>",
        ),
        "without": (
            rf"(?:when|if)? it (?:does not|doesn't) (?P<kind>rain|snow) ,? (?:{_THE}|it|this)(?: that (?P<event>[a-z' ]+?))? is (?:only )?<p:chance>",
        ),
        "asked": (rf"{_FIND} that (?P<event>[a-z' ]+?)",),
        "seen": (),
    }
)
TABLE_ZH: Final = table(
    {
        "prior": (r"(?:某地|某天|明天|一天|当天)?(?:下(?P<kind>雨|雪))的?概率(?:为|是) <p:chance>",),
        "with": (
            r"(?:若|如果)?下(?P<kind>雨|雪)(?:天|时)?[,，]?(?:则)?(?P<event><event:some>)的?概率(?:为|是) <p:chance>".replace(
                "(?P<event><event:some>)", "<event:some>"
            ),
        ),
        "without": (
            r"(?:若|如果)?不下(?P<kind>雨|雪)(?:天|时)?[,，]?(?:则)?<event:some>?的?概率(?:为|是) <p:chance>",
        ),
        "asked": (rf"{FIND_ZH}<event:some>的概率{HOW_MUCH_ZH}",),
    }
)


def read(source: str, language: Language) -> Tree | str | None:
    """The tree of a day with and without rain; text: what was not understood; None: another story."""
    found = clauses(source, TABLE_ZH if language == "zh" else TABLE_EN)
    if isinstance(found, str):
        return found
    kinds = {s.kind: s for s in found}
    if len(kinds) != len(found) or set(kinds) != {"prior", "with", "without", "asked"}:
        return None
    if found[-1].kind != "asked":
        return None
    weather = {(s.values.get("kind") or s.values.get("kind2") or "").rstrip("s").lower() for s in found[:-1]}
    events = {s.values["event"].strip().lower() for s in found if s.values.get("event")}
    if len(weather) != 1 or len(events) != 1 or "event" not in kinds["asked"].values:
        return None
    event, sky = events.pop(), weather.pop()
    prior, rain, dry = (kinds[k].number("p") for k in ("prior", "with", "without"))
    names = (f"下{sky}", f"不下{sky}") if language == "zh" else (f"it {sky}s", f"it does not {sky}")
    return Tree(((names[0], prior, rain), (names[1], 1 - prior, dry)), event, None)
