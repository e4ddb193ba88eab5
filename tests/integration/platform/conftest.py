"""Fixtures of the platform's tests."""

from tests.platform_fixture import clocked_platform, fresh_platform, platform, seeded_data

__all__ = ["clocked_platform", "fresh_platform", "platform", "seeded_data"]
