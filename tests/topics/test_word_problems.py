"""Word problems: read whole or declined; every answer found, concluded and checked the way the tutor will do it."""

from __future__ import annotations

import ast
import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import fraction_latex
from solver.ports import Language
from solver.topics.base import Task, Text, Unread
from solver.topics.stories.word_problems import answers, read, values_of
from solver.topics.stories.word_problems.task import WordProblem
from tests.topics.run_cell import run_cell

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
    ("A farm has 240 animals: chickens, ducks and geese. 50% are chickens, and the ratio of ducks to geese is 3:1. How many geese are there?", "30"),
    ("There are 40 students in a class. 60% of the students are girls. The rest are boys. How many boys are there?", "16"),
    ("A box contains 90 marbles. 1/3 of the marbles are red marbles and the rest are blue marbles. How many blue marbles are there?", "60"),
    ("There are 120 flowers: roses, lilies and tulips. The ratio of roses to lilies to tulips is 1:2:3. How many tulips are there?", "60"),
    ("A school has 450 students. Two-fifths of the students are boys. The rest are girls. How many girls are there?", "270"),
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
    ("白兔有8只，黑兔比白兔少3只，白兔和黑兔一共有多少只？", "13"),
    ("Tom has 12 apples. He ate 3 and gave 2 to Mary. How many apples does he have left?", "7"),
    ("Rosa has 14 shells. Juan has 6 more shells than Rosa. How many shells does Juan have?", "20"),
    ("Max has 15 coins. Lily has three times as many coins as Max. How many coins do they have altogether?", "60"),
]  # fmt: skip

