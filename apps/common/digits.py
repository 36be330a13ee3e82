"""Numbers as people write them: Arabic-Indic and Persian digits, and the invisible marks that word processors add."""

import re

_DIGITS = {ord(digit): str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, digit in enumerate(digits)}
_MARKS = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0x2060, 0xFEFF])
_SPACES = {0x00A0: " ", 0x202F: " ", 0x2009: " "}
_TABLE = {**_DIGITS, **_MARKS, **_SPACES}
_SCRIPTS = (re.compile("[0-9]"), re.compile("[٠-٩]"), re.compile("[۰-۹]"))


def to_ascii(text: str) -> str:
    """The text with ASCII digits and without invisible marks or outer spaces; everything else is left as it is."""
    return text.translate(_TABLE).strip()


def mixes_scripts(text: str) -> bool:
    """Whether one text holds digits of several scripts, which is a slip or a trick and never a number."""
    return sum(bool(script.search(text)) for script in _SCRIPTS) > 1
