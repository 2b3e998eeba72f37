"""Chinese clauses about scenes, money, prices and purchases."""

from __future__ import annotations

from typing import Final

from solver.topics.word_problems import meanings as say
from solver.topics.word_problems import meanings_parts as parts
from solver.topics.word_problems import meanings_spending as pay
from solver.topics.word_problems.grammar import Rule

_GO: Final = "(?:(?:去|到|在|从)(?:同一个?|同一家|附近的|一家|楼下的)?(?:<np>)?)?"
_TO_SHOP: Final = "(?:(?:去|到|逛)(?:<np>)?(?:买东西|购物|买文具|买水果|买<np>|购买<np>)?)?"
_PURSE: Final = "(?:的?(?:存钱罐|储蓄罐|钱包|口袋|身上|手里|手上|兜里?|书包)(?:里|中)?)?"
_COST: Final = "(?:卖|售|标价|需要|需|要|是|为|共|一共|值|售价|只要|只需)*"
_SPENT: Final = "(?:所?(?:花费|花|用|付)(?:去|了|掉)?(?:的)?(?:钱数?|费用)?|的?(?:钱数?|价钱|费用|花费))"
_MORE: Final = "(?:还|要|得)?(?:多|贵|高)(?:出|了)?"
_LESS: Final = "(?:还|要|得)?(?:少|便宜|低)(?:了)?"
_BUY_NP: Final = "(?:<who a>)?<will>(?:购买|买|购)(?:来|回)?(?:了)?(?:一些)?<each><np x>"

SCENES: Final = [
    Rule("<times>(?:<who a>)?(?:(?:和|与|跟)<np b>)?(?:一起|结伴)?(?:去|到|来到)(?:同一个|同一家|附近的)?<np>(?:购物|买东西|玩|买文具|买水果|买菜|参观|游玩|买书)?\n(?:<who a>)?(?:(?:和|与|跟)<np b>)?(?:一起|结伴)?(?:去|到)(?:<np>)?(?:买|购买)<np>\n(?:某天|某日|一天|第[一二三]天|第[一二三]次|周[一二三四五六日]|星期[一二三四五六日天]|昨天|今天|上午|下午|上周|本周)\n(?:在)?(?:某|这)?<np>(?:里|中|内|店|超市|商场|市场)\n(?:某?学校|同学们|老师|班级|某校|班里)(?:要|准备)?(?:举行|举办|组织|开展)(?:了)?<np>",
         say.nothing),
    Rule("(?:今有|有)?(?:若干只)?(?P<l>鸡兔)同笼\n有(?P<l>鸡兔)同笼\n(?:今有|有)?(?:若干只|一些)?<list l>(?:同笼|关在同一个笼子<in>|在同一个笼子<in>|同在一个笼子<in>|放在同一个笼子<in>|养在一起|(?:被)?(?:关|养|装|放)在(?:<n>个|同一个)?<np><in>)\n(?:<np><in>)?(?:有|养了?|养有|关着|关了|停着|停放着|停了|停放了)(?:若干只|一些|许多)?<list l>(?:若干只|若干|若干辆|若干头)?",
         say.nothing),
    Rule("(?:如果|若)?(?:(?:这|前后)?<n>次(?:购买|购物|买)?(?:时)?的?|每次的?|前后)(?:各种)?(?:商品|物品|水果|文具|东西|<np>)?的?(?:单价|价格|价钱|售价)(?:都|均|保持|没有|没|始终|是)*(?:不变|变化|改变|变|相同|一样)(?:的情况下)?\n(?:各种)?(?:商品|物品|水果|文具)的?(?:单价|价格|价钱|售价)(?:都|均|保持|没有|没|始终)*(?:不变|变化|改变|变)\n(?:单价|价格|价钱|售价)(?:都|均|保持|没有|没|始终)*(?:不变|变化|改变|变)\n(?:以|按)?(?:它们的?|每种<np>的?)?(?:单价|价格|售价)(?:都)?(?:不变|相同)(?:的情况下)?\n够不够(?:呢)?\n(?:这些?)?(?:钱|<m>|他|她)?(?:带的)?(?:钱)?够(?:吗|不够|了吗|付吗|买吗)\n(?:如果)?(?:钱)?不够(?:的话)?\n(?:如果)?(?:不够|够)的话", say.nothing),
]  # fmt: skip

