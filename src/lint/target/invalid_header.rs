//! `invalid-header`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "invalid-header",
    standing: Standing::Validity,
    finds: "the `header` of a target is not one line with `{}` in it",
    why: "The line that marks a file as generated stands where `{}` does, and is looked for in one \
          line.",
    fails: r#"
# templates/names/target.yaml
description: The names of codes
header: "// generated"
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
