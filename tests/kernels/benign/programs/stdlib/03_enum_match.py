# Classify conics with enum and match
from enum import Enum, auto, IntEnum, Flag
class Conic(Enum):
    CIRCLE = auto()
    ELLIPSE = auto()
    HYPERBOLA = auto()
    PARABOLA = auto()
def classify(A, B, C):
    match B*B - 4*A*C:
        case 0:
            return Conic.PARABOLA
        case d if d > 0:
            return Conic.HYPERBOLA
        case _:
            return Conic.CIRCLE if A == C and B == 0 else Conic.ELLIPSE
for q in [(1, 0, 1), (1, 0, 2), (1, 3, 1), (1, 2, 1)]:
    print(q, classify(*q).name)
list(Conic)
