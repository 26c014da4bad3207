"""Prints what codes.json says, read as a program in any language would read it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

FILE = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
BY_KEY = {entry["key"]: entry for entry in FILE["codes"]}
BY_NAME = {
    name: entry for entry in FILE["codes"] for name in (entry["name"], *entry["aliases"])
}
LOCALES = {tag.encode().lower(): tag for tag in FILE["locales"]}
UNKNOWN = (
    ('no such "code" \\\u2028\u00e9', "", "constructor", "__proto__", "NO_SUCH_NAME")
    if FILE["type"] == "string"
    else (12321,)
)


class CodeError(Exception):
    """A code that was sent."""


def match_locale(tag: str) -> str | None:
    """The nearest locale: the tag is cut from its end until there is one."""
    rest = tag.replace("_", "-").encode()
    while rest and rest.lower() not in LOCALES:
        rest = rest.rpartition(b"-")[0]
    return LOCALES.get(rest.lower())


def formatted(message: dict, arguments: dict) -> str:
    """The message with its arguments."""
    return "".join(
        part["text"] if "text" in part else str(arguments[part["param"]])
        for part in message["parts"]
    )


def argument(param: dict) -> int | str:
    """What stands for a parameter."""
    return -(2**63) if param["type"] == "int" else f'A"{{{param["name"]}}}%d${{x}}\\'


def replacement(deprecated: dict) -> int | str | None:
    """The code to use instead, by its key."""
    use = deprecated["use"]
    return BY_KEY[use["key"]]["code"] if use else None


def facts(entry: dict) -> dict:
    """Everything about a code."""
    same = ("code", "name", "kind", "group", "http", "retryable", "since", "aliases", "tags", "docs")
    arguments = {param["name"]: argument(param) for param in entry["params"]}
    messages = entry["messages"]
    deprecated = entry["deprecated"]
    return {
        **{name: entry[name] for name in same},
        "grpc": entry["grpc"] and entry["grpc"]["number"],
        "deprecated": deprecated and {**deprecated, "use": replacement(deprecated)},
        "messages": {tag: messages[tag]["text"] for tag in FILE["locales"]},
        "formatted": {tag: formatted(messages[tag], arguments) for tag in FILE["locales"]},
    }


def unknown(code: int | str) -> dict:
    """What is known of a code that is not in the file, by its key."""
    entry = BY_KEY.get(str(code))
    absent = ("name", "kind", "group", "http", "grpc", "since", "deprecated", "docs", "message")
    return {
        **dict.fromkeys(absent),
        "code": json.loads(json.dumps(code)),
        "shown": str(CodeError(code)),
        "known": entry is not None,
        "retryable": False,
        "aliases": [],
        "tags": [],
    }


def is_found(thrown: int | str) -> bool:
    """Whether a code that was raised and wrapped is found again."""
    try:
        try:
            raise CodeError(thrown)
        except CodeError as error:
            raise RuntimeError from error
    except RuntimeError as wrapped:
        return isinstance(wrapped.__cause__, CodeError) and wrapped.__cause__.args == (thrown,)


PROBES = [
    probe
    for tag in FILE["locales"]
    for probe in (
        tag,
        tag.upper().replace("-", "_"),
        f"{tag}-x-test",
        tag.replace("k", "\u212a").replace("s", "\u017f"),
    )
]
SUCCESSES = [entry for entry in FILE["codes"] if entry["kind"] == "success"]
FAILURES = [entry for entry in FILE["codes"] if entry["kind"] != "success"]

print(
    json.dumps(
        {
            "codes": [facts(entry) for entry in FILE["codes"]],
            "unknown": [unknown(code) for code in UNKNOWN],
            "by_name": {
                name: BY_NAME[name]["code"] if name in BY_NAME else None
                for name in (*BY_NAME, "constructor", "NO_SUCH_NAME")
            },
            "locales": {tag: match_locale(tag) for tag in (*PROBES, "xx", "constructor", "")},
            "success": SUCCESSES[0]["kind"] != "error" if SUCCESSES else None,
            "error": is_found(FAILURES[0]["code"]) if FAILURES else None,
        }
    )
)
