//! The parts of a number format.

use super::Uncertain;

/// What a number of one kind is shown by: `"RPW-"0000`.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Section {
    /// The numbers it is for, where it says so.
    pub(super) condition: Option<Condition>,
    pub(super) parts: Vec<Part>,
    /// How often it is a part of a hundred.
    pub(super) hundreds: i32,
    /// How often thousands are left out.
    pub(super) thousands: i32,
    /// Whether commas stand between thousands.
    pub(super) grouped: bool,
}

/// One thing after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// `0`: a digit, or a zero.
    Zero,
    /// `#`: a digit, or nothing.
    Digit,
    /// `?`: a digit, or a space as wide.
    Aligned,
    Point,
    /// `General`: all digits.
    General,
    /// `@`: what was typed.
    Text,
    Words(String),
    /// A space as wide as some letter.
    Space,
}

impl Part {
    pub(super) fn is_digit(&self) -> bool {
        matches!(self, Self::Zero | Self::Digit | Self::Aligned)
    }
}

/// `[<=9999999]`
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Condition {
    comparison: Comparison,
    than: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Comparison {
    LessOrEqual,
    GreaterOrEqual,
    NotEqual,
    Less,
    Greater,
    Equal,
}

impl Condition {
    /// Longer signs first: `<=` begins with `<`.
    const SIGNS: [(&'static str, Comparison); 6] = [
        ("<=", Comparison::LessOrEqual),
        (">=", Comparison::GreaterOrEqual),
        ("<>", Comparison::NotEqual),
        ("<", Comparison::Less),
        (">", Comparison::Greater),
        ("=", Comparison::Equal),
    ];

    fn read(text: &str) -> Option<Self> {
        Self::SIGNS.iter().find_map(|(sign, comparison)| {
            let than = text.strip_prefix(sign)?.trim().parse().ok()?;
            Some(Self {
                comparison: *comparison,
                than,
            })
        })
    }

    pub(super) fn met(self, value: f64) -> bool {
        match self.comparison {
            Comparison::LessOrEqual => value <= self.than,
            Comparison::GreaterOrEqual => value >= self.than,
            Comparison::NotEqual => value != self.than,
            Comparison::Less => value < self.than,
            Comparison::Greater => value > self.than,
            Comparison::Equal => value == self.than,
        }
    }
}

/// Letters that a format shows without quotes (ECMA-376, part 1, 18.8.31).
const SHOWN_AS_THEY_ARE: &str = "$-+():!^&'~{}<>= ";

/// The sections of a format: for positive and negative numbers, zero, and text.
pub(super) fn sections(format: &str) -> Vec<&str> {
    let mut sections = Vec::new();
    let (mut start, mut quoted, mut escaped) = (0, false, false);
    for (index, character) in format.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => escaped = true,
            ';' => {
                sections.push(&format[start..index]);
                start = index + 1;
            }
            _ => {}
        }
    }
    sections.push(&format[start..]);
    sections
}

impl Section {
    /// What a section asks for.
    pub(super) fn read(text: &str) -> Result<Self, Uncertain> {
        let mut section = Self::default();
        let mut characters = text.chars();
        let mut commas = 0;
        while let Some(character) = characters.next() {
            if character == ',' {
                commas += 1;
                continue;
            }
            section.settle_commas(commas, matches!(character, '0' | '#' | '?'))?;
            commas = 0;
            match character {
                '0' => section.parts.push(Part::Zero),
                '#' => section.parts.push(Part::Digit),
                '?' => section.parts.push(Part::Aligned),
                '.' if section.parts.contains(&Part::Point) => return Err(Uncertain),
                '.' => section.parts.push(Part::Point),
                '@' => section.parts.push(Part::Text),
                '%' => {
                    section.hundreds += 1;
                    section.say('%');
                }
                '"' => loop {
                    match characters.next().ok_or(Uncertain)? {
                        '"' => break,
                        letter => section.say(letter),
                    }
                },
                '\\' => section.say(characters.next().ok_or(Uncertain)?),
                '_' => {
                    characters.next().ok_or(Uncertain)?;
                    section.parts.push(Part::Space);
                }
                // As many as fill the column: of spaces, none are needed.
                '*' if characters.next() == Some(' ') => {}
                '[' => {
                    let inside = characters.by_ref().take_while(|next| *next != ']');
                    let inside: String = inside.collect();
                    section.bracket(&inside)?;
                }
                'G' | 'g' => {
                    let rest: String = characters.by_ref().take(6).collect();
                    if !rest.eq_ignore_ascii_case("eneral") {
                        return Err(Uncertain);
                    }
                    section.parts.push(Part::General);
                }
                shown if SHOWN_AS_THEY_ARE.contains(shown) || !shown.is_ascii() => {
                    section.say(shown);
                }
                // Days, fractions, exponents, and what no format knows.
                _ => return Err(Uncertain),
            }
        }
        section.settle_commas(commas, false)?;
        if section.mixes_digits() {
            return Err(Uncertain);
        }
        Ok(section)
    }

    /// Whether it shows the whole of what was typed.
    pub(super) fn shows_all(&self) -> bool {
        let all = |part: &Part| matches!(part, Part::General | Part::Text);
        self.parts.iter().any(all)
    }

    fn say(&mut self, letter: char) {
        match self.parts.last_mut() {
            Some(Part::Words(words)) => words.push(letter),
            _ => self.parts.push(Part::Words(letter.to_string())),
        }
    }

    /// Commas between places group thousands; after the last place they leave them out.
    fn settle_commas(&mut self, commas: i32, before_a_place: bool) -> Result<(), Uncertain> {
        if commas == 0 {
            return Ok(());
        }
        let after_a_place = self.parts.last().is_some_and(Part::is_digit);
        if !after_a_place || self.parts.contains(&Part::Point) {
            return Err(Uncertain);
        }
        if before_a_place {
            self.grouped = true;
        } else {
            self.thousands += commas;
        }
        Ok(())
    }

    /// A colour, a currency, or which numbers the section is for.
    fn bracket(&mut self, inside: &str) -> Result<(), Uncertain> {
        const COLOURS: [&str; 8] = [
            "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow",
        ];
        let small = inside.to_ascii_lowercase();
        if COLOURS.contains(&small.as_str()) || small.starts_with("color") {
            return Ok(());
        }
        if let Some(currency) = inside.strip_prefix('$') {
            // [$£-809]: what is shown, and for which country.
            let shown = currency.split('-').next().unwrap_or_default();
            shown.chars().for_each(|letter| self.say(letter));
            return Ok(());
        }
        self.condition = Some(Condition::read(inside).ok_or(Uncertain)?);
        Ok(())
    }

    /// All digits and places for digits, side by side, have no meaning that is certain.
    fn mixes_digits(&self) -> bool {
        let all = |part: &&Part| matches!(part, Part::General | Part::Text);
        let place = |part: &Part| part.is_digit() || *part == Part::Point;
        match self.parts.iter().filter(all).count() {
            0 => false,
            1 => self.parts.iter().any(place),
            _ => true,
        }
    }
}
