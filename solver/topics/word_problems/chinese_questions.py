"""Chinese questions: what is asked for, about money, numbers of things, parts and ages."""

from __future__ import annotations

from typing import Final

from solver.topics.word_problems import meanings_ages as ages
from solver.topics.word_problems import meanings_course as course
from solver.topics.word_problems import meanings_spending as pay
from solver.topics.word_problems import questions as ask
from solver.topics.word_problems.chinese_parts import LARGE, SMALL
from solver.topics.word_problems.grammar import Rule

_IS: Final = "(?:各|分别|各自)*(?:是|为|要|卖|需要?|值)?(?:各|分别)*"
_PAY: Final = "(?:花费|花去|用去|花掉|支付|花|付|用|需|准备|带|花费)"
_GOT: Final = "(?:有|养了?|种了?|运来了?|买来了?|买了|购进了?|购买了?|卖出了?|卖了|售出了?|租了|做了|制作了|生产了|完成了?|分得|分到|植树|植了|种树|栽了|得到?|加工了?|存款?|捐款?|捐了?|参加|收集了?|采摘了?|制造了?|收获了?|捕捞了?|种植了?|采购了?|修了?|铺了?|挖了?)"
_TIME: Final = "(?:(?:今年|现在|,)|<n t>年(?P<past><years>),?)?"
_RESULT: Final = "(?:一共|共|总共|还|现在|最后|买完后?|买后|她|他|,)*"
_MORE: Final = "(?:多|贵|高)"
_LESS: Final = "(?:少|便宜|低)"

