"""Who is asking."""

from dataclasses import dataclass

from learnup_desktop.contract.auth import Role


@dataclass(frozen=True, slots=True)
class Principal:
    """A signed-in account on one of its devices."""

    account_id: str
    session_id: str
    device_id: str
    username: str
    name: str
    role: Role
    language: str = "en"

    @property
    def is_admin(self) -> bool:
        """Whether the account runs the school."""
        return self.role is Role.ADMIN

    @property
    def is_student(self) -> bool:
        """Whether the account learns."""
        return self.role is Role.STUDENT