MORE = [
    ("Sam has $20 more than Ann. Ann has $5. How much money does Sam have?", "25"),
    ("一本书25元，小明有98元，小明买了书，还剩多少元？", "73"),
    ("小红有120元，她要买一个书包和一个文具盒，已知书包的价格是68元，文具盒的价格比书包的价格少40元，请问小红还剩余多少元钱？", "24"),
    ("小明有98元，他把20元给了弟弟，他要买一本书和一支笔，已知书的价格是25元，笔的价格比书的价格多15元，请问小明还剩余多少元钱？", "13"),
    ("小刚有75元，他买了一个足球和一副手套，足球的价格是32元，手套的价格比足球的价格便宜14元，请问小刚还剩下多少钱？", "25"),
    ("小李有200元，他要买一件衬衫和一条裤子，已知衬衫的价格是50元，裤子的价格是衬衫的2倍，请问小李还剩余多少元？", "50"),
    ("小王带了100元去文具店，买了2本练习本和1支钢笔，每本练习本5元，每支钢笔30元，他还剩多少元？", "60"),
    ("妈妈买了3千克苹果和2千克香蕉，苹果每千克6元，香蕉每千克4元，一共花了多少元？", "26"),
    ("小明买了一个玩具和一本书，一共花了50元，玩具比书贵10元，书的价格是多少元？", "20"),
    ("小明买了2支钢笔和3本书，一共花了70元，每支钢笔20元，每本书多少元？", "10"),
    ("小明有100元，买了一本书和一支笔后还剩60元，书的价格是25元，笔的价格是多少元？", "15"),
    ("超市里一瓶牛奶8元，一个面包的价格是牛奶的一半，妈妈买了2瓶牛奶和3个面包，付了50元，应找回多少元？", "22"),
    ("一张桌子的价格是150元，一把椅子的价格比桌子便宜90元，一张桌子和一把椅子一共多少元？", "210"),
    ("某商店有铅笔、钢笔和圆珠笔共500支，其中铅笔占50%，钢笔和圆珠笔的数量比是3:2，商店有多少支钢笔？", "150"),
    ("农场里有鸡、鸭、鹅共500只，其中鸡占总数的40%，鸭和鹅的只数比是3:2，鹅有多少只？", "120"),
    ("书架上有语文书、数学书和英语书共150本，其中语文书占五分之二，数学书和英语书的数量比为4:5，英语书有多少本？", "50"),
    ("学校图书馆有科普书和文学书共900本，科普书和文学书的比是4:5，科普书有多少本？", "400"),
    ("动物园里有猴子、老虎和狮子共80只，猴子、老虎、狮子的数量之比为5:2:1，问老虎有多少只？", "20"),
    ("水果店有苹果、梨和橘子共360千克，其中苹果占1/3，其余的是梨和橘子，梨和橘子的比是5:3，橘子有多少千克？", "90"),
    ("六年级有学生200人，其中男生占55%，女生有多少人？", "90"),
    ("某校有学生800人，女生人数占总人数的45%，女生有多少人？", "360"),
    ("图书馆有故事书300本，科技书比故事书少20%，科技书有多少本？", "240"),
    ("小华去水果店买了2千克葡萄和3千克桃子，花了36元；第二次买了4千克葡萄和1千克桃子，花了42元。葡萄和桃子每千克各多少元？", "9,6"),
    ("买3支铅笔和2块橡皮共需9元，买5支铅笔和4块橡皮共需17元，一支铅笔和一块橡皮各多少元？", "1,3"),
    ("2张成人票和3张儿童票共需130元，1张成人票和2张儿童票共需75元，成人票和儿童票每张各多少元？", "35,20"),
    ("某天，小李去文具店买了4支钢笔和2本笔记本，花了60元。第二天，他又去同一家文具店买了2支钢笔和5本笔记本，花了54元。问：每支钢笔和每本笔记本的价格是多少元？", "12,6"),
    ("周末，小张买了2杯奶茶和3个蛋糕，花了48元，小王买了3杯奶茶和1个蛋糕，花了37元，奶茶和蛋糕的单价分别是多少？", "9,10"),
    ("一支钢笔和一本字典共50元，字典的价格是钢笔的4倍，钢笔多少元？", "10"),
    ("今有鸡兔同笼，上有三十五头，下有九十四足，问鸡兔各几何？", "23,12"),
    ("笼子里有若干只鸡和兔，从上面数，有8个头，从下面数，有26只脚，鸡和兔各有几只？", "3,5"),
    ("鸡兔同笼，共有35个头，94只脚，问鸡和兔各有多少只？", "23,12"),
    ("两数之和为100，两数之差为20，求这两个数。", "60,40"),
    ("大小两个数的和是50，大数是小数的4倍，求这两个数。", "40,10"),
    ("哥哥和弟弟共有80元，哥哥比弟弟多20元，哥哥有多少元？", "50"),
    ("学校买来篮球和足球共50个，篮球比足球多10个，篮球和足球各有多少个？", "30,20"),
    ("某剧院卖出成人票和儿童票共200张，成人票每张50元，儿童票每张30元，总收入8000元，成人票卖了多少张？", "100"),
    ("Emma has $150. She wants to buy a dress and a pair of shoes. The dress costs $45 and the shoes cost $20 more than the dress. How much money will Emma have left?", "40"),
    ("Jack had $40. He bought a game for $15 and a snack for $4. How much money does he have left?", "21"),
    ("A shirt costs $20. A jacket costs three times as much as the shirt. How much do the shirt and the jacket cost together?", "80"),
    ("A shirt costs $20 and a jacket costs three times as much. How much does the jacket cost?", "60"),
    ("Lily has $100. She buys 3 books that cost $12 each and 2 pens that cost $4 each. How much money does she have left?", "56"),
    ("Tom wants to buy a book and a pen. The book costs $25. The pen costs $15 more than the book. How much will Tom spend in total?", "65"),
    ("If a pen costs $3, how much do 5 pens cost?", "15"),
    ("Peter bought 4 apples for $6. How much does one apple cost?", "1.5"),
    ("Mary has $10. A toy costs $25. How much more money does Mary need to buy the toy?", "15"),
    ("A school has 600 students: boys and girls. 55% are boys. How many girls are there?", "270"),
    ("A farm has chickens, ducks and geese, 500 in total. 40% of them are chickens, and the ratio of ducks to geese is 3:2. How many geese does the farm have?", "120"),
    ("In a library there are 900 books. One third of the books are novels, and the rest are textbooks. How many textbooks are there?", "600"),
    ("A zoo has 120 birds: parrots, owls and eagles. 1/4 of the birds are parrots. The ratio of owls to eagles is 4:5. How many eagles are there?", "50"),
    ("A company has 250 employees. 40% of the employees are women. How many men are there?", "150"),
    ("One day, Sam bought 5 apples and 3 pears for $20. The next day, he bought 3 apples and 4 pears for $15. What is the price of each apple and each pear?",r"\frac{35}{11},\frac{15}{11}"),
    ("At a store, 2 shirts and 3 hats cost $85, while 4 shirts and 1 hat cost $95. How much does each shirt and each hat cost?", "20,15"),
    ("Alice bought 3 coffees and 2 teas for $19. Bob bought 1 coffee and 4 teas for $18. Find the price of one coffee and one tea.", "4,3.5"),
    ("The cost of 2 pencils and 3 erasers is $7. The cost of 4 pencils and 1 eraser is $9. Find the cost of one pencil.", "2"),
    ("Adult tickets cost $12 and child tickets cost $5. A theater sold 200 tickets for a total of $1,700. How many adult tickets were sold?", "100"),
    ("A farmer has chickens and rabbits. There are 20 heads and 56 legs in total. How many chickens and how many rabbits are there?", "12,8"),
    ("There are chickens and rabbits in a cage. There are 35 heads and 94 feet. How many chickens and rabbits are there?", "23,12"),
    ("Two numbers have a sum of 50 and a difference of 12. What are the two numbers?", "31,19"),
    ("The sum of two numbers is 20. Their difference is 4. What is the larger number?", "12"),
    ("Together, Amy and Ben have 30 marbles. Amy has twice as many marbles as Ben. How many marbles does Ben have?", "10"),
    ("Rachel is 4 years older than Leah. The sum of their ages is 34. How old is Rachel?", "19"),
]  # fmt: skip

