"""Words of calculations: what each stands for, and those that say nothing more than the numbers do."""

from __future__ import annotations

from typing import Final

VOCABULARY: Final = {
    "product": "product|product of|乘积|积|的积|之积|相乘|相乘的积|它们的积|它们的乘积|积是|两数之积|连乘积",
    "sum": "sum|sum of|total|total of|the total of|的和|之和|总和|相加|相加的和|它们的和|它们的总和|和是|和为|和等于|求和|其和|两数之和|两数的和|合计|一共",
    "difference": "difference|difference of|的差|之差|差|相减|它们的差|差是|两数之差|两数的差",
    "quotient": "quotient|quotient of|的商|之商|商|相除|它们的商|商是|两数之商",
    "times": "times|multiplied by|乘以|乘|乘上|再乘|再乘以",
    "more_than": "more than|greater than|larger than|bigger than",
    "less_than": "less than|fewer than|smaller than",
    "how_much_more": "how much more|how much larger|how much greater|how much bigger|by how much|how many more",
    "how_much_less": "how much less|how much smaller|how many fewer",
    "apart": "相差|differ by|apart|how far apart|相距|之间相差|之间的距离|的距离|之间距离|距离|之间的差距|的差距|之间的差|difference between|distance between|gap between",
    "increase": "increase|add on to|增加|增大|增加了|增大了",
    "decrease": "decrease|减少|减小|减少了|减小了",
    "its": "它|它的|其|其中的|its|of it|of itself",
    "exceeds": "exceeds|exceed",
    "than": "比|than",
    "larger": "大|多|larger|more|greater|bigger",
    "smaller": "小|少|smaller|less|fewer",
    "decimal": "decimal|decimal value|as a decimal|decimals|小数|小数形式",
    "plus": "plus|added to|increased by|加|加上|再加|再加上",
    "minus": "minus|decreased by|reduced by|diminished by|take away|less|去掉|拿走|拿掉|减|减去|减掉|再减|再减去",
    "over": "divided by|over|除以|再除以",
    "subtracted_from": "subtracted from|taken from|taken away from|deducted from",
    "add": "add|add on|add up|add together|sum up|adding|adding together|when you add|if you add",
    "subtract": "subtract|subtracting|take|deduct",
    "multiply": "multiply|multiply out|multiply together|multiplying|multiply by",
    "divide": "divide|dividing",
    "minuend": "被减数",
    "subtrahend": "减数",
    "dividend": "被除数",
    "divisor": "除数",
    "from": "from|从",
    "by": "by",
    "of": "of|的",
    "sqrt": "square root|square root of|the square root of|算术平方根",
    "squared": "squared|的平方|square of|the square of",
    "cubed": "cubed|的立方|cube of|the cube of",
    "whole": "as a whole number|as a single whole number|as one whole number|as an integer|as a single integer|as an exact integer|as a whole integer|写成整数|写成一个整数",
    "simplify": "write|in its simplest form|in its lowest terms|full|full answer|complete|write out|out in full|as an ordinary number|solve|improper|improper fraction|improper fractions|as an improper fraction|as improper fractions|leave your answer as an improper fraction|give your answer as an improper fraction|reduce to lowest terms|to lowest terms|假分数|结果用假分数表示|用假分数表示|表示成假分数|giving a fraction in lowest terms|as a fraction in lowest terms|in lowest terms|every digit|all digits|all the digits|in full|精确|精确地|精确计算|准确|准确地|simplify|two numbers|one number|一个数|这个数|某数|three numbers|four numbers|these numbers|these|numbers|number|integers|large|big|long|三个数|这三个数|这两个数|四个数|这四个数|几个数|这几个数|各数|它的值|其值|它的结果|其结果|它等于|它们|它们的|两个大数|另一个数|另一个|竖式计算|简便计算|简便运算|整数|化简|简化|simplest form|in simplest form|reduce|最简形式|进行计算|the sum|以下计算|下列计算|计算题|口算|脱式计算|列式计算|数的|两个数|两个数的|大数|乘法计算|加法计算|减法计算|乘法|加法|减法|factors|two factors|multiply the factors|addends|two addends|one factor|one addend|the other|the other one|other factor|other addend|the other factor|one is|一个因数|一个乘数|一个加数|另一个因数|另一个乘数|另一个加数|另一个是|by long multiplication|long multiplication|use long multiplication|long addition|column addition|column subtraction|column method|by hand|结果"
    "|用分数表示|结果用分数表示|写成分数|结果写成分数|加数|两个加数|因数|两个因数|乘数|被乘数|用简便方法|简算|简便|简便方法|用简便方法计算|用竖式|列竖式|列竖式计算|竖式|巧算|速算|当中|加起来|乘起来|together|up|combined|get|when you|if you|would you get|do you get|results?|等式|右边|所得的|所得|得到|正确|correct|without a calculator|carefully|exactly equal to|numbers on the number line|on the number line|on a number line|on the real line|数轴上|在数轴上|数轴上表示|表示|两点|两个点|的点|的两点|的两个点|这两点|运算|混合运算|四则运算|填空|结果为|得数|得数是|多少呢|直接写出得数",
}  # fmt: skip
