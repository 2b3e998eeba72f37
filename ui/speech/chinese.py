"""公式的中文读法。 Formulas in Chinese words; digits and Latin letters stay, every voice reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar, Final

from ui.speech.layout import Grid, Letter, Row, Sign
from ui.speech.pieces import cell_by_cell, core, flat, is_atomic, is_number, is_product, squeezed
from ui.speech.speaker import Speaker

GREEK: Final = {
    "alpha": "阿尔法", "beta": "贝塔", "gamma": "伽马", "delta": "德尔塔", "epsilon": "艾普西隆", "zeta": "泽塔", "eta": "伊塔",
    "theta": "西塔", "kappa": "卡帕", "lambda": "兰姆达", "mu": "缪", "nu": "纽", "xi": "克西", "pi": "π", "rho": "柔", "sigma": "西格玛",
    "tau": "陶", "phi": "斐", "chi": "希", "psi": "普西", "omega": "欧米伽",
}  # fmt: skip
SETS: Final = {"R": "实数集", "N": "自然数集", "Z": "整数集", "Q": "有理数集", "C": "复数集"}
_CJK: Final = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"


class Chinese(Speaker):
    """See the module."""

    times: ClassVar[str] = "乘"
    negative: ClassVar[str] = "负"
    positive: ClassVar[str] = "正"
    of: ClassVar[str] = ""
    signs: ClassVar[Mapping[str, str]] = {
        "plus": "加", "minus": "减", "times": "乘", "divided": "除以", "plus-minus": "正负", "minus-plus": "负正", "equals": "等于",
        "less": "小于", "greater": "大于", "at-most": "小于等于", "at-least": "大于等于", "not-equal": "不等于", "about": "约等于",
        "congruent": "同余于", "mod": "，模", "in": "属于", "not-in": "不属于", "subset": "包含于", "union": "并", "intersection": "交",
        "without": "去掉", "empty-set": "空集", "infinity": "无穷大", "degrees": "度", "prime": "撇", "double-prime": "两撇", "given": "，条件", "angle": "角", "triangle": "三角形",
        "perpendicular": "垂直于", "parallel": "平行于", "similar": "相似于", "same-shape": "全等于", "to": "到", "approaches": "趋于",
        "implies": "，所以", "equivalent": "，等价于", "and": "且", "or": "或", "not": "非", "for-all": "对任意", "exists": "存在", "dots": "等等",
        "mid": "整除", "not-mid": "不整除", "blank": "空", "partial": "偏", "sum": "求和", "product": "求积", "integral": "积分", "pause": "，",
        "comma": "，", "ratio": "比", "factorial": "的阶乘", "percent": "%", "dollars": "美元", "root": "根号", "bar": "竖线",
        "open": "左括号", "close": "右括号", "mixed": "又", "right": "右侧", "left": "左侧", "set": "集合", "floor": "向下取整", "ceiling": "向上取整",
        "proportional": "正比于", "nabla": "梯度", "complement": "的补集", "pi": "π", "listed": "，", "list": "列表", "empty-list": "空列表",
    } | {f"set {letter}": words for letter, words in SETS.items()}  # fmt: skip
    functions: ClassVar[Mapping[str, str]] = {
        "sin": "正弦", "cos": "余弦", "tan": "正切", "cot": "余切", "sec": "正割", "csc": "余割", "arcsin": "反正弦", "arccos": "反余弦",
        "arctan": "反正切", "asin": "反正弦", "acos": "反余弦", "atan": "反正切", "sinh": "双曲正弦", "cosh": "双曲余弦", "tanh": "双曲正切",
        "ln": "自然对数", "log": "对数", "lg": "常用对数", "exp": "e 的指数", "lim": "极限", "max": "最大值", "min": "最小值", "gcd": "最大公约数",
        "lcm": "最小公倍数", "det": "行列式", "deg": "次数", "Re": "实部", "Im": "虚部",
    }  # fmt: skip

    def tidy(self, text: str) -> str:
        """汉字之间不空格；数字和紧跟的字母连写。"""
        text = squeezed(text)
        text = re.sub(rf"(?<={_CJK}) (?={_CJK})", "", text)
        text = re.sub(r"(?<=[，；：]) | (?=[，；：%])", "", text)
        text = re.sub(r"(?<=[负正]) (?=[\da-zA-Zπ])", " ", text)
        return re.sub(r"(?<![A-Za-z\d.] )(?<![A-Za-z])(\d+(?:\.\d+)?) (?=[a-zA-Zπ](?![A-Za-z]))", r"\1", text)

    def number(self, text: str) -> str:
        """数字照写。"""
        return f"{text[:-1]} 点" if text.endswith(".") else text

    def letter(self, name: str) -> str:
        """希腊字母读音译。"""
        name = name.removeprefix("var")
        return GREEK.get(name.lower(), name)

    def listed(self, parts: list[str]) -> str:
        """逐个读。"""
        return "，".join(parts)

    def fraction(self, top: Row, bottom: Row) -> str:
        """简单的先读分母，长的说明分子分母和结尾。"""
        above, below = self.row(top), self.row(bottom)
        signs = (Letter("d"), Sign("partial"))
        items = flat(bottom.items)
        if (
            len(items) == 2
            and items[0] in signs
            and len(flat(top.items)) <= 2
            and top.items
            and core(flat(top.items)[0]) in signs
        ):
            return (
                f"对 {self.row(Row(tuple(items[1:])))} 求导，"
                if len(flat(top.items)) == 1
                else f"{above} 比 {below}"
            )
        if is_number(top) and is_number(bottom) or (is_atomic(top) or is_product(top)) and is_atomic(bottom):
            return f"{below} 分之 {above}"
        return f"分式，分子 {above}，分母 {below}，分式完，"

    def choose(self, top: str, bottom: str) -> str:
        """组合数。"""
        return f"从 {top} 个中取 {bottom} 个的组合数"

    def root(self, body: Row, degree: Row | None, *, ends: bool) -> str:
        """根号，长的说明结尾。"""
        words = self.row(body)
        order = "" if degree is None else f"{self.row(degree)} 次"
        if is_atomic(body) or (is_product(body) and not ends):
            return f"{order}根号 {words}"
        return f"{order}根号下 {words}，根号完，"

    def power(self, base: str, exponent: Row, *, ends: bool) -> str:
        """平方、立方、几次方。"""
        words = self.row(exponent)
        if exponent.items in ((Letter("T"),), (Letter("top"),)):
            return f"{base} 的转置"
        return f"{base} 的" + {"2": "平方", "3": "立方"}.get(words, f" {words} 次方")

    def indexed(self, base: str, index: str, *, long: bool) -> str:
        """下标。"""
        return f"{base} 下标 {index}{'，下标完，' if long else ''}"

    def large(self, name: str, below: Row | None, above: Row | None) -> str:
        """带上下限的求和、求积、积分。"""
        noun = {"sum": "求和", "product": "求积", "integral": "积分"}[name]
        if below is None:
            return f"{noun}，"
        start = self.row(below)
        if above is None:
            return f"在 {start} 上{noun}，"
        if name == "integral":
            return f"从 {start} 到 {self.row(above)} 的积分，"
        return f"{start.replace('等于', '从', 1)} 到 {self.row(above)} {noun}，"

    def limit(self, target: str) -> str:
        """极限。"""
        return f"当 {target} 时的极限，"

    def named(self, name: str, words: str, below: Row | None, above: Row | None) -> str:
        """带底数或次方的函数。"""
        if below is not None:
            words = f"以 {self.row(below)} 为底" if name == "log" else f"{words}，{self.row(below)}，"
        if above is None:
            return words
        order = self.row(above)
        return (
            f"反{words}"
            if order == "负 1"
            else words + {"2": "平方", "3": "立方"}.get(order, f" {order} 次方")
        )

    def function_of(self, words: str, argument: str, *, bare: bool = False) -> str:
        """函数名在前，对数的底在更前。"""
        return f"{words} {argument} 的对数" if words.startswith("以 ") else f"{words} {argument}"

    def absolute(self, body: str, *, long: bool) -> str:
        """绝对值。"""
        return f"绝对值 {body}，绝对值完，" if long else f"绝对值 {body}"

    def set_of(self, parts: list[str], *, built: bool) -> str:
        """集合。"""
        if built:
            return (
                "满足条件的集合："
                + re.sub(r" ?(?:整除|竖线|比) ?", "，满足 ", "，".join(parts), count=1)
                + "，"
            )
        return f"集合 {'，'.join(parts)}，集合完，" if parts else "空集"

    def interval(self, lower: str, upper: str, has_lower: bool, has_upper: bool) -> str:
        """区间，说明含不含端点。"""
        if has_lower == has_upper:
            return f"从 {lower} 到 {upper} 的{'闭' if has_lower else '开'}区间"
        ends = [
            words if "无穷" in words else f"{words}（{'含' if has else '不含'}）"
            for words, has in ((lower, has_lower), (upper, has_upper))
        ]
        return f"从 {ends[0]} 到 {ends[1]} 的区间"

    def differential(self, variable: str) -> str:
        """积分里的 dx。"""
        return f"，d {variable}"

    def grid(self, grid: Grid) -> str:
        """矩阵逐行读，方程组逐个读。"""
        cells = cell_by_cell(grid, self.row)
        if "matrix" in grid.name:
            noun = "行列式" if grid.name == "vmatrix" else "矩阵"
            rows = "；".join(f"第 {n} 行：{'，'.join(row)}" for n, row in enumerate(cells, 1))
            return f"{len(cells)} 行 {max(map(len, cells), default=0)} 列的{noun}，{rows}；{noun}完，"
        if grid.name in ("cases", "array"):
            return f"共 {len(cells)} 行：" + "；".join("，".join(row) for row in cells) + "；"
        return "；".join(" ".join(row) for row in cells)

    def accent(self, name: str, body: Row) -> str:
        """上划线、向量、循环节。"""
        words = self.row(body)
        points = [item for item in flat(body.items) if isinstance(item, Letter) and item.name.isupper()]
        if name == "bar" and len(points) == 2:
            return f"线段 {words}"
        if is_number(body):
            return f"{words} 循环"
        return (
            f"向量 {words}"
            if name == "vec"
            else words + {"bar": " 上划线", "hat": " 尖", "dot": " 点"}.get(name, "")
        )
