"""Two products that need resources: a linear programme of two numbers, solved at the corners of what is possible.

Read: what one piece of each product needs of each resource, how much there is, the profit of each; asked: the largest profit, or how many of each (whole
numbers come out, or tons). Not: least numbers, demands, three products.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Words
from solver.topics.calculus.optimisation.model import given_list
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, table
from solver.topics.prepared import Prepared

X, Y = sp.symbols("x y", real=True)
WORDS: Final = {
    "letters": Words("Let \\(x\\) be the amount of {a}, \\(y\\) that of {b}. What there is of each resource is not exceeded: \\[{conditions},\\quad x\\ge 0,\\ y\\ge 0.\\]", "设生产{a} \\(x\\)，{b} \\(y\\)。各种资源不超过现有的量：\\[{conditions},\\quad x\\ge 0,\\ y\\ge 0.\\]"),
    "goal": Words("The profit \\(z={z}\\) is to be as large as possible. A linear expression is largest at a corner of the region.", "目标函数 \\(z={z}\\) 要最大。线性目标函数的最大值在可行域的顶点处取得。"),
    "corners": Words("The corners and the profit there: {corners}.", "各顶点及对应的利润：{corners}。"),
    "best": Words("The largest is \\(z={value}\\), at \\(({x}, {y})\\).", "其中最大的是 \\(z={value}\\)，在 \\(({x}, {y})\\) 处取得。"),
    "code": Words("corners: intersections of two border lines that satisfy everything", "顶点：满足所有条件的两条边界直线的交点"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "method": Words("the bound was proved by adding up multiples of the conditions (duality)", "用对偶方法：把各条件乘以适当的倍数相加，得到同样的上界"),
}  # fmt: skip
_P: Final = r"(?P<prod>[A-Z]|[a-z]+)"
_EACH: Final = r"(?:each|every|1|one|an?) (?:unit of )?(?:product )?"
_NEED: Final = r"(?:needs?|requires?|takes?|uses?)"
_RES: Final = (
    r"(?:hours?|minutes?|kg|kilograms?|units?|pounds?|lbs?|tons?|grams?|g)? ?(?:of )?(?:[a-z]+ ?){1,2}?"
)
_FOR: Final = r"(?:per|on|for|from)(?: (?:an?|each|every|one))? (?:unit of )?(?:product )?"
_EVERY: Final = r"(?:(?:each|every|per|a|in a|in one) (?:day|week|month))"
_LARGEST: Final = r"(?:maximum|largest|greatest|highest)(?: possible)?"
TABLE_EN: Final = table({
    "frame": (r"an? (?:factory|company|firm|manufacturer|workshop|carpenter|shop|bakery) (?:makes|produces|manufactures|can make|bakes) 2 (?:kinds of )?(?:products|goods|types of [a-z]+) ?,? ?(?:called )?(?P<a>[A-Z]) and (?P<b>[A-Z])", r"an? (?:factory|company|firm|manufacturer|workshop|carpenter|shop|bakery) (?:makes|produces|manufactures|bakes) (?P<a>[a-z]+s) and (?P<b>[a-z]+s)"),
    "needs": (rf"{_EACH}(?P<prod>[A-Za-z]+) {_NEED} <u> (?P<r1>{_RES}) and <v> (?P<r2>{_RES})",),
    "have": (rf"(?:{_EVERY} ,? )?(?:there (?:are|is)|(?:it|the (?:factory|company|firm|workshop|carpenter|shop|bakery)|they|he|she) has)? ?(?:at most|only)? ?<u> (?P<r1>{_RES}) and <v> (?P<r2>{_RES}) ?(?:are|is)? ?(?:available)?(?: {_EVERY})?",),
    "profit": (r"the profit (?:is|on|from) \$? ?<u> ?(?:per|on|for|for each|on each|from each) (?:unit of )?(?:product )?(?P<a>[A-Za-z]+) and \$? ?<v> ?(?:per|on|for|for each|on each|from each) (?:unit of )?(?:product )?(?P<b>[A-Za-z]+)", r"(?:the )?profits? (?:are|is) \$? ?<u> ?(?:per|on|for) (?P<a>[A-Za-z]+) and \$? ?<v> ?(?:per|on|for) (?P<b>[A-Za-z]+)", rf"(?:the |it |(?:the )?[a-z]+ )?(?:makes |earns |there is )?(?:an? |the )?profits? (?:is |are |of )\$? ?<u> ?(?:dollars )?{_FOR}(?P<a>[A-Za-z]+) and \$? ?<v> ?(?:dollars )?{_FOR}(?P<b>[A-Za-z]+)", rf"the profit {_FOR}(?P<a>[A-Za-z]+) is \$? ?<u> and (?:the profit )?{_FOR}(?P<b>[A-Za-z]+) (?:is )?\$? ?<v>", r"(?:each|every|an?) (?P<a>[A-Za-z]+) (?:gives|brings(?: in)?|makes|earns|yields) (?:an? )?profit of \$? ?<u> and (?:each|every|an?) (?P<b>[A-Za-z]+) (?:(?:gives|brings(?: in)?|makes|earns|yields) )?(?:(?:an? )?profit of |one of )?\$? ?<v>"),
    "ask_both": (r"how many (?:units )?(?:of each )?(?:product )?(?:should|must) (?:be (?:made|produced)|(?:it|they|he|she|the [a-z]+) (?:make|produce)) (?:in order )?to maximi[sz]e (?:the )?(?:total )?profits?",),
    "ask_profit": (rf"{FIND}the {_LARGEST} (?:(?:weekly|daily|monthly|total) )?profit(?: (?:per|each|in a|in one) (?:day|week|month))?(?: that (?:it|they|the [a-z]+) can make)?",),
})  # fmt: skip
_ZR: Final = r"[^\d,，。;；、]{0,6}?"
_ZQ: Final = r"(?:吨|千克|公斤|小时|工时|个|米|kg|千瓦时|度|立方米|单位|件|克)"
TABLE_ZH: Final = table({
    "frame": (r"(?:某|一|一家)(?:工厂|企业|公司|厂|车间|家具厂)(?:计划)?(?:生产|制造)(?P<a>[甲AＡ])[,、和](?P<b>[乙BＢ])(?:两种|2种)(?:产品|肥料|型号的产品)",),
    "needs": (
        rf"(?:已知)?(?:生产|制造)?(?:每|1|一)(?:生产|制造)? ?(?:1|一)? ?(?P<per>吨|件|个|百千克)?(?:生产)?(?P<prod>[甲乙AB])(?:种)?(?:产品)?(?:1(?P<per2>吨|件))?(?:需要|需|要用|需用|需消耗|要消耗|消耗|要|用)(?P<r1>{_ZR}) ?<u> ?(?P<q1>{_ZQ})(?:[,、和]|,需) ?(?P<r2>{_ZR}) ?<v> ?(?P<q2>{_ZQ})(?P<tail>{_ZR})",
    ),
    "profit": (r"(?:已知|若)?(?:销售|生产)?(?:每|1|一) ?(?P<per>吨|件|个)?(?:产品)?(?P<a>[甲A])(?:产品)?[、,和](?P<b>[乙B])(?:两种)?(?:产品)?(?:可)?(?:的)?(?:利润|获利|获利润)(?:分别)?(?:为|是)? ?<u> ?(?P<money>万元|元|千元)?[、,和] ?<v> ?(?P<money2>万元|元|千元)",),
    "profit_one": (r"(?:销售|生产)?(?:每|1|一) ?(?P<per>吨|件|个)?(?P<prod>[甲乙AB])(?:种)?(?:产品)?(?:可)?(?:的)?(?:获利润|获利|获得利润|利润为|利润是|可获利|可获得利润|盈利) ?<u> ?(?P<money>万元|元|千元)",),
    "have": (rf"(?:若|已知)?(?:该厂|该企业|该工厂|工厂|企业|该公司)?(?:在一个生产周期内|每天|每月|每周|每日)?(?:现有|有|现有库存|最多可用|最多能用|最多可以用|最多能使用|最多有|能用|可用|可使用|消耗)(?:的)?(?P<r1>{_ZR}) ?<u> ?(?P<q1>{_ZQ})[,、和] ?(?P<r2>{_ZR}) ?<v> ?(?P<q2>{_ZQ})",),
    "ask_profit": (rf"{FIND_ZH}(?:该厂|该企业|该工厂|工厂|企业|该公司)?(?:每天|每月|每周|每日)?(?:可|能)?(?:获得的?)?(?:的)?最大利润{HOW_MUCH_ZH}(?P<money>万元|元|千元)?",),
    "ask_both": (rf"{FIND_ZH}(?:该厂|该企业|该工厂|工厂|企业|该公司)?(?:应)?(?:生产)?(?:甲、乙|甲乙|A、B)(?:两种)?产品(?:各)?(?:生产)?多少(?P<per>吨|件)?(?:时)?[,，]?(?:才能使|能使|可使|使|能)?(?:获得的?|获)?(?:总)?(?:利润最大|最大利润)",),
})  # fmt: skip


def read(source: str, language: Language) -> Prepared | None:
    """The programme, where the story is one."""
    found = clauses(source, TABLE_ZH if language == "zh" else TABLE_EN)
    if isinstance(found, str) or not any(s.kind == "needs" for s in found):
        return None
    kinds: dict[str, list[Said]] = {}
    for said in found:
        kinds.setdefault(said.kind, []).append(said)
    asks = [k for k in kinds if k.startswith("ask_")]
    single = [k for k in ("frame", "have") if len(kinds.get(k, [])) != 1]
    if len(asks) != 1 or len(kinds[asks[0]]) != 1 or single or len(kinds["needs"]) != 2:
        return None
    frame = kinds["frame"][0].values
    products = [_name(frame["a"]), _name(frame["b"])]
    needs = {_name(s.values["prod"]): s for s in kinds["needs"]}
    profits = _profits(kinds)
    have = kinds["have"][0]
    if profits is None or set(needs) != set(products) or set(profits) != set(products):
        return None
    resources = [_resource(have, k) for k in "12"]
    if resources[0] == resources[1] or any([_resource(s, k) for k in "12"] != resources for s in needs.values()):  # fmt: skip
        return None
    if any(len({s.values[k] for s in found for k in keys if s.values.get(k)}) > 1 for keys in (("per", "per2"), ("money", "money2"))):  # fmt: skip
        return None  # tons and pieces, 元 and 万元
    rows = []
    for key in ("u", "v"):
        a, b, c = (said.number(key) for said in (needs[products[0]], needs[products[1]], have))
        rows.append((a, b, c))
    z = (profits[products[0]], profits[products[1]])
    if any(v <= 0 for row in rows for v in row) or any(v <= 0 for v in z):
        return None
    return _task(rows, z, [frame["a"], frame["b"]], asks[0] == "ask_both", language)


def _name(said: str) -> str:
    said = said.strip().lower()
    return said.removesuffix("s") if len(said) > 1 else said


def _resource(said: Said, k: str) -> tuple[str, ...]:
    """The words of a resource with its unit, in an order of their own."""
    plain = re.sub(r"(?i)\b(?:of|are|is|available)\b|原料$|消耗|使用|用", " ", said.values[f"r{k}"]).lower()
    return tuple(sorted([w.removesuffix("s") for w in plain.split()] + [said.values.get(f"q{k}", "")]))


def _profits(kinds: dict[str, list[Said]]) -> dict[str, sp.Rational] | None:
    if "profit" in kinds and len(kinds["profit"]) == 1 and "profit_one" not in kinds:
        said = kinds["profit"][0]
        return {_name(said.values["a"]): said.number("u"), _name(said.values["b"]): said.number("v")}
    ones = kinds.get("profit_one", [])
    found = {_name(s.values["prod"]): s.number("u") for s in ones}
    return found if len(ones) == 2 and len(found) == 2 and "profit" not in kinds else None


def _task(rows: list[tuple[Any, Any, Any]], z: tuple[Any, Any], names: list[str], both: bool, say: Language) -> Prepared | None:  # fmt: skip
    bounds = [(a, b, c) for a, b, c in rows] + [(sp.S(-1), sp.S.Zero, sp.S.Zero), (sp.S.Zero, sp.S(-1), sp.S.Zero)]  # fmt: skip
    corners = set()
    for (a, b, c), (d, e, g) in combinations(bounds, 2):
        det = a * e - b * d
        if det == 0:
            continue
        point = ((c * e - b * g) / det, (a * g - c * d) / det)
        if all(p * point[0] + q * point[1] <= r for p, q, r in bounds):
            corners.add(point)
    values = sorted(((z[0] * x + z[1] * y, x, y) for x, y in corners), key=lambda v: (-v[0], v[1]))
    best = values[0]
    if len(values) > 1 and values[1][0] == best[0] and both:
        return None
    if not (best[1].is_integer and best[2].is_integer):
        return None  # pieces would have to be whole
    conditions = r",\quad ".join(rf"{latex(a * X + b * Y)}\le {latex(c)}" for a, b, c in rows)
    zed = z[0] * X + z[1] * Y
    shown_corners = ("；" if say == "zh" else "; ").join(rf"\(({latex(x)}, {latex(y)})\): \({latex(v)}\)" for v, x, y in sorted(values, key=lambda v: (v[1], v[2])))  # fmt: skip
    steps = (
        WORDS["letters"].say(say, a=names[0], b=names[1], conditions=conditions),
        WORDS["goal"].say(say, z=latex(zed)),
        WORDS["corners"].say(say, corners=shown_corners),
        WORDS["best"].say(say, value=latex(best[0]), x=latex(best[1]), y=latex(best[2])),
    )
    lines = [
        f"bounds = {exact_source([a * X + b * Y - c for a, b, c in rows])} + [-x, -y]",
        f"profit = {exact_source(zed)}",
        comment(WORDS["code"].say(say)),
        "corners = [s for k, first in enumerate(bounds) for second in bounds[:k] for s in solve([first, second], [x, y], dict=True)]",
        "corners = [s for s in corners if len(s) == 2 and all(bound.subs(s) <= 0 for bound in bounds)]",
        "best = max(corners, key=lambda s: profit.subs(s))",
        "[best[x], best[y]]" if both else "[profit.subs(best)]",
    ]
    (a, b, c), (d, e, g) = rows
    tests = (
        # the dual: least c·u + g·v with a·u + d·v ≥ p, b·u + e·v ≥ q, found at its own corners
        f"p, q = {exact_source(z[0])}, {exact_source(z[1])}",
        "u, v = symbols('u v')",
        f"borders = [{a}*u + {d}*v - p, {b}*u + {e}*v - q, u, v]",
        "points = [s for k, first in enumerate(borders) for second in borders[:k] for s in solve([first, second], [u, v], dict=True)]",
        "points = [s for s in points if len(s) == 2 and all(border.subs(s) >= 0 for border in borders)]",
        f"least = min(({exact_source(c)}*u + {exact_source(g)}*v).subs(s) for s in points)",
        f"bool(len(answer) == 2 and answer[0] >= 0 and answer[1] >= 0 and all(m*answer[0] + n*answer[1] <= r for m, n, r in {exact_source(rows)}) and p*answer[0] + q*answer[1] == least)" if both else "bool(len(answer) == 1 and answer[0] == least)",
    )  # fmt: skip

    def shown(value: Any) -> str | None:
        found = list(value) if isinstance(value, list | tuple | sp.Tuple) else []
        return r",\ ".join(map(exact_latex, found)) if len(found) == (2 if both else 1) else None

    return Prepared(say, steps, cell(*lines, variables=("x", "y")), tests, WORDS["method"], WORDS["sentence"], shown=shown, given=given_list, letters=("x", "y"))  # fmt: skip
