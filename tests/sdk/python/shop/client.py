"""Asks the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shop.codes import CodeError
from shop.response import read

if TYPE_CHECKING:
    from collections.abc import Callable


class Client:
    """A client of the shop."""

    def __init__(self, send: Callable[[str], str], tries: int = 3) -> None:
        """Take what sends a request and returns the body of the answer."""
        self._send = send
        self._tries = tries

    def get(self, path: str) -> object:
        """Return what is at the path; ask again where that may help."""
        for _ in range(self._tries - 1):
            try:
                return read(self._send(path))
            except CodeError as error:  # noqa: PERF203 - this is what a retry is
                if not error.code.retryable:
                    raise
        return read(self._send(path))
