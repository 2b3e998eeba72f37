"""Tests of the confinement layers, each alone and all together, in real processes."""
