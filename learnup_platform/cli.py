"""``learnup-platform``: serve the platform, seed the demo school, or check what it has signed.

``papers`` checks and imports papers that teachers have written.

``verify`` checks every receipt this platform has given against what its database holds now.

``serve`` prints one line of JSON on standard output once it listens, ``{"ready": true, "url": "http://…", …}``, so that
a parent process can wait for it; the log goes to standard error. It ends on SIGTERM or SIGINT, and with
``--exit-with-parent`` when its standard input closes, which happens however the parent dies.
"""

import argparse
import asyncio
import json
import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_platform import papers_command

if TYPE_CHECKING:
    from learnup_platform.settings import PlatformSettings

EXIT_OK, EXIT_DOES_NOT_HOLD, EXIT_USAGE, EXIT_CANNOT_START = 0, 1, 2, 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(
        level=options.log_level.upper(), stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    try:
        return {"serve": _serve, "seed": _seed, "verify": _verify, "papers": _papers}[options.command](options)
    except OSError as error:
        print(f"learnup-platform: {error}", file=sys.stderr)
        return EXIT_CANNOT_START


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, required=True, help="folder for the database, files and secrets")
    common.add_argument("--log-level", default="warning", choices=["debug", "info", "warning", "error"])
    parser = argparse.ArgumentParser(prog="learnup-platform", description="The LearnUp platform.")
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", parents=[common], help="serve REST and Socket.IO")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=int(os.environ.get("PORT", "5000")), help="0 takes a free one")
    serve.add_argument("--demo", action="store_true", help="seed the demo school if empty, and list its accounts")
    serve.add_argument("--exit-with-parent", action="store_true", help="end when standard input closes")
    seed = commands.add_parser("seed", parents=[common], help="seed the demo school into an empty database")
    seed.add_argument("--now", type=_moment, help="the moment the school is built around, ISO 8601; default: now")
    commands.add_parser("verify", parents=[common], help="check every receipt given; one line of JSON each")
    papers_command.add_parser(commands, common, _moment)
    return parser


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not a time in ISO 8601: {text}") from error
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _settings(options: argparse.Namespace, demo: bool) -> "PlatformSettings":
    from learnup_platform.settings import PlatformSettings

    options.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    return PlatformSettings(data=options.data.resolve(), demo=demo)


def _serve(options: argparse.Namespace) -> int:
    # Bound before anything is loaded, so that a port in use is told at once and 0 is known before it is said.
    listener = _listen(options.host, options.port)
    import uvicorn

    from learnup_platform.app import create_app
    from learnup_platform.server import AnnouncingServer, end_with_input

    app = create_app(_settings(options, options.demo))
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        ws="wsproto",
        http="h11",
        loop="asyncio",
        lifespan="on",
        server_header=False,
        date_header=True,
        timeout_graceful_shutdown=3,
        timeout_keep_alive=30,
    )
    server = AnnouncingServer(config, _url(options.host, listener))
    # uvicorn ends in order on these signals and then raises them again; an orderly end must not look like a failure.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: None)
    if options.exit_with_parent:
        end_with_input(server)
    server.run(sockets=[listener])
    return EXIT_OK if server.started else EXIT_CANNOT_START


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio turns Nagle off for every connection; else each answer waits 40 ms for an ACK.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name != "nt":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener


def _url(host: str, listener: socket.socket) -> str:
    port = listener.getsockname()[1]
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{reachable}]:{port}" if ":" in reachable else f"http://{reachable}:{port}"


def _seed(options: argparse.Namespace) -> int:
    from learnup_platform.app import create_context, prepare_database

    settings = _settings(options, demo=True)

    async def run() -> dict[str, int]:
        from learnup_platform.demo.seed import summary

        context = create_context(settings)
        try:
            await prepare_database(context, options.now)
            async with context.database.transaction(write=False) as session:
                return await summary(session)
        finally:
            await context.database.close()

    print(json.dumps({"seeded": True, **asyncio.run(run())}))
    return EXIT_OK


def _papers(options: argparse.Namespace) -> int:
    return papers_command.run(options, lambda chosen: _settings(chosen, demo=False))


def _verify(options: argparse.Namespace) -> int:
    from learnup_platform.app import create_context
    from learnup_platform.modules.exams import proofs

    async def run() -> bool:
        context = create_context(_settings(options, demo=False))
        whole = True
        try:
            async with context.database.transaction(write=False) as session:
                async for receipt, checks in proofs.audit(session, context.keys):
                    bad = [check.to_wire() for check in checks if not check.held]
                    whole = whole and not bad
                    line = {"code": receipt.code, "attemptId": receipt.attempt_id, "holds": not bad, "faults": bad}
                    print(json.dumps(line), flush=True)
        finally:
            await context.database.close()
        return whole

    return EXIT_OK if asyncio.run(run()) else EXIT_DOES_NOT_HOLD


if __name__ == "__main__":
    sys.exit(main())
