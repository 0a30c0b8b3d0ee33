"""A server on this machine that answers nothing and counts who connects."""

from __future__ import annotations

import socketserver
import threading
from contextlib import contextmanager


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), socketserver.BaseRequestHandler)
        self.connections = 0
        self.address = f"http://127.0.0.1:{self.server_address[1]}/x.png"

    def verify_request(self, *_):
        self.connections += 1
        return True


@contextmanager
def listening():
    """A running server; `address` is that of a picture on it, `connections` how many there were."""
    with _Server() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
