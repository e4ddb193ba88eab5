"""Invoices and paying them."""

from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.payments import Invoice, Payment, PaymentRequest, Wallet, WalletTransaction

MAXIMUM_RECEIPT_BYTES = 4_000_000


class PaymentsApi:
    """``invoices`` and ``payments`` routes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def invoices(self) -> list[Invoice]:
        """The account's invoices, what is due last first."""
        return await self._transport.request_list(routes.INVOICES, Invoice)

    async def begin(self, request: PaymentRequest, idempotency_key: str) -> Payment:
        """Begin to pay an invoice; the answer says where.

        Raises:
            ConflictError, RefusedError: it is not due any more.
            OfflineError, NetworkError: the platform is not reached; nothing was begun.
        """
        return await self._transport.request_model(
            "POST", routes.PAYMENTS, Payment, body=request, idempotency_key=idempotency_key
        )

    async def wallet(self) -> Wallet:
        """What the school holds for the student."""
        return await self._transport.request_model("GET", routes.WALLET, Wallet)

    async def wallet_transactions(self) -> list[WalletTransaction]:
        """What went into the wallet and out of it, the newest first."""
        return await self._transport.request_list(routes.WALLET_TRANSACTIONS, WalletTransaction)

    async def receipt(self, invoice_id: str) -> bytes:
        """The receipt of a paid invoice, a PDF."""
        path = routes.INVOICE_PDF.format(id=invoice_id)
        return await self._transport.request_bytes("GET", path, maximum_bytes=MAXIMUM_RECEIPT_BYTES)
