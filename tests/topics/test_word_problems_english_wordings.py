"""More English wordings: kinds listed after any verb, instructions about form, prices told in passing, coins, charges."""

from __future__ import annotations

import pytest

from solver.topics.base import Text
from solver.topics.stories.word_problems import answers, read, values_of
from tests.topics.test_word_problems import answer_of, task, verdict

FORM = [
    ("David bought a sandwich for $4.50 and a salad which was $1.25 cheaper than the sandwich. He paid with a $20 bill. How much change should he recieve? Give the answer in dollars.", "12.25"),
    ("A pen costs $3 and a book costs $5 more than the pen. How much does the book cost? Give your answer in dollars.", "8"),
    ("A pen costs 3 euros and a book costs 5 euros more than the pen. How much does the book cost? (Answer in euros.)", "8"),
    ("A pen costs £3. How much do 4 pens cost? Write your answer in pounds.", "12"),
    ("Tom has $50. He buys a kite for $18. How much money dose he have left? Express your answer in dollars.", "32"),
    ("A pen cost $3 and a book costs $5 more then the pen. How much does the book cost?", "8"),
]  # fmt: skip

SPENDING = [
    ("Emma spent $35 on a dress and $12 less than that on a skirt. After also buying a hairband she had spent $64 altogether. What was the price of the hairband in dollars?", "6"),
    ("Emma spent $35 on a dress and $12 more than that on a coat. How much did she spend in total?", "82"),
    ("Lia spent £20 on a bag and half as much on a scarf. After buying a hat as well, she had spent £45 in total. How much did the hat cost?", "15"),
    ("Ken spent $30 on a game and twice that amount on a jacket. How much did he spend altogether?", "90"),
    ("Ann bought a lamp for $25 and a rug for $10 more. She also bought a vase. In total she spent $72. How much did the vase cost?", "12"),
    ("Noah buys 3 kg of apples at $4 per kg and 2 kg of cherries. One kilogram of cherries costs $5 more than one kilogram of apples. How much change does Noah get from $50?", "20"),
    ("Ida buys 2 kg of plums at $3 per kg and 4 kg of pears. A kilogram of pears costs $1 less than a kilogram of plums. How much change does she get from a $20 bill?", "6"),
    ("Ben buys 2 pens at $3 each and a ruler for $4. How much change will he get from a $20 note?", "10"),
    ("Ben buys 2 pens at $3 each and 3 rulers. A ruler costs $1 more than a pen. How much does he pay in total?", "18"),
    ("Mia bought 2 litres of milk at $1.50 per litre and 3 litres of juice. One litre of juice costs twice as much as one litre of milk. How much did she pay altogether?", "12"),
]  # fmt: skip

