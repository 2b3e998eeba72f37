"""Counts in graphs: edges from degrees, leaves of a tree, K_n and K_{m,n}, faces by Euler's formula, spanning trees, Euler circuits.

Graphs are simple and undirected where the words say so or the theorem does not need it. Not: drawn graphs, weights, directed graphs.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.base import Task, Words
from solver.topics.cells import cell, comment
from solver.topics.clauses import Said
from solver.topics.coursework.graph_wordings import TABLE_EN, TABLE_ZH
from solver.topics.coursework.kinds import lesson, told
from solver.topics.prepared import Prepared

COUNTED: Final = Words("the edges were counted one by one", "逐条数边检验")
SUM: Final = Words("the degrees were added up again with the answer", "把答案代回，重新计算度数之和")
EULER: Final = Words("put into Euler's formula", "代入欧拉公式检验")
LAPLACE: Final = Words(
    "compared with a determinant of the Laplacian matrix (Kirchhoff)",
    "与拉普拉斯矩阵的余子式比较（基尔霍夫定理）",
)
YES: Final = {"en": ("no", "yes"), "zh": ("否", "是")}
_PARTS: Final = {"vertices": "V", "edges": "E", "faces": "F", "regions": "F", "个顶点": "V", "个结点": "V", "个节点": "V", "条边": "E", "个面": "F", "顶点": "V", "结点": "V", "节点": "V", "边": "E", "面": "F"}  # fmt: skip


def _degrees(text: str) -> list[tuple[int, int]]:
    """Pairs of how many, and of which degree."""
    return [(int(a), int(b)) for a, b in re.findall(r"(\d+)\D+?(\d+)", text)]


@lesson(r"(?i)\btree|\bgraph|\bedges|K ?_|树|图|顶点", en=TABLE_EN, zh=TABLE_ZH)
def graph(found: list[Said], say: Language) -> Task | None:
    """The count that is asked for."""
    kinds = sorted(s.kind for s in found)
    said = {s.kind: s for s in found}
    if len(said) != len(found):
        return None
    match kinds:
        case ["leaves", "rest", "tree"] | ["leaves", "tree"]:
            rest = said.get("rest")
            if rest is None or any(k.startswith("rest") for k in rest.values):
                return None
            return _leaves(_degrees(said["tree"].values["degrees"]), say)
        case ["ask", "graph"] | ["ask", "graph", "rest"]:
            return _of_degrees(said["graph"], said.get("rest"), said["ask"].values["what"], say)
        case ["ask", "planar"]:
            return _faces(said["planar"], said["ask"].values["what"], say)
        case ["complete"]:
            return _complete(int(said["complete"].values["k"]), say)
        case ["bipartite"]:
            return _bipartite(int(said["bipartite"].values["a"]), int(said["bipartite"].values["b"]), say)
        case ["tree edges"]:
            return _tree_edges(int(said["tree edges"].values["v"]), say)
        case ["spanning"] | ["labelled"]:
            return _spanning(int(found[0].values["k"]), say)
        case ["spanning two"]:
            return _spanning_two(int(found[0].values["a"]), int(found[0].values["b"]), say)
        case ["ask least"] | ["ask least", "least"]:
            sizes = [int(s.values["v"]) for s in found if "v" in s.values]
            return _tree_edges(sizes[0], say, least=True) if len(sizes) == 1 else None
        case ["colours"]:
            return _colours(int(found[0].values["k"]), say)
        case ["full"] | ["ask", "full"] | ["full", "leaves"]:
            full = said["full"].values
            asked = (
                "leaves"
                if "leaves" in said
                else said["ask"].values["what"]
                if "ask" in said
                else full.get("asked", "")
            )
            if (len(found) == 1) != ("asked" in full):
                return None
            return _full(int(full["given"]), full["part"].lower(), asked.lower(), say)
        case ["circuit"]:
            return _circuit(int(found[0].values["k"]), found[0].values["path"], say)
    return None


def _leaves(pairs: list[tuple[int, int]], say: Language) -> Task | None:
    if any(d < 2 for _, d in pairs) or len({d for _, d in pairs}) != len(pairs):
        return None
    inner = sum(n for n, _ in pairs)
    degrees = "+".join(rf"{n}\cdot {d}" for n, d in pairs)
    leaves = sum(n * (d - 2) for n, d in pairs) + 2
    steps = (
        told(
            say,
            rf"Let there be \(x\) leaves. The tree has \({inner}+x\) vertices, so \({inner}+x-1\) edges.",
            rf"设有 \(x\) 片树叶，则共有 \({inner}+x\) 个顶点，边数为 \({inner}+x-1\)。",
        ),
        told(
            say,
            rf"The degrees add up to twice the number of edges: \[{degrees}+x=2\left({inner}+x-1\right)\]",
            rf"由握手定理，度数之和等于边数的两倍：\[{degrees}+x=2\left({inner}+x-1\right)\]",
        ),
        told(say, rf"So \(x={leaves}\).", rf"解得 \(x={leaves}\)。"),
    )
    total = sum(n * d for n, d in pairs)
    source = cell(
        comment(told(say, "degrees add up to twice the edges", "度数之和是边数的两倍")),
        f"solve(Eq({total} + x, 2*({inner} + x - 1)), x)[0]",
        variables="x",
    )
    tests = (
        f"degrees = [d for n, d in {pairs} for _ in range(n)] + [1]*int(answer)",
        "answer == int(answer) and sum(degrees) == 2*(len(degrees) - 1)",
    )
    return Prepared(say, steps, source, tests, SUM)


def _of_degrees(told_graph: Said, rest: Said | None, what: str, say: Language) -> Task | None:
    values, asked = told_graph.values, _PARTS.get(what)
    if "e" in values:
        others = next((int(v) for k, v in rest.values.items() if k.startswith("rest")), 0) if rest else 0
        pairs, edges = _degrees(values["degrees"]), int(values["e"])
        left = 2 * edges - sum(n * d for n, d in pairs)
        if asked != "V" or others < 1 or left < 0 or left % others:
            return None
        count = sum(n for n, _ in pairs)
        degrees = "+".join(rf"{n}\cdot {d}" for n, d in pairs)
        answer = count + left // others
        steps = (
            told(
                say,
                rf"The degrees add up to twice the number of edges. With \(x\) vertices of degree {others}: \[{degrees}+{others}x=2\cdot {edges},\qquad x={left // others}\]",
                rf"由握手定理，设其余有 \(x\) 个 {others} 度顶点：\[{degrees}+{others}x=2\cdot {edges},\qquad x={left // others}\]",
            ),
            told(
                say,
                rf"There are \({count}+{left // others}={answer}\) vertices.",
                rf"顶点数为 \({count}+{left // others}={answer}\)。",
            ),
        )
        source = cell(
            f"x = solve(Eq({sum(n * d for n, d in pairs)} + {others}*x, 2*{edges}), x)[0]",
            f"{count} + x",
            variables="x",
        )
        put_in = (
            f"degrees = [d for n, d in {pairs} for _ in range(n)]",
            f"degrees += [{others}]*(int(answer) - len(degrees))",
            f"sum(degrees) == 2*{edges} and len(degrees) == answer",
        )
        return Prepared(say, steps, source, put_in, SUM)
    if rest is not None or asked != "E":
        return None
    row = (
        [int(d) for d in re.findall(r"\d+", values["list"])]
        if "list" in values
        else [int(values["d"])] * int(values["v"])
    )
    if _edges_drawn(row) is None:
        return None  # there is no such simple graph
    total = sum(row)
    written = "+".join(map(str, row)) if "list" in values else rf"{values['v']}\cdot {values['d']}"
    single = (
        told(
            say,
            rf"The degrees add up to twice the number of edges: \(2E={written}={total}\), so \(E={total // 2}\).",
            rf"由握手定理：\(2E={written}={total}\)，所以 \(E={total // 2}\)。",
        ),
    )
    tests = (
        f"row, edges = {row}, 0",
        "while max(row) > 0:",
        "    row.sort(reverse=True)",
        "    d, row[0] = row[0], 0",
        "    edges, row[1 : d + 1] = edges + d, [r - 1 for r in row[1 : d + 1]]",
        "answer == edges",
    )
    return Prepared(say, single, cell(f"degrees = {row}", "Rational(sum(degrees), 2)"), tests, DRAWN)


DRAWN: Final = Words(
    "a graph with these degrees was drawn edge by edge (Havel and Hakimi)", "逐边构造具有这些度数的图检验"
)


def _edges_drawn(degrees: list[int]) -> int | None:
    """How many edges a simple graph with these degrees has, drawn one vertex after the other; None where there is none."""
    row, edges = sorted(degrees, reverse=True), 0
    while row and row[0] > 0:
        d = row.pop(0)
        if d > len(row) or row[d - 1] == 0:
            return None
        edges += d
        row = sorted([r - 1 for r in row[:d]] + row[d:], reverse=True)
    return edges


def _faces(planar: Said, what: str, say: Language) -> Task | None:
    known = dict[str, int]()
    for text in (planar.values["first"], planar.values["second"]):
        number, word = re.fullmatch(r"(\d+)\s*(\S+)", text).groups()  # type: ignore[union-attr]
        known[_PARTS[word.lower()]] = int(number)
    asked = _PARTS.get(what.lower(), "")
    if not asked or asked in known or len(known) != 2:
        return None
    V, E, F = (sp.Integer(known[k]) if k in known else sp.Symbol(k) for k in "VEF")
    answer = sp.solve(V - E + F - 2, sp.Symbol(asked))[0]
    v, e = (n.subs(sp.Symbol(asked), answer) for n in (V, E))
    if answer < 1 or v >= 3 and e > 3 * v - 6:
        return None  # a simple plane graph has no more edges
    steps = (
        told(
            say,
            rf"Euler's formula for connected plane graphs: \(V-E+F=2\). Here \({V}-{E}+{F}=2\), so \({asked}={answer}\).",
            rf"连通平面图的欧拉公式：\(V-E+F=2\)，即 \({V}-{E}+{F}=2\)，所以 \({asked}={answer}\)。",
        ),
    )
    source = cell(f"solve(Eq({V} - {E} + {F}, 2), {asked})[0]", variables=asked)
    return Prepared(say, steps, source, (f"{asked} = answer", f"{V} - {E} + {F} - 2 == 0"), EULER)


def _complete(k: int, say: Language) -> Task:
    steps = (
        told(
            say,
            rf"Every two of the {k} vertices are joined: \(\binom{{{k}}}{{2}}=\frac{{{k}\cdot {k - 1}}}{{2}}={k * (k - 1) // 2}\).",
            rf"任意两个顶点之间有一条边：\(\binom{{{k}}}{{2}}=\frac{{{k}\cdot {k - 1}}}{{2}}={k * (k - 1) // 2}\)。",
        ),
    )
    return Prepared(
        say,
        steps,
        cell(f"binomial({k}, 2)"),
        (f"answer == sum(1 for i in range({k}) for j in range(i))",),
        COUNTED,
    )


def _bipartite(a: int, b: int, say: Language) -> Task:
    steps = (
        told(
            say,
            rf"Each of the {a} vertices of one part is joined to each of the {b} of the other: \({a}\cdot {b}={a * b}\).",
            rf"一部分的 {a} 个顶点与另一部分的 {b} 个顶点两两相连：\({a}\cdot {b}={a * b}\)。",
        ),
    )
    return Prepared(
        say,
        steps,
        cell(f"Integer({a})*{b}"),
        (f"answer == sum(1 for i in range({a}) for j in range({b}))",),
        COUNTED,
    )


def _tree_edges(v: int, say: Language, *, least: bool = False) -> Task:
    why = (
        told(say, "A connected graph has the fewest edges where it is a tree. ", "连通图边数最少时是树。")
        if least
        else ""
    )
    steps = (
        why
        + told(
            say,
            rf"A tree has one edge less than vertices: \({v}-1={v - 1}\).",
            rf"树的边数比顶点数少 1：\({v}-1={v - 1}\)。",
        ),
    )
    return Prepared(say, steps, cell(f"Integer({v}) - 1"), (f"parts, edges = {v}, 0", "while parts > 1:", "    parts, edges = parts - 1, edges + 1", "answer == edges"), Words("each edge joins two parts until one is left", "每条边把两个部分连成一个，直到只剩一个"))  # fmt: skip


def _spanning(k: int, say: Language) -> Task | None:
    if not 2 <= k <= 12:
        return None
    steps = (
        told(
            say,
            rf"Cayley's formula: there are \(n^{{n-2}}\) trees on \(n\) labelled vertices: \({k}^{{{k - 2}}}={k ** (k - 2)}\).",
            rf"由凯莱公式，\(n\) 个标号顶点上有 \(n^{{n-2}}\) 棵树：\({k}^{{{k - 2}}}={k ** (k - 2)}\)。",
        ),
    )
    return Prepared(
        say,
        steps,
        cell(f"Integer({k})**({k} - 2)"),
        (f"answer == (eye({k - 1})*{k} - ones({k - 1}, {k - 1})).det()",),
        LAPLACE,
    )


def _spanning_two(a: int, b: int, say: Language) -> Task | None:
    if not (1 <= a <= 8 and 1 <= b <= 8):
        return None
    value = a ** (b - 1) * b ** (a - 1)
    steps = (
        told(
            say,
            rf"The complete bipartite graph \(K_{{m,n}}\) has \(m^{{n-1}}n^{{m-1}}\) spanning trees: \({a}^{{{b - 1}}}\cdot {b}^{{{a - 1}}}={value}\).",
            rf"完全二部图 \(K_{{m,n}}\) 有 \(m^{{n-1}}n^{{m-1}}\) 棵生成树：\({a}^{{{b - 1}}}\cdot {b}^{{{a - 1}}}={value}\)。",
        ),
    )
    tests = (f"L = diag(eye({a})*{b}, eye({b})*{a}) - Matrix({a + b}, {a + b}, lambda i, j: 1 if (i < {a}) != (j < {a}) else 0)", "answer == L[1:, 1:].det()")  # fmt: skip
    return Prepared(say, steps, cell(f"Integer({a})**({b} - 1)*Integer({b})**({a} - 1)"), tests, LAPLACE)


def _colours(k: int, say: Language) -> Task | None:
    if not 1 <= k <= 12:
        return None
    steps = (
        told(
            say,
            rf"Every two of the {k} vertices are neighbours, so no colour can be used twice: \({k}\) colours are needed, and they are enough.",
            rf"任意两个顶点相邻，所以颜色不能重复：需要且只需 \({k}\) 种颜色。",
        ),
    )
    tests = (
        "x = Symbol('x')",
        f"ways = prod(x - i for i in range({k}))",
        "ways.subs(x, answer) > 0 and all(ways.subs(x, c) == 0 for c in range(int(answer)))",
    )
    return Prepared(
        say, steps, cell(f"Integer({k})"), tests, Words("the chromatic polynomial was used", "用色多项式检验")
    )


def _full(given: int, part: str, asked: str, say: Language) -> Task | None:
    """A full binary tree: every inner vertex has two children, so there is one leaf more than inner vertices."""
    part, asked = (w.replace("nodes", "vertices") for w in (part, asked))
    inner = {"leaves": given - 1, "internal vertices": given, "vertices": (given - 1) // 2}[part]
    if not asked or asked == part or inner < 1 or part == "vertices" and given % 2 == 0:
        return None
    value = {"leaves": inner + 1, "internal vertices": inner, "vertices": 2 * inner + 1}[asked]
    steps = (
        told(
            say,
            rf"Every internal vertex has two children, so with \(i\) of them there are \(2i+1\) vertices (the root is nobody's child) and \(i+1\) leaves. Here \(i={inner}\), so the number of {asked} is \({value}\).",
            rf"每个分支点有两个孩子，所以 \(i\) 个分支点时共有 \(2i+1\) 个顶点、\(i+1\) 片树叶。这里 \(i={inner}\)，所求为 \({value}\)。",
        ),
    )
    forms = {"leaves": "i + 1", "internal vertices": "i", "vertices": "2*i + 1"}
    source = cell(
        f"i = solve(Eq({forms[part]}, {given}), Symbol('i'))[0]".replace("Eq(i", "Eq(Symbol('i')").replace(
            "Eq(2*i", "Eq(2*Symbol('i')"
        ),
        forms[asked],
    )
    tests = (
        "leaves, inner = 1, 0",
        f"while {'leaves' if part == 'leaves' else 'inner' if part.startswith('i') else 'leaves + inner'} < {given}:",
        "    leaves, inner = leaves + 1, inner + 1",
        f"answer == {'leaves' if asked == 'leaves' else 'inner' if asked.startswith('i') else 'leaves + inner'}",
    )
    return Prepared(
        say,
        steps,
        source,
        tests,
        Words(
            "grown by turning one leaf after another into a vertex with two leaves",
            "逐次把一片树叶换成带两片树叶的分支点",
        ),
    )


def _circuit(k: int, path: str, say: Language) -> Task | None:
    closed = not re.search("(?i)path|trail|通路|欧拉路$", path)
    odd = 0 if (k - 1) % 2 == 0 else k
    if k < 3 or not closed:
        return None
    steps = (
        told(
            say,
            rf"A connected graph has an Euler circuit exactly when every degree is even. In \(K_{{{k}}}\) every degree is \({k - 1}\), which is {'even' if not odd else 'odd'}.",
            rf"连通图有欧拉回路当且仅当每个顶点的度数为偶数。\(K_{{{k}}}\) 中每个顶点的度数是 \({k - 1}\)，为{'偶数' if not odd else '奇数'}。",
        ),
    )
    source = cell(f"degrees = [{k} - 1]*{k}", "Integer(all(d % 2 == 0 for d in degrees))")

    def shown(value: object) -> str | None:
        return rf"\text{{{YES[say][int(value)]}}}" if value in (0, 1) else None  # type: ignore[call-overload]

    def given(answer: str) -> int | None:
        no, yes = re.search(r"(?i)\bno\b|否|没有|不", answer), re.search(r"(?i)\byes\b|是|有", answer)
        return 0 if no else 1 if yes else None

    tests = (
        f"matrix = ones({k}, {k}) - eye({k})",
        "answer == int(all(sum(matrix.row(i)) % 2 == 0 for i in range(matrix.rows)))",
    )
    return Prepared(
        say,
        steps,
        source,
        tests,
        Words("rows of the adjacency matrix were added up", "对邻接矩阵各行求和检验"),
        shown=shown,
        given=given,
    )
