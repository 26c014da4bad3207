//! `invalid-escape`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "invalid-escape",
    standing: Standing::Validity,
    finds: "an escape of a target has settings that exclude each other",
    why: "An escape keeps a text from breaking out of a literal or a comment. It follows the rules \
          of plain text or those of Markdown: halves of both would leave holes.",
    fails: r#"
# templates/names/target.yaml
description: The names of codes
header: "// {}"
escapes:
  cell: { commonmark: { indent: 0 }, one_line: true }
files:
  - { template: names.tera, path: names.txt }

# templates/names/names.tera
{{ header }}
{% for entry in catalog.sorted %}
{{ entry.code }}={{ entry.name }}
{% endfor %}
"#,
    passes: r#"
# templates/names/target.yaml
description: The names of codes
header: "// {}"
escapes:
  cell: { commonmark: { indent: 0 } }
files:
  - { template: names.tera, path: names.txt }

# templates/names/names.tera
{{ header }}
{% for entry in catalog.sorted %}
{{ entry.code }}={{ entry.name }}
{% endfor %}
"#,
    check: Check::Elsewhere,
};
