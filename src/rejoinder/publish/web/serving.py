"""Listening: on this machine only, as long as the desk knows no users."""

from __future__ import annotations

import ipaddress
import socket
import threading
import webbrowser

import uvicorn
from fastapi import FastAPI

from rejoinder.errors import UsageError

_AWAITED_S = 5  # for answers under way when the desk is stopped


def bound(host: str, port: int) -> socket.socket:
    """A socket bound to a loopback address. UsageError for any other address, and for a port that is taken."""
    family, address = _loopback(host)
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((address, port))
    except OSError as error:
        listening.close()
        raise UsageError(
            f"Port {port} of {host} cannot be listened on: {error.strerror}.",
            advice="Choose another with --port, or 0 for any that is free.",
        ) from error
    return listening


def _loopback(host: str) -> tuple[socket.AddressFamily, str]:
    name = "127.0.0.1" if host == "localhost" else host.strip("[]")
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        raise UsageError(f"{host} is no address.", advice="Give 127.0.0.1 or ::1.") from None
    if not address.is_loopback:
        raise UsageError(
            f"The desk does not listen on {host}: whoever reaches it could read the record, as it asks nobody who "
            "they are.",
            advice="Leave --host out, or give 127.0.0.1 or ::1.",
        )
    return (socket.AF_INET6 if address.version == 6 else socket.AF_INET), str(address)


def address_of(listening: socket.socket) -> str:
    """What to type into a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://{'[' + host + ']' if ':' in host else host}:{port}/"


def serve_until_stopped(app: FastAPI, listening: socket.socket, *, open_at: str | None) -> None:
    """Serve on the socket until the process is told to stop; open a browser there, once it answers."""
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=True,
            proxy_headers=False,
            timeout_graceful_shutdown=_AWAITED_S,
        )
    )
    if open_at is not None:
        threading.Thread(target=_open_when_ready, args=(server, open_at), daemon=True).start()
    server.run(sockets=[listening])


def _open_when_ready(server: uvicorn.Server, address: str) -> None:
    waited = threading.Event()
    while not server.started and not server.should_exit:
        waited.wait(0.05)
    if server.started:
        webbrowser.open(address)
