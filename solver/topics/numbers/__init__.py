"""Numbers: arithmetic, whole numbers, bases, units, time, rounding."""
