"""English clauses that carry no quantity: scenes, politeness, what goes without saying."""

from __future__ import annotations

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.english.asking import Who
from solver.topics.stories.word_problems.english.lexicon import ABBREVIATED, MEASURES
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.english.subjects import has_money, speaks_of
from solver.topics.stories.word_problems.meanings import Amount, Meaning
from solver.topics.stories.word_problems.quantities import Unclear
from solver.topics.stories.word_problems.story import Story
from solver.topics.stories.word_problems.wording import singular

G.words(
    "unchanged",
    "are identical",
    "are the same",
    "cost the same",
    "have the same price",
    "were unchanged",
    "had not changed",
    "did not change",
    "weigh the same",
    "weighed the same",
    "hold the same",
    "stayed the same",
    "are full",
    "were full",
    "is full",
    "is taken",
    "was taken",
    "was full",
    "have the same weight",
    "were the same",
    "are equal",
    "have not changed",
    "are all the same",
)


@G.rule(
    "core",
    "(all|all the|every|the|each)? <noun> <unchanged>",
    "there (are|were) no other <noun>",
    "so (do|are|were|did) (all)? (the)? (<noun>|small|large|big)? (ones)?",
    "no other <noun> (are|were) <phrase>",
    "(each|every|each of whom|each of which|every one of them|each of them) (of the)? (<noun>)? (<phrase>|<ANY_form>) (exactly)? (one|only one) <noun>",
    "(give|giving|state|write|starting with|beginning with)? (the)? (larger|bigger|greater) (one|number)? first",
    "(give|giving|state)? the larger (one|number)? first",
    cost=1,
)
def _says_nothing() -> Meaning:
    """What goes without saying."""
    return say.nothing


@G.rule(
    "core",
    "<a:who> (goes|go|went|is going|walks|walked|is shopping|goes shopping|went shopping) (to|into|for|at|in) (<det>)? <noun>",
    "<a:who> (and <b:who>)? (goes|go|went|is|are) shopping",
    "<a:who> (returns|returned|return|goes back|went back|comes back|came back) (to|at|in) (<det>|the same)? <noun>",
    "<a:who> (visits|visited|enters|entered) (<det>|the same)? <noun>",
    "(each|every) <period> ,? <a:who> <ANY> <names>",
    "<a:who> (is|are) (shopping|saving|planning)",
    "(a|the) <x:noun> sells <x:names>",
    cost=0.5,
)
def _scene(a: Who | None = None, b: Who | None = None, x: object = None) -> Meaning:
    return speaks_of(a) if a else say.nothing


@G.rule(
    "core",
    "<a:who> (goes|go|went|came|comes|walks|walked|arrives|arrived|goes shopping|went shopping|is shopping) (to|into|at|in)? (<det>)? (<noun>)? with (<m:M>|<m:notes>)",
    "<a:who>? (left|leaves|has|had|gets|got|receives|received) (a|an) (monthly|yearly|annual|weekly)? <noun> of <m:M>",
    "<a:who> (takes|took|brings|brought|carries|carried|is given|was given) <m:M> (<adjunct>)?",
)
def _goes_with(m: Amount, a: Who | None = None) -> Meaning:
    return has_money(a or (None,), m)


G.words(
    "currency",
    "dollars",
    "euros",
    "pounds",
    "yuan",
    "cents",
    "kilograms",
    "kg",
    "litres",
    "metres",
    "ml",
    "millilitres",
    "grams",
    "rmb",
    "cm",
    "centimetres",
)


@G.rule(
    "core",
    "(please)? (give|write|express|state|answer|put|leave|report)? (your|the)? (final)? (answer|answers|result)? (in) (exact)? <u:currency>",
    "in <u:currency>",
)
def _form(u: str) -> Meaning:
    """The unit of the answer: it must be the one that the problem has."""
    unit = ABBREVIATED.get(singular(u), singular(u))

    def tell(story: Story) -> None:
        if unit in MEASURES and not story.vocabulary[unit] and story.vocabulary[singular(u)] < 2:
            raise Unclear

    return tell


@G.rule(
    "core",
    "(can|could|is) <who> (have|has|able|afford|buy|get|pay for)+ (enough)? (money)? (to)? (buy|afford|pay for|get)? <both>",
    "(does|did|will) <who> have enough (money)? (to (buy|afford|pay for|get) <both>|for <both>)?",
    "is (it|that|this|the money|<det> <noun>) enough (money)? (to (buy|afford|pay for|get) <both>|for <both>)?",
    cost=0.5,
)
def _can_afford() -> Meaning:
    """ "Can he buy both, and how much would he have left": the number tells."""
    return say.nothing


@G.rule("core", "<polite>", "<polite> ,? <polite>", "<polite> ,? <polite> ,? <polite>")
def _polite() -> Meaning:
    return say.nothing


G.words(
    "polite",
    "hello",
    "dear teacher",
    "dear tutor",
    "excuse me",
    "hi",
    "hey",
    "good morning",
    "good afternoon",
    "good evening",
    "please",
    "please help",
    "please help me",
    "help me",
    "thanks",
    "thank you",
    "can you help me",
    "could you help me",
    "can you help",
    "can you solve this",
    "can you solve this for me",
    "could you solve this",
    "with this problem",
    "with this problem please",
    "could you help me with this problem please",
    "with this",
    "with my homework",
    "i need help",
    "here is the problem",
    "here is my question",
    "question",
    "problem",
    "for me",
    "thank you very much",
    "thanks a lot",
    "in advance",
    "show your work",
    "show your steps",
    "show the steps",
    "explain your answer",
    "teacher",
    "there",
    "could you please tell me",
    "can you tell me",
    "please tell me",
    "tell me",
    "i want to know",
    "i would like to know",
    "do you know",
    "could you tell me",
    "can you please tell me",
    "please solve",
    "solve",
    "please solve this",
    "word problem",
    "could you help me with this problem",
    "can you help me with this",
    "please help me with this problem",
    "please answer",
    "give your answer in dollars",
    "give the answer in dollars",
    "show all your work",
    "show all steps",
    cost=1.0,
)
