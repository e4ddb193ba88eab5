"""The demo's checkout: a page that plays the bank, so that paying can be tried from end to end without one.

Only a demo platform serves it. Whoever has the link of a payment may settle it, as with a bank's page.
"""

from html import escape

from learnup_desktop.contract.payments import PaymentState
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.db.models_payments import InvoiceRecord, PaymentRecord

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title></head>
<body style="font-family: sans-serif; max-width: 30em; margin: 4em auto; padding: 0 1em">
<h1>{title}</h1><p>{invoice}</p><p><strong>{amount}</strong></p>{rest}</body></html>
"""
_BUTTONS = """<form method="post" action="?key={key}&amp;answer=paid"><button>{pay}</button></form>
<form method="post" action="?key={key}&amp;answer=cancelled"><button>{cancel}</button></form>"""

_TITLE = LocalizedText(en="Demo bank", si="ආදර්ශ බැංකුව", ta="மாதிரி வங்கி")
_PAY = LocalizedText(en="Pay", si="ගෙවන්න", ta="செலுத்து")
_CANCEL = LocalizedText(en="Do not pay", si="නොගෙවන්න", ta="செலுத்த வேண்டாம்")
_DONE = {
    PaymentState.PAID: LocalizedText(
        en="Paid. You can close this page and go back to LearnUp.",
        si="ගෙවන ලදී. මෙම පිටුව වසා LearnUp වෙත ආපසු යා හැක.",
        ta="செலுத்தப்பட்டது. இப்பக்கத்தை மூடிவிட்டு LearnUp க்குத் திரும்பலாம்.",
    ),
    PaymentState.CANCELLED: LocalizedText(
        en="Nothing was paid. You can close this page.",
        si="කිසිවක් ගෙවා නැත. මෙම පිටුව වසා දැමිය හැක.",
        ta="எதுவும் செலுத்தப்படவில்லை. இப்பக்கத்தை மூடலாம்.",
    ),
}


def checkout_page(payment: PaymentRecord, invoice: InvoiceRecord, key: str, language: str, *, expired: bool) -> str:
    """The page as HTML: buttons while the payment is open, else what became of it."""
    state = PaymentState.CANCELLED if expired and payment.state is PaymentState.OPEN else payment.state
    if state is PaymentState.OPEN:
        rest = _BUTTONS.format(key=escape(key), pay=_PAY.text(language), cancel=_CANCEL.text(language))
    else:
        rest = f"<p>{escape(_DONE[state].text(language))}</p>"
    return _PAGE.format(
        language=escape(language),
        title=escape(_TITLE.text(language)),
        invoice=escape(f"{invoice.number} · {invoice.title.text(language)}"),
        amount=escape(f"{payment.currency} {payment.amount // 100:,}.{payment.amount % 100:02d}"),
        rest=rest,
    )
