//! Every kind of change, with what it means and why. One registry: findings, levels in
//! `codegen.yaml` and the documentation derive from it.

use super::change::{ChangeRule, Verdict};

macro_rules! rules {
    ($($name:ident = $text:literal, $verdict:ident: $finds:literal, $why:literal;)*) => {
        $(pub(super) const $name: ChangeRule = ChangeRule {
            name: $text,
            verdict: Verdict::$verdict,
            finds: $finds,
            why: $why,
        };)*

        /// Every kind of change, by name.
        pub static CHANGES: &[&ChangeRule] = &[$(&$name),*];
    };
}

rules! {
    ALIAS_ADDED = "alias-added", Compatible:
        "an entry has a former name that it did not have",
        "One more name finds the code.";
    ALIAS_REMOVED = "alias-removed", Breaking:
        "an entry lost a former name",
        "Whoever looks the code up by that name finds nothing any more.";
    CODE_ADDED = "code-added", Compatible:
        "there is a new code",
        "Clients take codes that they do not know for what they are: unknown.";
    CODE_DEPRECATED = "code-deprecated", Compatible:
        "a code is deprecated now",
        "It works as before, and says that it should not be used any more.";
    CODE_REMOVED = "code-removed", Breaking:
        "a code is gone, and its number is not reserved",
        "Its constant no longer compiles, and somebody may give its number to something else, \
         which old clients would take for the old code.";
    CODE_RENUMBERED = "code-renumbered", Breaking:
        "an entry has another code",
        "Old clients do not know the new code, and take the old one for what it was.";
    CODE_RETIRED = "code-retired", Compatible:
        "a code is gone, and reserved",
        "Nobody can take its number for something else. Where SDKs promise that constants stay, \
         make this breaking and deprecate the code first.";
    CODE_REUSED = "code-reused", Breaking:
        "a code stands for something else",
        "Old clients take it for what it was.";
    DEPRECATION_REMOVED = "deprecation-removed", Compatible:
        "a code is not deprecated any more",
        "It may be used again.";
    DETAILS_CHANGED = "details-changed", Editorial:
        "a description, a remedy, an address or another detail changed",
        "Only people read it.";
    FALLBACK_CHANGED = "fallback-changed", Compatible:
        "another locale serves where a text is missing",
        "Texts shown without a choice of locale are in another language.";
    GROUP_CHANGED = "group-changed", Compatible:
        "an entry belongs to another group",
        "The group is a fact that programs can ask for, but groups sort codes for people.";
    GRPC_CHANGED = "grpc-changed", Breaking:
        "an entry has another gRPC status",
        "Callers decide by the status.";
    HTTP_CHANGED = "http-changed", Breaking:
        "an entry has another HTTP status",
        "Callers decide by the status.";
    KIND_CHANGED = "kind-changed", Breaking:
        "an entry is of another kind: success, warning or error",
        "What was no error may be one now, or the other way round.";
    LOCALE_ADDED = "locale-added", Compatible:
        "the catalog has one more locale",
        "There is more to choose from.";
    LOCALE_REMOVED = "locale-removed", Breaking:
        "the catalog lost a locale",
        "Its constant no longer compiles, and its readers get another language.";
    MESSAGE_REWORDED = "message-reworded", Editorial:
        "a message has other words",
        "Programs must not depend on them.";
    NAME_CHANGED = "name-changed", Breaking:
        "an entry has another name, and its old one is not an alias",
        "Its constant no longer compiles, and the old name finds nothing.";
    PARAMETER_ADDED = "parameter-added", Breaking:
        "a message has one more parameter",
        "Whoever fills in the message has to give it.";
    PARAMETER_REMOVED = "parameter-removed", Breaking:
        "a message lost a parameter",
        "Whoever gives it no longer compiles.";
    PARAMETER_RENAMED = "parameter-renamed", Breaking:
        "a parameter has another name",
        "Arguments are given by name.";
    PARAMETER_RETYPED = "parameter-retyped", Breaking:
        "a parameter is of another type",
        "Arguments of the old type no longer compile.";
    RENAMED_WITH_ALIAS = "renamed-with-alias", Compatible:
        "an entry has another name, and keeps the old one as an alias",
        "Both names find the code; the constant has the new name.";
    RESERVATION_REMOVED = "reservation-removed", Breaking:
        "a code or name that was reserved is not any more",
        "It was reserved because somebody somewhere still takes it for what it was.";
    RESERVED_CODE_USED = "reserved-code-used", Breaking:
        "an entry has a code that was reserved",
        "Old clients take it for what it was.";
    RESERVED_NAME_USED = "reserved-name-used", Breaking:
        "an entry has a name that was reserved",
        "Whoever still has the old name gets another code.";
    RETRYABLE_CHANGED = "retryable-changed", Breaking:
        "sending the same call again may help now, or no longer does",
        "Clients send again by it: too often, or not at all.";
    TYPE_CHANGED = "type-changed", Breaking:
        "the codes are of another type",
        "The type of every constant is another.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_unique_and_in_order() {
        assert!(CHANGES.is_sorted_by(|a, b| a.name < b.name));
    }
}
