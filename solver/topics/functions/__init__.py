"""Functions and their graphs: values, features, inverses, parabolas, proportion."""
