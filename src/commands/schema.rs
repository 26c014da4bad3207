//! `codegen schema`: the schemas of what people write and machines read, for editors and
//! validators.

use super::{Console, Failure, Status};

/// A schema, as it stands in `schemas/`.
struct Schema {
    name: &'static str,
    of: &'static str,
    text: &'static str,
}

static SCHEMAS: [Schema; 6] = [
    Schema {
        name: "codes",
        of: "the spec, `spec/codes.yaml`",
        text: include_str!("../../schemas/codes.schema.json"),
    },
    Schema {
        name: "included",
        of: "a file that a spec includes; refers to `codes.schema.json` beside it",
        text: include_str!("../../schemas/included.schema.json"),
    },
    Schema {
        name: "codegen",
        of: "the configuration, `codegen.yaml`",
        text: include_str!("../../schemas/codegen.schema.json"),
    },
    Schema {
        name: "target",
        of: "the manifest of a target, `target.yaml`",
        text: include_str!("../../schemas/target.schema.json"),
    },
    Schema {
        name: "findings",
        of: "what any command prints with `--format json`",
        text: include_str!("../../schemas/findings.schema.json"),
    },
    Schema {
        name: "export",
        of: "what `codegen export --format json` prints",
        text: include_str!("../../schemas/export.schema.json"),
    },
];

/// Prints the schema with a name (JSON Schema, draft 7), or what schemas there are.
pub fn schema(name: Option<&str>, console: &mut Console) -> Result<Status, Failure> {
    let Some(name) = name else {
        let lines = SCHEMAS.iter().map(|schema| format!("{:<10}{}\n", schema.name, schema.of));
        console.data(&lines.collect::<String>())?;
        return Ok(Status::Clean);
    };
    let Some(schema) = SCHEMAS.iter().find(|schema| schema.name == name) else {
        let known = SCHEMAS.iter().map(|schema| schema.name.to_owned()).collect();
        return Err(Failure::Unknown { what: "schema", typed: name.to_owned(), known });
    };
    console.data(schema.text)?;
    Ok(Status::Clean)
}