MONEY: Final = [
    Rule("(?:<who a>)?(?:还|现在|最后|买完后?|买后|他|她)*(?:剩|剩下|剩余|余下|余|会剩下|能剩下|会剩)(?:下|余|有)?(?:了)?(?:的钱)?(?:是)?多少<yuan>?\n(?:<who a>)?还有多少<yuan>\n(?:<who a>)?现在(?:一共|共)?有多少<yuan>\n(?:<who a>)?(?:还)?(?:剩|剩下|剩余)的钱(?:数)?(?:是)?多少?(?:<yuan>)?", ask.ask_money_left, question=True),
    Rule("(?:<who a>)?(?:现在)?有多少<yuan>", ask.ask_money_now, question=True),
    Rule("(?:<who a>)?(?:原来|原|本来|一开始|带)(?:一共|共)?(?:有|带)?了?多少<yuan>", ask.ask_money_first, question=True),
    Rule("(?:<receiver>)?(?:应该|应当|应|需要|需|要|可以|能)*(?:找(?:给|回|他|她)*|找回|收回)(?:<who a>)?(?:的钱是)?(?:回)?(?:了)?多少<yuan>\n(?:<who a>)(?:应该|应|可以|能|会)*(?:找回|收回|得到|拿回)(?:找零)?多少<yuan>\n(?:<receiver>)?(?:应该|应当|应|需要|需|要|可以|能)*(?:找零|找钱|找还|找补|退还|退回|退)(?:给)?(?:<who a>)?多少<yuan>", ask.ask_change, question=True),
    Rule("(?:<who a>)?(?:买这(?:些|<n><u>|<n>[样种件])(?:东西|物品|商品)?)?(?:还|至少)*(?:差|缺|需要?|要|缺少)多少<yuan>(?:才能?(?:够)?(?:买|购买).*)?", ask.ask_missing, question=True),
    Rule(f"""(?:<who a>)?<all>?(?:要|需要?|应该?|会|得)*{_PAY}(?:了|费)?<all>?(?:多少)<yuan>
            (?:<who a>)?(?:买这些(?:东西|物品|商品)?)?<all>(?:需要?|要|花|用|付|是|价格是|准备)*多少<yuan>
            (?:<who a>)?买<lines l><all>?(?:要|需要?|应)?(?:花|付|用)?(?:费|了)?多少<yuan>
            (?:<who a>)?(?:花的)?总价(?:钱|格)?是多少<yuan>?
            (?:<who a>)?<all>?(?:需要|要|应该|应)?{_PAY}的?(?:总)?(?:钱|钱数|费用|金额)(?:是)?多少?<yuan>?""", ask.ask_spent, question=True),
    Rule(f"(?:<who>)?(?:如果)?(?:想|要)?(?:买|购买)?<lines l>,?<all>?(?:的?总价)?(?:要|需要?|应|得|是|价格是|卖|值)*(?:{_PAY})?(?:费)?多少<yuan>", ask.ask_bill, question=True),
    Rule(f"(?:这?<n k>[样种件](?:<np>)?|<list l>)?各(?:买|购买|购)(?:<n j><u>|一样),?<all>?(?:要|需要?|应|是)*(?:{_PAY})?多少<yuan>", pay.then(pay.buys_each, pay.ask_last_cost), question=True),
    Rule(f"买这<n k>[样种件](?:东西|物品|商品|文具|<np>)?,?<all>?(?:要|需要?|应)*(?:{_PAY})?多少<yuan>", pay.then(pay.buys_each, pay.ask_last_cost), question=True),
    Rule("(?:各买(?:<n j><u>|一样)|买这<n k>[样种件](?:东西|物品|商品|文具|<np>)?),?(?:<who>)?(?:还|至少)*(?:差|缺|缺少)多少<yuan>", pay.then(pay.buys_each, ask.ask_missing), question=True),
    Rule(f"""(?:<who>)?(?:买的)?<list l><pr>(?:每<u>)?{_IS}多少(?:<yuan>)?
            每<u><np x><pr>{_IS}(?:多少|几)<yuan>
            (?:这<u>)?<np x><pr>{_IS}(?:多少|几)<yuan>
            <np x><pr>每<u>{_IS}(?:多少|几)<yuan>
            <np x>的?<price>(?:是|为)?多少?
            (?:每<u>)?<np x>的?<price>
            <list l><pr>(?:每<u>)?{_IS}多少(?:<yuan>)?
            <list l>(?:每<u>)?的?<price>
            <list l>(?:这)?<n>种<np>的?<price>{_IS}多少<yuan>?""", ask.ask_prices, question=True),
    Rule(f"<np a>的?<price>(?:和|与|、)<np b>的?<price>(?:{_IS}多少<yuan>?)?", ask.ask_two_prices, question=True),
    Rule(f"(?:它们|(?:这)?<n>种<np>)?的?(?:单价|价格)(?:各|分别)(?:是|为)?多少<yuan>?\n(?:这)?<n>种<np>(?:每<u>)?{_IS}多少<yuan>", ask.ask_each_price, question=True),
    Rule(f"(?:买)?(?:一套)?<list l>,?<all>(?:的?总价)?(?:要|需要?|应|是|价格是|卖|值)?(?:{_PAY})?多少<yuan>", ask.ask_bill_names, question=True),
    Rule(f"(?:买)?<each><np a><pr>比(?:买)?<each><np b><pr>(?:要)?{_MORE}(?:花|付|用)?(?:了)?多少<yuan>", ask.ask_difference(1, kind="price"), question=True),
    Rule(f"(?:买)?<each><np a><pr>比(?:买)?<each><np b><pr>(?:要)?{_LESS}(?:花|付|用)?(?:了)?多少<yuan>", ask.ask_difference(-1, kind="price"), question=True),
]  # fmt: skip