MONEY: Final = [
    Rule(f"<times>(?:<who a>){_PURSE}(?:原来|原|原本|本来)(?:一共|共)?(?:有|带)(?:了)?<m m>(?:钱)?", say.brought_money),
    Rule(f"""<times>(?:<who a>)(?:现在|一共|共|只)*{_PURSE}(?:只|仅|一共|共)?(?:有|存了?|攒了?|积攒了)(?:零花钱|压岁钱|钱)?<m m>(?:的?钱|的?零花钱|压岁钱|零用钱)?{_TO_SHOP}""",
         say.has_money),
    Rule("<times>(?:<who a>)?(?:去|到|来到)(?:<np>)?(?:买<np>|购物|买东西)?(?:时|的时候)?,?(?:身上|手里)?(?:只|一共|共)?(?:带了?|带着|带上|拿了?|拿着|揣着)(?:了)?<m m>(?:钱|现金)?", say.brought_money),
    Rule(f"<times>(?:<who a>)?<adv>(?:身上|手里)?(?:只)?(?:带了?|带着|带来|带上|拿了?|拿着|拿出|揣着)(?:了)?<m m>(?:钱|现金)?{_TO_SHOP}", say.brought_money),
    Rule(f"<times>(?:<who a>)?(?:身上|手里)?(?:带了?|带着|拿了?|拿着|用)(?:了)?<m m>(?:钱|现金)?(?:去|到){_GO}<will>(?:买|购买|购)<lines l>", pay.brings_and_buys),
    Rule("(?:<who a>)?(?:还|最后)?(?:剩下?|剩余|余下|还有)(?:了)?<m m>(?:钱)?", say.money_left),
    Rule(f"""<times>(?:<who a>)?<adv><will plan><adv>{_GO}<will><buy><lines l>(?:之?后)?
             <times>(?:<who a>)?<will>{_GO}<will>(?:购买|买|购)(?:来|回|进)?(?:了)?(?:(?:同样|相同)的)?<lines l><all>?(?:需要|要|需|应)?(?:<spend>)(?:了)?<m m>(?:钱)?
             <times>(?:<who a>)?<will>{_GO}<will>(?:购买|买|购)(?:来|回|进)?(?:了)?(?:(?:同样|相同)的)?<lines l><all>(?:需要|要|需|是)<m m>(?:钱)?""",
         say.buys),
    Rule("<times>(?:<who a>)?<will>(?:用|花)(?:了)?<m m>(?:钱)?(?:可以|能)?(?:买|购买)(?:了|到|到了|来|回)?(?:<lines l>)(?:之?后)?", pay.buys_with),
    Rule("<times>(?:<who a>)?<adv><will plan><adv>(?:购买|买)(?:了)?(?:一|<n k>)<u u>(?:价格(?:是|为)|标价|单价)?<m m>(?:一?<u>)?的<np x>", pay.buys_marked),
    Rule("<times>(?:<who a>)?<adv><will plan><adv>(?:购买|买)(?:了)?<n one_of_n><u u><np x><m m>", pay.buys_marked),
    Rule("<times>(?:<who a>)?<will>(?:购买|买)(?:了)?<lines l>(?:之?后)?,?(?:还|最后)?(?:剩下?|剩余|余下)(?:了)?<m m>(?:钱)?", say.buys_and_keeps),
    Rule("""(?:<who a>)?(?:这?<n k>[样种件人](?:<np>)?|<list l>)?(?:他|她)?(?:都)?各<will>(?:买|购买|购)(?:了)?(?:<n j><u>|一样)(?:的话)?
            (?:<who a>)?<will>(?:各|分别)<will>(?:买|购买)(?:了)?(?:<n j>[样种]|一样)""", pay.buys_each),
    Rule("<list l>(?:<n k>人)?<all>有<m m>(?:钱)?", say.money_together),
    Rule(f"{_BUY_NP}(?:一共|共)?(?:<spend>)<m m>(?:钱)?\n(?:<who a>)?<will>(?:用|花)(?:了|去|去了)?<m m>(?:买|购买)(?:了)?<np x>\n(?:<who a>)?<will>在<np x>上(?:<spend>)<m m>", pay.buys_some),
    *(Rule(f"""{_BUY_NP}(?:{_SPENT})?比(?:<will>买)?<each><np y>(?:{_SPENT})?{more}(?:花|用|付)?(?:了)?<m m>
               <each><np x>比<each><np y>{more}(?:花|用|付)(?:了|去|费)?<m m>
               {_BUY_NP}(?:花|用|付)?(?:去|了|掉)?(?:的)?(?:钱)?比(?:买)?<each><np y>(?:花|用)?(?:去|了|掉)?(?:的)?(?:钱)?的?<n v>倍{more}(?:花|用|付)?(?:了)?<m m>""", pay.compares_spending(sign))
      for sign, more in ((1, _MORE), (-1, _LESS))),
    Rule(f"""{_BUY_NP}{_SPENT}(?:正好|刚好|恰好)?(?:是|等于|相当于)(?:买)?<each><np y>(?:{_SPENT})?的?<tf v>倍?""", pay.compares_spending()),
    Rule("(?:<who>)?<adv><all>?(?:需要|应该?|要|需)?(?:花|用|付|花费|花去|用去|花掉|用掉|支付|付款)(?:了|去了)?<m m>(?:钱)?\n<all>(?:要|应该?|需要?)?(?:花|付)?(?:是|为|要|需要?)?<m m>\n(?:<who>)?(?:需要?|应付)<m m>(?:钱)?", say.paid),
    Rule("(?:<who>)?<all>?(?:花|用|付|花费|花去|用去)(?:了|去了)?<m m>(?:钱)?\n<all>(?:是|为|要|需要?)?<m m>\n(?:买<np>)?<all>(?:用去|花|用)(?:了)?<m m>", pay.takes_for_all),
    Rule("(?:<who>)?<adv>(?:付给?|付出|给|交给?|递给)(?:了)?<receiver>?(?:<n k>张)?(?:面值)?<m m>(?:的|面值的)?<note>\n(?:<who>)?<adv>(?:付|拿|掏)(?:了|出)?(?:了)?<n k>张(?:面值)?<m m>(?:的)?<note>(?:付(?:款|钱|账))?", pay.tenders_notes),
    Rule("(?:<who a>)?<adv>(?:拿出|掏出|用)(?:了)?(?:<n k>张)?(?:面值)?<m m>(?:的|面值的)?<note>(?:去)?(?:付款|付钱|付账|结账|付费|(?:付给|交给|递给|给)了?<receiver>)", pay.tenders_from),
    Rule("(?:<who a>)?<will>(?:购买|买)(?:了)?<n n><u u>\n<np x>(?:<who a>)?(?:买了|买)<n n><u u>", pay.buys_last),
    Rule("(?:<np>)?(?:又|再)?给了?(?:他|她)<m m>(?:钱|零花钱)?\n(?:<who a>)?(?:又|再)?(?:得到|收到|赚|挣)了?<m m>", say.earns),
    Rule("(?:<who a>)?<will>(?:给|送给|借给|交给)(?:了)?(?!<receiver>)<who b><m m>(?:钱|零花钱)?(?:去|买东西|去买东西|零用)?\n(?:<who a>)把<m m>(?:送给|给|借给)了?(?!<receiver>)<who b>", pay.gives_money),
    Rule("(?:<who a>)?(?:又|再|先)?(?:花掉|花去|用去|用掉|用|花|捐|借出)(?:了)?<m m>(?:钱)?(?:买(?:了)?(?:一些)?<np>)?\n(?:<who a>)?买<np>(?:用去|花|用|花去)了?<m m>", say.spends),
]  # fmt: skip

