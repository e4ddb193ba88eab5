"""``receipts``: whether a receipt holds, and which receipt a short code names."""

from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import Receipt
from learnup_desktop.contract.proof import Verification, VerifyRequest
from learnup_platform.http.dependencies import Context, CurrentAccount, Session
from learnup_platform.http.route import platform_router
from learnup_platform.modules.exams import proofs

router = platform_router("exams")


@router.post(routes.VERIFY_RECEIPT)
async def verify(body: VerifyRequest, session: Session, context: Context, principal: CurrentAccount) -> Verification:
    """Check a receipt, with its journal if it is sent along."""
    return await proofs.verify(session, context.keys, principal, body)


@router.get(routes.RECEIPT_OF_CODE)
async def of_code(code: str, session: Session, principal: CurrentAccount) -> Receipt:
    """The receipt that a short code names."""
    return await proofs.receipt_of_code(session, principal, code)
