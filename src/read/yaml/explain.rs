//! What a parser says, in words for somebody who does not program.

use serde_yaml::{Mapping, Value};

use crate::diagnostics::{Help, Place, Problem, closest, did_you_mean, one_of, with_commas};

/// A value that did not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// A key nothing reads.
    UnknownKey { key: String, known: Vec<String> },
    /// A word that is none of the possible ones.
    UnknownWord { word: String, known: Vec<String> },
    /// A key that has to be there.
    Missing { key: String },
    /// Nothing stands where something has to.
    Empty,
    /// A list or a group without an entry, and what to write.
    NoEntry { example: String },
    /// Another sort of value.
    Sort { found: String, wanted: String },
    /// What our own types say: the message and what to do.
    Other { message: String, help: Vec<String> },
}

/// What a value in a list is called.
pub(super) const ITEM: &str = "this";
/// What the value of a whole file is called.
pub(super) const FILE: &str = "this file";

/// Reads `serde`'s words.
pub fn mistake(message: &str) -> Mistake {
    let quoted = |text: &str| -> Vec<String> {
        let every_second = text.split('`').skip(1).step_by(2);
        every_second.map(str::to_owned).collect()
    };
    if let Some(rest) = message.strip_prefix("unknown field ") {
        let mut words = quoted(rest).into_iter();
        let key = words.next().unwrap_or_default();
        let known = words.collect();
        return Mistake::UnknownKey { key, known };
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        let mut words = quoted(rest).into_iter();
        let word = words.next().unwrap_or_default();
        let known = words.collect();
        return Mistake::UnknownWord { word, known };
    }
    if let Some(rest) = message.strip_prefix("missing field ") {
        let key = quoted(rest).into_iter().next().unwrap_or_default();
        return Mistake::Missing { key };
    }
    if let Some(example) = message.strip_prefix("invalid length 0, expected ") {
        let example = example.to_owned();
        return Mistake::NoEntry { example };
    }
    let sort = message
        .strip_prefix("invalid type: ")
        .or_else(|| message.strip_prefix("invalid value: "));
    if let Some((found, wanted)) = sort.and_then(|rest| rest.split_once(", expected ")) {
        if found.starts_with("null") || found.starts_with("unit value") {
            return Mistake::Empty;
        }
        return Mistake::Sort {
            found: found.to_owned(),
            wanted: wanted.to_owned(),
        };
    }
    let mut lines = message.lines().map(str::to_owned);
    Mistake::Other {
        message: lines.next().unwrap_or_default(),
        help: lines.collect(),
    }
}

impl Mistake {
    /// The key somebody meant who mistyped one.
    pub fn meant(&self) -> Option<&str> {
        match self {
            Self::UnknownKey { key, known } => closest(key, known.iter().map(String::as_str)),
            _ => None,
        }
    }

    /// The problem to show. `name` is the key it happened at.
    pub fn problem(&self, name: &str, place: Place) -> Problem {
        match self {
            Self::UnknownKey { key, .. } if let Some(help) = gone(key) => {
                let problem = Problem::error(format!("`{key}` is no longer used")).at(place);
                problem.help(help)
            }
            Self::UnknownKey { key, known } => {
                let known = || known.iter().map(String::as_str);
                let problem = Problem::error(format!("`{key}` is not a setting here")).at(place);
                match did_you_mean(key, known()) {
                    Some(help) => problem.help(help),
                    // The second half of a text, where a comma ended the first.
                    None if key.contains(' ') => problem.help(
                        "a text between `{` and `}` has to stand in double quotes where it holds a comma",
                    ),
                    None => problem.help(format!("what can stand here: {}", one_of(known()))),
                }
            }
            Self::UnknownWord { word, known } => {
                let known = || known.iter().map(String::as_str);
                Problem::error(format!("`{word}` is not possible here"))
                    .at(place)
                    .maybe_help(did_you_mean(word, known()))
                    .help(format!("write {}", one_of(known())))
            }
            Self::Missing { key } => Problem::error(format!("`{key}` is missing"))
                .at_saying(place, format!("this has no `{key}`"))
                .help(Help::add_setting(format!("`{key}: …`"))),
            Self::Empty if name == ITEM => Problem::error("an entry of this list is empty")
                .at_saying(place, "nothing is written here")
                .help("write something after the `-` or between the commas, or delete the line"),
            Self::Empty => Problem::error(format!("`{name}` is empty"))
                .at_saying(place, "nothing is written here")
                .help(format!(
                    "write something after `{name}:`, or delete the line"
                ))
                .help("a text that begins with `#` has to stand in quotes"),
            Self::NoEntry { example } => Problem::error(format!("`{name}` is empty"))
                .at_saying(place, "nothing stands in here")
                .help(format!("write {example}")),
            Self::Sort { found, wanted } => {
                let name = match name {
                    ITEM => "an entry of this list".to_owned(),
                    FILE => FILE.to_owned(),
                    name => format!("`{name}`"),
                };
                let group =
                    "write its settings on the lines below, each with two spaces more in front";
                Problem::error(format!("{name} should be {}", wanted_in_words(wanted)))
                    .at_saying(place, format!("this is {}", sort_in_words(found)))
                    .maybe_help((is_group(wanted) && name != FILE).then_some(group))
                    .maybe_help(quotes_help(found, wanted))
                    .maybe_help(number_help(found, wanted))
            }
            Self::Other { message, help } => {
                let problem = Problem::error(message.clone()).at(place);
                let help = help
                    .iter()
                    .map(|line| match line.strip_prefix("add a line ") {
                        Some(setting) => Help::add_setting(setting),
                        None => Help::from(line.clone()),
                    });
                help.fold(problem, Problem::help)
            }
        }
    }
}

