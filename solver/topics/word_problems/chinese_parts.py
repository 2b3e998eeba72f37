"""Chinese clauses about wholes and parts, numbers of things, ages, animals in a cage."""

from __future__ import annotations

from typing import Final

from solver.topics.word_problems import meanings as say
from solver.topics.word_problems import meanings_ages as ages
from solver.topics.word_problems import meanings_course as course
from solver.topics.word_problems import meanings_parts as parts
from solver.topics.word_problems.chinese_words import leg_count, wheel_count
from solver.topics.word_problems.grammar import Rule

LARGE: Final = "较大的数"
SMALL: Final = "较小的数"

_HOLDS: Final = "(?:最多|限|能|可以|可)?(?:坐|住|乘|乘坐|载|装|运)<n n>(?:人|名<np>|名|位|个|吨|箱)"
_HAVE: Final = (
    "(?:有|养了?|养有|养殖了?|种了?|种有|种植了?|栽了?|卖出了?|售出了?|卖了|买来|买了|买回|购进|购买了?|进了|运来了?|运进|运到|关着|关有|收集了?|采摘了?|制造了?|组装了?|培育了?|回收了?|捐了|收获了?|采购了?"
    "|停了|存有|停着|停放着?|停有|住着|放着|摆着|装有|装着|生产了?|做了|制作了|设有|拥有|藏有|饲养了?|栽种了?|准备了|摘了|折了|租了)"
)
_TIME: Final = "(?:(?:今年|现在|,)|<n t>年(?P<past><years>),?)?"
_TIME2: Final = "(?:今年|现在|(?:<n t2>年(?P<past2><years>)))?"
_AGE: Final = "(?:的?年龄|的?岁数)?"
_MORE_OLD: Final = "(?:还)?(?:大|多)"
_LESS_OLD: Final = "(?:还)?(?:小|少)"
_RATIO: Final = "(?:的|之)?比(?:例)?(?:是|为|等于)?:?<ratio r>(?:的比例?)?"
_THESE: Final = "(?:这?<n k>[种类个组班队人者位名](?:<np z>)?)?"

