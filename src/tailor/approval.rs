//! Whether somebody stands behind what a publication says.

use jiff::civil::Date;

use super::{Locale, needs, value, wording};
use crate::checksum::sha256_hex;
use crate::read::{
    Answers, ByLanguage, Content, Crisis, CrisisLine, Guide, Hours, Service, Tone, Urgent,
    UrgentTexts,
};

/// Who stands behind a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Approval {
    /// Nobody yet.
    None,
    /// Somebody approved these words.
    Holds {
        /// Their role.
        by: String,
        /// The day.
        on: Date,
    },
    /// Somebody approved other words than these.
    ChangedSince {
        /// Their role.
        by: String,
        /// The day.
        on: Date,
    },
}

impl Approval {
    /// Who stands behind words of this code in a guide. An approval that names no code
    /// is none: nobody knows what was approved.
    pub fn of(service: &Service, guide: &str, code: &str) -> Self {
        let approved = service.approvals.get(guide).map(|placed| &placed.value);
        let Some(approved) = approved.filter(|approved| approved.content.is_some()) else {
            return Self::None;
        };
        let (by, on) = (value(&approved.by.value), approved.on.value);
        if approved.covers(code) {
            Self::Holds { by, on }
        } else {
            Self::ChangedSince { by, on }
        }
    }

    /// Whether what only a clinician may decide can be printed.
    pub fn holds(&self) -> bool {
        matches!(self, Self::Holds { .. })
    }

    /// What the imprint says of it.
    pub(crate) fn words(&self, locale: &Locale) -> String {
        match self {
            Self::None => locale.say("not-approved", &[]),
            Self::Holds { by, on } => {
                locale.say("approved", &[("who", by), ("date", &locale.month(*on))])
            }
            Self::ChangedSince { on, .. } => {
                locale.say("changed-since-approved", &[("date", &locale.month(*on))])
            }
        }
    }
}

/// How many figures of a checksum tell one text from every other that was ever meant.
const HALF: usize = 4;

/// The code of what a guide says with a service's answers: "4f3a-91bc". The same words in
/// the same tone and language have the same code on every machine; how they look changes
/// nothing.
pub fn content_code(
    guide: &Guide,
    service: &Service,
    (urgent, crisis): (&UrgentTexts, &Crisis),
    tone: &Tone,
    locale: &Locale,
) -> String {
    let mut lines = vec![
        format!("guide: {}", guide.guide.value),
        format!("language: {}", locale.tag()),
    ];
    lines.extend(wording::of_guide(guide, tone));
    // A term is said in the words of the tone, and they may change there.
    for (name, words) in &tone.terms {
        let placeholder = format!("term.{name}");
        if let Some(words) = words.get(locale.tag())
            && lines.iter().any(|line| line.contains(&placeholder))
        {
            lines.push(format!("{placeholder}: {}", words.value));
        }
    }
    let blocks = guide.sections.iter().flat_map(|section| &section.blocks);
    let named = blocks
        .clone()
        .filter_map(|block| match &block.value.content {
            Content::Urgent(name) => urgent.get(&name.value),
            _ => None,
        });
    for words in named.flat_map(Urgent::texts) {
        let text = words
            .get(locale.tag())
            .map_or("", |text| text.value.as_str());
        lines.push(format!("urgent: {text}"));
    }
    let mut helps = blocks.filter(|block| matches!(block.value.content, Content::Crisis));
    if helps.next().is_some() {
        let of_nation = crisis.of(service.service.nation.value);
        let printed = of_nation.into_iter().flatten();
        lines.extend(printed.map(|line| crisis_words(line, locale)));
    }
    let answers = Answers::of(guide, service, locale.tag());
    lines.extend(needs::answered(&answers, locale));
    let sum = sha256_hex(lines.join("\n").as_bytes());
    format!("{}-{}", &sum[..HALF], &sum[HALF..2 * HALF])
}

/// What a crisis line says: nobody may send people elsewhere in the name of whoever approved
/// it.
fn crisis_words(line: &CrisisLine, locale: &Locale) -> String {
    let in_language = |words: &ByLanguage| {
        let text = words.get(locale.tag());
        text.map_or(String::new(), |text| text.value.clone())
    };
    let hours = match &line.hours {
        Some(Hours::AllDay) => "all day".to_owned(),
        Some(Hours::Words(hours)) => in_language(hours),
        None => String::new(),
    };
    let then = line.then.as_ref().map(in_language).unwrap_or_default();
    let (number, say) = (&line.number.value, in_language(&line.say));
    format!("crisis: {number}; {then}; {say}; {hours}")
}