KINDS = [
    ("A bakery sold 720 items in one day: loaves of bread, cakes and cookies. Bread accounted for 45% of the items, and cakes and cookies were sold in the ratio 4:7. How many cookies were sold?", "252"),
    ("A bakery baked 300 items: rolls, buns and pies. Rolls made up 40% of the items, and buns and pies were baked in the ratio 2:1. How many buns were baked?", "120"),
    ("A gardener planted 240 flowers: roses, tulips and lilies. 25% of them are roses, and tulips and lilies were planted in the ratio 5:4. How many lilies did the gardener plant?", "80"),
    ("A school collected 500 kg of waste: paper, glass and metal. Paper made up 46% of it, and the ratio of glass to metal was 5:4. How many kg of metal were collected?", "120"),
    ("Out of 1,080 books on sale, one third are textbooks. The rest are novels and biographies in the ratio 5:3. How many biographies are on sale?", "270"),
    ("Out of 200 tickets on offer, 30% are for adults. The rest are for students and children in the ratio 3:4. How many tickets are for children?", "80"),
    ("Out of the 360 cars in a car park, one quarter are red. The others are blue and white in the ratio 4:5. How many white cars are there?", "150"),
    ("A company has three departments. 3/10 of the staff work in sales, and the numbers of people in design and production are in the ratio 2:5. There are 90 more people in production than in design. How many people does the company employ in total?", "300"),
    ("In a firm, 40% of the employees work in sales. The rest work in design and production in the ratio 1:2. There are 60 people in design. How many people work in the firm?", "300"),
    ("A school has three clubs. 1/4 of the students are in chess, and the numbers of students in art and music are in the ratio 2:3. There are 30 more students in music than in art. How many students are there in total?", "200"),
    ("2400 ml of a drink is made of juice, water and syrup. 15% of it is syrup and the ratio of juice to water is 5:12. How many ml of juice and how many ml of water are there?", "600, 1440"),
    ("A 900 ml drink is made of juice, milk and syrup. 20% of it is syrup and the ratio of juice to milk is 5:3. How many ml of milk are there?", "270"),
    ("A 60 kg mixture consists of sand, cement and gravel. One quarter of it is cement, and the ratio of sand to gravel is 4:5. How many kilograms of gravel are there?", "25"),
    ("1200 g of dough is made from flour, water and butter. 10% of it is butter and the ratio of flour to water is 5:4. How many grams of flour are there?", "600"),
    ("A bakery uses 500 kg of flour in a week: wheat, rye and spelt. 60% of it is wheat, and the ratio of rye to spelt is 3:2. How many kg of rye are there?", "120"),
    ("An orchard grows 640 trees: apple, pear and cherry trees. 3/8 of the trees are apple trees, and the ratio of pear trees to cherry trees is 5:3. How many cherry trees are there?", "150"),
    ("A theatre welcomed 800 visitors: adults, students and children. 35% of the visitors were adults, and the ratio of students to children was 6:7. How many students were there?", "240"),
    ("A train carries 480 passengers: men, women and children. 1/3 of the passengers are men, and the ratio of women to children is 5:3. How many children are on the train?", "120"),
    ("A shop sold 450 shirts in a week: white, black and blue ones. White shirts accounted for 40% of the shirts, and black and blue shirts were sold in the ratio 5:4. How many blue shirts were sold?", "120"),
    ("A charity received 900 donations: books, toys and clothes. 30% of the donations were books. Toys and clothes were received in the ratio 4:5. How many toys were received?", "280"),
    ("A survey of 600 people showed that 35% prefer tea. The rest prefer coffee and juice in the ratio 8:5. How many people prefer juice?", "150"),
    ("A library owns 840 books, which are novels, comics and guides. One third are novels. The ratio of comics to guides is 3:4. How many guides does the library own?", "320"),
]  # fmt: skip

TWO_PRICES = [
    ("7 kg of rice and 2 kg of beans cost $25. At the same prices, 3 kg of rice and 5 kg of beans cost $19. Find the cost of 1 kg of rice and of 1 kg of beans.", "3, 2"),
    ("2 kg of apples and 3 kg of pears cost $18, and 4 kg of apples and 1 kg of pears cost $16. Find the price of one kilogram of apples and one kilogram of pears.", "3, 4"),
    ("2 kg of apples and 3 kg of pears cost $18, and 4 kg of apples and 1 kg of pears cost $16. How much does 1 kg of apples cost and how much does 1 kg of pears cost?", "3, 4"),
    ("2 kg of apples and 3 kg of pears cost $18, and 4 kg of apples and 1 kg of pears cost $16. What is the cost of 1 kg of each?", "3, 4"),
    ("3 pens and 2 books cost $19. 1 pen and 4 books cost $23. What is the cost of 1 pen and the cost of 1 book?", "3, 5"),
    ("A museum charges a group of 5 students and 2 teachers 66 euros, and a group of 8 students and 3 teachers 103 euros. What is the price of a student ticket and of a teacher ticket?", "8, 13"),
    ("A zoo charges $44 for 2 adults and 3 children, and $52 for 3 adults and 2 children. What is the price of an adult ticket and of a child ticket?", "13.6, 5.6"),
    ("A group of 2 adults and 3 children paid $38 to enter a park. A group of 3 adults and 1 child paid $36. How much does an adult ticket cost and how much does a child ticket cost?", "10, 6"),
    ("A family of 2 adults and 3 children pays $38 for tickets, while a family of 3 adults and 1 child pays $36. Find the price of an adult ticket and the price of a child ticket.", "10, 6"),
    ("Entry to a park for 2 adults and 3 children costs $38, and entry for 3 adults and 1 child costs $36. What is the price of an adult ticket and of a child ticket?", "10, 6"),
    ("A cinema charged 4 adults and 2 children $52, and 2 adults and 5 children $50. How much is an adult ticket and how much is a child ticket?", "10, 6"),
]  # fmt: skip

