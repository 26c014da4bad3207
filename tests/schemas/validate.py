"""Holds the schemas against their own schema, their examples and defaults against what they are
examples of, and each document of `documents/SCHEMA/` against its schema.

Prints what is wrong as JSON: the places and words, by document; those of a schema by its name.
"""

import json
import pathlib

from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7


def main():
    schemas = {path.name: load(path) for path in sorted(pathlib.Path("schemas").iterdir())}
    registry = Registry().with_resources(
        (name, DRAFT7.create_resource(schema)) for name, schema in schemas.items()
    )
    wrong = {}
    for name, schema in schemas.items():
        Draft7Validator.check_schema(schema)
        validator = Draft7Validator(schema, registry=registry)
        wrong[name] = list(examples(schema, validator))
        folder = pathlib.Path("documents", name.removesuffix(".schema.json"))
        for path in sorted(folder.iterdir()) if folder.exists() else []:
            errors = validator.iter_errors(load(path))
            wrong[f"{folder.name}/{path.stem}"] = [said for error in errors for said in told(error)]
    print(json.dumps(wrong))


def load(path):
    return json.loads(path.read_text("utf-8"))


def told(error):
    """An error, and what each way to mend it would be: `anyOf` says nothing by itself."""
    yield f"{error.json_path}: {error.message}"
    for cause in error.context:
        yield from told(cause)


def examples(schema, validator):
    if isinstance(schema, list):
        for part in schema:
            yield from examples(part, validator)
    if not isinstance(schema, dict):
        return
    of = validator.evolve(schema=schema)
    values = schema.get("examples", []) if isinstance(schema.get("examples"), list) else []
    if "default" in schema and not isinstance(schema["default"], dict):
        values = [*values, schema["default"]]
    for value in values:
        for error in of.iter_errors(value):
            yield f"{json.dumps(value)} is no example: {error.message}"
    for name, part in schema.items():
        if name not in ("examples", "default", "enum", "const"):
            yield from examples(part, validator)


main()
