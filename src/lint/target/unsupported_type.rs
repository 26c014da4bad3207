//! `unsupported-type`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "unsupported-type",
    standing: Standing::Validity,
    finds: "a target can't hold codes of the type of the catalog",
    why: "A target whose constants are numbers has no way to hold texts. Leaving it out beats an SDK \
          that does not compile.",
    fails: r#"
type: string
codes:
  - code: SignatureInvalid
    name: SIGNATURE_INVALID
    message: The signature is not valid.

# templates/names/target.yaml
description: The names of codes
header: "// {}"
codes: { types: [i16, i32] }
files:
  - { template: names.tera, path: names.txt }

# templates/names/names.tera
{{ header }}
{% for entry in catalog.sorted %}
{{ entry.name }}
{% endfor %}
"#,
    passes: r#"
type: string
codes:
  - code: SignatureInvalid
    name: SIGNATURE_INVALID
    message: The signature is not valid.

# templates/names/target.yaml
description: The names of codes
header: "// {}"
codes: { types: [i16, i32, string] }
files:
  - { template: names.tera, path: names.txt }

# templates/names/names.tera
{{ header }}
{% for entry in catalog.sorted %}
{{ entry.name }}
{% endfor %}
"#,
    check: Check::Elsewhere,
};
