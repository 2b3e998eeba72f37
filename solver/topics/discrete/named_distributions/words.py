"""The words of named distributions: the sentences that are read, and those that are said."""

from __future__ import annotations

from typing import Final

from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Words
from solver.topics.clauses import table

WORDS: Final = {
    "binomial": Words("\\({X}\\) counts successes among \\({n}\\) independent trials, each with probability \\({p}\\): the binomial distribution, \\(P({X}=k)=\\binom{{{n}}}{{k}}\\left({p}\\right)^k\\left({q}\\right)^{{{n}-k}}\\).", "\\({X}\\) 是 \\({n}\\) 次独立试验中成功的次数，每次成功概率为 \\({p}\\)，服从二项分布：\\(P({X}=k)=\\mathrm{{C}}_{{{n}}}^{{k}}\\left({p}\\right)^k\\left({q}\\right)^{{{n}-k}}\\)。"),
    "poisson": Words("For the Poisson distribution with \\(\\lambda={l}\\): \\(P({X}=k)=\\frac{{{l_}^k}}{{k!}}e^{{-{l}}}\\).", "参数 \\(\\lambda={l}\\) 的泊松分布：\\(P({X}=k)=\\frac{{{l_}^k}}{{k!}}e^{{-{l}}}\\)。"),
    "geometric": Words("\\({X}\\) is the number of the trial with the first success, each with probability \\({p}\\): \\(P({X}=k)=\\left({q}\\right)^{{k-1}}\\cdot {p}\\).", "\\({X}\\) 是首次成功所在的试验次数，每次成功概率为 \\({p}\\)：\\(P({X}=k)=\\left({q}\\right)^{{k-1}}\\cdot {p}\\)。"),
    "hypergeometric": Words("\\({n}\\) of \\({N}\\) are drawn without replacement, and \\({M}\\) of these \\({N}\\) count: the hypergeometric distribution, \\(P({X}=k)=\\frac{{\\binom{{{M}}}{{k}}\\binom{{{rest}}}{{{n}-k}}}}{{\\binom{{{N}}}{{{n}}}}}\\).", "从 \\({N}\\) 个中不放回地取 \\({n}\\) 个，其中 \\({M}\\) 个是所关心的，服从超几何分布：\\(P({X}=k)=\\frac{{\\mathrm{{C}}_{{{M}}}^{{k}}\\mathrm{{C}}_{{{rest}}}^{{{n}-k}}}}{{\\mathrm{{C}}_{{{N}}}^{{{n}}}}}\\)。"),
    "value": Words("\\(P({X}={k})={value}\\).", "\\(P({X}={k})={value}\\)。"),
    "sum": Words("These exclude each other, so they are added: \\({value}\\).", "各种情况互斥，相加得 \\({value}\\)。"),
    "opposite": Words("The opposite event is easier: \\(1-{other}={value}\\).", "对立事件更简单：\\(1-{other}={value}\\)。"),
    "mean": Words("The expected value is \\(E({X})={formula}={value}\\).", "数学期望 \\(E({X})={formula}={value}\\)。"),
    "variance": Words("The variance is \\(\\operatorname{{Var}}({X})={formula}={value}\\).", "方差 \\(D({X})={formula}={value}\\)。"),
    "deviation": Words("The standard deviation is its square root: \\(\\sqrt{{{variance}}}={value}\\).", "标准差是方差的算术平方根：\\(\\sqrt{{{variance}}}={value}\\)。"),
    "code": Words("the probability of each value", "每个取值的概率"),
    "code_moments": Words("expected value and variance by their formulas", "由公式求期望和方差"),
    "method": Words("the probabilities were worked out one after another from the ratios of neighbours, and added up", "由相邻取值的概率之比逐个递推后相加检验"),
    "sentence": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
    "moments": Words("So the answer is \\({answer}\\).", "所以答案是 \\({answer}\\)。"),
    "both": Words("\\(np={m}\\) and \\(np(1-p)={v}\\); dividing gives \\(1-p=\\frac{{{v}}}{{{m}}}={q}\\), so \\(p={p}\\) and \\(n={n}\\).", "\\(np={m}\\)，\\(np(1-p)={v}\\)；两式相除得 \\(1-p=\\frac{{{v}}}{{{m}}}={q}\\)，所以 \\(p={p}\\)，\\(n={n}\\)。"),
    "unknown": Words("For \\(B(n, p)\\) the expected value is \\(np\\), the variance \\(np(1-p)\\).", "二项分布 \\(B(n, p)\\) 的期望是 \\(np\\)，方差是 \\(np(1-p)\\)。"),
    "method_both": Words("expected value and variance were worked out from n and p", "由 n 和 p 重新计算期望和方差"),
}  # fmt: skip
_X: Final = r"(?:let|suppose|suppose that|given|given that)? ?(?:an?|the)? ?(?:discrete)? ?(?:random variable)? ?(?P<name>[XYZξη])"
_MEAN: Final = r"(?:E ?[(\[] ?[XYZξη] ?[)\]]|E ?[XYZξη]|(?:the |its )?(?:expected (?:value|number)|mean|expectation)(?: of [XYZξη]| (?:number )?of (?:successes|hits|heads))?)"
_VAR: Final = r"(?:(?:Var|V|D) ?[(\[] ?[XYZξη] ?[)\]]|D ?[XYZξη]|(?:the |its )?variance(?: of [XYZξη])?)"
_SD: Final = r"(?:the |its )?standard deviation(?: of [XYZξη])?"
_PART: Final = rf"(?:{_MEAN}|{_VAR}|{_SD})"
_HOW: Final = r"(?P<how>exactly|at least|at most|no more than|more than|fewer than|less than|precisely)?"
_TRY: Final = (
    r"(?:trials?|attempts?|shots?|throws?|tosses|questions?|games?|times|free throws?|tests?|flips?)"
)
_OPEN: Final = (
    r"(?:(?!(?:not|no|never|only|both|neither|except|without|and|or|that|which|who|if|when)\b)[a-z][a-z'\-]*)"
)
_WHAT: Final = rf"(?P<what>{_OPEN}(?: \b{_OPEN}){{0,8}}?)"
_SPAN: Final = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|pages?|met(?:er|re)s?|kilomet(?:er|re)s?|miles?)"
_PER: Final = rf"(?:per|an?|each|every|in an?|in each|in any) (?P<time>{_SPAN})\b"
_HAPPENS: Final = r"(?:(?:will |are |is )?(?:arrives?|occurs?|reach(?:es)?|comes?(?: in)?|made|received|happens?|pass(?:es)?|found|recorded|seen)(?: (?:at|on|by|to) the [a-z]+)?)"
TABLE_EN: Final = table({
    "binomial": (
        rf"{_X} ~ (?:B|Bin|Binomial|Binom) \( <n> , <p:chance> \)",
        rf"{_X} (?:has|have|follows?|is|be|obeys) (?:distributed (?:as|according to|like) )?(?:the |a )?(?:binomial )?(?:distribution )?(?:given by )?(?:B|Bin|Binomial|Binom) \( <n> , <p:chance> \)(?: distribution)?",
        rf"{_X} (?:is|has|follows) (?:a )?(?:the )?binomial(?:ly)? ?(?:distributed|distribution|random variable)? ?(?:B)? ?(?:with)? ?(?:parameters)? ?n = <n> ?(?:,|and|, and)? ?p = <p:chance>",
        rf"{_X} (?:be|is) an? binomial (?:random )?variable with (?:parameters )?n = <n> ?(?:,|and|, and)? ?p = <p:chance>",
        rf"{_X} (?:is|be) binomially distributed with (?:parameters )?n = <n> ?(?:,|and|, and)? ?p = <p:chance>",
        r"the probability of (?:a )?success (?:in|on|for) (?:each|one|every) trial is <p:chance>",
    ),
    "trials": (r"(?:there are )?<n> (?:independent )?trials (?:are (?:performed|made|conducted|carried out))?",),
    "poisson": (
        rf"{_X} (?:has|follows|is) (?:a |the )?Poisson(?:ly)? ?(?:distributed|distribution|random variable)? ?with (?:a )?(?:mean|parameter|rate)(?: of| \\?lambda =| λ =)? ?<l>",
        rf"{_X} (?:has|follows|is|be) (?:an? |the )?Poisson(?:ly)? ?(?:distributed|distribution|(?:random )?variable)? ?with (?:(?:mean|parameter|rate) )?(?:\\\\?lambda|λ) = <l>",
        rf"{_X} be a Poisson (?:random )?variable with (?:a )?(?:mean|parameter|rate)(?: of)? <l>",
        rf"{_X} ~ (?:Poisson|Po|Pois|P) \( <l> \)",
        rf"(?:the )?{_WHAT} (?:(?:as|following|follows?|forms?|according to|has|have|is|are|can be|may be|modelled (?:by|as)|described by) )+(?:an? )?Poisson (?:process|distribution) ,? (?:with|at|having|of) (?:an? )?(?:(?:average|mean|constant) )*(?:rate )?(?:of )?<l> (?:{_OPEN} )?{_PER}",
        rf"(?:the )?number of {_WHAT} {_PER} (?:has|follows|is|is modelled by|can be modelled by) (?:an? )?Poisson(?:-distributed| distribution| variable)? (?:with )?(?:an? )?mean (?:of )?<l>",
        rf"on average ,? <l> {_WHAT} {_PER} ,? (?:and )?(?:following|according to|as|(?:they|the number of [a-z]+) (?:follows?|has|have)) a Poisson (?:process|distribution)",
        r"the number of (?:[a-z]+ ?){1,8}? (?:has|follows) a Poisson distribution with (?:a )?mean (?:of )?<l>(?: per [a-z]+)?",
    ),
    "events": (
        rf"{FIND}(?:the )?(?:probability|chance) (?:that|of) (?:there (?:are|is|will be) )?(?:{_HOW} <k>|(?P<none>no|zero)) (?P<thing>{_OPEN})(?: {_HAPPENS})? (?:in|during|within) (?:(?:an?|any|each|the next|the same) )?(?:(?:given|particular|random|randomly (?:chosen|selected)|specified|single) )?(?:<t> ?-? ?)?(?P<span>{_SPAN})(?: (?:period|interval|stretch))?",
    ),
    "success": (r"the probability of (?:a )?success (?:on (?:each|any|a single) trial|in (?:each|any|a single) trial)? ?is <p:chance>", r"each trial has (?:a )?(?:success probability|probability of success)(?: of)? <p:chance>"),
    "first": (rf"{FIND}(?:the )?probability (?:that )?(?:the )?first success (?:occurs|happens|comes|is) (?:on|at|in) (?:the )?(?P<k>first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th)) (?:trial|attempt|try)",),
    "box": (
        r"(?:a|an|the) (?:box|bag|lot|batch|shipment|crate|carton|package) (?:has|contains|of|holds) <N> (?P<thing>[a-z]+) ,? (?:of which|and)? ?<M> ?(?:of (?:which|them|these))? ?(?:are|is) (?P<bad>defective|faulty|broken|bad|spoiled|damaged)",
        r"(?:a|an|the) (?:box|bag|lot|batch|shipment|crate|carton|package) of <N> (?P<thing>[a-z]+) (?:contains|has|includes) <M> (?P<bad>defective|faulty|broken|bad|spoiled|damaged) (?:ones?|items?|[a-z]+)",
    ),
    "drawn": (r"<n> (?:[a-z]+ )?(?:are|is) (?:chosen|selected|drawn|taken|picked)(?: at random)?(?: from (?:the|it|them)(?: [a-z]+)?)? ?(?:without replacement)?",),
    "bad": (rf"{FIND}(?:the )?probability (?:that|of) ?(?:getting )?{_HOW} <k> (?:of (?:them|these|the [a-z]+))? ?(?:are|is|will be)? ?(?P<bad>defective|faulty|broken|bad|spoiled|damaged)(?: ones?| [a-z]+)?",),
    "asked": (rf"{FIND}(?:the (?:value of|probability)? ?)?P \( (?P<name>[XYZξη]) (?P<sign><=|>=|<|>|=) <k> \)(?: = \?)?",),
    "moments": (rf"{FIND}(?P<parts>{_PART}(?: ?(?:,|and|, and) ?{_PART}){{0,2}})",),
    "told": (r"(?P<part>E|Var|V|D) ?[(\[] ?(?P<name>[XYZξη]) ?[)\]] = <v:chance>",),
    "unknown": (rf"{_X} ~ (?:B|Bin|Binomial) \( n , p \)",),
    "both": (rf"{FIND}(?:the values? of )?(?P<letters>n and p|p and n|n , p|n|p)",),
})  # fmt: skip
_ZX: Final = r"(?:随机变量|离散型随机变量)? ?(?P<name>[XYZξη])"
_ZMEAN: Final = r"(?:(?:[XYZξη]的?)?(?:命中次数的?|次数的?|成功次数的?)?(?:数学期望|期望值?|均值) ?(?:E ?\(? ?[XYZξη] ?\)?)?|E ?\(? ?[XYZξη] ?\)?)"
_ZVAR: Final = r"(?:(?:[XYZξη]的?)?方差 ?(?:D ?\(? ?[XYZξη] ?\)?)?|D ?\(? ?[XYZξη] ?\)?)"
_ZSD: Final = r"(?:[XYZξη]的?)?标准差"
_ZPART: Final = rf"(?:{_ZMEAN}|{_ZVAR}|{_ZSD})"
TABLE_ZH: Final = table({
    "binomial": (rf"{_ZX} ?(?:服从|~)(?:二项分布)? ?B \( <n> , <p:chance> \)",),
    "unknown": (rf"{_ZX} ?(?:服从|~)(?:二项分布)? ?B \( n , p \)",),
    "told": (r"(?P<part>E|D|Var) ?\(? ?(?P<name>[XYZξη]) ?\)? = <v:chance>",),
    "both": (rf"{FIND_ZH}(?P<letters>n ?(?:,|、|和|与) ?p|p ?(?:,|、|和|与) ?n|n|p)(?:的值)?(?:分别)?(?:等于|为|是|=)?(?:多少)?",),
    "poisson": (rf"{_ZX}(?:服从)?(?:参数)?(?:λ|\\lambda)?(?:为|=) ?<l> ?的?(?:泊松|Poisson)分布", rf"{_ZX}服从参数(?:λ|\\lambda)?(?:为|=)? ?(?:λ|\\lambda)? ?=? ?<l> ?的?(?:泊松|Poisson)分布", rf"{_ZX} ?(?:服从|~)(?:泊松分布)? ?(?:P|π|\\pi) \( <l> \)"),
    "success": (r"(?:某|一名|一位|某个)?(?:射手|运动员|篮球运动员|球员|选手|人|同学)?(?:每次)?(?:射击|投篮|罚球)?(?:的)?(?:命中率|命中的概率|投中的概率|成功的概率|成功率|命中目标的概率)(?:均|都)?(?:为|是) <p:chance>", r"(?:每次试验|一次试验)(?:中)?成功的概率(?:为|是) <p:chance>"),
    "rate": (r"(?:某|一批|某批|某种|某厂生产的|该)?(?:产品|零件|灯泡|元件|种子|商品)(?:的)?(?P<of>次品率|不合格率|废品率|合格率|正品率|发芽率|优质品率)(?:为|是) <p:chance>",),
    "trials": (r"(?:他|她|现|若他)?(?:连续|独立地|独立|重复)?(?:射击|投篮|罚球|进行|投) ?<n> ?次(?:独立重复试验|独立试验|试验)?",),
    "named": (r"(?:记|设|用)?(?P<name>[XYZξη])(?:为|是|表示)(?:命中|投中|成功|击中)?(?:的)?(?:次数)",),
    "first": (rf"{FIND_ZH}(?:第|恰好在第|直到第) ?(?P<k>\d+) ?次(?:才|首次)(?:命中|成功|击中|投中)(?:目标)?的?概率{HOW_MUCH_ZH}",),
    "box": (r"(?:袋|盒|箱|口袋|布袋)(?:子)?(?:中|里|内)?(?:装)?有(?:大小相同的)? ?<M> ?(?:个|只)(?P<colour>红|白|黑|黄|蓝|绿)球(?:和|、|,) ?<R> ?(?:个|只)(?P<other>红|白|黑|黄|蓝|绿)球", r"(?:在)? ?<N> ?(?:件|个|只)(?:产品|灯泡|零件|元件|商品)(?:中)?(?:混)?有 ?<M> ?(?:件|个|只)(?:是)?(?P<bad>次品|不合格品|正品|合格品)",
        r"(?:有|一批产品共|盒中有|盒子里有|袋中有|箱中有|箱子里有|盒子中有|一盒有)? ?<N> ?(?:件|个|只)(?:同类|同种|同类型)?(?:产品|灯泡|零件|元件|商品),(?:其中|里面)(?:有)? ?<M> ?(?:件|个|只)(?:是|为)?(?P<bad>次品|不合格品|正品|合格品)",
        r"(?:现)?从(?:含有|有|装有|混有) ?<M> ?(?:件|个|只)(?P<bad>次品|不合格品)的 ?<N> ?(?:件|个|只)(?:产品|灯泡|零件|元件|商品)中(?:随机|任意|任)?(?:取出|抽取|取|抽|抽出) ?<n> ?(?:件|个|只)"),
    "drawn": (r"(?:现)?(?:从中|从这批产品中)?(?:随机|任意|任)?(?:抽取|取出|抽查|取|抽|播种|种下) ?<n> ?(?:件|个|只|粒)(?:产品|零件|种子)?", r"(?:现)?(?:从中|从袋中|从盒中)?(?:随机|任意|任)?(?:不放回地)?(?:取出|抽取|摸出|取|抽|任取) ?<n> ?(?:个|只|件)(?:球|产品|灯泡|零件)?",),
    "bad": (
        rf"{FIND_ZH}(?:其中)?(?P<how>恰好有|恰有|正好有|刚好有|至少有|至多有|最多有|有) ?<k> ?(?:件|个|只|粒)(?:是|为)?(?P<bad>次品|不合格品|不合格|废品|正品|合格品|合格|发芽|优质品)的?概率{HOW_MUCH_ZH}",
        rf"{FIND_ZH}(?:其中|取出的产品中|取到的产品中|所取的产品中|抽取的产品中|取出的零件中|抽出的产品中)?(?P<how>恰好有|恰有|正好有|刚好有|至少有|至多有|最多有|有) ?(?:<k>|一) ?(?:件|个|只)(?:是|为)?(?P<bad>次品|不合格品|正品|合格品)的?概率{HOW_MUCH_ZH}",
        rf"{FIND_ZH}(?:其中|取出的产品|取到的产品|所取的产品|抽取的产品|抽出的产品|取出的)?(?P<all>没有|不含|全部是|全是|都是|全为|均为|均是)(?P<bad>次品|不合格品|正品|合格品)的?概率{HOW_MUCH_ZH}",
    ),
    "counted": (r"(?:记|设|用|以)?(?P<name>[XYZξη])(?:为|是|表示)(?:取到|取出|取得|摸到|抽到|其中|所取|取到的|取出的)?的?(?:(?P<colour>红|白|黑|黄|蓝|绿)球|(?P<bad>次品|不合格品))的?(?:个数|数|件数|数量)",),
    "asked": (rf"{FIND_ZH} ?P \( (?P<name>[XYZξη]) (?P<sign><=|>=|<|>|=) <k> \)(?: ?= ?\??|的值|等于多少|为多少|是多少|等于|为)?",),
    "moments": (rf"{FIND_ZH} ?(?P<parts>{_ZPART}(?: ?(?:,|、|和|与|及) ?{_ZPART}){{0,2}})(?:分别)?(?:等于|为|是|=)?(?:多少)?",),
})  # fmt: skip
