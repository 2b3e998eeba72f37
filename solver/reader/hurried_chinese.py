"""Chinese as it is typed in a hurry, in full: `CHARACTERS` are words for which others are meant, `in_full_chinese` puts in what was left out.

Not: characters that sound like those that are meant (`homophones`), what is said around a problem (`asides`, `chat`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_U: Final = "[个只条人名元块米克吨升岁天头支枝本页棵颗粒双次段根袋盒箱筐桶瓶杯张把件套辆艘架台座层排组队班面朵场局题道斤千克公斤部匹株幅盆枚]"
_NUM: Final = r"\d+(?:\.\d+)?"
_RUN: Final = "[\u4e00-\u9fff]"
_LIMIT: Final = r"-?(?:[\dπe]|pi|∞|ln)[\dπei.^/()]*"
CHARACTERS: Final = tuple(
    (re.compile(pattern), usual)
    for pattern, usual in (
        (r"(?<![求算解获取使值懂记觉])[得地](?=值|直|模|和(?!到)|差(?!不)|积(?!极)|商|价[钱格]|钱|个数|倒数|周长|面积|体积|坐标|系数|解析式|[a-z](?![a-z])|\d+次方|对称轴|项|顶点|焦点)", "的"),
        (r"多钱", "多少钱"),
        (r"(?:是|等于)(?:啥|嘛|神马|什莫)(?=[,。?]|$)", "是什么"),
    )
)  # fmt: skip
_ROWS: Final[tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...]] = (
    (r"[,。?!\s]*(?:(?:很|挺|好|有点|特别)?急(?:[用啊!]+)?|快(?:点|啊)?|在线等|老师说要用[^,]*|我只要最后结果对一下|求解答?|谢(?:谢)+[啦了]?|多谢|求助|拜托|help|thx)[\s!。~啊]*$", ""),
    (r"(?<=[少么几个只元])[啊阿呀呢哦嘛来着]+(?=\s*(?:$|[,。?]))", ""),
    (r"^问?([^,:。?]*(?:多少|几)[^,:。?]*)[::](?=..)(.*)$", lambda m: f"{m[2].rstrip('。?')},{m[1]}?"),
    (r"(?<=[\u4e00-\u9fff%)])\s+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?<![是为占有共比剩约])\s+(?=\d+[^\s\d:.])", ","),
    (r"(?<=[\da-z)°度])\s+(?=那|求|则|问|解)", ","),
    # quantities
    (rf"({_RUN}{{1,6}})({_NUM})(?:元|块)?一({_U}),?买(?=了?\d)", r"\1\2元一\3,买"),
    (rf"(?<=[元块倍])买(?=了?\d+{_U}(?:[,。]|$))", ",买"),
    (rf"({_RUN}{{1,4}})几({_U})({_RUN}{{1,4}})几\2(?=\s*(?:$|[,。?]))", r"\1有几\2,\3有几\2"),
    (rf"(?<=[,。])({_RUN}{{1,6}})({_NUM})(?:元|块)?一({_U})(?=[,。]|$)", r"\1\2元一\3"),
    (rf"(?<=[,。])({_RUN}{{1,6}})一({_U})({_NUM})(?:元|块)?(?=[,。]|$)", r"\1\3元一\2"),
    (rf"^({_RUN}{{2,6}}(?<![有共是带买花了]))(?=\d+(?!元){_U}{_RUN}{{1,4}},)", r"\1有"),
    (rf"(?<=付)({_NUM})元?(?=找)", r"\1元,"),
    # ratios and shares
    (rf"(?<=[,。])({_RUN}{{1,4}})比({_RUN}{{1,4}}?)(?:是|为)?({_NUM})比({_NUM})(?=[,。\s]|$)", r"\1和\2的比是\3:\4"),
    (rf"(?<=[数量重积长格价])比(?=(?:是)?{_NUM}\s*[:：比]\s*{_NUM})(?!是)", "的比是"),
    (r"的的", "的"),
    (r"(?<=\d)分着(?=运|做|卖)", ""),
    (r"(甲[\u4e00-\u9fff])(乙[\u4e00-\u9fff])(?=按|的)", r"\1和\2"),
    (r"就(?=[\u4e00-\u9fff]{2,}、[\u4e00-\u9fff]{2,}(?:、|和))", "有"),
    (rf"(其他|其余|剩下的?)(是|有|为)({_RUN}{{1,5}})[和与跟]({_RUN}{{1,5}}),\3[和与跟]?\4(?:的?比)?(?:是|为)?(?=\d+\s*[:比]\s*\d)", r"\1\2\3和\4,\3和\4的比是"),
    # mathematics
    (r"(?<![A-Za-z])s(?=\d+\s*(?:=|是|为|等于|呢|$))", "S"),
    (r"(等[差比])(?:数列)?(?:的?前n项和)?(?:为|是)?Sn[,\s]+(?=S)", r"\1数列的前n项和为Sn,"),
    (r"等([差比])(?!数列|中|例|三角)(?=[\sS前各,]|a[\dn])", r"等\1数列"),
    (r"(?<=[\d)])\s+(?=[a-z],[a-z](?:,[a-z])?(?:各|分别|是|等于))", ","),
    (r"(?<=[\d°度])(?=[A-C]=)", ","),
    (r"(\d+)[,、\s]+(\d+)[,、\s]+(\d+)[,\s]*(?:这)?三个数的和", r"\1+\2+\3"),
    (r"([a-z])(?:取|是|等于)?(?:啥|什么|任何|任意)(?:值|数|实数)?(?:时)?(?:都|均|总)成立", r"对任意\1恒成立"),
    (r"(?<=最[小大]的)那个角", "角"),
    (r"(?<=三角形)的?三个角(?=之比|的比)", "三个内角"),
    (r"(?:每一?|各|所有的?)项(?:都|均|全)?(?:(?:是|为)?正(?:的|数)?|大于0|>0)(?=[,\s。]|$)", "各项都是正数"),
    (r"(=\s*[^=,;\s]*?[\di)])\s+(?=[zab]\d?\s*=)", r"\1,"),
    (rf"∫\s*\(?\s*(?:从)?({_LIMIT})(?:到|,)({_LIMIT}?)\)?,?(?:的)?\s*(?=[^,。]*d\s*[a-z])", r"∫_{\1}^{\2} "),
    (rf"(?:求|算)?(?:定|求|算)?积分[,\s]*从({_LIMIT})到({_LIMIT}),?\s+(?:的)?(?=\S.*d\s*[a-z])", r"∫_{\1}^{\2} "),
    (r"(三角形|△)\s*(abc|def|klm|lmn|mno|pqr|xyz)(?![A-Za-z])", lambda m: m[1] + m[2].upper()),
    (r"[,\s]*问?([\u4e00-\u9fff]{1,4})多少钱[,和]?([\u4e00-\u9fff]{1,4})多少钱(?=\s*(?:$|[,。?]))", r",\1和\2各多少钱"),
    (rf"(?<=[,。])(剩下的?|其余的?)({_RUN}{{2}})({_RUN}{{2}})(?:的?比)(?:是|为)?({_NUM})[比:]({_NUM})", r"\1是\2和\3,\2和\3的比是\4:\5"),
    (rf"(在{_LIMIT}到{_LIMIT})(?:之间)?的(?=定?积分)", r"\1上的"),
    (r"三角形([A-Z]{3})里", r"三角形\1中"),
    (r"((?:\)|\)\^\d|\)\^\{\d+\}))里(?=\S{1,6}系数)", r"\1的展开式中"),
    (r"(?:前面|那项|那一项|这项|前边)的?系数", "的系数"),
    (r"(?<=[a-z])\s*平方的系数", "^2的系数"),
    (r"以后(?=含|[a-z])", "后"),
    (r"(?<=展开)以后", "后"),
    (r"系数(?=多少)", "系数是"),
    (r",?整项都写出来.*$", ""),
    (r"(?<=[\da-z)])乘以?(?=[a-z(\d])", "*"),
    (r"根号下?(?=\()", "√"),
    # 根号2x and 根号下x+1 do not say how far the root goes; 根号3i does
    (r"根号(\d+(?![\d.]|\s*[a-hj-z^(])|[a-z](?!\s*[-+*/^a-z(\d]))", r"√(\1)"),
    (r"根号下(\d+|[a-z])(?!\s*[-+*/^a-z(\d.])", r"√(\1)"),
    (r"(?<=[|)\d])(?:再)?加上?(?=√|\||\()", "+"),
    (r"下限(\S+?)[,\s]*上限([^\s,]+?)[,\s]+(?!被积)([^\s,。]*[a-z][^\s,。]*?)\s*d\s*([a-z])(?![a-z])", r"∫_{\1}^{\2} \3 d\4"),
    (r"(?<=[|)\d])等于零\s*,?", "=0,"),
    (r"(?:积分)?下限(\S+?)[,\s]*上限([^\s,]+?)[,\s]+被积(?:函数)?(?:的)?(?:是)?\s*([^\s,。]+)", r"∫_{\1}^{\2} \3 dx"),
    (r"从([^\s,]+?)积到([^\s,]+?)[,\s]+(\S+?)\s*d\s*([a-z])", r"∫_{\1}^{\2} \3 d\4"),
    (r"(?<=\d)\s+(?=[-+]?\d*[a-z](?:(?:\s*[-+*]\s*\d*[a-z])+\s*[-+\d]*|[-+\d]*)=)", ","),
    (r"([a-z])\s+([a-z])\s+([a-z])\s*(?=三个|的值|各|分别|是|等于|$)", r"\1,\2,\3"),
    (r"(?:解|求)?要\s*([a-z])\s*,\s*([a-z])\s*,\s*([a-z])\s*三个的值", r"求\1,\2,\3"),
    (r"三个数(\d+)[,、\s]+(\d+)[,、\s]+(\d+)(?:加起来|加在一起)", r"\1+\2+\3"),
    (r"加起来(?=是多少|等于|得)", "的和"),
    (r",?(?:要分数|结果要分数|感觉不对|是不是少.*|题里没.*|我?用[^,]*算出来是[^,]*)(?=\s*(?:$|[,。?]))", ""),
    (r"\((?:均|都|全部?)为?满载\)", ""),
    (r"怎么求来着[?]*比如", "求"),
    (r"(\d+)元几张,?(\d+)元有?几张", r"\1元和\2元的各几张"),
    (r"就([\u4e00-\u9fff、]+[\u4e00-\u9fff])([两三四五]种)", r"有\1\2"),
    (r"正项等比数列\s*\{?an\}?\s*(?:的)?前n项和(?:为|是)?\s*Sn", "各项都是正数的等比数列{an}的前n项和是Sn"),
    (r"(?<=\d)\s+(?=S\d)|(?<=度)\s+(?=[a-z])", ","),
    (r",?结果保留e(?=[,。]|$)", ""),
    (r"共轭复数求\s*(?=i|\(|\d)", "求"),
    (r",+", ","),
    (r",\s*$", ""),
)  # fmt: skip
_COMPILED: Final = tuple((re.compile(pattern), usual) for pattern, usual in _ROWS)
_PIECES: Final = re.compile(r"(?<=\d)块钱?(?=[,。;?\s]|$|[一买后两也都又再还])")
_SPENT: Final = re.compile(rf"((?:(?<!要)花了?|付了?|用了|找回|售价|单价|定价){_NUM})(?=[,。;]|$)")
_PRICE: Final = re.compile(
    rf"(?<=[\u4e00-\u9fff])(?<![第有共走长重])({_NUM})(?=[,。;]|\s+[\u4e00-\u9fff]|[找一]|$)"
)
_ASKED_OF: Final = re.compile(
    rf"(?:(?<=[,。?!])|^)(?!每|一|还|各|共)(?P<name>{_RUN}{{1,5}}?)(?<![了去到出成有多少做共走])(?P<asked>(?:几|多少)(?!块钱){_U}\s*[啊阿呀呢]?(?=\s*(?:$|[,。?])))"
)
_NAME: Final = "(?:(?![和与比重共花付用要是租买有加减吃])[\u4e00-\u9fff]){1,4}?"
_PAIRED: Final = re.compile(
    rf"(?P<first>{_NUM}(?!次|天|岁|段|元){_U}(?P<one>{_NAME}))(?=\d+(?!次|天|岁|段|元){_U}(?P<other>{_NAME})(?:花|共|一共|总共|,|是|也|要|\d))"
)
_TOGETHER: Final = re.compile(f"({_RUN}{{2,12}}?)(?=(?:一共|总共|共|合计)(?:有|是|养)?\\d)")
_SHARE: Final = re.compile(f"(?:^|[,。;])({_RUN}{{1,4}}?)(?:占|是总|为总)")
_PAIR: Final = re.compile(
    f"({_RUN}{{1,4}})[和与跟]({_RUN}{{1,4}}?)(?:的|两)?(?:[\u4e00-\u9fff]数|质量|数量|重量)?(?:的|之)?比"
)
_EACH: Final = re.compile(f"({_RUN}{{2,8}})(?=各(?:多少|是|几|要))")
_COUNTED: Final = re.compile(f"\\d+{_U}({_RUN}{{1,4}}?)(?=[和,、花共]|\\d|一共)")


def in_full_chinese(text: str) -> str:
    """A text with what was left out.

    >>> in_full_chinese("鸡鸭鹅一共320只,鸡占65%,鸭和鹅的只数比4:3,鹅几只")
    '鸡、鸭和鹅一共320只,鸡占65%,鸭和鹅的只数的比是4:3,鹅有几只'
    >>> in_full_chinese("买3支钢笔和2个本子28元,买2支钢笔5个本子26元,钢笔本子各多少钱一个 急")
    '买3支钢笔和2个本子28元,买2支钢笔和5个本子26元,钢笔和本子各多少钱一个'
    """
    for pattern, usual in _COMPILED:
        text = pattern.sub(usual, text)
    return _listed_each(_listed(_paired(_asked_of(_in_yuan(text))))).strip()


def _in_yuan(text: str) -> str:
    """38块, 花了38 and 鞋168, where money is spoken of and no pieces are counted."""
    if not re.search("[元钱价花付买贵]", text) or re.search("(?:多少|几|每|一)块(?!钱)", text):
        return text
    text = _SPENT.sub(r"\1元", _PIECES.sub("元", text))
    if (
        re.search("[元钱]", text)
        and re.search("[买花付剩找票]", text)
        and not re.search("[a-zA-Z=:]|占", re.sub(r"[A-Z]{1,3}(?=[\u4e00-\u9fff])", "", text))  # T恤, U盘
    ):
        text = _PRICE.sub(r"\1元", text)
    return text


def _asked_of(text: str) -> str:
    """鹅几只, where geese were told of."""

    def asked(match: re.Match[str]) -> str:
        name = match["name"]
        return (
            f"{name}有{match['asked']}" if name in text[: match.start()] + text[match.end() :] else match[0]
        )

    return _ASKED_OF.sub(asked, text)


def _paired(text: str) -> str:
    """2袋面粉1桶油, where both are spoken of elsewhere."""

    def pair(match: re.Match[str]) -> str:
        named = all(text.count(match[name]) > 1 for name in ("one", "other"))
        return f"{match['first']}和" if named else match[0]

    return _PAIRED.sub(pair, text)


def _listed(text: str) -> str:
    """鸡鸭鹅, where all of them are named later."""
    share, pair = _SHARE.search(text), _PAIR.search(text)
    if share is None or pair is None:
        return text
    names = (share[1], pair[1], pair[2])

    def parted(match: re.Match[str]) -> str:
        run = match[1]
        inner = sorted(names, key=run.rfind)
        listed = re.search("[和跟与、]?".join(map(re.escape, inner)) + "$", run)
        return f"{run[: listed.start()]}{inner[0]}、{inner[1]}和{inner[2]}" if listed else run

    return _TOGETHER.sub(parted, text, count=1)


def _listed_each(text: str) -> str:
    """钢笔本子各, where both were counted before."""
    names = dict.fromkeys(_COUNTED.findall(text))

    def parted(match: re.Match[str]) -> str:
        for one in names:
            other = match[1].removeprefix(one)
            if other != match[1] and other in names:
                return f"{one}和{other}"
        return match[1]

    return _EACH.sub(parted, text, count=1)
