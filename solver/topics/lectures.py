"""What lectures ask in their own notation, and short questions of school with one of theirs: each kind a reader of its own, asked behind all other topics.

Each reads its own words alone; none takes what another topic reads. Nothing is solved here.
"""

from __future__ import annotations

from typing import Final

from solver.topics.base import Reader, Reading, Text
from solver.topics.calculus.joined_pieces import read as joined_pieces
from solver.topics.calculus.laplace_transforms import read as laplace_transforms
from solver.topics.calculus.local_quantities import read as local_quantities
from solver.topics.calculus.outward_fluxes import read as outward_fluxes
from solver.topics.calculus.residues import read as residues
from solver.topics.calculus.solids import read as solids
from solver.topics.calculus.sum_functions import read as sum_functions
from solver.topics.discrete.joint_densities import read as joint_densities
from solver.topics.discrete.law_chances import read as law_chances
from solver.topics.discrete.moments import read as moments
from solver.topics.discrete.propositions import read as propositions
from solver.topics.discrete.recurrences import read as recurrences
from solver.topics.equations.diagonal_forms import read as diagonal_forms
from solver.topics.equations.quadratic_forms import read as quadratic_forms
from solver.topics.equations.told_eigenvalues import read as told_eigenvalues
from solver.topics.equations.vector_bases import read as vector_bases
from solver.topics.geometry.fourth_corners import read as fourth_corners
from solver.topics.numbers.orders import read as orders
from solver.topics.numbers.roman_numerals import read as roman_numerals

READERS: Final[tuple[Reader, ...]] = (
    moments,
    law_chances,
    joint_densities,
    diagonal_forms,
    told_eigenvalues,
    quadratic_forms,
    vector_bases,
    residues,
    local_quantities,
    laplace_transforms,
    orders,
    propositions,
    recurrences,
    fourth_corners,
    roman_numerals,
    joined_pieces,
    sum_functions,
    solids,
    outward_fluxes,
)


def read(text: Text) -> Reading:
    """The first that reads it whole."""
    for reader in READERS:
        found = reader(text)
        if found is not None:
            return found
    return None
