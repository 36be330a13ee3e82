"""What free text may consist of: letters that people here read and our fonts print, nothing that hides or turns."""

import re
import unicodedata

from django.utils.translation import gettext_lazy as _

from apps.common.errors import DomainError

# What a spreadsheet may take for the beginning of a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class TextTooLong(DomainError):
    message = _("At most %(limit)s characters are possible; %(length)s were entered")


class TextTurnsDirection(DomainError):
    message = _(
        "The text contains hidden marks that turn the direction of writing. Type it again instead of pasting it"
    )


class TextNotReadable(DomainError):
    message = _(
        "The character “%(character)s” cannot be used. Arabic and Latin letters, digits and punctuation are possible"
    )


class TextPilesMarks(DomainError):
    message = _("Too many marks stand on one letter")


# U+202A-202E and U+2066-2069 embed, override and isolate: an unpaired one turns everything after it.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
# What word processors leave behind unseen. Joiners stay: they belong to the spelling of names.
_UNSEEN = dict.fromkeys([0x200B, 0x200E, 0x200F, 0x061C, 0x2060, 0xFEFF])
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u3000]+")
_MARKS = "\u064b-\u065f\u0670"
# Only what the bundled fonts draw: an empty box on an official paper is no name.
_STRANGE = re.compile(
    "[^"
    " -~"  # ASCII
    "\u00ab\u00b0\u00b7\u00bb\u00bf-\u00ff\u0131\u0141\u0142\u0152\u0153\u0160\u0161\u0178\u017d\u017e"  # Latin
    "\u060c\u061b\u061f\u0620-\u064a\u0660-\u06a1\u06a3-\u06d3\u06d5\u06ee-\u06ff"  # Arabic letters, digits
    "\u2010\u2013-\u2015\u2018-\u201a\u201c-\u201e\u2026\u200c\u200d"
    f"{_MARKS}]"
)
_PILE = re.compile(f"[{_MARKS}]{{5,}}")


def plain_text(text: str, *, limit: int) -> str:
    """The text as it may be kept: composed, words apart by one space, without unseen marks. Lines become words.

    Refuses with `TextTooLong`, `TextTurnsDirection`, `TextNotReadable` (emoji, private use, control characters, scripts
    that our fonts lack) or `TextPilesMarks`.
    """
    composed = unicodedata.normalize("NFC", text.translate(_UNSEEN)) if not text.isascii() else text
    plain = _SPACES.sub(" ", composed).strip()
    if len(plain) > limit:
        raise TextTooLong(limit=limit, length=len(plain))
    if _TURNS.search(plain):
        raise TextTurnsDirection
    if strange := _STRANGE.search(plain):
        raise TextNotReadable(character=_shown(strange[0]))
    if _PILE.search(plain):
        raise TextPilesMarks
    return plain


def _shown(character: str) -> str:
    """The character, or its number when it cannot be shown."""
    return character if character.isprintable() else f"U+{ord(character):04X}"