PARTS: Final = [
    Rule("<np a><number>比<np b><number>多<do>?<q>(?:<u>|<yuan>)(?:<np>)?", course.ask_part_difference(1), question=True),
    Rule("<np a><number>比<np b><number>少<do>?<q>(?:<u>|<yuan>)(?:<np>)?", course.ask_part_difference(-1), question=True),
    Rule(f"<names l>{_IS}(?:{_GOT})?(?:了)?多少<yuan>(?:<np>)?\n<names l>{_IS}{_GOT}的?(?:<np>|钱)?(?:是)?多少<yuan>", course.ask_parts, question=True),
    Rule("""<now>(?:还)?(?:剩|剩下|剩余|余下|有)(?:下|的)?(?:有|是)?<q><u u>(?:<np>)?<notyet>
            (?:还)?(?:剩|剩下|剩余|余下)(?:下|的)?(?:<np>)(?:是|有)?<q><u u>""", course.ask_is_left, question=True),
    Rule("""(?:这|全|那|该)?(?:<u>|批|堆|段|项)?<np x>(?<![长全])(?:原来|原有|全)?(?:一共|共|总共)?(?:有|长|全长|重|是|是长)*<q><u u>
            全(?:书|长|程|文)(?:一共|共|是|为|有|长)*<q><u u>
            (?:这|全|那|该)?<u>?<np x>的?(?:总)?(?:页数|长度|全长|总长|数量|总数|重量)
            (?:一共|共|原来|原有)+(?:有|长|是)?<q><u u>""", course.ask_whole, question=True),
    Rule("(?:<who>)?(?:的?(?:存钱罐|储蓄罐|钱包))?<in>(?:有)?<m m>(?:的)?(?:和|与|、)<m p>的?(?:<np x>)?(?:各|分别)(?:有|是)?(?:<q>)<u>\n(?:这)?<n>种(?:面值的)?(?:<np>)?(?:各|分别)(?:有|是)?<q><u>\n(?:各|分别)(?:有|是)?<q><u>\n<m m>的?<np x>(?:有|是)?<q><u>", course.ask_coins, question=True),
]  # fmt: skip

AGES: Final = [
    Rule(f"{_TIME}<names l>(?:今年|现在|<n t2>年(?P<past2><years>))?(?:的?年龄|的?岁数)?(?:各|分别|各自)*(?:是|有|为)?(?:各|分别)*(?:多少|几)岁(?:了)?\n{_TIME}<names l>(?:今年|现在)?(?:各|分别|的)*(?:年龄|岁数)(?:各|分别)*(?:是)?(?:多少|几)?(?:岁)?\n{_TIME}<n k>人(?:今年|现在)?(?:的年龄)?(?:各|分别)(?:是|有)?(?:多少|几)岁", ages.ask_ages, question=True),
    Rule("<np a>(?:今年|现在)?(?:的?年龄)?比<np b>(?:的?年龄)?大(?:多少|几)岁", ages.ask_age_difference(1), question=True),
    Rule("<np a>(?:今年|现在)?(?:的?年龄)?比<np b>(?:的?年龄)?小(?:多少|几)岁", ages.ask_age_difference(-1), question=True),
    Rule("(?:再过|经过|过)?(?:多少|几)年(?:之后|以后|后)?,?<np a>(?:的?年龄|的?岁数)?(?:正好|刚好|恰好|是|就|会|将|才|等于)*<np b>(?:的?年龄|的?岁数)?的?<n v>倍", ages.ask_when(1), question=True),
    Rule("(?:多少|几)年(?:之前|以前|前),?<np a>(?:的?年龄|的?岁数)?(?:正好|刚好|恰好|是|等于)*<np b>(?:的?年龄|的?岁数)?的?<n v>倍", ages.ask_when(-1), question=True),
]  # fmt: skip