WHOLES: Final = [
    Rule("<list l>(?:<n>人|<n>个)?(?:<all>|<all>有|<all>是)<n n><u u><np x>\n<list l><n>人的<np x><all>(?:有|是)?<n n><u u>\n<list l>(?:<n>人|<n>个)?<all>(?:有|<do>)?<np x><n n><u u>", parts.group(by_owner=True)),
    Rule(f"""(?:<np a><in>)?<all>?{_HAVE}<list l>,?(?:<all>|<all>有|<all>是)<n n><u u>(?:<np x>)?
            (?:<np a><in>)?<all>{_HAVE}<list l><n n><u u>(?:<np x>)?
            <np a>(?:里|中){_HAVE}?<list l>(?:<all>|<all>有)<n n><u u>(?:<np x>)?
            <list l>(?:的?总?(?:数量|数|和))?(?:<all>|<all>有|<all>{_HAVE}|的?总数是|的?和是|之和是|的总和是)<n n><u u>?(?:<np x>)?
            (?:<np a><in>)?<all>?{_HAVE}<n n><u u>(?:<np x>)?,?(?:包括|分别是|分为|分成)<list l>(?:<n>种)?""", parts.group()),
    Rule(f"""(?:<np a>(?=[里中内上共]|一共|{_HAVE}))?<in><all>?{_HAVE}?<list l>(?:这)?<n k>[种类个组](?:不同)?(?:的)?(?:颜色|口味|品种|类型|型号)?的?<np x>(?:的(?:学生|同学|人数|工人|职工|员工))?,?(?:<all>|<all>有|<all>是|<all><do>(?:<np>)?)<n n><u u>
             (?:<np a>(?=[里中内上共]|一共|{_HAVE}))?<in><all>?{_HAVE}?<n n><u u><list l><n k>[种类个](?:不同)?(?:的)?(?:颜色|口味|品种)?的?<np x>
             <list l><n k>个<np x><do>?(?:<np>)?<all><n n><u u>""", course.kinds),
    Rule("(?:<np>)?(?:参加|报名参加|分成|分为)(?:了)?(?:学校的?)?<list l><n k>[个种](?:兴趣|课外|活动|不同的)*<np x>", course.persons_in),
    Rule("(?:每|每名|每个|每位)(?:人|同学|学生|名同学|个人)(?:都)?(?:只|只能|必须|仅|最多|恰好)*(?:参加|选|报|选择|报名)(?:了|其中)?(?:一|<n>)(?:个|种|项|组)(?:<np>)?", say.nothing),
    Rule("(?:参加的?)?(?:全年级|全校|全班|全厂|人数|总人数|同学)?<all>(?:有|是)?(?:<np x>)?<n n><u u>", course.whole_is),
    Rule("(?:<np a><in>)?有<n k>[种类个]<np x>,?(?:<all>有?(?:<np>)?|<all><do>(?:<np>)?)<n n><u u>\n(?:<np a><in>)?<n k>[种类个]<np x>,?(?:<all>有?(?:<np>)?|<all><do>(?:<np>)?)<n n><u u>", course.several),
    Rule("""(?:其中)?<np x><number>(?:占|是)(?:了)?(?:<all>数|总数|全部|总量|<allof>)?的?<f f>
            (?:其中)?<np x><number>(?:占|是)(?:全部)?<np w>(?:总数|<number>|的总数)的?<f f>
            (?:其中)?<np x><number>占<np w>的?<f f>
            (?:其中)?<f f>(?:的?<np w>)?(?:是|为)<np x>
            <np w>的<f f>是<np x>
            (?:其中)?<np x><do>(?:<np>)?<number>(?:占)?(?:<allof>)?的?<f f>
            (?:其中)?(?:<who>)?<day x>(?:<who>)?<do>(?:了)?(?:<allof>)?的?<f f>""", course.measured(parts.share)),
    Rule("其中<np x>(?:有|是|为)?<n n><u u>\n其中有?<n n><u u>(?:是)?<np x>", parts.part_is),
    Rule("(?:其余|其他|其它|剩下|剩余|余下)的?(?:部分)?(?:都|全|全都|全部)?(?:是|为)<names l>\n(?:其余|其他|其它|剩下|剩余|余下)的?(?:部分|任务|工作)?(?:都|全|全都|全部)?由<names l><do>", parts.rest),
    Rule(f"""<restof>(?:由|给|分给)?<list l>{_THESE}(?:按|按照)<ratio r>(?:的比例?|的比)?(?:来)?(?:进行)?(?:<do>|分配|分)(?:给(?:他们|她们))?
             <list l>{_THESE}(?:再)?(?:按|按照)<ratio r>(?:的比例?|的比)?(?:来)?(?:分配|分|<do>)(?:了)?<restof>
             <restof>(?:按|按照)<ratio r>(?:的比例?|的比)?(?:分配|分)(?:给|到)?<list l>{_THESE}
             (?:其余|其他|剩下|剩余|余下)的?<list l>{_THESE}(?:<do>的?)?<number>{_RATIO}""", course.measured(course.rest_in_ratio)),
    Rule(f"""(?:其中)?<list l>{_THESE}(?:<do>的?)?(?:<np>)?<number>{_RATIO}
            (?:其中)?<list l>{_THESE}<number>{_RATIO}
            (?:<who>)?<np a>(?:<who>)?<do>的<number>(?:与|和|跟)(?:<who>)?<np b>(?:<who>)?<do>的<number>{_RATIO}
            (?:<who>)?<day a><do>(?:的)?<number>(?:与|和|跟)<day b><do>(?:的)?<number>{_RATIO}
            <many>{_RATIO}""", course.measured(parts.ratio)),
    Rule(f"(?:它们|他们|她们|这?<n k>[种样类者个](?:<np>)?|两者)的?<number>{_RATIO}\n<many>{_RATIO}", course.measured(course.ratio_of_rest)),
    Rule(f"""<list l>{_THESE}(?:一共|共|合|合伙)?(?:平?分|分得|分配|分红|分到|领取|存|存款|捐|捐款)(?:了)?(?:<np x>)?<m m>(?:的?<np>)?
             <list l>{_THESE}<all>(?:有|存有?|捐了?|分得?)?<m m>的?<np x>
             (?:<np>)?(?:把|将)<m m>(?:的?<np x>)?(?:按|按照)<ratio r>(?:的比例?|的比)?(?:分配|分)(?:给|成)<list l>{_THESE}
             (?:<np>)?(?:把|将)<n n><u u>(?:<np x>)(?:按|按照)<ratio r>(?:的比例?|的比)?(?:分配|分)(?:给|成)<list l>{_THESE}""", course.divides),
]  # fmt: skip

