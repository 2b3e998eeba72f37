"""The table of topics: a name, and where its `read` stands. The order is that in which they are asked; comments say why, where it matters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TOPICS: Final[Mapping[str, str]] = {
    # asked in this order; the first that reads the whole problem solves it
    "smoothness": "solver.topics.calculus.smoothness:read",  # before choices: its options are statements
    "choices": "solver.topics.choices:read",
    "undefined": "solver.topics.numbers.undefined:read",  # before arithmetic, to which 0^0 is 1
    "comparisons": "solver.topics.numbers.comparisons:read",  # before arithmetic, to which "Is 3 greater than 5?" is a sum
    "missing_parts": "solver.topics.numbers.missing_parts:read",  # before arithmetic, to which "the product is 6 and one of them 2" is a product
    "recurring": "solver.topics.numbers.recurring:read",  # before arithmetic, to which 0.1\overline{6} is a product
    "ratios": "solver.topics.numbers.ratios:read",  # before arithmetic, to which 24:36 is a division
    "percentages": "solver.topics.numbers.percentages:read",  # before arithmetic, to which "increased by 30%" adds 0.3
    "arithmetic": "solver.topics.numbers.arithmetic:read",
    "counting_symbols": "solver.topics.discrete.counting_symbols:read",  # before powers, to which C_8^3 is one
    "divisions": "solver.topics.numbers.divisions:read",
    "series": "solver.topics.discrete.series:read",
    "mixed_sums": "solver.topics.discrete.series.mixed:read",
    "closed_sums": "solver.topics.discrete.series.closed:read",
    "set_operations": "solver.topics.discrete.set_operations:read",  # before inequalities, to which the conditions are such
    "sequence_graphs": "solver.topics.discrete.sequence_graphs:read",
    "conic_graphs": "solver.topics.geometry.conic_graphs:read",
    "regions": "solver.topics.functions.regions:read",
    "graphs": "solver.topics.functions.graphs:read",
    "parabolas": "solver.topics.functions.parabolas:read",
    "moved_graphs": "solver.topics.functions.moved_graphs:read",  # behind parabolas, which has features of moved ones
    "triangle_sides": "solver.topics.equations.triangle_sides:read",
    "nonnegative_sums": "solver.topics.equations.nonnegative_sums:read",
    "first_terms": "solver.topics.discrete.first_terms:read",
    "sequences": "solver.topics.discrete.sequences:read",
    "exterior_angles": "solver.topics.geometry.exterior_angles:read",
    "triangles": "solver.topics.geometry.triangles:read",
    "circle_segments": "solver.topics.geometry.circle_segments:read",
    "elevations": "solver.topics.geometry.elevations:read",
    "trigonometric_relations": "solver.topics.expressions.trigonometric_relations:read",  # before systems, which forgets sin^2 + cos^2 <= 1
    "binomials": "solver.topics.expressions.binomials:read",
    "complex_numbers": "solver.topics.expressions.complex_numbers:read",
    "functions": "solver.topics.functions.values:read",
    "related_rates": "solver.topics.calculus.related_rates:read",  # before systems, to which dx/dt is a product
    "differential_equations": "solver.topics.calculus.differential_equations:read",  # before systems, to which y(0) = 1 is an equation
    "infinite_series": "solver.topics.calculus.infinite_series:read",  # behind sequences, which has some geometric ones
    "power_series": "solver.topics.calculus.power_series:read",
    "maclaurin_series": "solver.topics.calculus.maclaurin_series:read",
    "taylor": "solver.topics.calculus.taylor:read",
    "line_integrals": "solver.topics.calculus.line_integrals:read",  # before integrals and vectors, to which its points are the question
    "double_integrals": "solver.topics.calculus.double_integrals:read",  # before integrals, to which the inner one is the whole
    "constrained": "solver.topics.calculus.several_variables.constrained:read",
    "several_variables": "solver.topics.calculus.several_variables:read",  # before derivatives, to which dz is a product
    "variable_limits": "solver.topics.calculus.variable_limits:read",  # before integrals and limits, to which the integral is a number
    "integrals": "solver.topics.calculus.integrals:read",
    "derivatives": "solver.topics.calculus.derivatives:read",
    "limits": "solver.topics.calculus.limits:read",
    "newton": "solver.topics.calculus.newton:read",
    "surd_forms": "solver.topics.expressions.surd_forms:read",  # before radicals, to which "in the form a + b√3" says nothing of a and b
    "radicals": "solver.topics.expressions.radicals:read",  # before polynomials, to which letters may be negative
    "trigonometric_identities": "solver.topics.expressions.trigonometric_identities:read",  # before polynomials, which simplify without steps
    "polynomials": "solver.topics.expressions.polynomials:read",
    "linear_congruences": "solver.topics.numbers.linear_congruences:read",
    "integers": "solver.topics.numbers.integers:read",
    "integer_search": "solver.topics.numbers.integer_search:read",
    "arrangements": "solver.topics.discrete.arrangements:read",
    "givens": "solver.topics.givens:read",
    "lines": "solver.topics.geometry.lines:read",
    "point_line": "solver.topics.geometry.point_line:read",
    "vector_lengths": "solver.topics.geometry.vector_lengths:read",  # before systems, to which |a| = 2 is an equation
    "circle_lines": "solver.topics.geometry.circle_lines:read",  # before systems, to which both are equations
    "from_roots": "solver.topics.equations.from_roots:read",
    "literal_equations": "solver.topics.equations.literal_equations:read",
    "scientific_notation": "solver.topics.numbers.scientific_notation:read",
    "inverse_functions": "solver.topics.functions.inverse_functions:read",
    "polynomial_division": "solver.topics.expressions.polynomial_division:read",
    "rounding": "solver.topics.numbers.rounding:read",
    "solution_questions": "solver.topics.equations.solution_questions:read",
    "row_reduction": "solver.topics.equations.row_reduction:read",
    "matrix_unknowns": "solver.topics.equations.matrix_unknowns:read",
    "eigenvectors": "solver.topics.equations.eigenvectors:read",
    "matrix_spaces": "solver.topics.equations.matrix_spaces:read",  # before matrices, to which A^n is a power that it cannot take
    "matrices": "solver.topics.equations.matrices:read",  # before systems, to which \det A is a product of letters
    "trigonometric": "solver.topics.equations.trigonometric:read",  # before systems, to which an interval is a second equation
    "complex_roots": "solver.topics.equations.complex_roots:read",  # before equations, which keeps the real solutions
    "equations": "solver.topics.equations.single:read",
    "inequalities": "solver.topics.equations.inequalities:read",
    "systems": "solver.topics.equations.systems:read",
    "identities": "solver.topics.expressions.identities:read",
    "polynomial_letters": "solver.topics.expressions.polynomial_letters:read",
    "named_coefficients": "solver.topics.expressions.named_coefficients:read",
    "powers": "solver.topics.expressions.powers:read",
    "listed_sequences": "solver.topics.discrete.listed_sequences:read",
    "random_variables": "solver.topics.discrete.random_variables:read",
    "densities": "solver.topics.discrete.densities:read",  # before normal, which knows densities of its own
    "normal": "solver.topics.discrete.normal:read",
    "total_probability": "solver.topics.discrete.total_probability:read",
    "event_chances": "solver.topics.discrete.event_chances:read",
    "draws": "solver.topics.discrete.draws:read",
    "named_distributions": "solver.topics.discrete.named_distributions:read",  # behind draws, which has the binomial probabilities
    "bases": "solver.topics.numbers.bases:read",
    "units": "solver.topics.numbers.units:read",
    "amounts": "solver.topics.numbers.amounts:read",
    "angle_measures": "solver.topics.numbers.angle_measures:read",
    "clock": "solver.topics.numbers.clock:read",
    "proportionality": "solver.topics.functions.proportionality:read",
    "operations": "solver.topics.expressions.operations:read",
    "circles": "solver.topics.geometry.circles:read",
    "function_features": "solver.topics.functions.function_features:read",
    "partial_fractions": "solver.topics.expressions.partial_fractions:read",
    "rational_expressions": "solver.topics.expressions.rational_expressions:read",
    "completing_squares": "solver.topics.expressions.completing_squares:read",
    "product_ends": "solver.topics.numbers.product_ends:read",
    "value_features": "solver.topics.numbers.value_features:read",
    "operations_by_examples": "solver.topics.expressions.operations.examples:read",
    "boxes": "solver.topics.equations.boxes:read",
    "formed_numbers": "solver.topics.discrete.formed_numbers:read",
    "calendar": "solver.topics.numbers.calendar:read",
    "hidden_digits": "solver.topics.numbers.hidden_digits:read",
    "number_chances": "solver.topics.discrete.number_chances:read",
    "whole_unknowns": "solver.topics.equations.whole_unknowns:read",
    "separated_letters": "solver.topics.discrete.separated_letters:read",
    "both_roots": "solver.topics.numbers.both_roots:read",
    "number_forms": "solver.topics.numbers.number_forms:read",
    "regression": "solver.topics.discrete.regression:read",
    "statistics": "solver.topics.discrete.statistics:read",
    "conics": "solver.topics.geometry.conics:read",
    "conic_chords": "solver.topics.geometry.conic_chords:read",
    "parity": "solver.topics.functions.parity:read",
    "average_rates": "solver.topics.calculus.average_rates:read",
    "periods": "solver.topics.functions.periods:read",
    "course_letters": "solver.topics.calculus.course_letters:read",
    "extrema": "solver.topics.calculus.extrema:read",
    "implicit_derivatives": "solver.topics.calculus.implicit_derivatives:read",
    "measures": "solver.topics.calculus.measures:read",
    "congruences": "solver.topics.numbers.congruences:read",
    "linear_programming": "solver.topics.functions.linear_programming:read",
    "optimisation": "solver.topics.calculus.optimisation:read",
    "letters_from_values": "solver.topics.functions.letters_from_values:read",
    "coordinate_systems": "solver.topics.geometry.coordinate_systems:read",
    "planes": "solver.topics.geometry.space.typed:read",
    "linear_maps": "solver.topics.geometry.linear_maps:read",
    "segments": "solver.topics.geometry.segments:read",
    "graph_points": "solver.topics.functions.graph_points:read",
    "unknown_letters": "solver.topics.functions.unknown_letters:read",
    "interpolated": "solver.topics.functions.interpolated:read",
    "written_forms": "solver.topics.expressions.written_forms:read",
    "root_conditions": "solver.topics.equations.root_conditions:read",
    "root_values": "solver.topics.equations.root_values:read",
    "unknown_base": "solver.topics.numbers.unknown_base:read",
    "common_pairs": "solver.topics.numbers.common_pairs:read",
    "consecutive_integers": "solver.topics.equations.consecutive_integers:read",
    "many_throws": "solver.topics.discrete.many_throws:read",
    "selections": "solver.topics.discrete.selections:read",
    "described": "solver.topics.numbers.described:read",
    "word_problems": "solver.topics.stories.word_problems:read",
    "school": "solver.topics.stories.school:read",
    "number_riddles": "solver.topics.stories.number_riddles:read",  # behind word_problems, which reads many of them
    "figures": "solver.topics.geometry.figures:read",  # behind school, which tells stories of figures
    "named_points": "solver.topics.geometry.named_points:read",  # behind triangles and segments, which say more of what they read
    "contests": "solver.topics.stories.contests:read",  # behind all that tells stories: it takes what they leave
    "everyday": "solver.topics.stories.everyday:read",  # behind all readers of stories with more to say
    "exams": "solver.topics.exams:read",
    "lectures": "solver.topics.lectures:read",  # behind all others: it takes what they leave
    "coursework": "solver.topics.coursework:read",
    "two_questions": "solver.topics.two_questions:read",
}
