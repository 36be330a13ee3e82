"""Reading papers in tests: the text of every page, and the amounts in it."""

import io
import re
from collections import Counter
from decimal import Decimal

from pypdf import PdfReader

_AMOUNT = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})*\.\d\d(?!\d)")


def pages(content: bytes, **options) -> list[str]:
    return [page.extract_text(**options) for page in PdfReader(io.BytesIO(bytes(content))).pages]


def text(content: bytes) -> str:
    return " ".join(" ".join(pages(content)).split())


def amounts(content: bytes) -> Counter:
    """How often each amount with two decimals is printed; read by place, or the cells of a row would run together."""
    printed = "\n".join(pages(content, extraction_mode="layout"))
    return Counter(Decimal(found.replace(",", "")) for found in _AMOUNT.findall(printed))
