"""Arabic names as people look for them: احمد finds أحمد, فاطمه finds فاطمة, عبدالله finds عبد الله."""

import re
import unicodedata

from apps.common.digits import to_ascii

FOLD = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ؤ": "و", "ئ": "ي", "ة": "ه", "ـ": None, "\u0670": None}
    | {chr(mark): None for mark in range(0x064B, 0x0660)}
)
# As much as the column holds, and an index on it takes.
KEY_LENGTH = 700
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """One spelling for all the ways a name is written, words apart by one space, in lower case."""
    return _SPACES.sub(" ", to_ascii(unicodedata.normalize("NFKC", text)).translate(FOLD).casefold()).strip()


def search_key(*names: str) -> str:
    """What a search is compared with: every name folded, once as words and once without its spaces.

    The words come first, so that what is too long to be kept loses of the second way only.
    """
    folded = [fold(name) for name in names if name]
    return " | ".join([*folded, *(name.replace(" ", "") for name in folded)])[:KEY_LENGTH]