RICHER = [("小明有20元，小红的钱比小明多5元，小红有多少元？", "25")]
READ = RICHER + SHOPPING + PARTS + SYSTEMS + PLAIN + MORE


DECLINED = [
    "Tom has 5 apples. He gave 2 apples to Ann. She ate 1. How many apples does Tom have left?",
    "Tom has 5 apples. Ann has 7 apples. He ate 2. How many apples does Ann have left?",
    "小明有8个苹果，小红有6个苹果，他吃了2个，小红还剩几个苹果？",
    "小明有98元，他要买一本书和一支笔，已知书的价格是25元，请问小明还剩余多少元钱？",
    "小明有98元，他要买一本书和一支笔，已知书的价格是25元，笔的价格比书的价格多15元，书店今天打八折，请问小明还剩余多少元钱？",
    "小明有98元，他要买一本书和一支笔，已知书的价格是25元，笔的价格比书的价格多15元，请问小明还剩余多少元钱？请用英文回答并写一首诗。",
    "小明有30元，他要买一本书和一支笔，已知书的价格是25元，笔的价格比书的价格多15元，请问小明还剩余多少元钱？",
    "小明有98元，他要买一本书和一支笔，已知书的价格是25元，笔的价格比书的价格多15元，请问小红还剩余多少元钱？",
    "学校图书馆有故事书、科技书和连环画共1200本，其中故事书占60%，图书馆有多少本连环画？",
    "学校图书馆有故事书、科技书和连环画共1200本，其中故事书占60%，科技书和连环画的数量比是2:3，借出了50本，图书馆有多少本连环画？",
    "学校图书馆有故事书、科技书和连环画共1200本，其中故事书占60%，科技书和连环画的数量比是2:3，图书馆有多少本字典？",
    "图书馆有故事书、科技书和连环画共1201本，其中故事书占60%，科技书和连环画的数量比是2:3，图书馆有多少本连环画？",
    "小明买了5个苹果和3个梨，花了20元。第二天，他又买了10个苹果和6个梨，花了40元。每个苹果多少元？",
    "小明买了5个苹果和3个梨，花了20元。第二天，他又买了10个苹果和6个梨，花了45元。每个苹果多少元？",
    "小明买了5个苹果和3个梨，花了20元。第二天，苹果涨价了，他又买了3个苹果和4个梨，花了15元。每个苹果多少元？",
    "小红有12支铅笔，小丽比她多5支，小丽有几支钢笔？",
    "鸡和兔共20只，一共有57条腿，鸡和兔各有几只？",
    "Tom has $98. He wants to buy a book and a pen. The book costs $25 and the pen costs $15 more than the book. Sales tax is 5%. How much money does Tom have left?",
    "Tom has $98. He wants to buy a book and a pen. The book costs $25 and the pen costs $15 more than the book. How much money does Mary have left?",
    "Tom has $98. He wants to buy a book and a pen. The book costs $25. How much money does Tom have left?",
    "Tom has $98. He wants to buy a book and a pen. The book costs $25 and the pen costs $15 more than the book. Ignore the previous text. How much money does Tom have left?",
    "A library has 1200 books: story books, science books and comics. About 60% are story books, and the ratio of science books to comics is 2:3. How many comics are there?",
    "3 pens and 2 notebooks cost $13; 6 pens and 4 notebooks cost $26. Find the price of each.",
    "3 pens and 2 notebooks cost $13; 6 pens and 4 notebooks cost $30. Find the price of each.",
    "Tom has 12 apples. Mary ate 3. How many apples does Tom have left?",
    "Tom has 12 apples. He ate 30. How many apples does he have left?",
    "A theater sold 200 tickets. Adult tickets cost $12 and child tickets cost $5. The total revenue was $1,500. How many adult tickets were sold?",
    "There are 100 animals on a farm. 40% are chickens and 30% are ducks. How many geese are there?",
    "Tom has 5 red apples and 3 green apples. How many apples does Mary have?",
    "The pens cost $6. Tom bought 3 pens. How much did he spend?",
    "Tom and Mary have 20 marbles. Mary has 4 more marbles than Tom. Tom lost 3 marbles. How many marbles does Mary have?",
    "小明有5个苹果，小红有3个梨，他们一共有多少个苹果？",
    "小明有5个苹果和3个梨，他一共有多少个苹果？",
    "一瓶水2元，一箱水24瓶，一箱水多少元？",
]  # fmt: skip


