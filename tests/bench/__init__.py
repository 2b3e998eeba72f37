"""Measurements. Nothing here is collected by pytest; `python -m tests.bench` prints the figures of the README."""
