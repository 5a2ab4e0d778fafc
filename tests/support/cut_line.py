"""A line to the database server that can be cut, as when the server loses its power."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread


class CutLine:
    """Carries bytes from a port of its own to a server, until it is cut."""

    def __init__(self, server: tuple[str, int]) -> None:
        self._server = server
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        Thread(target=self._listen, args=(self._listener,), daemon=True).start()

    def cut(self) -> None:
        """Break every connection, and refuse new ones."""
        for each in (self._listener, *self._open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self._open.clear()

    def mend(self) -> None:
        """Let connections through again."""
        self._listener = socket.create_server(("127.0.0.1", self.port))
        Thread(target=self._listen, args=(self._listener,), daemon=True).start()

    def _listen(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                server = socket.create_connection(self._server)
                self._open += [client, server]
                for source, target in ((client, server), (server, client)):
                    Thread(target=_carry, args=(source, target), daemon=True).start()


def _carry(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


@contextmanager
def cut_line(host: str, port: int) -> Iterator[CutLine]:
    """Lend a line to the server at `host` and `port`."""
    line = CutLine((host, port))
    try:
        yield line
    finally:
        line.cut()
