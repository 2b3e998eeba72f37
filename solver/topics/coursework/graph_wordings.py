"""How counts in graphs are worded, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.coursework.kinds import HOW_MANY, HOW_MANY_ZH, LET, LET_ZH

_WHO: Final = r"(?:it|this tree|the tree|this graph|the graph|T|G|does (?:it|the tree|the graph|T|G))"
_K: Final = r"(?:the )?(?:complete graph )?K ?_ ?\{?(?P<k>\d+)\}?"
_KMN: Final = r"(?:the )?(?:complete bipartite graph )?K ?_ ?\{? ?\(?(?P<a>\d+) ?, ?(?P<b>\d+)\)? ?\}?"
_ONE_DEGREE: Final = r"(?:\d+ (?:vertices|vertex|nodes?) (?:of|with|has|have) degree \d+|\d+ of degree \d+)"
_REST: Final = r"(?:(?:and )?(?:all |the )?(?:the )?(?:(?:other|remaining) vertices|rest|others)(?: of the vertices)?(?: are| being| have| of)? )"
TABLE_EN: Final = {
    "tree": (
        rf"{LET}(?:a|an|the) (?:undirected |finite )?tree(?: T)? (?:has|have|with|contains|having|that has)(?: exactly)? (?P<degrees>{_ONE_DEGREE}(?: ?(?:,|and|, and) ?{_ONE_DEGREE})*)",
        rf"in (?:a|an|the) (?:undirected )?tree(?: T)?,? there are (?P<degrees>{_ONE_DEGREE}(?: ?(?:,|and|, and) ?{_ONE_DEGREE})*)",
    ),
    "rest": (rf"{_REST}(?:leaves|(?:of )?degree (?P<rest>\d+))",),
    "leaves": (rf"how many leaves (?:does|are there in|are in|are there) ?{_WHO}?(?: have)?", rf"{HOW_MANY} leaves(?: (?:of|in) {_WHO})?"),
    "graph": (
        rf"{LET}(?:a|an|the) (?:simple |undirected |finite |connected )*graph(?: G)? (?:has|with|having)(?: exactly)? (?P<v>\d+) vertices,? (?:each|all|every one)(?: of them)?(?: of| with| having| has)? degree (?P<d>\d+)",
        rf"{LET}(?:a|an|the) (?P<d>\d+)-regular (?:simple )?graph(?: G)? (?:has|with|on) (?P<v>\d+) vertices",
        rf"{LET}(?:a|an|the) (?:simple |undirected )?graph(?: G)? (?:has|with)(?: vertices of)? degrees? (?P<list>\d+(?: ?, ?\d+)+(?:,? and \d+)?)",
        rf"{LET}(?:a|an|the) (?:simple |undirected )?graph(?: G)? (?:has|with) (?P<e>\d+) edges ?,? (?:and )?(?P<degrees>{_ONE_DEGREE}(?: ?(?:,|and|, and) ?{_ONE_DEGREE})*)",
    ),
    "planar": (
        rf"{LET}(?:a|an|the) (?=[a-z ,]*connected)(?:simple )?(?:(?:connected|planar|plane)(?: and|,)? ?)+ ?(?:simple )?graph(?: G)? (?:has|with) (?P<first>\d+ (?:vertices|edges|faces|regions)) ?(?:and|,) ?(?P<second>\d+ (?:vertices|edges|faces|regions))",
    ),
    "ask": (
        rf"how many (?P<what>edges|vertices|internal vertices|nodes|faces|regions) (?:does|are there in|are in) ?{_WHO}?(?: have)?", rf"{HOW_MANY} (?P<what>edges|vertices|internal vertices|nodes|faces|regions)(?: (?:of|in) {_WHO})?", r"how many (?P<what>edges|vertices|internal vertices|nodes|faces|regions) (?:are there|has it)",
    ),
    "complete": (
        rf"how many edges (?:does|are (?:there )?in) {_K}(?: have)?", rf"{HOW_MANY} edges (?:of|in) {_K}", r"how many edges are (?:there )?in (?:a|the) complete graph (?:with|on) (?P<k>\d+) vertices", r"how many edges does (?:a|the) complete graph (?:with|on) (?P<k>\d+) vertices have",
    ),
    "bipartite": (rf"how many edges (?:does|are (?:there )?in) {_KMN}(?: have)?", rf"{HOW_MANY} edges (?:of|in) {_KMN}",),
    "tree edges": (r"how many edges (?:does|are (?:there )?in) (?:a|any) tree (?:with|on|having) (?P<v>\d+) (?:vertices|nodes)(?: have)?",),
    "spanning": (rf"how many (?:different |distinct |labell?ed )?spanning trees (?:does|are (?:there )?in|are there of) {_K}(?: have)?", rf"{HOW_MANY} (?:different |distinct |labell?ed )?spanning trees (?:of|in) {_K}"),
    "spanning two": (rf"how many (?:different |distinct |labell?ed )?spanning trees (?:does|are (?:there )?in|are there (?:of|for)) {_KMN}(?: have)?", rf"{HOW_MANY} (?:different |distinct |labell?ed )?spanning trees (?:of|in) {_KMN}"),
    "labelled": (r"how many (?:different |distinct )?labell?ed trees (?:are there )?(?:on|with) (?P<k>\d+) (?:labell?ed )?(?:vertices|nodes)(?: are there)?",),
    "least": (r"(?:what is )?(?:a|an) connected (?:simple )?graph has (?P<v>\d+) vertices",),
    "ask least": (r"what is the (?:minimum|smallest|least)(?: possible)? number of edges(?: (?:it|that it) can have)?", r"what is the (?:minimum|smallest|least)(?: possible)? number of edges in a connected graph (?:with|on) (?P<v>\d+) vertices"),
    "colours": (rf"{FIND}the chromatic number of {_K}",),
    "full": (r"{LET}(?:a|the) full binary tree (?:has|with) (?P<given>\d+) (?P<part>leaves|internal vertices|vertices|nodes)".replace("{LET}", LET), r"how many (?P<asked>leaves|internal vertices|vertices|nodes) does a full binary tree with (?P<given>\d+) (?P<part>leaves|internal vertices|vertices|nodes) have"),
    "circuit": (rf"(?:does|has) {_K} (?:have|contain|has)? ?an? (?P<path>Euler(?:ian)? (?:circuit|cycle|path|trail))", rf"is {_K} (?P<path>Eulerian)"),
}  # fmt: skip
_DEGREE_ZH: Final = r"\d+ ?个 ?\d+ ?度(?:的)?(?:顶点|结点|节点|点)"
TABLE_ZH: Final = {
    "tree": (rf"{LET_ZH}(?:一棵|一个|某)?(?:无向|非平凡)?树 ?T?(?:中)?,?(?:有|具有|恰有) ?(?P<degrees>{_DEGREE_ZH}(?: ?[,、和] ?{_DEGREE_ZH})*)",),
    "rest": (r"(?:其余|其他|其它)(?:的)?(?:顶点|结点|节点|点)?(?:的)?(?:都|均|全)?(?:是|为)?(?:树叶|叶子|叶结点|悬挂点|(?:度数(?:都|均)?(?:是|为) ?(?P<rest>\d+))|(?P<rest2>\d+) ?度(?:顶点|结点|点)?)",),
    "leaves": (r"(?:问|求|则)?(?:这棵树|该树|T|它)?(?:中)?(?:有|共有)?(?:多少|几)(?:片|个)(?:树叶|叶子|叶结点)", rf"{FIND_ZH}(?:T|该树)?的?(?:树叶|叶子)(?:的)?(?:数|个数|数目){HOW_MUCH_ZH}"),
    "graph": (
        rf"{LET_ZH}(?:无向|简单|无向简单)?图 ?G?(?:中)?,?有 ?(?P<e>\d+) ?条边,? ?(?P<degrees>{_DEGREE_ZH}(?: ?[,、和] ?{_DEGREE_ZH})*)",
        rf"{LET_ZH}(?:无向|简单|无向简单)?图 ?G?(?:中)?,?有 ?(?P<v>\d+) ?个(?:顶点|结点|节点),? ?(?:每个(?:顶点|结点|节点)的度数(?:都|均)?(?:是|为)|(?:顶点|结点)?度数(?:都|均)(?:是|为)) ?(?P<d>\d+)",
    ),
    "planar": (rf"{LET_ZH}(?:一个)?(?=[简单的]*连通)(?:连通|简单)*(?:的)?(?:连通)?平面图 ?G?,?有 ?(?P<first>\d+ ?(?:个(?:顶点|结点|节点)|条边|个面)) ?(?:,|和|、) ?(?P<second>\d+ ?(?:个(?:顶点|结点|节点)|条边|个面))",),
    "ask": (
        rf"{FIND_ZH}(?:G|它|其|该图|图G)?(?:的|有)?(?P<what>边|顶点|结点|节点|面)(?:的)?(?:数|个数|数目|条数){HOW_MUCH_ZH}", r"(?:问|则)?(?:G|它|该图|图G)?(?:中)?(?:共|有|共有)?(?:多少|几)(?:个|条) ?(?P<what>边|顶点|结点|节点|面)",
    ),
    "complete": (rf"(?:求|问)?(?:无向)?(?:完全图)?K_?\{{?(?P<k>\d+)\}}?(?:的边数|(?:中)?(?:共)?有{HOW_MANY_ZH}?边|(?:的)?边的?条数){HOW_MUCH_ZH}",),
    "bipartite": (r"(?:求|问)?(?:完全二部图|完全二分图|完全偶图)?K_?\{?(?P<a>\d+),(?P<b>\d+)\}?(?:的边数|(?:中)?(?:共)?有(?:多少|几)条边)(?:是多少|为多少)?",),
    "tree edges": (r"(?:问)?(?P<v>\d+) ?个(?:顶点|结点|节点)的树(?:的边数是多少|(?:共)?有(?:多少|几)条边)", r"(?:一棵)?树有 ?(?P<v>\d+) ?个(?:顶点|结点|节点),?[问则]?(?:它)?(?:共)?有(?:多少|几)条边"),
    "spanning": (r"(?:求|问)?(?:完全图)?K_?\{?(?P<k>\d+)\}?(?:有|的)(?:多少|几)?(?:棵|个)?(?:不同的)?生成树(?:的?个数|的?数目|的?棵数|数)?(?:是多少)?",),
    "spanning two": (r"(?:求|问)?(?:完全二部图|完全二分图|完全偶图)?K_?\{?(?P<a>\d+),(?P<b>\d+)\}?(?:(?:中)?(?:共)?有|的)(?:多少|几)?(?:棵|个)?(?:不同的)?生成树(?:的?个数|的?数目|的?棵数|数)?(?:是多少)?",),
    "circuit": (r"(?:问)?(?:完全图)?K_?\{?(?P<k>\d+)\}?是否(?:有|存在|为|是)(?P<path>欧拉回路|欧拉图|欧拉通路|欧拉路)",),
}  # fmt: skip
