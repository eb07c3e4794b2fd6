//! The address block on the envelope, by GOV.UK Notify's rules
//! (notifications-utils, `recipient_validation/postal_address.py`).
//!
//! Notify takes the name as the first line of an address. Here it has a column of
//! its own, so the block is the name and the address below it.

use super::address_fault::{FEWEST_LINES, FORBIDDEN_AT_START, Fault, MOST_LINES};
use super::column::{NAME, POSTCODE};
use super::plain::plain;
use super::postcode;

/// Names of the United Kingdom and its parts, as `plain` writes them. Notify counts
/// the Channel Islands and the Isle of Man in (countries/_data).
#[rustfmt::skip]
const UNITED_KINGDOM: &[&str] = &[
    "unitedkingdom", "theunitedkingdom", "uk", "u.k.", "gb", "gbr", "greatbritain", "britain",
    "england", "scotland", "wales", "cymru", "northernireland", "nireland", "channelislands",
    "jersey", "guernsey", "isleofman", "ydeyrnasunedig", "lloegr",
];

/// By which addresses are judged.
#[derive(Clone, Copy)]
pub(super) struct AddressRules<'r> {
    /// Whether a line is the name of another country.
    pub(super) is_other_country: &'r dyn Fn(&str) -> bool,
    /// Whether Notify itself posts the letter. It reads the block from the page, and looks
    /// for the letters A to Z alone.
    pub(super) is_for_notify: bool,
}

/// One line of an address, and the column it was typed in.
#[derive(Debug, Clone)]
struct Line<'c> {
    column: &'c str,
    text: String,
}

/// The finished block: the name, the address, the postcode (or BFPO number) last.
/// `cells` are the address columns in order, each with what stands in it; `whole`: where
/// one of them is the whole address, but perhaps for the postcode.
pub(super) fn block<'c>(
    name: &str,
    cells: &[(&'c str, &str)],
    whole: bool,
    rules: AddressRules,
) -> Result<Vec<String>, Fault<'c>> {
    let mut lines = lines_of(cells, whole);
    if lines.is_empty() {
        return Err(Fault::AddressIsEmpty);
    }
    refuse_no_fixed_abode(&lines)?;
    let bfpo = take_bfpo(&mut lines);
    drop_united_kingdom(&mut lines);
    if bfpo.is_some() {
        refuse_country(&lines, rules)?;
    }

    let printed_twice = lines
        .first()
        .is_some_and(|first| same_name(name, &first.text));
    let name = Some(name).filter(|name| !printed_twice && !name.is_empty());
    let below_name = lines.len() + usize::from(bfpo.is_some());
    check_length(below_name, usize::from(name.is_some()))?;
    print_postcode(&mut lines, cells, bfpo.is_some())?;
    check_lines(name, &lines)?;
    if rules.is_for_notify {
        check_for_notify(name, &lines)?;
    }

    let name = name.map(str::to_owned);
    let address = lines.into_iter().map(|line| line.text);
    Ok(name.into_iter().chain(address).chain(bfpo).collect())
}

/// Notify counts the address as it was typed; an envelope's window counts the name in.
fn check_length<'c>(address: usize, name: usize) -> Result<(), Fault<'c>> {
    if address < FEWEST_LINES {
        return Err(Fault::NotEnoughAddressLines { lines: address });
    }
    let lines = address + name;
    if lines > MOST_LINES {
        return Err(Fault::TooManyAddressLines { lines });
    }
    Ok(())
}

fn check_lines<'c>(name: Option<&str>, lines: &[Line<'c>]) -> Result<(), Fault<'c>> {
    let mut first_two = lines.iter().take(2);
    if let Some(Line { column, .. }) = first_two.find(|line| !has_letter_or_digit(&line.text)) {
        return Err(Fault::InvalidAddressLine1Or2 { column });
    }
    if name.is_some_and(|name| name.starts_with(is_forbidden)) {
        return Err(Fault::InvalidCharInAddress { column: NAME });
    }
    let mut every = lines.iter();
    if let Some(Line { column, .. }) = every.find(|line| line.text.starts_with(is_forbidden)) {
        return Err(Fault::InvalidCharInAddress { column });
    }
    Ok(())
}

/// The lines that hold something: one space between words, no comma at the end.
fn lines_of<'c>(cells: &[(&'c str, &str)], whole: bool) -> Vec<Line<'c>> {
    let split = |cell: &str| -> Vec<String> {
        match whole && !cell.contains('\n') {
            true => at_commas(cell),
            false => cell.split('\n').map(str::to_owned).collect(),
        }
    };
    let mut lines: Vec<Line> = cells
        .iter()
        .flat_map(|(column, cell)| split(cell).into_iter().map(|text| (*column, text)))
        .map(|(column, text)| Line {
            column,
            text: one_line(&text)
                .trim_end_matches([' ', ','])
                .replace(" ,", ","),
        })
        .filter(|line| !line.text.is_empty())
        .collect();
    if whole && let Some(last) = lines.pop() {
        lines.extend(with_postcode_apart(last));
    }
    lines
}

/// An address on one line as several. What stands before a comma may be the number of a
/// house, which keeps to its street.
fn at_commas(cell: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in cell.split(',') {
        let part = part.trim();
        match lines.last_mut() {
            Some(number) if is_house_number(number) => {
                number.push(' ');
                number.push_str(part);
            }
            _ => lines.push(part.to_owned()),
        }
    }
    lines
}

/// "12", "12a", "12-14"
fn is_house_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits > 0 && text.len() <= digits + 1
}

