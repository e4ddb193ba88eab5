"""Signing in against a real platform: rotation, reuse, locking, revoking, passwords."""

import base64
import json
from datetime import datetime, timedelta
from uuid import uuid4

import httpx
import pytest

from learnup_desktop.contract import routes
from tests.platform_fixture import PASSWORD, ClockedPlatform, RunningPlatform


def login(url: str, username: str, password: str = PASSWORD, language: str = "en") -> httpx.Response:
    body = {"username": username, "password": password, "deviceId": "d1", "deviceName": "Laptop"}
    return httpx.post(url + routes.LOGIN, json=body, headers={"Accept-Language": language}, timeout=20)


def refresh(url: str, token: str, key: str | None = None) -> httpx.Response:
    headers = {"Idempotency-Key": key} if key else {}
    return httpx.post(url + routes.REFRESH, json={"refreshToken": token}, headers=headers, timeout=20)


def me(url: str, token: str) -> httpx.Response:
    return httpx.get(url + routes.ME, headers={"Authorization": f"Bearer {token}"}, timeout=20)


def code(answer: httpx.Response) -> str:
    return str(answer.json()["code"])


def test_signs_in_and_knows_the_account(platform: RunningPlatform) -> None:
    answer = login(platform.url, " Nimali ")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    pair = answer.json()
    assert pair["expiresIn"] == 3600
    account = me(platform.url, pair["accessToken"]).json()
    assert account == pair["account"]
    assert (account["username"], account["role"], account["medium"]) == ("nimali", "student", "English")
    assert account["indexNumber"]


@pytest.mark.parametrize("username", ["nobody-at-all", "nimali"])
def test_wrong_password_and_unknown_name_answer_alike(clocked_platform: ClockedPlatform, username: str) -> None:
    answer = login(clocked_platform.url, username, "wrong-password", "si-LK, en;q=0.5")
    assert answer.status_code == 401
    body = answer.json()
    assert body["code"] == "auth.wrong_password"
    assert body["details"] == {"attemptsLeft": 4}
    assert "මුරපදය" in body["message"]


@pytest.mark.parametrize("username", ["nobody-at-all", "ruwan"])
def test_five_wrong_passwords_lock_for_fifteen_minutes(clocked_platform: ClockedPlatform, username: str) -> None:
    url, clock = clocked_platform.url, clocked_platform.clock
    assert [login(url, username, "wrong-password").status_code for _ in range(5)] == [401] * 4 + [423]
    locked = login(url, username)
    assert (locked.status_code, code(locked)) == (423, "auth.locked")
    assert locked.headers["retry-after"] == "900"
    until = datetime.fromisoformat(locked.json()["details"]["until"])
    assert abs(until - (clock.utc_now() + timedelta(minutes=15))) < timedelta(seconds=1)
    clock.advance(14 * 60 + 59)
    assert login(url, username).status_code == 423
    clock.advance(2)
    assert login(url, username).status_code == (401 if username == "nobody-at-all" else 200)


def test_guesses_sent_together_are_counted_one_by_one(clocked_platform: ClockedPlatform) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(12) as pool:
        statuses = list(pool.map(lambda _: login(clocked_platform.url, "dilini", "guess").status_code, range(12)))
    assert statuses.count(401) == 4
    assert statuses.count(423) == 8


def test_a_refresh_token_works_once_and_reuse_ends_the_session(platform: RunningPlatform) -> None:
    first = platform.sign_in("ashan")
    second = refresh(platform.url, first["refreshToken"]).json()
    assert me(platform.url, second["accessToken"]).status_code == 200
    reused = refresh(platform.url, first["refreshToken"])
    assert (reused.status_code, code(reused)) == (401, "auth.refresh_reused")
    # The thief's and the owner's tokens are both worth nothing now.
    assert code(refresh(platform.url, second["refreshToken"])) == "auth.session_revoked"
    assert code(me(platform.url, second["accessToken"])) == "auth.session_revoked"
    kinds = [entry["kind"] for entry in platform.client("ashan").get(routes.SECURITY_LOG).json()["items"]]
    assert kinds[:2] == ["sign_in", "refresh_reused"]


def test_a_refresh_whose_answer_was_lost_can_be_repeated_with_its_key(clocked_platform: ClockedPlatform) -> None:
    url = clocked_platform.url
    first = login(url, "shalini").json()
    key = str(uuid4())
    lost = refresh(url, first["refreshToken"], key)
    again = refresh(url, first["refreshToken"], key)
    assert lost.status_code == again.status_code == 200
    assert again.json()["refreshToken"] == lost.json()["refreshToken"]
    clocked_platform.clock.advance(61)
    assert code(refresh(url, first["refreshToken"], key)) == "auth.refresh_reused"