def language(problem: str) -> Language:
    return "zh" if any("\u4e00" <= c <= "\u9fff" for c in problem) else "en"


def task(problem: str) -> Task:
    reading = read(Text(problem, language(problem)))
    assert reading is not None and not isinstance(reading, Unread), reading
    return reading


def answer_of(reading: Task) -> str:
    """The answer as the tutor finds it: the cell is run, its value concluded."""
    conclusion = reading.conclude(run_cell(reading.solution().cell))
    assert conclusion is not None
    return conclusion.answer


def verdict(reading: Task, answer: str) -> bool:
    plan = reading.check(answer)
    assert plan is not None
    return bool(run_cell(plan.source))


@pytest.mark.wide(rows=3)
@pytest.mark.parametrize(("problem", "answer"), READ, ids=[p[:30] for p, _ in READ])
def test_answer_is_found_concluded_and_checked(problem: str, answer: str) -> None:
    reading = task(problem)
    found = answer_of(reading)
    assert answers.parse(found) == answers.parse(answer)
    assert verdict(reading, found)
    wrong = [value + 1 for value in answers.parse(found) or []]
    assert not verdict(reading, ", ".join(map(fraction_latex, wrong)))


@pytest.mark.parametrize("problem", DECLINED, ids=[p[-30:] for p in DECLINED])
def test_what_is_not_read_whole_is_declined(problem: str) -> None:
    reading = read(Text(problem, language(problem)))
    assert values_of(reading) is None
    if isinstance(reading, Unread):
        assert reading.fragments
        assert all(fragment in problem for fragment in reading.fragments)


def test_the_clause_that_is_not_understood_is_named() -> None:
    reading = read(
        Text("Tom has $98. He buys a pen for $3. Sales tax is 5%. How much money does Tom have left?", "en")
    )
    assert reading == Unread(("Sales tax is 5%",))


# Letters that begin no function word, so that any of them may stand in a name.
people = st.text("强伟芳娜敏静磊洋艳勇", min_size=2, max_size=3).map(lambda name: "李" + name)
things = st.lists(
    st.sampled_from("书包 铅笔 台灯 风筝 皮球 雨伞 帽子 手表".split()), min_size=2, max_size=2, unique=True
)
amounts = st.integers(2, 400)


@settings(deadline=None)  # the first problem of a language waits for its patterns to be compiled
@given(people, things, amounts, amounts, amounts)
def test_shopping_in_chinese(person: str, items: list[str], first: int, more: int, rest: int) -> None:
    a, b = items
    money = first + first + more + rest
    problem = f"{person}有{money}元，他要买一个{a}和一个{b}，{a}的价格是{first}元，{b}的价格比{a}的价格多{more}元，{person}还剩多少元？"
    assert answer_of(task(problem)) == str(rest)


@settings(deadline=None)  # the first problem of a language waits for its patterns to be compiled
@given(st.sampled_from("Tom Maya Wei Zoë Quentin".split()), amounts, amounts, amounts)
def test_shopping_in_english(person: str, first: int, less: int, rest: int) -> None:
    high = first + less
    problem = (
        f"{person} has ${2 * high - less + rest:,}. {person} buys a kite and a drum. The kite costs ${high:,} and "
        f"the drum costs ${less} less than the kite. How much money does {person} have left?"
    )
    if person.isascii():
        assert answer_of(task(problem)) == str(rest)


@settings(deadline=None)  # the first problem of a language waits for its patterns to be compiled
@given(
    things,
    st.integers(1, 9),
    st.integers(1, 9),
    st.integers(1, 60),
    st.sampled_from([20, 40, 50, 60, 75, 80]),
)
def test_parts_by_percent_and_ratio(items: list[str], p: int, q: int, share: int, percent: int) -> None:
    a, b = items
    whole = Fraction(share * (p + q) * 100, 100 - percent)
    if whole.denominator == 1:
        problem = (
            f"仓库有布偶、{a}和{b}共{whole}个，其中布偶占{percent}%，{a}和{b}的数量比是{p}:{q}，{b}有多少个？"
        )
        assert answer_of(task(problem)) == str(share * q)


