"""What an administrator looks at, crash reports, and that the interface is described whole."""

from datetime import UTC, datetime

import httpx
import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.system import Analytics, AuditEntry, ErrorEntry, SystemSettings
from tests.platform_fixture import RunningPlatform

CRASH = {
    "clientVersion": "0.1.0",
    "system": "Linux",
    "message": "ZeroDivisionError: division by zero",
    "trace": "today_page.py:12 in show",
    "happenedAt": "2026-01-01T08:00:00Z",
}


@pytest.mark.parametrize("path", [routes.SYSTEM_SETTINGS, routes.AUDIT_LOGS, routes.ERROR_LOGS, routes.ANALYTICS])
@pytest.mark.parametrize("username", ["dinuka", "ruwan"])
def test_only_administrators_look(platform: RunningPlatform, path: str, username: str) -> None:
    with platform.client(username) as client:
        assert client.get(path).status_code == 404


def test_the_settings_in_force_are_shown_without_secrets(platform: RunningPlatform) -> None:
    with platform.client("admin") as admin:
        answer = admin.get(routes.SYSTEM_SETTINGS)
    shown = SystemSettings.model_validate(answer.json())
    assert (shown.database, shown.storage, shown.shares_counters, shown.sends_email) == (
        "sqlite",
        "folder",
        False,
        False,
    )
    assert shown.requests_per_window == 100_000 and shown.upload_limit_bytes == 10_485_760
    assert not any("secret" in name.lower() or "password" in name.lower() for name in answer.json())


def test_the_audit_log_tells_of_every_domain_in_one_order(fresh_platform: RunningPlatform) -> None:
    teacher, admin = fresh_platform.client("kamala"), fresh_platform.client("admin")
    lessons = teacher.get(routes.TIMETABLE, params={"from": _days(1), "to": _days(8)}).json()["items"]
    lesson = next(item for item in lessons if item["state"] == "planned")
    moved = teacher.post(
        routes.RESCHEDULE.format(id=lesson["id"]),
        json={"startsAt": lesson["startsAt"], "endsAt": lesson["endsAt"], "room": "Hall 9", "reason": "paint"},
    )
    assert moved.status_code == 200, moved.text
    entries, cursor = [], None
    while True:
        page = admin.get(routes.AUDIT_LOGS, params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        entries += [AuditEntry.model_validate(item) for item in page["items"]]
        cursor = page["nextCursor"]
        if cursor is None:
            break
    assert len({entry.id for entry in entries}) == len(entries)
    assert [entry.id for entry in entries] == sorted((entry.id for entry in entries), reverse=True)
    done = next(entry for entry in entries if entry.action == "rescheduled")
    me = teacher.get(routes.ME).json()["id"]
    assert (done.domain, done.actor_id, done.subject_id) == ("classes", me, lesson["id"])
    assert any((entry.domain, entry.action, entry.actor_id) == ("auth", "sign_in", me) for entry in entries)


def test_a_crash_that_a_client_tells_of_is_seen(fresh_platform: RunningPlatform) -> None:
    student, admin = fresh_platform.client("nimali"), fresh_platform.client("admin")
    before = Analytics.model_validate(admin.get(routes.ANALYTICS).json())
    assert student.post(routes.ERROR_LOGS, json=CRASH, headers={"Idempotency-Key": "crash-1"}).status_code == 204
    assert student.post(routes.ERROR_LOGS, json=CRASH, headers={"Idempotency-Key": "crash-1"}).status_code == 204
    assert student.post(routes.ERROR_LOGS, json=CRASH | {"trace": "x" * 32_001}).status_code == 422
    assert httpx.post(fresh_platform.url + routes.ERROR_LOGS, json=CRASH).status_code == 401
    (entry,) = [ErrorEntry.model_validate(item) for item in admin.get(routes.ERROR_LOGS).json()["items"]]
    assert (entry.message, entry.account_id) == (CRASH["message"], student.get(routes.ME).json()["id"])
    after = Analytics.model_validate(admin.get(routes.ANALYTICS).json())
    assert after.crashes_last_week == before.crashes_last_week + 1 == 1
    assert (after.students, after.teachers, after.classes) == (60, 4, 6)
    assert after.signed_in_last_week == 2 and after.lessons_last_week > 0


def test_a_notice_is_read_once_and_ones_other_computers_learn_of_it(fresh_platform: RunningPlatform) -> None:
    client, neighbour = fresh_platform.client("nimali"), fresh_platform.client("ashan")
    notice = client.get(routes.ANNOUNCEMENTS).json()["items"][0]
    assert notice["readAt"] is None
    cursor = _cursor(client)
    path = routes.ANNOUNCEMENT_READ.format(id=notice["id"])
    assert client.put(path).status_code == 204
    read_at = client.get(routes.ANNOUNCEMENTS).json()["items"][0]["readAt"]
    assert read_at is not None
    assert client.put(path).status_code == 204
    assert client.get(routes.ANNOUNCEMENTS).json()["items"][0]["readAt"] == read_at, "the first time counts"
    changes = client.get(routes.SYNC, params={"streams": "announcements", "cursor": cursor}).json()["changes"]
    assert [(change["id"], change["data"]["readAt"]) for change in changes] == [(notice["id"], read_at)]
    theirs = {item["id"]: item["readAt"] for item in neighbour.get(routes.ANNOUNCEMENTS).json()["items"]}
    assert theirs.get(notice["id"]) is None
    assert client.put(routes.ANNOUNCEMENT_READ.format(id="no-such-notice")).status_code == 404


def test_the_interface_describes_every_route(platform: RunningPlatform) -> None:
    document = httpx.get(f"{platform.url}{routes.API}/openapi.json", timeout=60).json()
    described = set(document["paths"])
    named = {value for name, value in vars(routes).items() if name.isupper() and name != "API"}
    # Each list of the academic domain has one route for all of them.
    missing = {path for path in named - described if not path.startswith(f"{routes.API}/academic")}
    assert not missing
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            where = f"{method} {path}"
            assert operation["summary"] and operation["description"] and operation["tags"], where
            schema = operation["responses"]["default"]["content"]["application/json"]["schema"]
            assert schema["$ref"].endswith("/ErrorBody"), where
    names = [operation["operationId"] for methods in document["paths"].values() for operation in methods.values()]
    assert len(set(names)) == len(names)
    assert document["components"]["securitySchemes"]["HTTPBearer"]["scheme"] == "bearer"
    assert document["paths"][routes.ME]["get"]["security"] == [{"HTTPBearer": []}]
    assert "security" not in document["paths"][routes.LOGIN]["post"]


def _cursor(client: httpx.Client) -> str:
    cursor = ""
    while True:
        parameters = {"streams": "announcements"} | ({"cursor": cursor} if cursor else {})
        page = client.get(routes.SYNC, params=parameters).json()
        cursor = str(page["cursor"])
        if not page["hasMore"]:
            return cursor


def _days(count: int) -> str:
    from datetime import timedelta

    return (datetime.now(UTC) + timedelta(days=count)).isoformat()
