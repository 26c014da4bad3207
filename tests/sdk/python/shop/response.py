"""Reads what the server answers."""

from __future__ import annotations

import json

from shop.codes import Code, CodeError


class AnswerError(CodeError):
    """A code that the server answered, with what it said of it."""

    def __init__(self, code: Code, data: object = None) -> None:
        """Take the code, and the data that came with it."""
        super().__init__(code)
        self.data = data


def read(body: str) -> object:
    """Return the data of an answer, or raise its code."""
    match json.loads(body):
        case {"code": int(number), **rest}:
            code = Code(number)
        case _:
            message = "the answer has no code"
            raise TypeError(message)
    data = rest.get("data")
    if code is Code.OK:
        return data
    raise AnswerError(code, data)
