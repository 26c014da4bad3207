//! What stands for what in an escaped text. Knows nothing of places or languages.

/// Texts and what stands for each; the longest match wins. An empty text matches nothing.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Pairs {
    /// The longest first.
    pairs: Vec<(String, String)>,
    /// Whether any text begins with a byte: most bytes of most texts need no more than that.
    begins: [bool; 256],
}

impl Default for Pairs {
    fn default() -> Self {
        Self { pairs: Vec::new(), begins: [false; 256] }
    }
}

impl FromIterator<(String, String)> for Pairs {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        let mut pairs: Vec<_> = pairs.into_iter().filter(|(from, _)| !from.is_empty()).collect();
        pairs.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
        let mut begins = [false; 256];
        for (from, _) in &pairs {
            begins[usize::from(from.as_bytes()[0])] = true;
        }
        Self { pairs, begins }
    }
}

impl Pairs {
    /// What stands for the texts.
    pub(super) fn replacements(&self) -> impl Iterator<Item = &str> {
        self.pairs.iter().map(|(_, to)| to.as_str())
    }

    /// Whether a text that is looked for begins with a byte.
    pub(super) fn begin_with(&self, byte: u8) -> bool {
        self.begins[usize::from(byte)]
    }

    /// What a text begins with, and what stands for it.
    pub(super) fn at_start(&self, text: &str) -> Option<(&str, &str)> {
        let is_any = text.bytes().next().is_some_and(|byte| self.begin_with(byte));
        is_any.then(|| self.longest(|from| text.starts_with(from))).flatten()
    }

    /// What a text ends with, and what stands for it.
    pub(super) fn at_end(&self, text: &str) -> Option<(&str, &str)> {
        self.longest(|from| text.ends_with(from))
    }

    fn longest(&self, fits: impl Fn(&str) -> bool) -> Option<(&str, &str)> {
        let found = self.pairs.iter().find(|(from, _)| fits(from));
        found.map(|(from, to)| (from.as_str(), to.as_str()))
    }
}
