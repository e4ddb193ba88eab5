"""``invoices``, ``payments``, ``wallet``, ``reconciliations``, and the demo's checkout."""

from datetime import date
from typing import Annotated, Literal

from fastapi import Query, Request, Response
from fastapi.responses import HTMLResponse

from learnup_desktop.contract import routes
from learnup_desktop.contract.payments import (
    Invoice,
    Money,
    Payment,
    PaymentRequest,
    PaymentState,
    Reconciliation,
    Wallet,
    WalletTransaction,
)
from learnup_desktop.contract.wire import Page, WireModel
from learnup_platform.http.dependencies import Admin, Context, CurrentAccount, Now, Session, Student
from learnup_platform.http.download import StoredFile, send_file
from learnup_platform.http.errors import not_found
from learnup_platform.http.messages import preferred_language
from learnup_platform.http.route import platform_router
from learnup_platform.modules.payments import queries, service, views
from learnup_platform.modules.payments.checkout import checkout_page

router = platform_router("payments")

Limit = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[str | None, Query(pattern=r"^\d{1,9}$")]
Key = Annotated[str, Query(max_length=200)]


class PaymentReport(WireModel):
    """``POST payments/{id}/report``: the gateway says what became of a payment; see ``service.report_signature``."""

    state: Literal[PaymentState.PAID, PaymentState.CANCELLED]
    total: Money
    signature: str


@router.get(routes.INVOICES)
async def invoices(
    session: Session, principal: CurrentAccount, limit: Limit = 100, cursor: Offset = None
) -> Page[Invoice]:
    """One's own invoices (administrators: all), what is due last first."""
    start = int(cursor or 0)
    found = (await session.scalars(queries.invoices_visible(principal).offset(start).limit(limit + 1))).all()
    return Page[Invoice](
        items=[views.invoice(record) for record in found[:limit]],
        next_cursor=str(start + limit) if len(found) > limit else None,
    )


@router.get(routes.INVOICE)
async def invoice(id: str, session: Session, principal: CurrentAccount) -> Invoice:
    """One invoice."""
    record = await queries.invoice(session, principal, id)
    if record is None:
        raise not_found()
    return views.invoice(record)


@router.get(routes.INVOICE_PDF, response_class=Response)
async def receipt(id: str, request: Request, session: Session, context: Context, principal: CurrentAccount) -> Response:
    """The receipt of a paid invoice; takes ranges."""
    record = await queries.invoice(session, principal, id)
    if record is None or not (record.receipt_sha256 and record.receipt_bytes and record.receipt_name):
        raise not_found()
    key = service.receipt_key(record.receipt_sha256)
    file = StoredFile(key, record.receipt_bytes, record.receipt_sha256, "application/pdf", record.receipt_name)
    return await send_file(request, context.files, file)


@router.post(routes.PAYMENTS, status_code=201)
async def pay(
    body: PaymentRequest, request: Request, session: Session, context: Context, principal: Student, now: Now
) -> Payment:
    """Begin to pay an invoice; the answer says where."""
    return await service.begin(session, context, principal, body.invoice_id, str(request.base_url), now)


@router.post(routes.PAYMENT_REPORT, status_code=204)
async def report(id: str, body: PaymentReport, session: Session, context: Context, now: Now) -> Response:
    """What the gateway reports. Signed, so it needs no account; unsigned ones are not there."""
    secret = context.settings.checkout_secret
    found = await queries.payment_with_invoice(session, id)
    if secret is None or found is None:
        raise not_found()
    payment = found[0]
    wanted = service.report_signature(secret.get_secret_value(), id, body.state, body.total)
    same_money = (body.total.amount, body.total.currency) == (payment.amount, payment.currency)
    if not (same_money and service.same(wanted, body.signature)):
        raise not_found()
    await service.settle(session, context, id, body.state, now)
    return Response(status_code=204)


@router.get(routes.WALLET)
async def wallet(session: Session, principal: Student) -> Wallet:
    """What the school holds for the student."""
    return Wallet(balance=Money(amount=await queries.wallet_balance(session, principal.account_id)))


@router.get(routes.WALLET_TRANSACTIONS)
async def wallet_transactions(
    session: Session, principal: Student, limit: Limit = 50, cursor: Offset = None
) -> Page[WalletTransaction]:
    """What went in and out, the newest first."""
    start = int(cursor or 0)
    wanted = queries.wallet_entries(principal.account_id).offset(start).limit(limit + 1)
    found = (await session.scalars(wanted)).all()
    return Page[WalletTransaction](
        items=[views.wallet_transaction(record) for record in found[:limit]],
        next_cursor=str(start + limit) if len(found) > limit else None,
    )


@router.get(routes.RECONCILIATIONS)
async def reconciliations(
    session: Session,
    _principal: Admin,
    now: Now,
    first: Annotated[date, Query(alias="from")],
    last: Annotated[date, Query(alias="to")],
) -> Page[Reconciliation]:
    """Payments by day, for comparing with the bank's statement."""
    return Page[Reconciliation](items=await service.reconciliations(session, first, last, now))


@router.get(service.DEMO_CHECKOUT, response_class=HTMLResponse, include_in_schema=False)
async def demo_checkout(
    id: str, key: Key, request: Request, session: Session, context: Context, now: Now
) -> HTMLResponse:
    """The demo's bank."""
    return await _checkout(id, key, request, session, context, now, None)


@router.post(service.DEMO_CHECKOUT, response_class=HTMLResponse, include_in_schema=False)
async def demo_checkout_answer(
    id: str,
    key: Key,
    answer: Literal["paid", "cancelled"],
    request: Request,
    session: Session,
    context: Context,
    now: Now,
) -> HTMLResponse:
    """A button of the demo's bank."""
    return await _checkout(id, key, request, session, context, now, PaymentState(answer))


async def _checkout(
    id: str, key: str, request: Request, session: Session, context: Context, now: Now, answer: PaymentState | None
) -> HTMLResponse:
    if not context.settings.demo or not service.same(service.demo_key(context, id), key):
        raise not_found()
    found = await queries.payment_with_invoice(session, id)
    if found is None:
        raise not_found()
    payment, invoice = found
    expired = payment.expires_at <= now
    if answer is not None and not expired:
        await service.settle(session, context, id, answer, now)
    language = preferred_language(request.headers.get("accept-language"))
    return HTMLResponse(checkout_page(payment, invoice, key, language, expired=expired))
