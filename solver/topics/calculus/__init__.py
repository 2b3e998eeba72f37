"""Limits, derivatives, integrals."""