/// "Riverside LD91 2AB" on two lines.
fn with_postcode_apart(line: Line<'_>) -> Vec<Line<'_>> {
    let words: Vec<&str> = line.text.split(' ').collect();
    for take in [2, 1] {
        let Some(at) = words.len().checked_sub(take).filter(|at| *at > 0) else {
            continue;
        };
        if postcode::normalised(&words[at..].concat()).is_some() {
            let part = |words: &[&str]| Line {
                column: line.column,
                text: words.join(" ").trim_end_matches([' ', ',']).to_owned(),
            };
            return vec![part(&words[..at]), part(&words[at..])];
        }
    }
    vec![line]
}

fn refuse_no_fixed_abode<'c>(lines: &[Line<'c>]) -> Result<(), Fault<'c>> {
    let found = lines.iter().find(|line| {
        let text = line.text.to_lowercase();
        text == "nfa" || text.contains("no fixed abode") || text.contains("no fixed address")
    });
    found.map_or(Ok(()), |line| {
        Err(Fault::NoFixedAbodeAddress {
            column: line.column,
        })
    })
}

/// Takes a British Forces Post Office number out of the lines, to stand below them.
fn take_bfpo(lines: &mut Vec<Line<'_>>) -> Option<String> {
    let mut numbers = lines.iter().filter_map(|line| bfpo_number(&line.text));
    let number = numbers.find(|number| !number.is_empty())?;
    lines.retain(|line| bfpo_number(&line.text).is_none());
    Some(format!("BFPO {number}"))
}

/// Refuses an address with a BFPO number whose last line but for that is a country, above
/// the number or below: it would send the letter through foreign post. Further up, such a
/// word is a part of the address, as it is for Notify.
fn refuse_country<'c>(lines: &[Line<'c>], rules: AddressRules) -> Result<(), Fault<'c>> {
    match lines.last() {
        Some(last) if (rules.is_other_country)(&last.text) => {
            Err(Fault::HasCountryForBfpoAddress {
                column: last.column,
            })
        }
        _ => Ok(()),
    }
}

/// What Notify asks of the first two lines of a block as it stands on the page: the name is
/// one of them.
fn check_for_notify<'c>(name: Option<&str>, lines: &[Line<'c>]) -> Result<(), Fault<'c>> {
    let block = name.map(|name| (NAME, name)).into_iter();
    let block = block.chain(lines.iter().map(|line| (line.column, line.text.as_str())));
    let is_read = |text: &str| text.bytes().any(|byte| byte.is_ascii_alphanumeric());
    match block.take(2).find(|(_, text)| !is_read(text)) {
        Some((column, _)) => Err(Fault::NothingThatNotifyReads { column }),
        None => Ok(()),
    }
}

/// The number of a line such as `BFPO 57` or `bfpo c/o 57`, empty where there is only
/// `BFPO`; `None` for any other line.
fn bfpo_number(line: &str) -> Option<String> {
    let line = line.to_lowercase();
    let rest = line.strip_prefix("bfpo")?.trim_start();
    let rest = rest.strip_prefix("c/o").unwrap_or(rest).trim_start();
    rest.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| rest.trim_start_matches('0').to_owned())
}

fn drop_united_kingdom(lines: &mut Vec<Line<'_>>) {
    while lines
        .last()
        .is_some_and(|line| is_united_kingdom(&line.text))
    {
        lines.pop();
    }
}

fn is_united_kingdom(line: &str) -> bool {
    UNITED_KINGDOM.contains(&plain(line).as_str())
}

/// Writes the postcode as Royal Mail sorts it. Above a BFPO number it may be left out.
fn print_postcode<'c>(
    lines: &mut [Line<'c>],
    cells: &[(&'c str, &str)],
    is_bfpo: bool,
) -> Result<(), Fault<'c>> {
    let Some(last) = lines.last_mut() else {
        return Ok(());
    };
    if let Some(printed) = postcode::normalised(&last.text) {
        last.text = printed;
        return Ok(());
    }
    let has_column = cells.iter().any(|(column, _)| *column == POSTCODE);
    let column = if has_column { POSTCODE } else { last.column };
    if is_bfpo && last.column != POSTCODE {
        return Ok(());
    }
    Err(Fault::NotARealUkPostcode { column })
}

fn has_letter_or_digit(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

fn is_forbidden(character: char) -> bool {
    FORBIDDEN_AT_START.contains(character)
}

/// Whether an address already starts with the name. "Dr Ann Lee" and "ann  lee" are
/// one; "Mr Jones" and "Mrs Jones" are two.
fn same_name(name: &str, line: &str) -> bool {
    let ((title, bare), (other_title, other_bare)) = (parts_of_name(name), parts_of_name(line));
    let titles_agree = title == other_title || title.is_empty() || other_title.is_empty();
    !bare.is_empty() && bare == other_bare && titles_agree
}

/// The titles of a name and the rest of it, in small letters and without spaces.
fn parts_of_name(name: &str) -> (String, String) {
    let name = name.to_lowercase();
    let words: Vec<&str> = name
        .split_whitespace()
        .map(|word| word.trim_end_matches('.'))
        .collect();
    let titles = words.iter().take_while(|word| is_title(word)).count();
    (words[..titles].concat(), words[titles..].concat())
}

/// Whether a word of a name is a title: Mr, Dr.
pub(super) fn is_title(word: &str) -> bool {
    #[rustfmt::skip]
    const TITLES: &[&str] = &[
        "mr", "mrs", "ms", "miss", "mx", "master", "dr", "prof", "professor", "sir", "dame", "lady",
        "lord", "rev", "revd", "reverend",
    ];
    let word = word.trim_matches(['.', ',']).to_lowercase();
    TITLES.contains(&word.as_str())
}

/// Words on one line, one space between two.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