COINS = [
    ("A jar contains 58 coins, all of them dimes (10 cents) and quarters (25 cents), worth $10.00 in total. How many dimes and how many quarters are in the jar?", "30, 28"),
    ("A jar has 20 coins, all nickels (5¢) and dimes (10¢). They are worth $1.45 in total. How many nickels are there?", "11"),
    ("A purse contains 20 coins, each of which is a nickel or a dime. The total value is $1.45. How many dimes are in the purse?", "9"),
    ("Rita has 30 coins, some of them dimes and the rest quarters. Together they are worth $4.50. How many quarters does she have?", "10"),
    ("There are 30 coins in a box. All of them are dimes or quarters. Their total value is $4.50. How many dimes are in the box?", "20"),
    ("A piggy bank holds 40 coins, only nickels and quarters, with a total value of $6.00. How many quarters are in the piggy bank?", "20"),
]  # fmt: skip

DIGITS = [
    ("The digits of a two-digit number add up to 12. If the digits are swapped, the new number is 18 greater than the original. What is the original number?", "57"),
    ("The sum of the digits of a two-digit number is 9. When the digits are reversed, the new number is 27 less than the original number. Find the number.", "63"),
    ("In a two-digit number, the tens digit is 3 more than the units digit. The sum of the digits is 11. What is the number?", "74"),
    ("The tens digit of a two-digit number is twice the units digit. If the digits are interchanged, the number decreases by 27. Find the original number.", "63"),
    ("A two-digit number has digits that add up to 8. Reversing the digits gives a number that is 36 more than the original number. What is the original number?", "26"),
]  # fmt: skip

