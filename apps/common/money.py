"""Riyals and halalas: the one place that rounds.

Amounts are `Decimal` riyals with two places at the edges and in models, whole halalas (`int`) inside calculations.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

HALALA = Decimal("0.01")


def round_money(amount: Decimal) -> Decimal:
    """The amount in riyals, rounded half up to the halala."""
    return amount.quantize(HALALA, rounding=ROUND_HALF_UP)


def to_halalas(amount: Decimal) -> int:
    """Whole halalas of an amount in riyals; `ValueError` when it has a fraction of a halala."""
    halalas = amount * 100
    if halalas != int(halalas):
        raise ValueError(f"{amount} riyals is not a whole number of halalas")
    return int(halalas)


def to_riyals(halalas: int) -> Decimal:
    """The amount in riyals, always with two places."""
    return Decimal(halalas).scaleb(-2)


def fraction(amount: int, numerator: int, denominator: int) -> int:
    """`amount × numerator ÷ denominator`, rounded half up, in the unit of the amount; none of the three is negative."""
    return (2 * amount * numerator + denominator) // (2 * denominator)


def apportion(total: int, weights: Sequence[int]) -> list[int]:
    """Whole parts of `total` in proportion to the weights, whose sum is exactly `total`.

    Each part is cut off, and the units left over go to the largest cut-off fractions (of equal ones, to the earlier).
    """
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    by_fraction = sorted(range(len(weights)), key=lambda index: (-(total * weights[index] % whole), index))
    for index in by_fraction[: total - sum(parts)]:
        parts[index] += 1
    return parts