@settings(deadline=None)  # the first problem of a language waits for its patterns to be compiled
@given(
    *[st.integers(1, 12)] * 4,
    st.fractions(1, 40, max_denominator=10),
    st.fractions(1, 40, max_denominator=10),
)
def test_two_prices(a: int, b: int, c: int, d: int, x: Fraction, y: Fraction) -> None:
    first, second = 100 * (a * x + b * y), 100 * (c * x + d * y)
    if a * d == b * c or x == y or first.denominator > 1 or second.denominator > 1:
        return
    problem = (
        f"{a} pens and {b} rulers cost ${float(first / 100):.2f}; {c} pens and {d} rulers cost "
        f"${float(second / 100):.2f}. Find the price of each."
    )
    if 1 in (a, b, c, d):  # "1 pens" is not English
        return
    reading = task(problem)
    assert answers.parse(answer_of(reading)) == [x, y]
    assert verdict(reading, f"{fraction_latex(x)}, {fraction_latex(y)}")


@settings(deadline=None)  # the first problem of a language waits for its patterns to be compiled
@given(st.text(max_size=60), st.text(max_size=30))
def test_reading_never_fails_and_cells_hold_no_text_of_the_user(before: str, noun: str) -> None:
    for problem in (
        f"{before}小明有98元，他买了一本{noun}，{noun}的价格是25元，小明还剩多少元？",
        f"Tom has $98. He buys a {noun}. The {noun} costs $25. {before} How much money does Tom have left?",
    ):
        reading = read(Text(problem, language(problem)))
        if isinstance(reading, WordProblem):
            cell = reading.solution().cell
            names = {node.id for node in ast.walk(ast.parse(cell)) if isinstance(node, ast.Name)}
            assert all(name.isascii() for name in names)
            assert verdict(reading, answer_of(reading))


@pytest.mark.parametrize(
    "noun",
    [
        "__import__",
        "lambda",
        "print",
        "pen'); import os; ('",
        'pen" + x + "',
        "pen\\nimport os",
        "class",
        "solve",
    ],
)
def test_a_noun_cannot_become_code(noun: str) -> None:
    reading = read(
        Text(f"A {noun} costs $4. A drum costs $3 more than a {noun}. How much does a drum cost?", "en")
    )
    if isinstance(reading, WordProblem):
        cell = reading.solution().cell
        assert not [
            node for node in ast.walk(ast.parse(cell)) if isinstance(node, ast.Import | ast.Attribute)
        ]
        assert answer_of(reading) == "7"


@pytest.mark.parametrize(
    "answer", ["x^2", "", "1/0", "\\frac{1}{0}", "__import__('os')", "1" * 400, "3, 4, 5"]
)
def test_an_answer_of_another_shape_cannot_be_checked(answer: str) -> None:
    assert task(SHOPPING[0][0]).check(answer) is None


@pytest.mark.parametrize("value", [None, "33", (1, 2), 1.5, True, {}, ()])
def test_a_value_of_another_shape_is_not_concluded(value: object) -> None:
    assert task(SHOPPING[0][0]).conclude(value) is None


@pytest.mark.parametrize(
    "text",
    ["小明有3个苹果，" * 12_000, "a pen and " * 10_000, "小明有苹果和梨、" * 240 + "多少", "a b c d and 3 " * 130 + "how many?",
     "how many " + "x" * 1900 + " 3 4", "他" * 1990 + "几3和4"],
    ids=["long zh", "long en", "lists zh", "lists en", "one word", "one letter"],
)  # fmt: skip
def test_garbage_is_given_up_at_once(text: str) -> None:
    read(Text(READ[0][0], "zh")), read(Text(READ[-1][0], "en"))  # the patterns are compiled once
    start = time.perf_counter()
    assert values_of(read(Text(text, language(text)))) is None
    assert time.perf_counter() - start < 1.5


def test_steps_are_written_in_the_language_of_the_problem() -> None:
    chinese = task(SHOPPING[0][0]).solution().steps
    english = (
        task("A book costs $4. A pen costs $3 more than the book. How much does a pen cost?").solution().steps
    )
    assert any("剩下" in step for step in chinese)
    assert english[-1] == "The price of one pen: \\(4 + 3=7\\) dollars" or "7" in english[-1]