COURSE: Final = [
    Rule("""(?:<np>(?:里|中))?(?:有)?(?:<who a>)?(?:要|计划|正在)?(?:看|读|修|铺|挖|加工|运来|运进|买来|运|打|录入)?(?:了)?(?:一|<n k>)(?:本|条|根|批|堆|段|项|袋|桶|部|篇|块|卷|捆|车|捆)<np x>
            (?:<who a>)?(?:要|计划|正在)?(?:看|读|修|铺|挖|加工|运)(?:了)?(?:一|<n k>)(?:本|条|根|批|堆|段|部|篇)(?:共|长)?<n n><u u>的<np x>
            (?:<who a>)?(?:要|计划)?(?:看|读|修|铺|挖)?(?:一|<n k>)(?:本|条|根|批|堆|段|部|篇|块|卷)<np x>,?(?:全)?(?:一共|共|总共)?(?:长|有|重)+<n n><u u>
            (?:一|<n k>)辆(?:小?汽车|客车|货车|卡车|轿车)(?:从|由)<np>(?:开往|开到|驶往|驶向|去)<np>(?P<x>)
            <who a><n d>天(?:看|读|修|运)完(?:了)?(?:一|<n k>)(?:本|条|根|批|堆|段|部|篇)<np x>""", course.begins),
    Rule("<now>(?:还)?(?:剩|剩下|剩余|余下|余|有)(?:下|的)?(?:有|是)?<n n><u u>(?:<np>)?<notyet>\n(?:剩下|余下|剩余|其余)(?:的)?(?:是|有|还有)?<n n><u u>(?:<np>)?<notyet>", course.is_left),
    Rule("(?:正好|刚好|恰好)(?:全部)?(?:看|读|修|运|用|卖|做|吃)完(?:了)?(?:全书|全部)?", course.finished),
    Rule("(?:<who>)?<day x>(?:<who>)?<do>(?:了)?<n n><u u>\n<np x>(?:分得|分到|得到|得|拿到|捐了?|存了?|存款|捐款)(?:了)?<m m>", course.part_amount),
    Rule("""(?:<who>)?<day a><do>?(?:的)?<number>(?:是|相当于)<day b>(?:<do>的?)?<number>的?<tf v>倍?""", course.compares_parts(1)),
    *(Rule(f"""(?:<who>)?<day a>(?:<do>的?)?<number>比<day b>(?:<do>的?)?<number>{more}(?:<do>)?<n n><u u>
               (?:<who>)?<day a>(?:<do>的?)?<number>比<day b>(?:<do>的?)?<number>{more}(?:<do>)?<f f>""", course.compares_parts(sign)) for sign, more in ((1, "多"), (-1, "少"))),
]  # fmt: skip

AGES: Final = [
    Rule(f"{_TIME}<who a>{_AGE}(?:今年|现在)?(?:已经)?(?:有|是|才)?<n n>岁(?:了)?\n{_TIME}<who a>{_TIME2}{_AGE}(?:是)?<n n>岁(?:了)?", ages.age_at),
    *(Rule(f"""{_TIME}<who a>{_TIME2}{_AGE}比<np b>(?:今年|现在)?{_AGE}{more}<n n>岁
               比<np b>(?:今年|现在)?{_AGE}{more}<n n>岁""", ages.ages_compare(sign))
      for sign, more in ((1, "大"), (-1, "小"))),
    *(Rule(f"""{_TIME}<who a>{_TIME2}(?:的?年龄|的?岁数)比<np b>{_AGE}{more}<n n>岁
               {_TIME}<who a>{_TIME2}(?:的?年龄|的?岁数)(?:正好|刚好|恰好)?比<np b>{_AGE}的?<n v>倍{more}<n n>岁
               {_TIME}<who a>{_TIME2}{_AGE}(?:正好|刚好|恰好)?(?:是|比)<np b>{_AGE}的?<n v>倍{more}<n n>岁""", ages.ages_compare(sign))
      for sign, more in ((1, _MORE_OLD), (-1, _LESS_OLD))),
    Rule(f"""{_TIME}<who a>{_TIME2}(?:的?年龄|的?岁数)(?:将|会|就|正好|刚好|恰好|恰|应该)*(?:是|为|等于)<np b>{_AGE}的?<tf v>倍?
             (?:今年|现在|<n t>年(?P<past><years>)),?<who a>(?:的?年龄|的?岁数)?(?:将|会|就|正好|刚好|恰好|恰)*(?:是|为|等于)<np b>(?:的?年龄)的?<tf v>倍?""", ages.ages_compare()),
    Rule(f"{_TIME}<list l>{_TIME2}(?:<n k>人)?(?:的)?(?:年龄|岁数)(?:的|之|总)?和(?:是|为|等于)<n n>岁?\n{_TIME}<list l>{_TIME2}(?:<n k>人)?(?:一共|共)<n n>岁\n{_TIME}(?:他们|她们|两人)(?:<n k>人)?(?:的)?(?:年龄|岁数)(?:的|之|总)?和(?:是|为|等于)<n n>岁?\n{_TIME}<n k>人(?:的)?(?:年龄|岁数)(?:的|之|总)?和(?:是|为|等于)<n n>岁?", ages.ages_sum),
]  # fmt: skip

