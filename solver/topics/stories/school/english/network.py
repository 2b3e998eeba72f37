"""Quantities of a story and what holds between them: sums and products, of which any member may be the unknown one.

What follows from what was told is found first; then only what the answer needs is written down as steps. A story in which
two ways lead to different values contradicts itself and is not solved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from solver.latex import fraction_latex
from solver.topics.stories.school.working import Term, Unfit, Working, num
from solver.topics.stories.word_problems.expressions import decimal, python_number

MAX_NODES = 120


@dataclass(eq=False, slots=True)
class Node:
    """A quantity: told (with its letter), known to everybody (no letter), or found by a relation."""

    name: str
    unit: str = ""
    value: Fraction | None = None
    letter: str = ""
    whole: bool = False  # counts things, which are not broken
    by: Relation | None = None
    percent: bool = False
    part: bool = False


@dataclass(eq=False, slots=True)
class Relation:
    """`total` is the sum of `parts` with their signs, or the product of two."""

    total: Node
    parts: tuple[Node, ...]
    signs: tuple[int, ...] = ()  # none: a product

    @property
    def nodes(self) -> tuple[Node, ...]:
        return (self.total, *self.parts)

    def solve_for(self, node: Node) -> Fraction:
        """The value that a member must have."""
        if not self.signs:
            a, b = self.parts
            if node is self.total:
                return _known(a) * _known(b)
            other = _known(b if node is a else a)
            if not other:
                raise Unfit
            return _known(self.total) / other
        rest = sum(
            (s * _known(p) for p, s in zip(self.parts, self.signs, strict=True) if p is not node), Fraction(0)
        )
        if node is self.total:
            return rest
        sign = self.signs[self.parts.index(node)]
        return (_known(self.total) - rest) * sign


def _known(node: Node) -> Fraction:
    assert node.value is not None
    return node.value


@dataclass(slots=True)
class Network:
    """All quantities and relations of a story."""

    relations: list[Relation] = field(default_factory=list)
    _terms: dict[int, Term] = field(default_factory=dict)

    def sum(self, total: Node, parts: Sequence[Node], signs: Sequence[int] = ()) -> Node:
        """`total` is the parts together (signs: or without some of them)."""
        self.relations.append(Relation(total, tuple(parts), tuple(signs) or (1,) * len(parts)))
        return total

    def product(self, total: Node, a: Node, b: Node) -> Node:
        """`total` is `a` times `b`."""
        self.relations.append(Relation(total, (a, b)))
        return total

    def propagate(self) -> None:
        """Find every value that follows; raise Unfit where something contradicts or does not fit."""
        if len(self.relations) > MAX_NODES:
            raise Unfit
        changed = True
        while changed:
            changed = False
            for relation in self.relations:
                unknown = [n for n in relation.nodes if n.value is None]
                if len(unknown) != 1 or relation.nodes.count(unknown[0]) != 1:
                    continue
                node = unknown[0]
                node.value = relation.solve_for(node)
                node.by = relation
                if node.value < 0 or node.whole and node.value.denominator != 1:
                    raise Unfit
                changed = True
        for relation in self.relations:
            if all(
                n.value is not None for n in relation.nodes
            ) and relation.total.value != relation.solve_for(relation.total):
                raise Unfit

    def eliminate(self, made: Callable[[str], Node]) -> bool:
        """Where a known sum has parts that are all multiples of one unknown, and more: the relation that gives the unknown."""
        for relation in list(self.relations):
            if (
                not relation.signs
                or relation.total.value is None
                or sum(p.value is None for p in relation.parts) < 2
            ):
                continue
            for base in relation.parts:
                if base.value is not None:
                    continue
                forms = [self._linear(p, base, 4) for p in relation.parts]
                if any(f is None for f in forms) or any(s < 0 for s in relation.signs):
                    continue
                times = [n for f in forms if f is not None for n in f[0]]
                more = [(s, n) for f in forms if f is not None for s, n in f[1]]
                rest = relation.total
                if more:
                    rest = made("what equal parts come to")
                    self.sum(rest, [relation.total, *(n for _, n in more)], [1, *(-s for s, _ in more)])
                count = made("the number of equal parts")
                count.unit = ""
                self.sum(count, times)
                self.product(rest, base, count)
                return True
        return False

    def _linear(self, node: Node, base: Node, depth: int) -> tuple[list[Node], list[tuple[int, Node]]] | None:
        """How often `base` is in a node, and what else is."""
        if node is base:
            return [Node("", "", Fraction(1))], []
        if node.value is not None:
            return [], [(1, node)]
        if not depth:
            return None
        for relation in self.relations:
            if relation.total is not node:
                continue
            if not relation.signs:
                a, b = relation.parts
                for factor, other in ((a, b), (b, a)):
                    if factor.value is not None and other is base:
                        return [factor], []
                continue
            times: list[Node] = []
            more: list[tuple[int, Node]] = []
            for part, sign in zip(relation.parts, relation.signs, strict=True):
                if part.value is not None:
                    more.append((sign, part))
                    continue
                form = self._linear(part, base, depth - 1)
                if form is None or sign < 0:
                    break
                times += form[0]
                more += form[1]
            else:
                return times, more
        return None

    def letters(self, node: Node) -> set[str]:
        """The told numbers that a value comes from."""
        found: set[str] = set()
        seen: set[int] = set()
        todo = [node]
        while todo:
            one = todo.pop()
            if id(one) in seen:
                continue
            seen.add(id(one))
            found |= set(one.letter)
            if one.by is not None:
                todo += [n for n in one.by.nodes if n is not one]
        return found

    def emit(self, node: Node, work: Working) -> Term:
        """The steps that find a value, and its term."""
        if id(node) in self._terms:
            return self._terms[id(node)]
        if node.by is None:
            term = self._told(node)
        else:
            made = self._expression(node, node.by, work)
            term = work.step(node.name, made, node.unit)
        self._terms[id(node)] = term
        return term

    def _told(self, node: Node) -> Term:
        value = _known(node)
        term = num(value)
        if node.percent:
            return Term(value, f"{decimal(value * 100)}\\%", python_number(value), term.raw)
        return Term(value, fraction_latex(value), term.code, term.raw) if node.part else term

    def _expression(self, node: Node, relation: Relation, work: Working) -> Term:
        if not relation.signs:
            a, b = relation.parts
            if node is relation.total:
                return self.emit(a, work) * self.emit(b, work)
            return self.emit(relation.total, work) / self.emit(b if node is a else a, work)
        pairs = list(zip(relation.parts, relation.signs, strict=True))
        if node is relation.total:
            plus = [p for p, s in pairs if s > 0]
            minus = [p for p, s in pairs if s < 0]
        else:
            sign = next(s for p, s in pairs if p is node)
            rest = [(p, s) for p, s in pairs if p is not node]
            if sign > 0:
                plus = [relation.total, *(p for p, s in rest if s < 0)]
                minus = [p for p, s in rest if s > 0]
            else:
                plus = [p for p, s in rest if s > 0]
                minus = [relation.total, *(p for p, s in rest if s < 0)]
        if not plus:
            raise Unfit
        terms = [self.emit(p, work) for p in plus]
        less = [self.emit(p, work) for p in minus]
        made = terms[0]
        for one in terms[1:]:
            made = made + one
        for one in less:
            made = made - one
        return made
