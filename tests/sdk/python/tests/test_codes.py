"""What a program may do with codes beside asking for facts."""

from __future__ import annotations

import copy
import doctest
import json
import pickle
import unittest
import warnings

from shop import codes
from shop.codes import Code, CodeError


class CodesTest(unittest.TestCase):
    """Known codes and unknown ones."""

    def test_codes_survive_a_round_trip(self) -> None:
        """A known code is the same object, an unknown one is equal."""
        for code in (Code.OK, Code(29999)):
            self.assertEqual(Code(json.loads(json.dumps(code))), code)
            self.assertEqual(pickle.loads(pickle.dumps(code)), code)
            self.assertEqual(copy.deepcopy(code), code)
        self.assertIs(pickle.loads(pickle.dumps(Code.OK)), Code.OK)

    def test_errors_survive_a_round_trip(self) -> None:
        """So they can leave the process that raised them."""
        error = CodeError(Code(29999), "from a newer server")
        same: object = pickle.loads(pickle.dumps(error))
        self.assertIsInstance(same, CodeError)
        self.assertEqual(str(same), "29999: from a newer server")

    def test_a_code_is_written_as_it_is(self) -> None:
        """On every version of Python."""
        self.assertEqual(f"{Code.OK} {Code.OK:03d} {Code(-5)}", "0 000 -5")
        self.assertEqual(str(Code.SIGNATURE_INVALID), "171")
        self.assertEqual(repr(Code(29999)), "<Code: 29999>")

    def test_the_docstring_is_that_of_the_options(self) -> None:
        """Its example is right, too."""
        self.assertEqual(doctest.testmod(codes), (0, 1))


class DeprecationTest(unittest.TestCase):
    """Who names a deprecated code is warned, and nobody else."""

    def test_a_name_warns_where_it_stands(self) -> None:
        """The warning says what to use instead, and why."""
        with self.assertWarns(DeprecationWarning) as warned:
            code = Code.ITEM_MISSING
        self.assertEqual(code, 20002)
        self.assertEqual(warned.filename, __file__)
        self.assertEqual(
            str(warned.warning),
            "Code.ITEM_MISSING is deprecated since 2.0.0, use Code.PRODUCT_MISSING: "
            "items are called products now",
        )

    def test_nothing_else_warns(self) -> None:
        """Whoever gets such a code from elsewhere can't help it."""
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            code = Code(20002)
            same = [
                Code["ITEM_MISSING"],
                Code.from_name("ITEM_MISSING"),
                pickle.loads(pickle.dumps(code)),
                copy.copy(code),
                *(each for each in Code if each.deprecated),
            ]
        self.assertEqual({id(each) for each in same}, {id(code)})

    def test_the_reason_can_be_read(self) -> None:
        """And so can the replacement."""
        old = Code(20002).deprecated
        self.assertEqual(
            old,
            ("2.0.0", Code.PRODUCT_MISSING, "items are called products now"),
        )
        self.assertIsNone(Code.OK.deprecated)

    def test_a_misspelt_name_is_none(self) -> None:
        """The metaclass hides no mistake."""
        with self.assertRaisesRegex(AttributeError, "ITEM_MISING"):
            getattr(Code, "ITEM_MISING")  # noqa: B009


if __name__ == "__main__":
    unittest.main()