COUNTS: Final = [
    Rule(f"<names l>(?:<n k>[人个班组])?{_IS}(?:{_GOT})(?:了)?<np x>(?:多少|几)<u u>\n<names l>(?:<n k>[人个班组])?{_IS}(?:{_GOT})(?:了)?(?:多少|几)<u u><np x>", course.ask_each, question=True),
    Rule(f"<names l>{_IS}(?:{_GOT})(?:了)?<np x>(?:多少|几)<u u>\n<names l>{_IS}(?:{_GOT})(?:了)?(?:多少|几)<u u><np x>", course.ask_parts_of, question=True),
    Rule("<np a>的?<number>比<np b>的?<number>多<q><u u>(?:<np x>)?", ask.ask_difference(1), question=True),
    Rule("<np a>的?<number>比<np b>的?<number>少<q><u u>(?:<np x>)?", ask.ask_difference(-1), question=True),
    Rule("(?:<who a>)?(?:现在)?(?:还|还剩|剩|剩下|还有|还剩下|现在有|现在还有|一共有|现在一共有)<q><u u>(?:<np x>)?(?:<np>)?", ask.ask_left, question=True),
    Rule("(?:他们|她们|它们)?(?:<n>人|<n>种<np>)?<all>(?:有|是)?<q><u u>(?:<np x>)?\n<list l><all>(?:有|是)?<q><u u>(?:<np x>)?", ask.ask_total, question=True),
    Rule(f"""(?:<all>)?有<q><u u><np x>
            <np a><in>(?:<all>)?有<q><u u><np x>
            <names l><number>(?:<n>个?数|(?:这)?<n>[种类](?:<np>)?)?{_IS}(?:{_GOT})?(?:了)?(?:多少|几)<u u>?(?:<np>)?
            (?:<np>)?(?:<all>)?{_GOT}(?:了)?<names l>{_IS}(?:多少|几)<u u>
            (?:<np>)?(?:<all>)?{_GOT}(?:了)?<q><u u><np x>
            <names l>(?:各|分别|各自)*的?<many>(?:各|分别)*(?:是|为)?(?:多少|几)?<u u>?
            (?:笼中|笼里|笼子里|车棚里|停车场里?|车场里|池塘里|场上)(?:有)?<names l>{_IS}(?:有)?(?:多少|几)<u u>
            <np a>(?:里|中|上|的|里的|中的|有)<names l><number>(?:各|分别|各自)*(?:有|是|为)?(?:多少|几)<u u>?
            <np a>(?:的|里|中)?有?<names l>(?:各|分别|各自)(?:有|是|为)?(?:多少|几)<u u>?""", ask.ask_count, question=True),
    Rule("<who a>(?:今年|现在)?有?<q><u u>(?:<np x>)?", ask.ask_owned, question=True),
    Rule("(?:<np a><in>)?<all>有<q><u u>(?:<np x>)?\n(?:原来|原)?<all>?有<q><u u>(?:<np x>)?", ask.ask_group, question=True),
    Rule("<np a>的?<number>是<np b>的?<number>的?(?:多少|几)倍", ask.ask_times, question=True),
    Rule("(?P<l>[甲乙丙ab][、和与]?[甲乙丙ab])<n>个?数(?:各|分别)?(?:是)?(?:多少|几)?", ask.ask_count, question=True),
    Rule("(?P<x>[甲乙丙ab])数(?:是)?(?:多少|几)?", ask.ask_count, question=True),
    Rule("(?:这|求这)?<n>个?数(?:各|分别)*(?:是)?(?:多少|几)?\n(?:求)?(?:这|那|甲、?乙)<n>个?数", ask.ask_all_parts, question=True),
    Rule("(?:这|求这)?<n>个?数(?:各|分别)*(?:是)?(?:多少|几)?\n(?:求)?(?:这|那)<n>个?数", ask.ask_numbers(LARGE, SMALL), question=True),
    Rule("(?:其中)?(?:较?大的?数|较大的那个数|大的那个数)是(?:多少|几)", ask.ask_numbers(LARGE), question=True),
    Rule("(?:其中)?(?:较?小的?数|较小的那个数|小的那个数)是(?:多少|几)", ask.ask_numbers(SMALL), question=True),
    Rule("(?:鸡兔|它们|动物|这?<n>种(?:动物|车|车辆))?(?:各|分别)(?:有)?(?:多少|几)(?:只|辆|何|条|艘|张)?", ask.ask_legs, question=True),
    Rule("(?:各|分别)有?(?:多少|几)<u>", ask.ask_all_parts, question=True),
]  # fmt: skip
