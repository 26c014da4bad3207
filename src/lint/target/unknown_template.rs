//! `unknown-template`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "unknown-template",
    standing: Standing::Validity,
    finds: "a target names a template that is not in its folder",
    why: "A file that is listed and can't be made would be missing from the SDK.",
    fails: r#"
# templates/names/target.yaml
description: The names of codes
header: "// {}"
files:
  - { template: name.tera, path: names.txt }

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
