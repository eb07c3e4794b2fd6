//! One language: its fixed words, dates, times and numbers.

use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{E, YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale as LanguageTag;
use jiff::civil::{Date, Time, date};

use super::publication::Language;
use crate::diagnostics::Problem;
use crate::read::{Labels, Text};

/// A language, ready to speak.
pub struct Locale {
    tag: String,
    parsed: LanguageTag,
    labels: Labels,
    weekday: Formatter<Gregorian, E>,
    day: Formatter<Gregorian, YMD>,
    month: Formatter<Gregorian, YM>,
    number: DecimalFormatter,
}

impl Locale {
    /// The language of this tag, with its labels.
    ///
    /// # Errors
    /// Where the tag is not a language tag, or there are no dates or numbers for it.
    pub fn new(tag: &Text, labels: Labels) -> Result<Self, Problem> {
        let unknown = || {
            Problem::error(format!("`{}` is not a language", tag.value))
                .at(tag.place)
                .help("write a language tag such as `en-GB` or `cy`")
        };
        let parsed: LanguageTag = tag.value.parse().map_err(|_| unknown())?;
        let data = || (&parsed).into();
        Ok(Self {
            weekday: Formatter::try_new(data(), E::long()).map_err(|_| unknown())?,
            day: Formatter::try_new(data(), YMD::long()).map_err(|_| unknown())?,
            month: Formatter::try_new(data(), YM::long()).map_err(|_| unknown())?,
            number: DecimalFormatter::try_new((&parsed).into(), Default::default())
                .map_err(|_| unknown())?,
            tag: tag.value.clone(),
            parsed,
            labels,
        })
    }

    /// Its tag, such as `en-GB`.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Its fixed words.
    pub fn labels(&self) -> &Labels {
        &self.labels
    }

    /// As Typst and PDF want it. A language without a country is that of the UK:
    /// `cy` has no other, and the pages are for services there.
    pub fn language(&self) -> Language {
        let region = self.parsed.id.region;
        Language {
            tag: self.tag.clone(),
            code: self.parsed.id.language.to_string(),
            region: region.map_or("GB".to_owned(), |region| region.to_string()),
            months: self.months(),
            weekdays: self.weekdays(),
            half_days: ["am", "pm"].map(|half| self.say(half, &[])).to_vec(),
        }
    }

    /// The words for the months, each as it stands in a date.
    fn months(&self) -> Vec<String> {
        let firsts = (1..=12).map(|month| date(2026, month, 1));
        let written = firsts.flat_map(|first| [self.day(first), self.month(first)]);
        let mut words: Vec<String> = Vec::new();
        for written in written {
            let letters =
                |word: &&str| word.chars().count() > 2 && word.chars().all(char::is_alphabetic);
            for word in written.split_whitespace().filter(letters) {
                if !words.iter().any(|known| known == word) {
                    words.push(word.to_owned());
                }
            }
        }
        words
    }

    fn weekdays(&self) -> Vec<String> {
        let week = (1..=7).filter_map(|day| icu(date(2026, 6, day)));
        week.map(|day| self.weekday.format(&day).to_string())
            .collect()
    }

    /// A fixed word, with `{name}` filled in for each pair.
    pub fn say(&self, label: &str, values: &[(&str, &str)]) -> String {
        let text = self.labels.get(label).map_or(label, |text| &text.value);
        values.iter().fold(text.to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        })
    }

    /// "Monday 7 December 2026": without the comma of CLDR, as the NHS service
    /// manual writes it.
    pub fn weekday(&self, date: Date) -> String {
        let day = self.day(date);
        match icu(date) {
            Some(icu) => format!("{} {day}", self.weekday.format(&icu)),
            None => day,
        }
    }

    /// "7 December 2026"
    pub fn day(&self, date: Date) -> String {
        icu(date).map_or(date.to_string(), |icu| self.day.format(&icu).to_string())
    }

    /// "December 2026"
    pub fn month(&self, date: Date) -> String {
        icu(date).map_or(date.to_string(), |icu| self.month.format(&icu).to_string())
    }

    /// "9:30am", "5pm", "midday" (NHS service manual; the words are the language's own).
    pub fn time(&self, time: Time) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        match (hour, minute) {
            (12, 0) => return self.say("midday", &[]),
            (0, 0) => return self.say("midnight", &[]),
            _ => {}
        }
        let half = self.say(if hour < 12 { "am" } else { "pm" }, &[]);
        let hour = match hour % 12 {
            0 => 12,
            hour => hour,
        };
        match minute {
            0 => format!("{hour}{half}"),
            minute => format!("{hour}:{minute:02}{half}"),
        }
    }

    /// "2,000"
    pub fn number(&self, number: u32) -> String {
        self.number.format(&number.into()).to_string()
    }
}

fn icu(date: Date) -> Option<IcuDate<Gregorian>> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    IcuDate::try_new_gregorian(i32::from(date.year()), month, day).ok()
}