OTHERS = [
    ("Sara buys a blouse for $28 and a pair of sandals costing $9 more than the blouse. She pays with a $100 bill. How much change does she receive?", "35"),
    ("A movie ticket costs $11. Popcorn costs $4 less than the ticket. How much do a ticket and popcorn cost together?", "18"),
    ("Jake has $75 to spend. He buys a pair of headphones for $32 and a phone case for half that price. How much money does Jake have left?", "27"),
    ("Mina bought 4 notebooks for $3 each and a pen for $2.50. How much did she spend altogether?", "14.5"),
    ("A burger costs $6.50. A drink costs $4 less than a burger. How much would 2 burgers and 2 drinks cost?", "18"),
    ("Lena had $60. After buying a dress for $34 and a belt that was $20 cheaper than the dress, how much money did she have left?", "12"),
    ("A toaster costs $45 and a kettle costs $15 less. What is the total cost of a toaster and a kettle?", "75"),
    ("Ravi spent $18 on lunch and three times as much on a shirt. How much did Ravi spend in all?", "72"),
    ("Karen bought 5 pounds of potatoes at $2 per pound and 3 pounds of carrots at $1.50 per pound. She paid with a $20 bill. How much change did she get?", "5.5"),
    ("A bicycle costs $240. A helmet costs one eighth as much as the bicycle. What is the total price of the bicycle and the helmet?", "270"),
    ("Nick wants to buy a game for $55 and a controller for $40. He has saved $70. How much more money does he need?", "25"),
    ("The total cost of a shirt and a tie is $48. The shirt costs 3 times as much as the tie. How much does the shirt cost?", "36"),
    ("A bookstore has 750 books: fiction, history and science books. 40% are fiction books, and the ratio of history books to science books is 4:5. How many science books are there?", "250"),
    ("A sum of $2400 is shared by Ana, Bob and Cleo. Ana receives 1/3 of the money and the rest is divided between Bob and Cleo in the ratio 3:5. How much does Cleo receive?", "1000"),
    ("A fruit seller has 540 fruits, of which 1/3 are mangoes. The remaining fruits are kiwis and limes in the ratio 4:5. How many limes are there?", "200"),
    ("Of 960 seeds, 5/8 are sunflower seeds. The rest are poppy seeds and flax seeds in the ratio 7:5. How many flax seeds are there?", "150"),
    ("At a party there are 90 guests: men, women and children. One third of the guests are children, and there are twice as many women as men. How many women are at the party?", "40"),
    ("A box holds 84 chocolates: dark, milk and white. One quarter are white. The ratio of dark chocolates to milk chocolates is 4:5. How many milk chocolates are there?", "35"),
    ("A library has 2,000 books, 45% of which are novels. The rest are textbooks and magazines in the ratio 7:4. How many magazines are there?", "400"),
    ("A concert had 1,500 attendees. Two fifths of them were adults, and the others were teenagers and children in the ratio 5:4. How many teenagers attended?", "500"),
    ("5 apples and 4 oranges cost $7.10, while 3 apples and 2 oranges cost $3.90. How much does one apple cost?", "0.7"),
    ("Three coffees and two muffins cost $17. One coffee and four muffins cost $19. What are the prices of a coffee and a muffin?", "3, 4"),
    ("The sum of two numbers is 50 and their difference is 12. What are the two numbers?", "31, 19"),
    ("A parking lot contains 35 vehicles, cars and motorcycles, with a total of 110 wheels. How many cars are there?", "20"),
    ("In a barn there are cows and chickens. There are 30 heads and 84 legs. How many cows are there?", "12"),
    ("There are 30 animals on a farm, cows and chickens. Altogether they have 84 legs. How many chickens are there?", "18"),
    ("A school play sold 300 tickets and collected $1,800. Adult tickets cost $8 each and student tickets cost $5 each. How many of each kind of ticket were sold?", "100, 200"),
    ("A plane flies 1200 km with the wind in 2 hours and returns against the wind in 3 hours. What is the speed of the plane in still air and the speed of the wind?", "500, 100"),
    ("Maria is 4 times as old as her son. Together they are 45 years old. How old is Maria?", "36"),
    ("Two pencils and one eraser cost 90 cents. One pencil and two erasers cost 75 cents. How much is a pencil and how much is an eraser?", "35, 20"),
    ("Amy paid $23 for 4 cupcakes and 3 cookies. Dan paid $16 for 2 cupcakes and 4 cookies. What is the price of one cupcake and the price of one cookie?", "4.4, 1.8"),
    ("A father and his son have a combined age of 60. The father is 28 years older than the son. How old is each?", "44, 16"),
    ("Tickets to a fair cost $6 for adults and $4 for children. A total of 150 tickets were sold for $740. How many adult tickets and how many child tickets were sold?", "70, 80"),
    ("A shop sold 40 bikes and scooters. The number of bikes was 8 more than the number of scooters. How many scooters were sold?", "16"),
    ("A class of 32 students has 6 more girls than boys. How many girls are in the class?", "19"),
    ("A father and his son have a combined age of 60. The father is 28 years older than the son. How old is the son?", "16"),
    ("A café charges $14 for 2 teas and 3 cakes, and $13 for 3 teas and 2 cakes. How much does one tea cost and how much does one cake cost?", "2.2, 3.2"),
    ("A two-digit number has a digit sum of 11. If its digits are reversed, the new number is 9 more than the original number. What is the original number?", "56"),
    ("Dana buys a mug for $9 and a plate that is $4 cheaper than the mug. How much change does she get from $20?", "6"),
    ("A smoothie of 600 ml consists of milk, yogurt and berries. 25% of it is yogurt, and the ratio of milk to berries is 2:1. How many ml of milk are there?", "300"),
    ("A 2 kg cake is made of flour, sugar and butter. Half of it is flour, and the ratio of sugar to butter is 3:2. How many kg of sugar are there?", "0.6"),
    ("Out of 450 employees in a company, 40% work in production. The rest work in sales and research in the ratio 7:2. How many employees work in sales?", "210"),
    ("Out of 90 pets at a shelter, one third are cats and the rest are dogs and rabbits in the ratio 3:2. How many rabbits are at the shelter?", "24"),
    ("A florist sold 360 flowers: roses, lilies and daisies. One quarter of the flowers were roses. Lilies and daisies were sold in the ratio 5:4. How many more lilies than daisies were sold?", "30"),
    ("A school has four houses. 20% of the pupils are in Red, 30% of the pupils are in Blue, and the numbers of pupils in Green and Gold are in the ratio 2:3. There are 40 more pupils in Gold than in Green. How many pupils are in Red?", "80"),
    ("Kate has 25 coins in her purse, all nickels and dimes, worth $1.90 altogether. How many dimes does she have?", "13"),
]  # fmt: skip

