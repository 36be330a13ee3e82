"""What in a month is worth a second look before it is declared."""

# Less than this is the usual up and down of hourly work.
_JUMP_MINUTES = 20 * 60


def is_unusual(minutes: int, before: int) -> bool:
    """Whether a person's month differs from the one before by at least 20 hours and by half of it.

    Who has nothing in one of the two is new, gone or without hours, and that is said in other words.
    """
    difference = abs(minutes - before)
    return bool(minutes and before) and difference >= _JUMP_MINUTES and 2 * difference >= before
