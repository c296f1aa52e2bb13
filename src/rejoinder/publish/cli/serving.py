"""The desk: the record in the browser."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.errors import UsageError
from rejoinder.publish.cli.options import PROVIDER, settings

if TYPE_CHECKING:
    from rejoinder.publish.web.access.oidc import Provider
    from rejoinder.publish.web.access.policy import Access

_HELP = """Open the desk: the record as web pages, on this machine only, without a network.

\b
  rejoinder serve                    the record of the settings (./record.db)
  rejoinder serve talks.db           another one
  rejoinder serve --port 0 --no-open any free port; print the address and open nothing
  rejoinder serve --as "A. Reader"   what you decide in the review is kept under this name
  rejoinder serve --host 0.0.0.0 --name desk.example.org --no-open
                                     for others too: they sign in (see rejoinder users)

Every page has twins: add .json, .jsonl or .csv to its path. The record may be read into meanwhile.
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=_HELP)(serve)


def serve(  # noqa: PLR0913 - each is an option of the command
    record: Annotated[
        Path | None, typer.Argument(metavar="RECORD", help="The file of the record (default: record.db here).")
    ] = None,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="0 takes any free port.")] = 8022,
    acting_as: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="NAME",
            help="The name that judgements are kept under (default: analyst); users have theirs.",
        ),
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Open no browser.")] = False,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A name by which others reach the desk; they have to sign in."),
    ] = None,
    users: Annotated[
        Path | None, typer.Option("--users", metavar="FILE", help="The file of users (default: beside the record).")
    ] = None,
    certificate: Annotated[
        Path | None, typer.Option("--certificate", metavar="FILE", help="Speak HTTPS with this certificate (PEM).")
    ] = None,
    certificate_key: Annotated[
        Path | None, typer.Option("--certificate-key", metavar="FILE", help="The key of the certificate (PEM).")
    ] = None,
    behind_https: Annotated[
        bool, typer.Option("--behind-https", help="A proxy in front speaks HTTPS: cookies are for HTTPS only.")
    ] = False,
) -> int:
    """Serve the desk until stopped."""
    from platformdirs import user_cache_path

    from rejoinder.publish.web.access.people import ANALYST
    from rejoinder.publish.web.access.policy import access_to
    from rejoinder.publish.web.access.tables import beside
    from rejoinder.publish.web.application import create_app
    from rejoinder.publish.web.serving import address_of, bound, serve_until_stopped

    if (certificate is None) != (certificate_key is None):
        raise UsageError("A certificate and its key go together.", advice="Give both, or neither.")
    pair = (certificate, certificate_key) if certificate and certificate_key else None
    path = settings(record).record
    access = access_to(
        host,
        names=name or [],
        users=users or beside(path),
        local=ANALYST if acting_as is None else _name(acting_as),
        secure=pair is not None or behind_https,
        provider=_provider(),
    )
    if acting_as is not None and access.users is not None:
        access.close()
        raise UsageError(
            "--as is for a desk that asks nobody: users judge under their own names.", advice="Leave it out."
        )
    try:
        with bound(host, port) as listening:
            app = create_app(path, cache=user_cache_path("rejoinder") / "desk", access=access)
            address = address_of(listening, https=pair is not None)
            _announce(address, access)
            with suppress(KeyboardInterrupt):  # it is how the desk is stopped
                serve_until_stopped(app, listening, open_at=None if no_open else address, certificate=pair)
    finally:
        access.close()
    return 0


def _name(given: str) -> str:
    name = given.strip()
    if not name or not name.isprintable() or len(name) > 80:
        raise UsageError(
            "--as takes a name of up to 80 characters that are seen.", advice='For example --as "A. Reader".'
        )
    return name


def _announce(address: str, access: Access) -> None:
    sys.stdout.write(f"The desk: {address}\n")
    if access.users is not None:
        sys.stdout.write(f"For users only, by the names {', '.join(sorted(access.hosts))}\n")
    sys.stdout.write("Stop it with Ctrl+C.\n")
    sys.stdout.flush()
    if access.users is not None and not access.secure:
        sys.stderr.write(
            "rejoinder: passwords go over the network as they are. Give --certificate and --certificate-key, or put a "
            "proxy in front that speaks HTTPS and say --behind-https.\n"
        )


def _provider() -> Provider | None:
    given = [os.environ.get(variable, "") for variable in PROVIDER]
    if not any(given):
        return None
    if not all(given):
        raise UsageError("The OpenID provider is set in part.", advice=f"Set all of {', '.join(PROVIDER)}, or none.")
    from rejoinder.publish.web.access.oidc import Provider

    return Provider(issuer=given[0], client_id=given[1], client_secret=given[2])