DECLINED = [
    "Jack spent $20 on 2 books and twice as much on a game. How much does one book cost?",
    "Ann bought a lamp for $25. Then she bought 3 rugs and paid $72 in total. How much is one rug?",
    "A bakery baked 300 items: rolls, buns and pies. It gave 20 to a school. Rolls made up 40% of the items, and buns and pies were baked in the ratio 2:1. How many buns were baked?",
    "A bakery baked 300 items: rolls, buns and pies. Rolls made up 40% of the items, and buns and pies were in the ratio 2:1. How many buns were sold?",
    "A shop sold 300 items: rolls, buns and pies. Rolls made up 40% of the items, and buns and pies were in the ratio 2:1. How many buns were not sold?",
    "In a firm, 40% of the employees work in sales. There are 60 people in design. How many people work in the firm?",
    "2400 ml of a drink is made of juice, water and syrup. 15% of it is syrup and the ratio of juice to water is 5:12. How many litres of juice are there?",
    "Ben has $30. He buys 2 pens at $3 each. How much change will he get from a $20 note if he returns one pen?",
    "Ben buys 2 pens at $3 each and a ruler. How much change will he get from a $20 note?",
    "A museum charges a group of 5 students and 2 teachers 66 euros, and a group of 8 students and 3 pensioners 103 euros. What is the price of a student ticket?",
    "A jar contains 58 coins, some of them dimes and quarters, worth $10.00 in total. How many dimes are in the jar?",
    "A jar contains 58 coins, including dimes and quarters, worth $10.00 in total. How many dimes are in the jar?",
    "Dana buys a mug for $9. How much change does she get from $20 and $10?",
    "Dana has $30. She buys a mug for $9. How much change does she get from $20?",
    "A company has three departments. 3/10 of the staff work in sales, and 2/10 of the staff work part time. There are 90 people in design. How many people does the company employ in total?",
    "A company has three departments. 3/10 of the staff work in sales, and the numbers of women in design and production are in the ratio 2:5. There are 90 more women in production than in design. How many people does the company employ in total?",
    "Emma spent $35 on a dress and $12 less than that on two skirts. How much did one skirt cost?",
    "Emma bought 3 dresses for $36 and a skirt for half that price. How much did she spend?",
    "Lia spent $20 on a bag. Ben spent $12 on a hat. After also buying a scarf she had spent $45 altogether. How much did the scarf cost?",
    "Ann bought a lamp for $25. Ben bought a vase. In total they spent $72. After buying a rug, Ann had spent $60 altogether. How much did the rug cost?",
    "A bakery baked 300 items: rolls, buns and pies. Rolls made up 40% of the items, and buns and pies were burned in the ratio 2:1. How many buns were baked?",
    "A shop sold 300 items: rolls, buns and pies. 40% of the rolls were stale. Rolls made up 40% of the items, and buns and pies were sold in the ratio 2:1. How many buns were sold?",
    "A shop sold 300 items in one day: rolls, buns and pies. The next day it sold 200 items. Rolls made up 40% of the items, and buns and pies were sold in the ratio 2:1. How many buns were sold?",
    "A shop sold 300 items each day: rolls, buns and pies. Rolls made up 40% of the items, and buns and pies were sold in the ratio 2:1. How many buns were sold in a week?",
    "A shop sold 300 items: rolls, buns and pies. Rolls made up 40% of the items, and buns and pies were sold in the ratio 2:1. How many buns were sold in a week?",
    "A 900 ml drink is made of juice, milk and syrup. 20% of it is syrup and the ratio of juice to milk is 5:3. 100 ml is spilled. How many ml of milk are there?",
    "A 900 ml drink is made of juice, milk and syrup. 20% of it is syrup and the ratio of juice to milk is 5:3. How many ml of water are there?",
    "A museum charges a group of 5 students and 2 teachers 66 euros with a 10% discount, and a group of 8 students and 3 teachers 103 euros. What is the price of a student ticket?",
    "A museum charges a group of 5 students and 2 teachers 66 euros per day, and a group of 8 students and 3 teachers 103 euros. What is the price of a student ticket?",
    "A jar contains 58 coins, dimes (10 cents) and quarters (30 cents), worth $10.00 in total. How many dimes are in the jar?",
    "The digits of a two-digit number add up to 12. If the digits are multiplied, the product is 35. What is the number?",
    "The digits of a two-digit number add up to 12. If the digits are swapped, the new number is 18 greater than the original. What is the new number?",
    "After buying a pen for $2, Tom lost $3. How much money does Tom have left?",
    "A pen costs $2. Tom has $10. After buying 2 pens, how much money does Ann have left?",
    "A library had 2,000 books, 45% of which were novels. It sold the novels. How many novels are there?",
    "A library has 1500 books, including novels and comics. Novels make up 40% of them. How many comics are there?",
    "There are 30 animals on a farm, 84 legs and chickens. How many chickens are there?",
    "A bakery sold 720 items in one day: loaves of bread, cakes and cookies. Then it sold 20 more. Bread accounted for 45% of the items, and cakes and cookies were sold in the ratio 4:7. How many cookies were sold?",
    "A bakery sold some of its 720 items: loaves of bread, cakes and cookies. Bread accounted for 45% of the items, and cakes and cookies were in the ratio 4:7. How many cookies were sold?",
    "A farmer lost 240 animals: sheep, goats and cows. 25% of them are sheep, and goats and cows are in the ratio 5:4. How many cows does the farmer have?",
    "A company has four departments. 3/10 of the staff work in sales, and the numbers of people in design and production are in the ratio 2:5. There are 90 more people in production than in design. How many people does the company employ in total?",
    "A company has departments. 3/10 of the staff work in sales, and the numbers of people in design and production are in the ratio 2:5. There are 90 more people in production than in design. How many people does the company employ in total?",
    "A jar contains 58 coins, all of them dimes (20 cents) and quarters (25 cents), worth $10.00 in total. How many dimes are in the jar?",
    "A pen costs $3 and a book costs $5 more than the pen. How much does the book cost? Give your answer in euros.",
    "A pen costs $3 and a book costs $5 more than the pen. How much does the book cost? Give your answer to the nearest ten dollars.",
    "Emma spent $35 on a dress and a belt and $12 less than that on a skirt. After also buying a hairband she had spent $64 altogether. What was the price of the skirt?",
    "Emma spent $35 on a dress. After also buying a hairband she had spent $64 altogether, and then she bought a hat. How much did she spend?",
    "Noah buys 3 kg of apples at $4 per kg and 2 kg of cherries. How much change does Noah get from $50?",
    "The digits of a two-digit number add up to 12. What is the number?",
    "The digits of a two-digit number add up to 30. If the digits are swapped, the new number is 18 greater than the original. What is the original number?",
    "The digits of a three-digit number add up to 12. If the digits are swapped, the new number is 18 greater than the original. What is the original number?",
    "A museum charges a group of 5 students and 2 teachers 66 euros. What is the price of a student ticket?",
    "Out of 1,080 books on sale, one third are sold. The rest are novels and biographies in the ratio 5:3, and 20 more arrive. How many biographies are on sale?",
]  # fmt: skip

READ = FORM + SPENDING + KINDS + TWO_PRICES + COINS + DIGITS + OTHERS


@pytest.mark.wide(rows=3)
@pytest.mark.parametrize(("problem", "answer"), READ, ids=[p[:40] for p, _ in READ])
def test_answer_is_found_concluded_and_checked(problem: str, answer: str) -> None:
    reading = task(problem)
    found = answer_of(reading)
    assert answers.parse(found) == answers.parse(answer)
    assert verdict(reading, found)


@pytest.mark.parametrize("problem", DECLINED, ids=[p[-40:] for p in DECLINED])
def test_what_is_not_read_whole_is_declined(problem: str) -> None:
    assert values_of(read(Text(problem, "en"))) is None
