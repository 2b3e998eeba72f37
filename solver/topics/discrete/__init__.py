"""Counting, chance, sequences, sums."""
