"""Is it ours, is it new enough: told before a password is typed."""

import httpx
import pytest

from learnup_desktop.api.system import SystemApi
from learnup_desktop.base.errors import ClientTooOldError, LearnUpError, PlatformTooOldError, ProtocolError
from learnup_desktop.contract.wire import CONTRACT_VERSION, base64url_encode
from tests.unit.api.wire import fault, scripted

GOOD: dict[str, object] = {
    "product": "learnup",
    "name": "School",
    "contractVersion": CONTRACT_VERSION,
    "minimumClientVersion": "0.0.1",
    "signingKeyId": "k1",
    "signingKey": base64url_encode(b"k" * 32),
    "uploadLimitBytes": 10_485_760,
    "somethingNew": [1, 2],
}


async def ask(answer: httpx.Response) -> str:
    async with scripted(lambda request: answer) as transport:
        return (await SystemApi(transport).well_known()).name


async def test_a_platform_of_this_or_a_newer_contract_is_taken() -> None:
    assert await ask(httpx.Response(200, json=GOOD)) == "School"
    assert await ask(httpx.Response(200, json=GOOD | {"contractVersion": CONTRACT_VERSION + 1})) == "School"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (httpx.Response(200, json=GOOD | {"product": "moodle"}), ProtocolError),
        (httpx.Response(200, json=[1, 2]), ProtocolError),
        (httpx.Response(200, json={}), ProtocolError),
        (httpx.Response(200, html="<html>Wi-Fi</html>"), ProtocolError),
        (httpx.Response(404, html="<html>nginx</html>"), ProtocolError),
        (fault(404, "not_found"), ProtocolError),
        (httpx.Response(200, json=GOOD | {"contractVersion": CONTRACT_VERSION - 1}), PlatformTooOldError),
        (httpx.Response(200, json=GOOD | {"minimumClientVersion": "99.0"}), ClientTooOldError),
        (httpx.Response(200, json=GOOD | {"signingKey": "AAAA"}), ProtocolError),
        (httpx.Response(200, json=GOOD | {"signingKey": "!"}), ProtocolError),
        (httpx.Response(200, json={"product": "learnup", "contractVersion": 0}), PlatformTooOldError),
    ],
)
async def test_what_is_not_ours_is_told_as_such(answer: httpx.Response, kind: type[LearnUpError]) -> None:
    with pytest.raises(kind):
        await ask(answer)
