r"""Edges, vertices and faces of graphs: K_n, K_{m,n}, trees, degrees (handshakes), Euler's formula; paths of counting in complete graphs.

Read: one graph in words, one number asked. Not: drawn graphs, colourings of others than complete, bipartite and cyclic graphs.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.asking import FIND, FIND_ZH
from solver.topics.bare_formulas import plain
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell
from solver.topics.clauses import Said, clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

_K: Final = r"(?:the )?(?:complete graph )?K ?_ ?\{? ?(?P<n>\d+) ?\}?"
_B: Final = r"(?:the )?(?:complete )?(?:bipartite graph )?K ?_ ?\{? ?(?P<m>\d+) ?, ?(?P<n>\d+) ?\}?"
_POINTS: Final = r"(?:vertices|nodes|vertexes)"


def _edges(it: str) -> tuple[str, ...]:
    """How the edges of a named graph are asked for."""
    return (
        rf"how many edges (?:does|do|are in|are there in) {it}(?: have)?",
        rf"{FIND}the number of edges (?:in|of) {it}",
    )


TABLE_EN: Final = table({
    "complete": (*_edges(_K), *_edges(rf"(?:a|the) complete graph (?:with|on) (?P<n>\d+) {_POINTS}")),
    "bipartite": _edges(_B),
    "tree": (rf"a tree (?:has|with) (?P<n>\d+) {_POINTS}", rf"how many edges (?:does|are in|are there in) a tree (?:with|on|of) (?P<n>\d+) {_POINTS}(?: have)?"),
    "ask_edges": (r"how many edges (?:does (?:it|the (?:graph|tree)|this (?:graph|tree)|G) have|are there|are in (?:it|the (?:graph|tree)))", rf"{FIND}the number of edges(?: (?:in|of) (?:it|the graph|G))?"),
    "regular": (rf"(?:suppose )?(?:a|an undirected|a simple) (?:simple )?(?:undirected )?graph (?:G )?(?:has|with) (?P<n>\d+) {_POINTS} ,? (?:each|every one|all) (?:of (?:which|them|degree)|with degree|of degree|having degree)? ?(?:has|have|is|are)? ?(?:of )?(?:degree)? ?(?P<d>\d+)", rf"(?:a|an) (?P<d>\d+)-regular graph (?:has|with|on) (?P<n>\d+) {_POINTS}"),
    "planar": (rf"(?:suppose (?:that )?)?a connected (?:simple )?(?:planar|plane) (?:simple )?graph (?:G )?(?:has|with) (?P<v>\d+) {_POINTS} and (?P<e>\d+) edges", rf"(?:suppose (?:that )?)?a connected (?:planar|plane) graph (?:G )?(?:has|with) (?P<e>\d+) edges and (?P<v>\d+) {_POINTS}"),
    "ask_faces": (r"(?:in)?(?:to )?how many (?:faces|regions) (?:does (?:it|the graph|a planar representation of (?:it|the graph)) have|are there|(?:does|will) .{3,40} divide the plane)", rf"{FIND}the number of (?:faces|regions)(?: of (?:it|the graph))?"),
    "hamilton": (rf"how many (?:distinct |different )?hamilton(?:ian)? (?:cycles|circuits) (?:does|are there in) {_K}(?: have)?",),
    "spanning": (rf"how many (?:different |labeled )?spanning trees (?:does|are there in) {_K}(?: have)?", rf"{FIND}the number of spanning trees (?:of|in) {_K}"),
    "chromatic": (rf"{FIND}the chromatic number of {_K}",),
    "chromatic_bipartite": (rf"{FIND}the chromatic number of {_B}",),
})  # fmt: skip
_ZP: Final = r"个(?:顶点|结点|节点)"
TABLE_ZH: Final = table({
    "complete": (r"(?:无向)?(?:完全图) ?K ?_ ?\{? ?(?P<n>\d+) ?\}? ?(?:共)?有(?:多少|几)条边", rf"(?P<n>\d+) ?{_ZP}的(?:无向)?完全图(?:共)?有(?:多少|几)条边", rf"{FIND_ZH}(?:无向)?完全图 ?K ?_ ?\{{? ?(?P<n>\d+) ?\}}? ?的边数"),
    "bipartite": (r"完全二[部分]图 ?K ?_ ?\{? ?(?P<m>\d+) ?, ?(?P<n>\d+) ?\}? ?(?:共)?有(?:多少|几)条边", rf"{FIND_ZH}完全二[部分]图 ?K ?_ ?\{{? ?(?P<m>\d+) ?, ?(?P<n>\d+) ?\}}? ?的边数"),
    "tree": (rf"(?:设)?(?:一棵(?:无向)?|无向)?树 ?T? ?(?:共)?有 ?(?P<n>\d+) ?{_ZP}", rf"(?P<n>\d+) ?{_ZP}的(?:无向)?树(?:共)?有(?:多少|几)条边"),
    "ask_edges": (r"(?:它|该树|该图|这棵树|图G|G|树中|图中)?(?:共|一共)?有(?:多少|几)条边", r"(?:其|它的|该图的|G的)?边数(?:是多少|为多少|为)?"),
    "regular": (rf"(?:设)?(?:无向|简单)?(?:简单)?(?:无向)?图 ?G? ?有 ?(?P<n>\d+) ?{_ZP} ?,? ?(?:每个|各)(?:顶点|结点|节点)?的?度数?(?:都|均)?(?:是|为) ?(?P<d>\d+)",),
    "planar": (rf"(?:设)?(?:一个)?连通(?:的)?(?:简单)?平面图 ?G? ?有 ?(?P<v>\d+) ?{_ZP} ?[,和、]? ?(?P<e>\d+) ?条边",),
    "ask_faces": (r"(?:则|问)?(?:它|该图|G|图G)?(?:共|一共)?有(?:多少|几)个面", r"(?:其|它的|该图的|G的)?面数(?:是多少|为多少|为)?"),
    "leaves": (r"(?:设)?(?:一棵|一个)?(?:无向)?树 ?T? ?(?:中)?有 ?(?P<list>(?:\d+ ?个 ?\d+ ?度(?:顶点|结点|节点)(?: ?[,，、和] ?)?)+),? ?(?:其余(?:顶点|结点|节点)?(?:都|均)?(?:是|为)(?:树叶|叶子?|1度(?:顶点|结点|节点)?))?",),
    "ask_leaves": (r"(?:则|问)?(?:它|该树|T|树中)?(?:共|一共)?有(?:多少|几)(?:片|个)(?:树?叶(?:子|结点|节点)?|1度(?:顶点|结点|节点))",),
})  # fmt: skip
WORDS: Final = {
    "complete": Words("Every vertex is joined to the other \\({less}\\), and each edge is counted twice: \\(\\frac{{{n}\\cdot {less}}}{{2}}={value}\\).", "每个顶点与其余 \\({less}\\) 个相连，每条边算了两次：\\(\\frac{{{n}\\cdot {less}}}{{2}}={value}\\)。"),
    "bipartite": Words("Every vertex of one part is joined to every one of the other: \\({m}\\cdot {n}={value}\\).", "一部的每个顶点与另一部的每个顶点相连：\\({m}\\cdot {n}={value}\\)。"),
    "tree": Words("A tree has one edge less than vertices: \\({n}-1={value}\\).", "树的边数等于顶点数减 1：\\({n}-1={value}\\)。"),
    "regular": Words("Handshaking lemma: the degrees add up to twice the number of edges, \\({n}\\cdot {d}=2e\\), so \\(e={value}\\).", "握手定理：度数之和等于边数的两倍，\\({n}\\cdot {d}=2e\\)，所以 \\(e={value}\\)。"),
    "planar": Words("Euler's formula \\(v-e+f=2\\) gives \\(f=2-{v}+{e}={value}\\).", "由欧拉公式 \\(v-e+f=2\\) 得 \\(f=2-{v}+{e}={value}\\)。"),
    "hamilton": Words("Fix the first vertex, order the other \\({less}\\), and both directions are the same cycle: \\(\\frac{{{less}!}}{{2}}={value}\\).", "固定起点，其余 \\({less}\\) 个顶点排序，两个方向是同一个圈：\\(\\frac{{{less}!}}{{2}}={value}\\)。"),
    "spanning": Words("Cayley's formula: \\({n}^{{{n}-2}}={value}\\).", "由凯莱公式 \\({n}^{{{n}-2}}={value}\\)。"),
    "chromatic": Words("All vertices are joined to each other, so each needs a colour of its own: \\({value}\\).", "任意两点都相邻，各需一种颜色：\\({value}\\)。"),
    "chromatic_bipartite": Words("The two parts have no edges within them, so two colours are enough, and one is not: \\({value}\\).", "两部内部都没有边，两种颜色就够，一种不够：\\({value}\\)。"),
    "leaves": Words("Let there be \\(x\\) leaves. The tree has \\({count}+x\\) vertices, so one edge less, and the degrees add up to twice that: \\[{degrees}+x=2\\left({count}+x-1\\right)\\] so \\(x={value}\\).", "设有 \\(x\\) 片树叶。顶点共 \\({count}+x\\) 个，边数少 1，由握手定理 \\[{degrees}+x=2\\left({count}+x-1\\right)\\] 解得 \\(x={value}\\)。"),
    "method": Words("counted one by one in such a graph", "在这样的图中逐条计数检验"),
}  # fmt: skip


@declining
def read(text: Text) -> Reading:
    """A graph in words, and the number that is asked."""
    if not re.search(
        r"(?i)edges|faces|regions|K ?_|spanning|graph|tree|条边|边数|树叶|叶|个面|面数", text.source
    ):
        return None
    source = plain(text.source)
    said = clauses(in_digits(source) if text.language == "en" else source, TABLE_ZH if text.language == "zh" else TABLE_EN)  # fmt: skip
    if isinstance(said, str) or not 1 <= len(said) <= 2:
        return None
    kind, values = said[0].kind, said[0].values
    asks = said[1].kind if len(said) == 2 else ""
    wants = {"tree": "ask_edges", "regular": "ask_edges", "planar": "ask_faces", "leaves": "ask_leaves"}.get(
        kind, ""
    )
    if kind == "tree" and re.match(r"(?i)how many|\d+ ?个", source):
        wants = ""  # asked in the same clause
    if asks != wants or kind.startswith("ask_"):
        return None
    return _leaves(said[0], text.language) if kind == "leaves" else _task(kind, {k: int(v) for k, v in values.items()}, text.language)  # fmt: skip


def _task(kind: str, values: dict[str, int], say: Language) -> Prepared | None:
    n, m, d = values.get("n", 0), values.get("m", 0), values.get("d", 0)
    v, e = values.get("v", 0), values.get("e", 0)
    if max(n, m, v, e) > 500 or (kind in ("complete", "tree") and n < 1):
        return None
    if kind == "regular" and (n * d % 2 or d >= n):
        return None  # there is no such graph
    if kind == "planar" and (e < v - 1 or v < 3 or e > 3 * v - 6):
        return None
    if kind in ("hamilton", "spanning") and not 3 <= n <= 12:
        return None
    value, source, test = {
        "complete": (n * (n - 1) // 2, f"{n}*({n} - 1)//2", f"answer == sum(1 for a in range({n}) for b in range(a))"),
        "bipartite": (m * n, f"{m}*{n}", f"answer == sum(1 for a in range({m}) for b in range({n}))"),
        "tree": (n - 1, f"{n} - 1", f"answer == len([(k // 2, k) for k in range(2, {n} + 1)])"),
        "regular": (n * d // 2, f"{n}*{d}//2", f"2*answer == sum({d} for vertex in range({n}))"),
        "planar": (2 - v + e, f"2 - {v} + {e}", f"{v} - {e} + answer == 2"),
        "hamilton": (sp.factorial(max(n - 1, 0)) / 2, f"factorial({n} - 1)/2", f"answer == prod(range(3, {n}))"),
        "spanning": (n ** max(n - 2, 0), f"{n}**({n} - 2)", f"answer == ({n}*eye({n} - 1) - ones({n} - 1, {n} - 1)).det()"),
        "chromatic": (n, f"{n}", f"answer == next(k for k in range(1, {n} + 1) if prod(k - j for j in range({n})) > 0)"),
        "chromatic_bipartite": (2, "2", "answer == next(k for k in range(1, 4) if any(a != b for a in range(k) for b in range(k)))"),
    }[kind]  # fmt: skip
    shown = {**values, "less": n - 1, "value": value}
    return Prepared(say, (WORDS[kind].say(say, **shown),), cell(source), (test,), WORDS["method"])


def _leaves(said: Said, say: Language) -> Prepared | None:
    pairs = [(int(a), int(b)) for a, b in re.findall(r"(\d+) ?个 ?(\d+) ?度", said.values["list"])]
    if any(b < 2 for _, b in pairs) or len({b for _, b in pairs}) < len(pairs):
        return None
    value = sum(a * (b - 2) for a, b in pairs) + 2
    step = WORDS["leaves"].say(say, count="+".join(str(a) for a, _ in pairs), degrees="+".join(rf"{a}\cdot {b}" for a, b in pairs), value=value)  # fmt: skip
    source = cell(f"pairs = {pairs}", "sum(count*(degree - 2) for count, degree in pairs) + 2")
    tests = (
        f"pairs = {pairs}",
        "sum(c*d for c, d in pairs) + answer == 2*(sum(c for c, d in pairs) + answer - 1)",
    )
    return Prepared(say, (step,), source, tests, WORDS["method"])
