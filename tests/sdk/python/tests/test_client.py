"""The client, and a server that gives the answers that it is told."""

from __future__ import annotations

import json
import unittest

from shop.client import Client
from shop.codes import Code, CodeError
from shop.explain import explain

QUOTA = {"code": 20001, "data": {"resource": "calls", "limit": 10}}


class Server:
    """Gives its answers one after the other."""

    def __init__(self, *answers: object) -> None:
        """Take the answers."""
        self.left = list(answers)

    def __call__(self, _path: str) -> str:
        """Return the next answer."""
        return json.dumps(self.left.pop(0))


class ClientTest(unittest.TestCase):
    """What a program sees that uses the client."""

    def failure(self, server: Server) -> CodeError:
        """Return what the client raises."""
        with self.assertRaises(CodeError) as raised:
            Client(server).get("/products/1")
        return raised.exception

    def test_an_answer_gives_its_data(self) -> None:
        """No code but that of success is raised."""
        server = Server({"code": 0, "data": {"name": "pen"}})
        self.assertEqual(Client(server).get("/products/1"), {"name": "pen"})

    def test_a_retryable_code_is_tried_again(self) -> None:
        """It may help to ask once more."""
        server = Server(QUOTA, QUOTA, {"code": 0, "data": 1})
        self.assertEqual(Client(server).get("/products/1"), 1)

    def test_it_is_not_tried_for_ever(self) -> None:
        """The last answer is the one that is raised."""
        server = Server(QUOTA, QUOTA, QUOTA, QUOTA)
        error = self.failure(server)
        self.assertEqual(explain(error, "en"), "Quota for calls exceeded (limit 10)")
        self.assertEqual(server.left, [QUOTA])

    def test_another_code_is_not_tried_again(self) -> None:
        """It would only fail once more."""
        server = Server({"code": 171}, {"code": 0})
        error = self.failure(server)
        self.assertIs(error.code, Code.SIGNATURE_INVALID)
        self.assertEqual(str(error), "171 SIGNATURE_INVALID: Signature error.")
        self.assertEqual(server.left, [{"code": 0}])

    def test_an_unknown_code_is_kept(self) -> None:
        """A newer server may send what this client does not know."""
        error = self.failure(Server({"code": 29999}))
        self.assertFalse(error.code.known)
        self.assertEqual(error.code, 29999)
        self.assertEqual(str(error), "29999")
        self.assertEqual(explain(error, "zh-CN"), "Error 29999")

    def test_a_user_sees_the_own_language(self) -> None:
        """The nearest locale serves, or the fallback."""
        error = self.failure(Server({"code": 20004}))
        self.assertEqual(explain(error, "zh_hans_CN"), "缺少产品")
        self.assertEqual(explain(error, "fr"), "Product missing")


if __name__ == "__main__":
    unittest.main()
