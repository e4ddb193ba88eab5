"""Money as people in Sri Lanka write it, in each of the three languages."""

from learnup_desktop.contract.payments import Money
from learnup_desktop.qt import i18n

MINOR_DIGITS = 2
"""Both LKR and every other currency a school here takes have cents (ISO 4217)."""

_RUPEES = {"en": "Rs", "si": "රු.", "ta": "ரூ."}


def format_money(money: Money) -> str:
    """``Rs 1,500.00``; another currency by its code. A no-break space keeps the two together."""
    whole, cents = divmod(abs(money.amount), 10**MINOR_DIGITS)
    sign = "\N{MINUS SIGN}" if money.amount < 0 else ""
    name = _RUPEES.get(i18n.language(), _RUPEES["en"]) if money.currency == "LKR" else money.currency
    # Written out of whole numbers: a fraction of floating point has no place in money.
    return f"{sign}{name}\N{NO-BREAK SPACE}{whole:,}.{cents:0{MINOR_DIGITS}d}"