COUNTS: Final = [
    Rule("(?:<who a><in>)?(?:原来|原|现在|<all>)?有<n n><u u><np x>\n(?:<who a><in>)?(?:原来|原|现在|<all>)?有<np x><n n><u u>", say.owns),
    Rule("<np a><number>(?:今年|现在)?(?:共|一共)?(?P<has>有)?(?:是)?<n n><u u>", say.is_so_many),
    Rule("""<np a>(?:<do>的)?<number>比<np b>(?:<do>的)?<number>的?<n k>倍(?:还)?多<n n><u u>(?:<np>)?
            <np a>的?<number>比<np b>的?<number>多(?:了)?<n n><u u>(?:<np>)?
            <np a>比<np b>[大多]<n n>
            <np a><number>是<np b><number>的?<n k>倍(?:还)?多<n n>(?:<u u>)?
            <np a>比<np b>的?<n k>倍(?:还)?多<n n>
            <np a>的?<number>比<np b>的?<number>的?<n k>倍(?:还)?多<n n><u u>
            <np a>的?<number>比<np b>的?<number>多<f f>""", say.compares(1, kind="count")),
    Rule("""<np a>(?:<do>的)?<number>比<np b>(?:<do>的)?<number>的?<n k>倍(?:还)?少<n n><u u>(?:<np>)?
            <np a>的?<number>比<np b>的?<number>少(?:了)?<n n><u u>(?:<np>)?
            <np a>比<np b>[小少]<n n>
            <np a><number>是<np b><number>的?<n k>倍(?:还)?少<n n>(?:<u u>)?
            <np a>比<np b>的?<n k>倍(?:还)?少<n n>
            <np a>的?<number>比<np b>的?<number>的?<n k>倍(?:还)?少<n n><u u>
            <np a>的?<number>比<np b>的?<number>少<f f>""", say.compares(-1, kind="count")),
    Rule("<np a>的?<number>(?:是|相当于)<np b>的?<number>的?<tf v>倍?", say.compares_share()),
    Rule("<np a>的<np x>比<np b>(?:的<np>)?多<n n><u u>", say.compares_item(1)),
    Rule("比<np b>(?:的<np>)?多<n n><u u>(?:<np x>)?", say.compares_item(1)),
    Rule("比<np b>(?:的<np>)?少<n n><u u>(?:<np x>)?", say.compares_item(-1)),
    Rule("<np a>的<np x>比<np b>(?:的<np>)?少<n n><u u>", say.compares_item(-1)),
    Rule("<np a>的<np x><number>是<np b>(?:的<np>)?<number>的?<tf v>倍?", say.compares_item(1)),
    Rule("(?:<who a>)?(?:又|再|后来)*(?:买|摘|捡|得到|收到|拿来|做|折|画|写|运来|种|增加|飞来|来|开来|抱来|跑来|游来|借来|送来)(?:了|来|来了|回|回了|进|进了)?<n n><u u>(?:<np x>)?",
         say.changes(1)),
    Rule("""(?:<who a>)?(?:又|再|后来)*(?:吃|用|卖|送|借|丢|拿|飞走|开走|走|坏|抱走|运走|借出|送出|卖出|剪|剪去|游走|跑走|拿走|用去|借走)(?:了|掉|掉了|去|去了|走|走了|出|出了)?<n n><u u>(?:<np x>)?
            (?:<who a>)?(?:又|再|后来)*(?:送给|给|送|借给)(?:了)?(?:<np b>)?<n n><u u>(?:<np x>)?""", say.gives),
]  # fmt: skip