PRICES: Final = [
    Rule(f"""<n k><u u><np x><pr>{_COST}<m m>
            <np x><n k><u u>{_COST}<m m>
            每一?<u u><np x><pr>{_COST}<m m>
            <np x><pr>每一?<u u>(?:的?价格)?{_COST}<m m>
            <np x>(?:的?<price>)(?:是|为)?<m m>
            <np x>{_COST}<m m>
            <np x>(?:的?<price>)?(?:是|为|卖|要)?<m m>一?<n k><u u>
            <np x>(?:的?<price>)?(?:是|为|卖|要)?(?:每一?<u u>)<m m>
            <np x>(?:的?<price>)?(?:是|为|卖|要)?<m m>每?一?<u u>""", say.priced),
    Rule("每一?<u u>(?:的?<price>)?(?:是|为|要|卖|售|需要?)?<m m>\n<m m>每?一?<u u>\n单价(?:是|为)?<m m>", say.priced_each),
    Rule("(?:(?:同样|相同|这样)的)?<lines l>(?:的?门票|的?票)?<all>?(?:的?总价|价钱)?(?:是|为|需要?|要|需|卖|售价|价值|值)?<m m>\n买<lines l><all>?(?:需要?|要|需|付|花)?(?:付|花|用)?<m m>\n<lines l><all>(?:要|需要?|付|花|需)?(?:付|花|用)?(?:了|去|去了|费)?<m m>\n如果买?<lines l><all>?(?:需要?|要|需)?(?:付|花|用)?<m m>", say.all_priced),
    *(Rule(f"<each><np a><pr>比<lines l>的?(?:总价钱?|总价格|总钱数|价钱总和|总和|价格总和|总价值){more}<m m>", pay.compares_bill(sign)) for sign, more in ((1, _MORE), (-1, _LESS))),
    Rule("<each><np a><pr>(?:等于|相当于|和|跟|与|是)<lines l>的?(?:总价钱?|总价格|总和|价钱总和)(?:相等|一样|相同|的<tf k>倍?)?", pay.compares_bill(1)),
    *(Rule(f"""(?:<each><np a><pr>)?比(?:它|<each><np b>)<pr>{more}<m m>
               (?:<each><np a><pr>)?比<each><np b><pr>的?<n k>倍{more}<m m>
               <each><np a><pr>是<each><np b><pr>的?<n k>倍{more}<m m>""", say.compares(sign)) for sign, more in ((1, _MORE), (-1, _LESS))),
    Rule("<each><np a>的?<price>(?:是|相当于|等于)<each><np b><pr>的?<tf v>倍?\n(?:<each><np a>的?(?:<price>)?)?(?:是|相当于|等于)<each><np b>的?<price>的?<tf v>倍?\n<each><np a>的?<price>(?:只有|仅是|只是)<each><np b><pr>的?<tf v>倍?", say.compares_share(kind="price")),
    Rule(f"<each><np a>的?<price>比<each><np b><pr>{_MORE}<f f>", say.compares(1, kind="price")),
    Rule(f"<each><np a>的?<price>比<each><np b><pr>{_LESS}<f f>", say.compares(-1, kind="price")),
    Rule("(?:<np>)?<all>?(?:卖出|售出|卖了|出售)(?:了)?<n n><u>(?:<np x>)", parts.sells),
    Rule("<all>?(?:总收入|收入|票房收入|收款|卖得|得款|票款|收到|门票收入)<all>?(?:是|为|共|了)?<m m>", parts.takes_in),
]  # fmt: skip
