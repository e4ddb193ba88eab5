"""Invoices are one's own, paid once at a checkout, with a receipt; the office sees what came in by day."""

import hashlib
from datetime import UTC, datetime, timedelta

import httpx

from learnup_desktop.contract import routes
from learnup_desktop.contract.payments import Invoice, Payment
from tests.platform_fixture import RunningPlatform


def invoices_of(client: httpx.Client) -> dict[str, Invoice]:
    """By the state they are in, the last due first."""
    items = [Invoice.model_validate(item) for item in client.get(routes.INVOICES).json()["items"]]
    assert all(item.total.amount == sum(line.amount for line in item.lines) for item in items)
    return {item.id: item for item in items}


def begin(client: httpx.Client, invoice: Invoice, key: str) -> httpx.Response:
    return client.post(routes.PAYMENTS, json={"invoiceId": invoice.id}, headers={"Idempotency-Key": key})


def test_an_invoice_is_paid_once_and_its_receipt_can_be_had(platform: RunningPlatform) -> None:
    student, other = platform.client("rebecca"), platform.client("sahan", "other-device")
    mine = invoices_of(student)
    assert len(mine) == 3 and not mine.keys() & invoices_of(other).keys()
    due = next(item for item in mine.values() if item.state == "due")
    assert begin(other, due, "not-theirs").status_code == 404
    assert student.get(routes.INVOICE_PDF.format(id=due.id)).status_code == 404

    first, twin = (begin(student, due, "pay-1") for _ in range(2))
    assert first.status_code == 201 and first.json() == twin.json(), "a repeat is the same payment"
    second = Payment.model_validate(begin(student, due, "pay-2").json())
    payment = Payment.model_validate(first.json())
    assert (payment.total, payment.invoice_id) == (due.total, due.id)

    cursor = student.get(routes.SYNC, params={"streams": "invoices"}).json()["cursor"]
    browser = httpx.Client(timeout=20)
    assert browser.get(payment.checkout_url.replace("key=", "key=0")).status_code == 404
    assert "48,050" in (page := browser.get(payment.checkout_url).text) or due.number in page
    for _ in range(2):
        assert browser.post(f"{payment.checkout_url}&answer=paid").status_code == 200
    assert browser.post(f"{second.checkout_url}&answer=paid").status_code == 200, "money that came in is never refused"
    browser.close()

    paid = Invoice.model_validate(student.get(routes.INVOICE.format(id=due.id)).json())
    assert paid.state == "paid" and paid.receipt is not None
    content = student.get(routes.INVOICE_PDF.format(id=due.id)).content
    assert content.startswith(b"%PDF") and hashlib.sha256(content).hexdigest() == paid.receipt.sha256
    assert begin(student, due, "pay-3").json()["code"] == "payment.not_due"
    changes = student.get(routes.SYNC, params={"streams": "invoices", "cursor": cursor}).json()["changes"]
    assert [(item["id"], item["data"]["state"]) for item in changes] == [(due.id, "paid")]

    now = datetime.now(UTC)
    days = {"from": f"{now - timedelta(days=1):%Y-%m-%d}", "to": f"{now:%Y-%m-%d}"}
    assert student.get(routes.RECONCILIATIONS, params=days).status_code == 404
    office = platform.client("admin", "office").get(routes.RECONCILIATIONS, params=days).json()["items"]
    assert sum(day["count"] for day in office) >= 2 and sum(day["unmatched"] for day in office) >= 1


def test_the_wallet_is_the_sum_of_what_went_in_and_out(platform: RunningPlatform) -> None:
    student = platform.client("akila")
    balance = student.get(routes.WALLET).json()["balance"]
    entries = student.get(routes.WALLET_TRANSACTIONS).json()["items"]
    assert balance == {"amount": sum(entry["amount"]["amount"] for entry in entries), "currency": "LKR"}
    assert platform.client("kamala", "t").get(routes.WALLET).status_code == 404


def test_a_gateway_s_report_needs_its_signature(platform: RunningPlatform) -> None:
    student = platform.client("vidura")
    due = next(item for item in invoices_of(student).values() if item.state == "due")
    payment = Payment.model_validate(begin(student, due, "pay-gateway").json())
    report = {"state": "paid", "total": payment.total.to_wire(), "signature": "0" * 64}
    answer = httpx.post(f"{platform.url}{routes.PAYMENT_REPORT.format(id=payment.id)}", json=report)
    assert answer.status_code == 404
    assert invoices_of(student)[due.id].state == "due"
