"""Word problems: read whole or declined; every answer found, concluded and checked the way the tutor will do it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from solver.topics.base import Text, Unread
from solver.topics.word_problems import answers, read
from solver.topics.word_problems.task import WordProblem

SHOPPING = [
    ("小华有80元，他买了一本字典和一个书包，字典的价格是22元，书包比字典贵18元，小华还剩多少元？", "18"),
    ("妈妈带了100元去超市，买了3千克苹果，每千克8元，妈妈还剩多少钱？", "76"),
    ("一支钢笔15元，一支铅笔比钢笔便宜12元，一支铅笔多少元？", "3"),
    ("一个篮球的价格是60元，一个足球的价格是篮球的2倍，买一个篮球和一个足球一共要多少元？", "180"),
    ("小丽买了2本笔记本和3支圆珠笔，每本笔记本4元，每支圆珠笔2元，一共花了多少元？", "14"),
    ("王老师要买5个排球，每个排球45元，他带了200元，还差多少元？", "25"),
    ("爷爷买了一件上衣和一条裤子，上衣的价格是120元，裤子比上衣便宜35元，爷爷付了300元，应找回多少元？", "95"),
    ("一台风扇160元，一个台灯比风扇便宜75.5元，风扇和台灯一共多少元？", "244.5"),
    ("小刚有50元，买了4本练习本，每本练习本3.5元，小刚还剩多少元？", "36"),
    ("小芳有120元，她想买一个水壶和一把雨伞，已知水壶的价格是30元，雨伞的价格是水壶的1.5倍，请问小芳还剩余多少元钱？", "45"),
    ("一块橡皮2元，一把尺子的价格比一块橡皮的价格多3元，一把尺子多少元？", "5"),
    ("一本画册28元，一本字典的价格是一本画册的一半，一本字典多少元？", "14"),
    ("书的价格是24元，笔的价格比书的价格少9元，书比笔贵多少元？", "9"),
    ("李叔叔买了一双鞋和一顶帽子，鞋的价格是200元，帽子的价格比鞋便宜150元。李叔叔一共花了多少钱？", "250"),
    ("小军买了3个面包，花了12元，每个面包多少元？", "4"),
    ("Anna has $60. She buys a scarf and a hat. The scarf costs $18 and the hat costs $5 less than the scarf. How much money does Anna have left?", "29"),
    ("A notebook costs $4. A binder costs twice as much as a notebook. How much does a binder cost?", "8"),
    ("A lamp costs $36. A clock is half the price of the lamp. How much does the clock cost?", "18"),
    ("Ben bought 3 pencils at $2 each. How much did he spend?", "6"),
    ("Lucy has $20. She wants to buy 4 muffins. Each muffin costs $6. How much more money does she need?", "4"),
    ("Mr. Reed bought a shirt for $25 and a belt for $12. How much did he spend in total?", "37"),
    ("Sara bought 2 cakes and 5 cookies. Each cake costs $7.50 and each cookie costs $1.20. How much did she spend in total?", "21"),
    ("The price of a chair is $45. The price of a table is $80 more than the price of the chair. What is the price of the table?", "125"),
    ("Jake has 50 dollars. He buys 6 tickets at 7 dollars each. How much money does Jake have left?", "8"),
    ("A ball costs £9 and a bat costs £14. How much more does the bat cost than the ball?", "5"),
    ("Mia buys a doll that costs $13 and a kite that costs $8. She pays with a $50 bill. How much change does she get?", "29"),
    ("Nina had some money. She bought a book for $12 and a pen for $3. She has $10 left. How much money did she have at first?", "25"),
    ("Leo wants to buy a bike and a helmet. The bike costs $150. The helmet costs one third as much as the bike. How much will Leo spend in total?", "200"),
]  # fmt: skip

PARTS = [
    ("果园里有苹果树、梨树和桃树共600棵，其中苹果树占40%，梨树和桃树的棵数比是4:5，果园里有多少棵桃树？", "200"),
    ("农场养了鸡、鸭和鹅共300只，其中鸡占五分之二，鸭和鹅的数量比是2:1，农场有多少只鹅？", "60"),
    ("学校有足球、篮球和排球共90个，足球、篮球和排球的数量比是2:3:4，篮球有多少个？", "30"),
    ("一个果园有果树500棵，其中苹果树占30\\%，其余的是梨树，梨树有多少棵？", "350"),
    ("班里有50名学生，其中男生占\\frac{3}{5}，其余是女生，女生有多少名？", "20"),
    ("花店有玫瑰、百合和菊花共240枝，其中玫瑰占$\\frac{1}{3}$，百合和菊花的数量之比是3：5，菊花有多少枝？", "100"),
    ("男生和女生的人数比是5:4，男生和女生共有45人，女生有多少人？", "20"),
    ("图书馆有图书800本，其中科技书占25%，文艺书占总数的2/5，其余是连环画。连环画有多少本？", "280"),
    ("停车场有轿车和货车共72辆，轿车和货车的数量比是7:2，轿车有多少辆？", "56"),
    ("某校有学生1200人，其中女生占百分之四十五，男生有多少人？", None),
    ("A farm has 240 animals: chickens, ducks and geese. 50% are chickens, and the ratio of ducks to geese is 3:1. How many geese are there?", "30"),
    ("There are 40 students in a class. 60% of the students are girls. The rest are boys. How many boys are there?", "16"),
    ("A box contains 90 marbles. 1/3 of the marbles are red marbles and the rest are blue marbles. How many blue marbles are there?", "60"),
    ("There are 120 flowers: roses, lilies and tulips. The ratio of roses to lilies to tulips is 1:2:3. How many tulips are there?", "60"),
    ("A school has 450 students. Two-fifths of the students are boys. The rest are girls. How many girls are there?", "270"),
    ("The ratio of boys to girls is 3:5. There are 40 children. How many girls are there?", None),
    ("A shelf holds 200 books: novels, poems and plays. Novels make up 40% of the total, and the ratio of poems to plays is 1 to 2. How many plays are there?", "80"),
    ("There are 80 animals on a farm. A quarter of the animals are goats and the rest are sheep. How many sheep are there?", "60"),
]  # fmt: skip

SYSTEMS = [
    ("小红第一次买了2支钢笔和3本本子，花了23元。第二次买了4支钢笔和1本本子，花了31元。每支钢笔和每本本子各多少元？", "7,3"),
    ("3千克苹果和2千克香蕉共34元，2千克苹果和3千克香蕉共31元，每千克苹果多少元？", "8"),
    ("甲、乙两数的和是50，甲数比乙数大12，甲、乙两数各是多少？", "31,19"),
    ("两个数的和是36，差是8，这两个数各是多少？", "22,14"),
    ("小明和小红共有60张邮票，小明比小红多10张，小明有多少张邮票？", "35"),
    ("果园里苹果树和梨树共有120棵，苹果树的棵数是梨树的3倍，苹果树和梨树各有多少棵？", "90,30"),
    ("鸡和兔共20只，一共有56条腿，鸡和兔各有几只？", "12,8"),
    ("笼子里有鸡和兔，从上面数有10个头，从下面数有28只脚，兔有几只？", "4"),
    ("停车场有三轮车和小汽车共15辆，共有52个轮子，小汽车有多少辆？", "7"),
    ("小明买了2个汉堡和1杯可乐，花了41元；小李买了1个汉堡和2杯可乐，花了31元。一个汉堡多少元？", "17"),
    ("姐姐和弟弟共有48本书，姐姐的书是弟弟的2倍，姐姐有多少本书？", "32"),
    ("5 apples and 3 pears cost $20. 3 apples and 4 pears cost $15. Find the price of each.", r"\frac{35}{11},\frac{15}{11}"),
    ("2 adult tickets and 3 child tickets cost $39. 1 adult ticket and 2 child tickets cost $22. How much does one child ticket cost?", "5"),
    ("On Monday, Kim bought 4 pens and 2 rulers for $14. On Tuesday, Kim bought 3 pens and 5 rulers for $21. What is the price of each?", "2,3"),
    ("A theater sold 150 tickets. Adult tickets cost $10 and child tickets cost $6. The total revenue was $1,180. How many adult tickets were sold?", "70"),
    ("A farm has chickens and cows. There are 30 heads and 84 legs. How many cows are there?", "12"),
    ("The sum of two numbers is 45 and their difference is 9. What are the numbers?", "27,18"),
    ("The sum of two numbers is 60. One number is 4 times the other. Find the larger number.", "48"),
    ("Two numbers add up to 31 and differ by 5. Find the smaller number.", "13"),
    ("Amy and Bob have 54 stickers altogether. Amy has 8 more stickers than Bob. How many stickers does Amy have?", "31"),
    ("A hamburger and a drink cost $9. The hamburger costs $5 more than the drink. How much does the drink cost?", "2"),
    ("3 pens and 2 notebooks cost $13, and 2 pens and 5 notebooks cost $16. What is the cost of one pen?", "3"),
    ("There are 25 bicycles and tricycles in a shop. There are 60 wheels in total. How many tricycles are there?", "10"),
]  # fmt: skip

PLAIN = [
    ("小明有9个苹果，吃了4个，还剩几个？", "5"),
    ("小红有12支铅笔，小丽比她多5支，小丽有几支铅笔？", None),
    ("白兔有8只，黑兔比白兔少3只，白兔和黑兔一共有多少只？", "13"),
    ("Tom has 12 apples. He ate 3 and gave 2 to Mary. How many apples does he have left?", "7"),
    ("Rosa has 14 shells. Juan has 6 more shells than Rosa. How many shells does Juan have?", "20"),
    ("Max has 15 coins. Lily has three times as many coins as Max. How many coins do they have altogether?", "60"),
]  # fmt: skip

READ = [row for row in SHOPPING + PARTS + SYSTEMS + PLAIN if row[1] is not None]


def run(source: str) -> Any:
    """The value of a cell's last line, as the kernel gives it."""
    *body, last = source.split("\n")
    names: dict[str, Any] = {}
    exec("\n".join(body), names)  # noqa: S102 - the cell is ours; that a user's text cannot get into it is tested below
    return eval(last, names)  # noqa: S307


def language(problem: str) -> Any:
    return "zh" if any("\u4e00" <= c <= "\u9fff" for c in problem) else "en"


def task(problem: str) -> WordProblem:
    reading = read(Text(problem, language(problem)))
    assert isinstance(reading, WordProblem), reading
    return reading


@pytest.mark.parametrize(("problem", "answer"), READ, ids=[p[:24] for p, _ in READ])
def test_answer_is_found_concluded_and_checked(problem: str, answer: str) -> None:
    reading = task(problem)
    conclusion = reading.conclude(run(reading.solution().cell))
    assert conclusion is not None
    assert answers.parse(conclusion.answer) == answers.parse(answer)
    plan = reading.check(conclusion.answer)
    assert plan is not None and bool(run(plan.source)) is True
    wrong = answers.parse(conclusion.answer) or []
    other = reading.check(",".join(answers.latex(v + 1) for v in wrong))
    assert other is not None and bool(run(other.source)) is False
