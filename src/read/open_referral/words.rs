//! What others wrote, in words that can stand on a page: without markup, on one line; days
//! and times as people say them.

use jiff::civil::Time;

use crate::diagnostics::listed;
use crate::read::characters::why_refused;

/// The longest text that a cell takes over, in characters.
const LONGEST: usize = 300;
/// The longest text that a message repeats, in characters.
const LONGEST_SAID: usize = 60;

/// A text on one line, without tags of HTML; none where nothing is left.
pub fn plain(text: &str) -> Option<String> {
    let mut said = String::new();
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        said.push_str(before);
        match tag.split_once('>') {
            Some((name, after)) if is_tag(name) => {
                said.push(' ');
                rest = after;
            }
            _ => {
                said.push('<');
                rest = tag;
            }
        }
    }
    said.push_str(rest);
    let named = [
        ("&nbsp;", " "),
        ("&pound;", "£"),
        ("&#39;", "'"),
        ("&rsquo;", "’"),
        ("&ndash;", "–"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    let said = named
        .iter()
        .fold(said, |said, (name, sign)| said.replace(name, sign));
    let seen = said.chars().filter(|it| why_refused(*it).is_none());
    let seen: String = seen.take(20 * LONGEST).collect();
    let line = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    // A spreadsheet program takes what begins so for a formula.
    let line = line.trim_start_matches(['=', '@']);
    (!line.is_empty()).then(|| line.to_owned())
}

fn is_tag(name: &str) -> bool {
    let name = name.trim_start_matches('/');
    name.len() < 200 && name.starts_with(|it: char| it.is_ascii_alphabetic())
}

/// The first sentence of a text, or as many words as a cell takes; and whether that is all.
pub fn first_sentence(text: &str) -> (String, bool) {
    let ends = text.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
    let mut ends = ends.filter(|end| text[*end..].starts_with(' '));
    let sentence = ends.find(|end| *end > 20).map_or(text, |end| &text[..end]);
    let short = shortened(sentence);
    let is_all = short.len() == text.len();
    (short.trim_end_matches('.').to_owned(), is_all)
}

/// As many whole words as a cell takes.
pub fn shortened(text: &str) -> String {
    whole_words(text, LONGEST).to_owned()
}

/// As much of a text as a message repeats.
pub fn in_short(text: &str) -> String {
    match whole_words(text, LONGEST_SAID) {
        all if all.len() == text.len() => all.to_owned(),
        kept => format!("{kept} …"),
    }
}

/// The whole words among so many first characters; the first of them cut where it is longer.
fn whole_words(text: &str, most: usize) -> &str {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text;
    };
    let kept = &text[..end];
    kept.rsplit_once(' ').map_or(kept, |(kept, _)| kept)
}

/// "Monday and Friday", of the days of iCalendar: "MO,FR". None where it says something
/// else, such as every second Monday.
pub fn days(byday: &str) -> Option<String> {
    const DAYS: [(&str, &str); 7] = [
        ("MO", "Monday"),
        ("TU", "Tuesday"),
        ("WE", "Wednesday"),
        ("TH", "Thursday"),
        ("FR", "Friday"),
        ("SA", "Saturday"),
        ("SU", "Sunday"),
    ];
    let named = byday.split([',', ';', ' ']).filter(|day| !day.is_empty());
    let named = named.map(|day| {
        let mut days = DAYS.iter();
        let known = days
            .find(|(code, name)| day.eq_ignore_ascii_case(code) || day.eq_ignore_ascii_case(name));
        known.map(|(_, name)| *name)
    });
    let named: Vec<&str> = named.collect::<Option<_>>()?;
    let week = &DAYS.map(|(_, name)| name)[..5];
    match named.as_slice() {
        [] => None,
        all if all == week => Some("Monday to Friday".to_owned()),
        some => Some(listed(some, "and")),
    }
}

/// "9:30am", of "09:30", "09:30:00" or "09:30Z".
pub fn time(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = text.get(..5).unwrap_or(text);
    let time: Time = format!("{digits}:00").parse().ok()?;
    let (hour, minute) = (time.hour(), time.minute());
    Some(match (hour, minute) {
        (12, 0) => "midday".to_owned(),
        (0, 0) => "midnight".to_owned(),
        _ => {
            let half = if hour < 12 { "am" } else { "pm" };
            let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
            if minute == 0 {
                format!("{hour}{half}")
            } else {
                format!("{hour}:{minute:02}{half}")
            }
        }
    })
}

/// "Monday and Friday, 9am to 5pm"; as much of it as is known.
pub fn when(days: Option<String>, opens: Option<String>, closes: Option<String>) -> Option<String> {
    let hours = match (opens, closes) {
        (Some(opens), Some(closes)) => Some(format!("{opens} to {closes}")),
        (opens, None) => opens,
        (None, Some(closes)) => Some(format!("until {closes}")),
    };
    let parts: Vec<String> = [days, hours].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_what_spreadsheets_obey_are_taken_out() {
        let said = |text| plain(text).unwrap_or_default();
        assert_eq!(
            said("<p class=\"a\">Tea&nbsp;&amp; talk</p>\n<br/>Free"),
            "Tea & talk Free"
        );
        assert_eq!(said("For 5 < 6 year olds"), "For 5 < 6 year olds");
        assert_eq!(said("=HYPERLINK(1)"), "HYPERLINK(1)");
        assert_eq!(plain(" <br> \u{202e}"), None);
    }

    #[test]
    fn days_and_times_are_said_as_people_say_them() {
        assert_eq!(days("MO,TU,WE,TH,FR").as_deref(), Some("Monday to Friday"));
        assert_eq!(days("TU;TH").as_deref(), Some("Tuesday and Thursday"));
        assert_eq!(days("2MO"), None);
        assert_eq!(time("09:30:00").as_deref(), Some("9:30am"));
        assert_eq!(time("12:00Z").as_deref(), Some("midday"));
        assert_eq!(time("late"), None);
    }

    #[test]
    fn a_message_repeats_the_beginning_of_a_long_name() {
        assert_eq!(in_short("Tea Club"), "Tea Club");
        let said = in_short(&"Tea and talk at the mill ".repeat(20));
        assert_eq!(
            said,
            "Tea and talk at the mill Tea and talk at the mill Tea and …"
        );
        assert_eq!(in_short(&"a".repeat(400)), format!("{} …", "a".repeat(60)));
    }

    #[test]
    fn a_description_is_its_first_sentence() {
        let said = first_sentence("A warm group for anyone. We meet each week.");
        assert_eq!(said, ("A warm group for anyone".to_owned(), false));
        assert!(first_sentence("Tea").1);
    }
}