/// What to write instead of a setting that there was once.
fn gone(key: &str) -> Option<&'static str> {
    Some(match key {
        "motif" => "write `cover: bench`, or delete this line",
        "checked-by-a-person" => {
            "write who looked whether the line is right, and when, as in \
             `checked: {on: 2026-11-22, by: Team secretary}`; where nobody has, delete this line"
        }
        _ => return None,
    })
}

/// What stands there, in words: `found` is as serde says it.
fn sort_in_words(found: &str) -> String {
    let (sort, value) = found.split_once(' ').unwrap_or((found, ""));
    let value = value.trim_start_matches("point ").trim_matches('`');
    match sort {
        "integer" | "floating" if value.len() > 20 => "a number".to_owned(),
        "integer" | "floating" => format!("a number: {value}"),
        "boolean" => format!("a yes or no: {value}"),
        "string" | "character" => "text".to_owned(),
        "sequence" | "tuple" => "a list".to_owned(),
        _ => "a group of settings".to_owned(),
    }
}

/// Whether a group is wanted, as serde says it.
pub(super) fn is_group(wanted: &str) -> bool {
    wanted == "a map" || wanted.starts_with("struct ")
}

/// Whether a number is wanted, as serde says it.
pub(super) fn is_number(wanted: &str) -> bool {
    matches!(wanted, "u8" | "u16" | "u32" | "u64" | "usize" | "f64")
}

/// Whether one of a few words is wanted, as serde says it of its own enums and of values
/// that carry a place.
pub(super) fn is_one_word(wanted: &str) -> bool {
    wanted.starts_with("a Value::")
        || wanted.starts_with("enum ")
        || wanted.starts_with("string or")
}

/// What should stand there, in words: `wanted` is as serde says it, or as our own types do.
fn wanted_in_words(wanted: &str) -> String {
    let whole = |least: i128, most: i128| {
        let most = with_commas(&most.to_string());
        format!("a whole number from {least} to {most}")
    };
    match wanted {
        "a boolean" => "`true` or `false`".to_owned(),
        "a sequence" => "a list, such as [one, two]".to_owned(),
        "a map" => "a group of settings".to_owned(),
        "u8" => whole(0, u8::MAX.into()),
        "u16" => whole(0, u16::MAX.into()),
        "u32" => whole(0, u32::MAX.into()),
        "u64" | "usize" => "a whole number that is not below 0".to_owned(),
        "f64" => "a number".to_owned(),
        "a string" => "text".to_owned(),
        // Our own types are not known to people by their names.
        wanted if wanted.starts_with("struct ") => "a group of settings".to_owned(),
        wanted if is_one_word(wanted) => "a word".to_owned(),
        wanted => wanted.to_owned(),
    }
}

/// A number stands alone: without quotes, unit or comma.
fn number_help(found: &str, wanted: &str) -> Option<String> {
    let text = found.strip_prefix("string ")?;
    let digits: String = text.chars().filter(char::is_ascii_digit).take(20).collect();
    let number = wanted_in_words(wanted).contains("number") && !digits.is_empty();
    number.then(|| format!("write the number alone: {digits}"))
}

fn quotes_help(found: &str, wanted: &str) -> Option<String> {
    let number = found.starts_with("integer") || found.starts_with("floating");
    (number && matches!(wanted, "text" | "a string" | "text, or one text a tone"))
        .then(|| "put it in quotes, just as it stands here".to_owned())
}

/// Where the shape of a text cannot be followed: what is wrong, and what to try. `info` is
/// the parser's message.
pub fn syntax(info: &str) -> (&'static str, &'static str) {
    if info.contains("tab") {
        (
            "a tab stands here, where only spaces count",
            "use spaces here, never the tab key",
        )
    } else if info.contains("block scalar") {
        (
            "`|` and `>` stand alone at the end of their line, and the text below it, further in",
            "write the text on the lines below, or put the whole text in quotes",
        )
    } else if info.contains("escape") || info.contains("hexadecimal") {
        (
            "a `\\` in double quotes begins a sign that has a name, and this is none",
            "write `/` between folders; or write `'…'` for the quotes, in which a `\\` is a `\\`",
        )
    } else if info.contains("mapping values are not allowed") {
        (
            "this colon is one too many for its line, or the line begins at the wrong place",
            "a text with `: ` in it has to stand in quotes; also check the spaces at the start of the line",
        )
    } else if info.contains("quote") || info.contains("scalar") {
        (
            "a text in quotes does not end where it should",
            "check that every quote that opens is closed again",
        )
    } else if info.contains("alias") || info.contains("anchor") {
        (
            "a `*` or `&` here means something else than the sign",
            "a text that begins with `*` or `&` has to stand in quotes",
        )
    } else if info.contains("indent") || info.contains("block") {
        (
            "this line begins at another place than the lines it belongs to",
            "check the spaces at the start of this line and of the line above",
        )
    } else {
        (
            "this line and those above do not make sense together",
            "look at this line and the ones above: spaces at the start, no space after a colon, a quote that does not close, a text that begins with a sign and needs quotes",
        )
    }
}

/// Values that fit most places: a word, a number, a day, a colour, a yes, nothing.
pub(super) fn stand_ins(mistake: &Mistake) -> [Value; 7] {
    let word = match mistake {
        Mistake::UnknownWord { known, .. } => known.first().map_or("word", String::as_str),
        _ => "word",
    };
    [
        Value::String(word.into()),
        Value::Number(1.into()),
        Value::String("2000-01-01".into()),
        Value::String("#000000".into()),
        Value::Bool(true),
        Value::Sequence(Vec::new()),
        Value::Mapping(Mapping::new()),
    ]
}
