"""Signing in and out, and the devices that are signed in."""

from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.auth import (
    Account,
    EmailVerification,
    LoginRequest,
    PasswordChange,
    PasswordForgotten,
    PasswordReset,
    SessionInfo,
    TokenPair,
)


class AuthApi:
    """``auth`` routes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def login(self, request: LoginRequest) -> TokenPair:
        """Sign in; the transport uses the tokens from then on.

        Raises:
            SignInError: wrong name or password.
            AccountLockedError: too many wrong passwords.
            NetworkError, PlatformError: any other of the tree.
        """
        pair = await self._transport.request_model("POST", routes.LOGIN, TokenPair, body=request, authenticated=False)
        await self._transport.session.accept(pair)
        return pair

    async def logout(self) -> None:
        """End this session on the platform and forget its tokens here, the latter also when the platform is away."""
        tokens = self._transport.session.keeper.current
        try:
            if tokens is not None:
                await self._transport.request("POST", routes.LOGOUT, body={"refreshToken": tokens.refresh})
        finally:
            await self._transport.session.keeper.set(None)

    async def me(self) -> Account:
        """Who is signed in."""
        return await self._transport.request_model("GET", routes.ME, Account)

    async def sessions(self) -> list[SessionInfo]:
        """Devices that are signed in."""
        return await self._transport.request_list(routes.SESSIONS, SessionInfo)

    async def end_session(self, session_id: str) -> None:
        """Sign another device out."""
        await self._transport.request("DELETE", routes.SESSION.format(id=session_id))

    async def change_password(self, current: str, new: str) -> None:
        """Change the password.

        Raises:
            SignInError: the current one is wrong.
            RefusedError: the new one is too weak.
        """
        body = PasswordChange(current_password=current, new_password=new)
        await self._transport.request("POST", routes.PASSWORD_CHANGE, body=body)

    async def forgot_password(self, username: str) -> None:
        """Ask for a code by e-mail. There is no telling whether there is such an account.

        Args:
            username: user name or e-mail address.
        """
        body = PasswordForgotten(username=username)
        await self._transport.request("POST", routes.PASSWORD_FORGOT, body=body, authenticated=False)

    async def reset_password(self, username: str, code: str, new: str) -> None:
        """Set a new password by the code from the letter.

        Raises:
            RefusedError: the code is wrong or too old, or the password too weak.
            AccountLockedError: too many wrong codes.
        """
        body = PasswordReset(username=username, code=code, new_password=new)
        await self._transport.request("POST", routes.PASSWORD_RESET, body=body, authenticated=False)

    async def verify_email(self, code: str | None = None) -> Account:
        """Without a code one is sent to the account's address; with it the address is proved.

        Raises:
            RefusedError: there is no address, or the code is wrong.
        """
        return await self._transport.request_model(
            "POST", routes.EMAIL_VERIFY, Account, body=EmailVerification(code=code)
        )