LEGS: Final = [
    Rule("""<now><all>?有?<n n>(?:条|只|个)?(?:腿|脚|足)
            下有<n n>[只条]?(?:足|脚|腿)
            (?:从下面数|下面数|数腿|从下往上数)?,?(?:它们)?(?:的?[腿脚足])?<all>?(?:是)?有?<n n>(?:条|只|个)?(?:腿|脚|足)
            (?:它们的?|鸡兔的?)?(?:腿|脚|足)(?:的总数|数|总数)?(?:有|<all>有?|是)?<n n>(?:条|只|个)?""", parts.legs(leg_count)),
    Rule("(?:从上面数|上面数|数头|从上往下数|上)?,?(?:它们)?(?:<all>)?(?:是)?有?<n n>个?头\n(?:它们的?|鸡兔的?)?头(?:的总数|数|总数)?(?:有|<all>有?|是)?<n n>[个只]?", parts.heads(leg_count)),
    Rule("(?:它们)?<all>有?<n n>只", course.heads_alone(leg_count)),
    Rule("(?:它们)?<all>?有?<n n>[个只]?(?:车)?轮子?\n(?:它们的?)?(?:车轮|轮子|轮胎|车轮子)(?:数|总数)?<all>?(?:有|是)?<n n>[个只]?\n<all><n n>[个只]?(?:车轮|轮子?)", parts.legs(wheel_count)),
    Rule(f"每[只条艘辆张间个]<np x>{_HOLDS}\n<np x>每[只条艘辆张间个]{_HOLDS}", course.holds),
    Rule("(?:<np>)?<n n>(?:人|名<np>|位<np>|个<np>)(?:去<np>,?)?<all>?(?:租|坐|住|乘|乘坐|租用)(?:了|满了?)?<n k><u u>(?:<np>)?,?(?:正好|刚好|恰好|全部|都|且|并且)+(?:坐|住|装|乘)满(?:了)?\n(?:<np>)?<n n>(?:人|名<np>|位<np>|个<np>)(?:去<np>,?)?<all>?(?:租|坐|住|乘|乘坐|租用)(?:了|满了?)?<n k><u u>(?:<np>)?,?每[只条艘辆张间](?:<np>)?都(?:坐|住|装|乘)满了?\n(?:<np>)?<n n>(?:人|名<np>|位<np>|个<np>)(?:正好|刚好|恰好)(?:坐|住|装|乘)满(?:了)?<n k><u u>(?:<np>)?", course.all_held),
    Rule("(?:<who>)?(?:的?(?:存钱罐|储蓄罐|钱包|口袋))?<in>(?:有|存有|存了|拿了)?(?:面值)?(?:是|为)?<m m>(?:的)?(?:和|与|、)<m p>的?<np x>,?<all>有?<n n><u u>", course.coins),
    Rule("(?:总|一共|共|总共|合计)(?:值|面值|金额|钱数)?(?:是|有|为|计)?<m m>(?:钱)?\n(?:总面值|总值|总金额|面值)(?:是|为|共|一共)*<m m>", course.coins_worth),
]  # fmt: skip

NUMBERS: Final = [
    Rule("(?:其中)?(?:较?大的?数|较?大的?那个数)是(?:较?小的?数|另一个数)的<n v>倍\n(?:其中)?一个数是另一个数的<n v>倍", parts.larger_is(LARGE, SMALL)),
    Rule("(?:其中)?(?:较?大的?数)比(?:较?小的?数)的<n v>倍(?:还)?多<n n>\n(?:其中)?(?:较?大的?数)比(?:较?小的?数)(?:多|大)<n n>", parts.larger_is(LARGE, SMALL, 1)),
    Rule("(?:其中)?(?:较?大的?数)比(?:较?小的?数)的<n v>倍(?:还)?少<n n>", parts.larger_is(LARGE, SMALL, -1)),
    Rule("(?P<l>[甲ABab][、和与]?[乙Bb])<n k>个?数(?:的|之)?和(?:是|为)<n n>", parts.two_named(1)),
    Rule("(?P<l>[甲ABab][、和与]?[乙Bb])<n k>个?数(?:的|之)?差(?:是|为)<n n>", parts.two_named(-1)),
    Rule("(?:大、?小)?<n k>个?数(?:的|之|相加的)?和(?:是|为|等于)<n n>", parts.two_numbers(LARGE, SMALL, 1)),
    Rule("(?:它们|这?<n k>个?数)?(?:的|之)?差(?:是|为|等于)<n n>\n(?:它们|这<n>个?数)?相差<n n>", parts.two_numbers(LARGE, SMALL, -1)),
]  # fmt: skip