def test_tokens_expire(clocked_platform: ClockedPlatform) -> None:
    pair = login(clocked_platform.url, "imran").json()
    clocked_platform.clock.advance(3599)
    assert me(clocked_platform.url, pair["accessToken"]).status_code == 200
    clocked_platform.clock.advance(2)
    expired = me(clocked_platform.url, pair["accessToken"])
    assert (expired.status_code, code(expired)) == (401, "auth.token_expired")
    clocked_platform.clock.advance(7 * 86_400)
    assert code(refresh(clocked_platform.url, pair["refreshToken"])) == "auth.session_revoked"


@pytest.mark.parametrize("change", ["none", "other-algorithm", "other-account", "refresh-for-access", "garbage"])
def test_a_token_that_is_not_ours_is_refused(platform: RunningPlatform, change: str) -> None:
    pair = platform.sign_in("kasun")
    header, payload, signature = pair["accessToken"].split(".")

    def encode(part: dict[str, object]) -> str:
        return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()

    claims = json.loads(base64.urlsafe_b64decode(payload + "=="))
    tokens = {
        "none": f"{encode({'alg': 'none', 'typ': 'JWT'})}.{payload}.",
        "other-algorithm": f"{encode({'alg': 'HS512', 'typ': 'JWT'})}.{payload}.{signature}",
        "other-account": f"{header}.{encode(claims | {'sub': 'someone-else'})}.{signature}",
        "refresh-for-access": pair["refreshToken"],
        "garbage": "not.a.token",
    }
    answer = me(platform.url, tokens[change])
    assert (answer.status_code, code(answer)) == (401, "auth.required")
    assert answer.headers["www-authenticate"] == "Bearer"


def test_devices_are_listed_and_can_be_signed_out(platform: RunningPlatform) -> None:
    old = platform.client("zahra", "old-device")
    new = platform.client("zahra", "new-device")
    listed = new.get(routes.SESSIONS).json()["items"]
    assert [device["current"] for device in listed].count(True) == 1
    other = next(device for device in listed if not device["current"])
    assert new.delete(routes.SESSION.format(id=other["id"])).status_code == 204
    assert code(old.get(routes.ME)) == "auth.session_revoked"
    # Somebody else's session is not there.
    mine = new.get(routes.SESSIONS).json()["items"][0]["id"]
    assert platform.client("akila").delete(routes.SESSION.format(id=mine)).status_code == 404


def test_signing_out_ends_the_tokens(platform: RunningPlatform) -> None:
    pair = platform.sign_in("hiruni")
    headers = {"Authorization": f"Bearer {pair['accessToken']}"}
    assert httpx.post(platform.url + routes.LOGOUT, headers=headers).status_code == 204
    assert code(me(platform.url, pair["accessToken"])) == "auth.session_revoked"
    assert code(refresh(platform.url, pair["refreshToken"])) == "auth.session_revoked"


def test_changing_the_password(clocked_platform: ClockedPlatform) -> None:
    platform = clocked_platform
    elsewhere = platform.client("jerome", "elsewhere")
    here = platform.client("jerome", "here")

    def change(current: str, new: str) -> httpx.Response:
        return here.post(routes.PASSWORD_CHANGE, json={"currentPassword": current, "newPassword": new})

    assert code(change("not-it-at-all", "a-quiet-river-9")) == "auth.wrong_password"
    assert code(change(PASSWORD, "jerome99")) == "auth.weak_password"
    assert change(PASSWORD, "short").status_code == 422
    assert change(PASSWORD, "a-quiet-river-9").status_code == 204
    assert here.get(routes.ME).status_code == 200
    assert code(elsewhere.get(routes.ME)) == "auth.session_revoked"
    assert login(platform.url, "jerome").status_code == 401
    assert login(platform.url, "jerome", "a-quiet-river-9").status_code == 200


def test_a_seeded_hash_is_raised_to_the_platforms_rounds(fresh_platform: RunningPlatform) -> None:
    import sqlite3
    from contextlib import closing

    fresh_platform.stop()
    fresh_platform.environment = {"BCRYPT_SALT_ROUNDS": "6"}
    fresh_platform.start()

    def rounds() -> str:
        with closing(sqlite3.connect(fresh_platform.data / "platform.db")) as database:
            (hashed,) = database.execute("SELECT password_hash FROM accounts WHERE username = 'nimali'").fetchone()
        return str(hashed).split("$")[2]

    assert rounds() == "04"
    fresh_platform.sign_in("nimali")
    assert rounds() == "06"
    fresh_platform.sign_in("nimali")
