"""A place in a list of tokens, for parsers that look ahead by one or two."""

from __future__ import annotations

from solver.formula.lexer import FormulaError, Token


class Cursor:
    """Moves over tokens; the last one, of kind "end", is never passed."""

    def __init__(self, found: list[Token]) -> None:
        self.tokens, self.at = found, 0

    def peek(self, ahead: int = 0) -> Token:
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)]

    def take(self) -> Token:
        token = self.peek()
        self.at += 1
        return token

    def is_op(self, *texts: str) -> bool:
        return self.peek().kind == "op" and self.peek().text in texts

    def accept(self, *texts: str) -> bool:
        if self.is_op(*texts):
            self.at += 1
            return True
        return False

    def expect(self, text: str) -> None:
        if not self.accept(text):
            raise FormulaError(f"{text!r} is missing before {self.peek().text or 'the end'!r}")

    def expect_end(self) -> None:
        if self.peek().kind != "end":
            raise FormulaError(f"{self.peek().text!r} does not fit here")
