//! One return code with all that is known of it.

use super::node::Node;
use super::{Code, Localized, Message, Span, Spanned};

/// An entry of the catalog.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it stands, from its first to its last field.
    pub span: Span,
    /// The code.
    pub code: Spanned<Code>,
    /// The symbolic name, in upper case with `_`.
    pub name: Spanned<String>,
    /// What the code tells of the call.
    pub kind: Kind,
    /// The message, by locale.
    pub message: Localized<Spanned<Message>>,
    /// The group it names; [`super::Catalog::group_of`] knows the one it belongs to.
    pub group: Option<Spanned<String>>,
    /// What it means at length, as Markdown, by locale.
    pub description: Localized<Spanned<String>>,
    /// What the caller should do, as Markdown, by locale.
    pub remedy: Localized<Spanned<String>>,
    /// The HTTP status it comes with (RFC 9110, section 15).
    pub http: Option<u16>,
    /// The gRPC status it comes with.
    pub grpc: Option<Grpc>,
    /// Whether the same call may succeed when sent again.
    pub retryable: bool,
    /// The parameters of its message, in the order typed.
    pub params: Vec<Param>,
    /// The version of the API that brought it.
    pub since: Option<String>,
    /// Why not to use it any more.
    pub deprecated: Option<Deprecated>,
    /// Its former names.
    pub aliases: Vec<Spanned<String>>,
    /// Free words to find it by.
    pub tags: Vec<String>,
    /// The address of its documentation.
    pub docs: Option<String>,
    /// The lint rules that are silenced for it.
    pub allow: Vec<Spanned<String>>,
    /// Anything more, for templates of the user's own.
    pub extra: Vec<(String, Node)>,
    /// Where the value of each field stands, in the order typed.
    pub places: Vec<(&'static str, Span)>,
    /// Whether something in it could not be read, so that what seems to be missing may be there.
    pub incomplete: bool,
}

impl Entry {
    /// Where the value of a field stands; the name, where the field is absent.
    #[must_use]
    pub fn place(&self, field: &str) -> Span {
        let found = self.places.iter().find(|(name, _)| *name == field);
        found.map_or(self.name.span, |(_, span)| *span)
    }

    /// Whether its message has parameters, in any locale.
    #[must_use]
    pub fn has_params(&self) -> bool {
        self.message.iter().any(|(_, message)| message.value.has_params())
    }

    /// Whether a parameter stands in its message, in any locale.
    #[must_use]
    pub fn uses(&self, param: &Param) -> bool {
        let stands_in = |message: &Message| message.params().any(|name| name == param.name.value);
        self.message.iter().any(|(_, message)| stands_in(&message.value))
    }
}

/// What a code tells of the call.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Kind {
    /// It did what was asked.
    Success,
    /// It did what was asked, but something deserves attention.
    Warning,
    /// It failed.
    #[default]
    Error,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Success, Self::Warning, Self::Error];

    /// The name used in a spec.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A parameter of a message.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name, as it stands between the braces.
    pub name: Spanned<String>,
    /// Its type.
    pub param_type: ParamType,
    /// What it is, by locale.
    pub description: Localized<Spanned<String>>,
}

/// The type of a parameter. Floats and dates print differently from language to language, so
/// there are none.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ParamType {
    /// Text.
    #[default]
    Text,
    /// A whole number of 64 bits.
    Int,
}

impl ParamType {
    /// Every type.
    pub const ALL: [Self; 2] = [Self::Text, Self::Int];

    /// The name used in a spec.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Int => "int",
        }
    }
}

/// Why not to use a code any more.
#[derive(Clone, Debug)]
pub struct Deprecated {
    /// The version that deprecated it.
    pub since: Option<String>,
    /// The name of the code to use instead.
    pub replacement: Option<Spanned<String>>,
    /// The reason.
    pub reason: Option<String>,
}

/// A gRPC status code.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Grpc(u8);

impl Grpc {
    /// The names, each at its number.
    /// Source: <https://grpc.io/docs/guides/status-codes/>.
    pub const NAMES: [&'static str; 17] = [
        "OK",
        "CANCELLED",
        "UNKNOWN",
        "INVALID_ARGUMENT",
        "DEADLINE_EXCEEDED",
        "NOT_FOUND",
        "ALREADY_EXISTS",
        "PERMISSION_DENIED",
        "RESOURCE_EXHAUSTED",
        "FAILED_PRECONDITION",
        "ABORTED",
        "OUT_OF_RANGE",
        "UNIMPLEMENTED",
        "INTERNAL",
        "UNAVAILABLE",
        "DATA_LOSS",
        "UNAUTHENTICATED",
    ];

    /// The status with this number.
    #[must_use]
    pub fn from_number(number: i128) -> Option<Self> {
        u8::try_from(number).ok().filter(|&n| usize::from(n) < Self::NAMES.len()).map(Self)
    }

    /// The status with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let number = Self::NAMES.iter().position(|n| *n == name)?;
        u8::try_from(number).ok().map(Self)
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES[usize::from(self.0)]
    }
}
