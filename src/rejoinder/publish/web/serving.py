"""Listening, until told to stop."""

from __future__ import annotations

import socket
import threading
import webbrowser
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from rejoinder.errors import UsageError
from rejoinder.publish.web.access.names import address_in
from rejoinder.publish.web.punctual import PunctualProtocol

_AWAITED_S = 5  # for answers under way when the desk is stopped
_HEAD_BYTES = 262_144  # so much of a head is read, for the answer that it is too long
_AT_ONCE = 1_000  # connections


def bound(host: str, port: int) -> socket.socket:
    """A socket bound to an address of this machine. UsageError for one that is not, and for a port that is taken."""
    address = address_in(host)
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((str(address), port))
    except OSError as error:
        listening.close()
        raise UsageError(
            f"Port {port} of {host} cannot be listened on: {error.strerror}.",
            advice="Choose another with --port, or 0 for any that is free.",
        ) from error
    return listening


def address_of(listening: socket.socket, *, https: bool = False) -> str:
    """What to type into a browser."""
    host, port = listening.getsockname()[:2]
    return f"{'https' if https else 'http'}://{'[' + host + ']' if ':' in host else host}:{port}/"


def server_of(app: FastAPI, certificate: tuple[Path, Path] | None = None) -> uvicorn.Server:
    """A server that waits for nobody for ever. UsageError where the certificate cannot be used."""
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=True,
            proxy_headers=False,
            timeout_graceful_shutdown=_AWAITED_S,
            http=PunctualProtocol,
            ws="none",
            h11_max_incomplete_event_size=_HEAD_BYTES,
            limit_concurrency=_AT_ONCE,
            ssl_certfile=certificate[0] if certificate else None,
            ssl_keyfile=certificate[1] if certificate else None,
        )
    )
    try:
        server.config.load()
    except OSError as error:  # of which ssl.SSLError is one
        raise UsageError(
            f"The certificate cannot be used: {error.strerror or type(error).__name__}.",
            advice="Give two PEM files, the certificate with --certificate and its key with --certificate-key.",
        ) from error
    return server


def serve_until_stopped(
    app: FastAPI, listening: socket.socket, *, open_at: str | None = None, certificate: tuple[Path, Path] | None = None
) -> None:
    """Serve on the socket until the process is told to stop; open a browser there, once it answers.

    `certificate` is the file of it and that of its key, both PEM. UsageError where they cannot be used."""
    server = server_of(app, certificate)
    if open_at is not None:
        threading.Thread(target=_open_when_ready, args=(server, open_at), daemon=True).start()
    server.run(sockets=[listening])


def _open_when_ready(server: uvicorn.Server, address: str) -> None:
    waited = threading.Event()
    while not server.started and not server.should_exit:
        waited.wait(0.05)
    if server.started:
        webbrowser.open(address)
