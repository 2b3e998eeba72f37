"""Number bases 2 to 36: conversion, and sums, differences and products in a base."""

from solver.topics.numbers.bases.reading import read

__all__ = ["read"]
