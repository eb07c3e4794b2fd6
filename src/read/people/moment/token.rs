//! A cell cut into numbers, words and marks.

/// A piece of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Plain digits, as they are written.
    Number(String),
    /// Letters, in small ones.
    Word(String),
    /// A full stop, colon, slash or dash.
    Mark(char),
    /// Anything else: no date and no time has it.
    Other,
}

/// What is left of a cell.
#[derive(Debug)]
pub(super) struct Tokens {
    /// The last one first.
    left: Vec<Token>,
}

impl Tokens {
    pub(super) fn of(cell: &str) -> Self {
        let text = cell.trim().to_lowercase();
        let text = text.replace("a.m.", "am").replace("p.m.", "pm");
        let mut left = Vec::new();
        let mut rest = text.as_str();
        while let Some(first) = rest.chars().next() {
            let (length, token) = if first.is_ascii_digit() {
                let length = rest.bytes().take_while(u8::is_ascii_digit).count();
                (length, Some(Token::Number(rest[..length].to_owned())))
            } else if first.is_alphabetic() {
                let end = rest.find(|letter: char| !letter.is_alphabetic());
                let length = end.unwrap_or(rest.len());
                (length, Some(Token::Word(rest[..length].to_owned())))
            } else if first.is_whitespace() || first == ',' {
                (first.len_utf8(), None)
            } else if matches!(first, '.' | ':' | '/' | '-') {
                (1, Some(Token::Mark(first)))
            } else {
                (first.len_utf8(), Some(Token::Other))
            };
            left.extend(token);
            rest = &rest[length..];
        }
        left.reverse();
        Self { left }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.left.is_empty()
    }

    /// Takes the next one where `read` makes something of it.
    pub(super) fn take<T>(&mut self, read: impl FnOnce(&Token) -> Option<T>) -> Option<T> {
        let found = self.left.last().and_then(read)?;
        self.left.pop();
        Some(found)
    }

    /// Takes a number of so many digits.
    pub(super) fn number(&mut self, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
        self.take(|token| match token {
            Token::Number(text) if digits.contains(&text.len()) => text.parse().ok(),
            _ => None,
        })
    }

    /// How many digits the next number has; 0 where it is none.
    pub(super) fn digits(&self) -> usize {
        match self.left.last() {
            Some(Token::Number(text)) => text.len(),
            _ => 0,
        }
    }

    /// Takes one of these marks.
    pub(super) fn mark(&mut self, marks: &[char]) -> Option<char> {
        self.take(|token| match token {
            Token::Mark(mark) if marks.contains(mark) => Some(*mark),
            _ => None,
        })
    }

    /// Takes one of these words.
    pub(super) fn take_word(&mut self, words: &[&str]) -> Option<()> {
        self.take(|token| match token {
            Token::Word(word) => words.contains(&word.as_str()).then_some(()),
            _ => None,
        })
    }
}
