//! API return codes: numbers or strings, and the type that holds them.

use std::fmt;

/// The value of an API return code.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Code {
    /// A number; wide enough for every integer type of the format.
    Int(i128),
    /// A string, in catalogs of type `string`.
    Text(String),
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(n) => n.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// The type of all codes of a catalog.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum CodeType {
    /// 16 bits, signed.
    I16,
    /// 32 bits, signed.
    #[default]
    I32,
    /// 64 bits, signed.
    I64,
    /// 16 bits, unsigned.
    U16,
    /// 32 bits, unsigned.
    U32,
    /// 64 bits, unsigned.
    U64,
    /// Text.
    Text,
}

impl CodeType {
    /// Every type, in the order of the documentation.
    pub const ALL: [Self; 7] =
        [Self::I16, Self::I32, Self::I64, Self::U16, Self::U32, Self::U64, Self::Text];

    /// The name used in a spec.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::Text => "string",
        }
    }

    /// The least and the greatest number it holds; `None` for text.
    #[must_use]
    pub const fn range(self) -> Option<(i128, i128)> {
        Some(match self {
            Self::I16 => (i16::MIN as i128, i16::MAX as i128),
            Self::I32 => (i32::MIN as i128, i32::MAX as i128),
            Self::I64 => (i64::MIN as i128, i64::MAX as i128),
            Self::U16 => (0, u16::MAX as i128),
            Self::U32 => (0, u32::MAX as i128),
            Self::U64 => (0, u64::MAX as i128),
            Self::Text => return None,
        })
    }

    /// Its size in bits; 0 for text.
    #[must_use]
    pub const fn bits(self) -> u32 {
        match self {
            Self::I16 | Self::U16 => 16,
            Self::I32 | Self::U32 => 32,
            Self::I64 | Self::U64 => 64,
            Self::Text => 0,
        }
    }
}
