"""How a clause asks, whatever it asks for: one vocabulary for the tables of `clauses`, where a space stands for any white space.

All of it may be missing: "Find the area", "the area?". Words that ask for something else than the exact value (estimate, prove) are not here.
"""

from __future__ import annotations

from typing import Final

FIND: Final = r"(?:find|give|state|write down|determine|calculate|compute|evaluate|work out|what is|what are|what should be)? ?"
"""In front of what is asked for."""
CHANCE: Final = r"(?:probability|chance)"
FIND_ZH: Final = r"(?:求出|试求|计算|那么|则|求|问)?"
HOW_MUCH_ZH: Final = r"(?:是多少|为多少|等于多少|有多大|等于|是|为)?"
"""Behind what is asked for: 最大面积是多少."""
