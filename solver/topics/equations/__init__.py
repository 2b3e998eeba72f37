"""Equations and inequalities of one and of several unknowns; matrices."""
