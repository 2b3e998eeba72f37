"""Whether a text is in a third language that is written in Latin letters, so that the reader says which two it knows.

Of a text that nothing reads: a name in a story (`José`) does not make it foreign, words between its formulas do.
"""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENGLISH: Final = frozenset(
    "the is are of and to for in what how find solve each has have many much if then with from at by on it that this you"
    " was were will can does do did an be or as its their his her they he she there when".split()
)
_COMMON: Final = (
    # French
    "le les du et est une dans avec pour sur que qui quel quelle quels quelles combien soit si résoudre résous résolvez équation calculer calculez calcule"
    " trouver trouvez trouve déterminer simplifier développer factoriser dérivée intégrale valeur aire de l'équation la",
    # German
    "der die das und ist ein eine einen einer den dem von mit für im wie viel viele was löse lösen löst berechne berechnen bestimme finde gleichung ableitung"
    " ableiten fläche vereinfache wert kostet hat haben zu alle ganzen",
    # Spanish
    "el los las y es una un en con para por qué cuál cuáles cuánto cuántos cuánta cuántas resolver resuelve resuelva ecuación calcular calcula calcule"
    " encuentra encontrar hallar halla derivada integral área valor de la del que",
    # Portuguese
    "o os as e é uma um em com para por que qual quais quanto quantos quantas resolver resolva equação calcular calcule encontre ache derivada integral"
    " área valor de da do dos das",
    # Italian
    "il lo gli i e è una un in con per che quale quali quanto quanti quante risolvere risolvi equazione calcolare calcola trova trovare derivata integrale"
    " valore di la del della",
    # Dutch
    "de het een en is van met voor wat hoe veel los op vergelijking bereken bepaal vind afgeleide waarde",
)  # fmt: skip
_LANGUAGES: Final = tuple(frozenset(words.split()) for words in _COMMON)


def is_foreign(text: str) -> bool:
    """Whether most of its words of more than one letter are common in another language, and none is in English.

    >>> is_foreign("Résoudre l'équation x^2 = 4"), is_foreign("Löse die Gleichung x^2 = 4"), is_foreign("¿Cuál es la derivada de x^2?")
    (True, True, True)
    >>> is_foreign("José has 3 apples"), is_foreign("Find the value of x"), is_foreign("solve x+y=3 por favor")
    (False, False, False)
    """
    words = [
        w.lower().replace("’", "'")
        for w in _WORD.findall(re.sub(r"\\[A-Za-z]+|\$[^$]*\$", " ", text))
        if len(w) > 1
    ]
    if any(word in _ENGLISH and not any(word in known for known in _LANGUAGES) for word in words):
        return False
    return any(
        len(found := {w for w in words if w in known or w.split("'")[-1] in known}) >= 2
        and len(found) * 3 >= len(set(words))
        for known in _LANGUAGES
    )
