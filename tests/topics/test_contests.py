"""Problems of primary contests: solved, checked by another way, near ones declined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.stories.contests import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("What is the 100th digit after the decimal point of 2/7?", "7", "2"),
    ("Write 5/13 as a decimal. What is the 20th digit after the decimal point?", "8", "4"),
    ("When 3/11 is written as a decimal, what is the 51st digit after the decimal point?", "2", "7"),
    ("What is the sum of the first 100 digits after the decimal point of 1/7?", "447", "450"),
    ("Find the 2023rd decimal digit of 4/37.", "1", "0"),
    ("2÷7的小数部分第100位是几？", "7", "2"),
    ("5÷6的小数点后第10位是几？", "3", "8"),
    ("把$\\frac{5}{7}$化成小数，小数点后第2023位上的数字是几？", "7", "1"),
    ("1÷7的小数部分前100位数字之和是多少？", "447", "441"),
    ("循环小数0.142857142857…的小数部分第50位数字是几？", "4", "1"),
    ("What is the smaller angle between the hour and minute hands at 4:00?", "120", "240"),
    ("How many degrees is the angle between the hands of a clock at 2:20?", "50", "60"),
    # chances by listing
    ("Lena holds 2 green and 1 red marbles in her hand. Otto holds 1 green, 1 yellow and 2 red marbles in his hand. Each of them randomly picks a marble to show the other. What is the probability that the colours are the same?", r"\frac{1}{3}", r"\frac{1}{4}"),
    ("The faces of each of two fair dice are numbered 1, 2, 4, 5, 6 and 9. When the two dice are rolled, what is the probability that their sum will be an even number?", r"\frac{1}{2}", r"\frac{5}{9}"),
    ("Three different numbers are randomly selected from the set -4, -2, 1, 3, 5 and multiplied together. What is the probability that the product is positive?", r"\frac{2}{5}", r"\frac{3}{5}"),
    ("Two tiles numbered 2 and 5 are turned face down. One tile is turned up at random, and throw a die to get a number from 1 to 6. What is the probability that the product of the numbers on the tile and the die is at least 10?", r"\frac{7}{12}", r"\frac{1}{2}"),
    ("A four-digit number contains one of each of the digits 2, 3, 5 and 8. What is the probability that the number is divisible by 4?", r"\frac{1}{4}", r"\frac{1}{3}"),
    ("一个骰子六个面上写着1、2、3、4、5、6，将它投掷两次，则面朝上的两个数字之和为5的倍数的可能性是多少？", r"\frac{7}{36}", r"\frac{1}{6}"),
    # so many statements are true
    ('Only 1 of the 3 girls Mia, Zoe and Ida can ski. Mia says, "I can ski." Zoe says, "I cannot ski." Ida says, "Mia cannot ski." Only 1 girl is telling the truth. Who can ski?', r"\text{Zoe}", r"\text{Mia}"),
    ('There is a kite in a box and three kids are guessing what colour it is. Tom says: "The kite is pink." Eva says: "The kite is green." Lea says: "I agree with Eva." They open the box and find only one of them guessed right. What colour is the kite?', r"\text{pink}", r"\text{green}"),
    ("某次绘画比赛，甲、乙、丙三人中只有一人获奖。甲说：“我没获奖。”乙说：“甲获奖了。”丙说：“我没获奖。”他们的话中只有一句是真话，则获奖的是谁？", r"\text{丙}", r"\text{甲}"),
    # overlaps
    ("There are 45 students in the class. Each student is in either the chess club or the art club or both. 31 students are in the chess club, and 20 students are in the art club. How many students are in both?", "6", "14"),
    ("In Kim's class, there are 14 students who can ski, 17 students who can play chess, and 5 students who can do both. If everyone in the class plays at least one sport, how many students are there in Kim's class?", "26", "31"),
    ("There are 32 pupils in my class. 21 pupils like music and 19 pupils like sports. Three times as many pupils like both as like neither of them. How many pupils like only music?", "9", "5"),
    # averages
    ("My average score on 9 math tests is 84. If my average score on the first 6 tests was 81, what was my average score on the last 3 tests?", "90", "87"),
    ("Ella's average score on the first three quizzes is 76. She got 92 on the fourth quiz. What is Ella's average score on all four quizzes?", "80", "84"),
    # times
    ("The concert was meant to begin at 18:50 but started 25 minutes late. At what time did it begin?", "19:15", "18:25"),
    ("Karl arrived at the library at 9:20. He spent 1 hour 35 minutes at the library, and it took him 40 minutes to walk home. When did he arrive home?", "11:35", "10:55"),
    # rows
    ("Seven students are lining up to take a picture. If Ida is standing in the middle, and Tom is standing on either end, how many ways can the students line up?", "240", "720"),
    ("Six boys each prepared 1 gift for a party. How many ways can these 6 gifts be distributed among the 6 boys so that no one receives his own gift?", "265", "264"),
    # matches
    ("There are 60 teams participating in a handball match. Using the single elimination method, how many games will be played in total?", "59", "60"),
    ("9名同学，每两人之间都下一盘，一共要下多少盘？", "36", "72"),
    # remainders
    ("Rosa has many stickers. If she puts 6 stickers in each group, there will be 4 stickers left. If she puts 7 stickers in each group, there will be 2 stickers left. How many stickers does Rosa have at least?", "16", "58"),
    ("A student thinks of a natural number. She divides the number by 11 and the remainder is 8. What is the remainder when twice that number is divided by 11?", "5", "8"),
    # digits
    ("Paula writes down all the numbers from 1 to 47. How many times does she use the digit 4?", "13", "12"),
    ("There are some two-digit numbers. The sum of the digits in the tens place and the ones place is 12. How many such numbers are there?", "7", "8"),
    # one of each kind
    ("In my suitcase I have 4 shirts and 7 skirts. If I make an outfit of a shirt and a skirt, how many different outfits can I select?", "28", "11"),
    ("Lea and Tom are looking for a place to eat dinner. They know there are five Greek restaurants, three Indian restaurants, and one fast food restaurant nearby. How many different choices do they have in total to eat one meal?", "9", "15"),
    # days of the week
    ("2021年元旦是星期五，2021年的国庆节是星期几？", r"\text{星期五}", r"\text{星期四}"),
    ("2022年3月5日是星期六，2023年3月5日是星期几？", r"\text{星期日}", r"\text{星期六}"),
    ("某年的四月份有5个星期四和5个星期五，则4月20日是星期几？", r"\text{星期二}", r"\text{星期三}"),
    ("某月中有三个星期五的日期都是偶数，则该月的20日一定是星期____。", "二", "三"),
    # what comes again
    ("一串气球，先3个红球，接着2个蓝球，最后1个白球，按此方式不断重复，第200个球是什么颜色的？", r"\text{红球}", r"\text{蓝球}"),
    ("有一列数：4，7，7，2，4，7，7，2，……那么第95个数是多少？", "7", "2"),
    ("There are some flowers along the path, arranged in the following order: 4 red, 3 white, 2 blue, \u2026 If there are 75 flowers altogether, how many white flowers are there altogether?", "24", "25"),
]  # fmt: skip
DECLINED = [
    "What is the 100th digit of 2/7?",
    "What is the 100th digit after the decimal point of 1/4?",
    "How many times does the digit 2 occur in the first 100 digits after the decimal point of 2/7?",
    "1÷4的小数第100位数字是多少？",
    "2÷7的小数部分前100位中有几个5？",
    "What is the angle between the hands at 3:30?",
    "Karl left for school at 7:10 am. He took 20 minutes to walk to school. Nina reached school 15 minutes later than Karl. At what time did Karl reach school?",
    "Lena holds 2 green and 1 red marbles in her hand. Each of them randomly picks a marble to show the other. What is the probability that the colours are the same?",
    "The faces of each of two fair dice are numbered 1, 2, 4, 5 and 6. When the two dice are rolled, what is the probability that their sum will be an even number?",
    "Three different numbers are randomly selected from the set -4, -2, 1, 3, 5 and added together. What is the probability that the product is positive?",
    "A box contains 12 cards, numbered from 1 to 13. One card is selected randomly from the box. What is the probability that the number on the selected card is greater than 8?",
    'Only 1 of the 3 girls Mia, Zoe and Ida can ski. Mia says, "I can ski." Zoe says, "I cannot swim." Ida says, "Mia cannot ski." Only 1 girl is telling the truth. Who can ski?',
    'Only 1 of the 3 girls Mia, Zoe and Ida can ski. Mia says, "I can ski." Zoe says, "I can ski." Ida says, "Mia cannot ski." Only 1 girl is telling the truth. Zoe is the tallest. Who can ski?',
    'Mia, Zoe and Ida participated in a race. Mia says, "I won the race." Zoe says, "Mia did not win the race." Ida says, "I agree with Zoe." Exactly 2 of them told the truth. Who won the race?',
    'Ann says, "I did not do it." Ben says, "Carl did it." Carl says, "Ben is lying." Only 1 of them is telling the truth. Who did not do it?',
    "甲、乙、丙三人中只有一人获奖。甲说：“我没获奖。”乙说：“甲获奖了。”丙说：“我没获奖。”他们的话中只有一句是真话，则没获奖的是谁？",
    "Each of two boxes contains 3 chips numbered 1, 2 and 3. A chip is drawn from the box. What is the probability that the sum is even?",
    "There are 30 students in the class. 18 boys like chess, 15 girls like art, and 5 students like both. How many students like neither?",
    "Ella's average score on the first three quizzes is 76. Tom got 92 on the fourth quiz. What is Ella's average score on all four quizzes?",
    "My average score on 9 math tests is 84. If my average score on the first 6 English tests was 81, what was my average score on the last 3 tests?",
    "The concert was meant to begin at 18:50 but started 25 minutes late. At what time did it finish?",
    "The bus left at 8:00. It arrived 10 minutes early. When did it arrive?",
    "Karl left home at 7:10. It took him 20 minutes to walk to school. When did he start?",
    "The concert lasts 2 hours and 10 minutes. It ended at 21:30. When did it finish?",
    "In Paris it is now 9:20. The time in London is 1 hour behind Paris. What time do the clocks now show in Paris?",
    "Rosa has many stickers. If she puts 6 stickers in each group, there will be 4 groups left. If she puts 7 stickers in each group, there will be 2 stickers left. How many stickers does Rosa have at least?",
    "In my suitcase I have 4 shirts and 7 skirts. If I make an outfit of a shirt and a shirt, how many different outfits can I select?",
    "一串气球，先3个红球，接着2个蓝球，最后1个白球，按此方式不断重复，从后往前数第5个球是什么颜色的？",
    "124 children attended a fair. 87 of them tried out sports. 65 of them tried out art. How many children tried out both?",
    "There are 45 students in the class. 31 students are in the chess club, and 20 students are in the art club. How many students are in both?",
    "Omar's average score on five tests is 78. His average score on the 5th and 6th tests is 92. What is his average score on all seven tests?",
    "Seven students are lining up to take a picture. If Ida is standing in the middle, and Ida is standing on either end, how many ways can the students line up?",
    "Six students are lining up to take a picture. If Ida is standing in the middle, how many ways can the students line up?",
    "Rosa has many stickers. If she puts 6 stickers in each group, there will be 4 stickers left. If she puts 8 stickers in each group, there will be 3 stickers left. How many stickers does Rosa have at least?",
    "Rosa has many stickers. If she puts 6 stickers in each group, there will be 4 stickers left. If she puts 7 stickers in each group, there will be 2 stickers left. How many stickers does Rosa have?",
    "In my suitcase I have 4 shirts and 7 skirts. If I make an outfit of a shirt and a hat, how many different outfits can I select?",
    "六支队伍进行单循环赛，每两队都要赛一场。如果赛平，每队各得1分，否则胜队得3分，负队得0分。打完所有比赛后，六支队伍的总得分是多少分？",
    "2021年元旦是星期六，2021年的国庆节是星期几？",
    "某年的二月份有4个星期一，则2月15日是星期几？",
    "甲、乙、丙三人中只有一人获奖。甲说：“我没获奖。”乙说：“丙会唱歌。”丙说：“我没获奖。”他们的话中只有一句是真话，则获奖的是谁？",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=10, deadline=None)
@given(st.integers(1, 60), st.integers(1, 400), st.integers(1, 9))
def test_how_often_a_digit_is_written(first: int, more: int, digit: int) -> None:
    last = first + more
    written = sum(str(n).count(str(digit)) for n in range(first, last + 1))
    task, answer, _ = solve(read, f"Ben writes down all the numbers from {first} to {last}. How many times does he use the digit {digit}?")  # fmt: skip
    assert answer == str(written)
    assert verdict(task, answer) is True


@settings(max_examples=10, deadline=None)
@given(st.integers(1, 30), st.integers(1, 30), st.integers(1, 30), st.integers(1, 20))
def test_overlaps_are_counted_once(one: int, other: int, both: int, none: int) -> None:
    total = one + other + both + none
    task, answer, _ = solve(read, f"There are {total} pupils in my class. {one + both} pupils like chess and {other + both} pupils like art. {none} pupils like neither. How many pupils like both?")  # fmt: skip
    assert answer == str(both)
    assert verdict(task, answer) is True
