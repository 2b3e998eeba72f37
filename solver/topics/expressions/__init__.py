"""Expressions: simplify, expand, factor, divide; radicals, powers, complex numbers, identities."""
