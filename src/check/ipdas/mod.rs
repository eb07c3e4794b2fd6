//! How far an options booklet is a decision aid, item by item of IPDASi v4.
//!
//! A report for people who answer for a booklet, not a judgement. What can be counted is
//! answered: how many options there are, whether dates and sources stand there. What is
//! about the meaning of words is for a person to judge, and the report says where to look.
//! The items are put in our own words.

use super::Subject;
use super::english::figures::figures;
use super::english::{says, sentences_of};
use super::options::PrintedOption;
use super::rules::{decision, is_nothing, rule_of};
use crate::diagnostics::{Place, RuleId};
use crate::read::{OptionPart, WordList};
use crate::tailor::PrintedText;

/// One item, and how the booklet meets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What the item is needed for.
    pub group: Group,
    /// What it asks.
    pub item: &'static str,
    /// Whether the booklet does so.
    pub answer: Answer,
    /// Where it does, where to look, or where it fails to, if one place can be named.
    pub place: Option<Place>,
    /// What to do, where it does not or a person has to judge.
    pub advice: Option<&'static str>,
}

/// What an item is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Without it a booklet is no decision aid.
    Qualifying,
    /// Without it a booklet may push its readers.
    Certifying,
    /// What makes it better.
    Quality,
}

/// Whether an item is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It is: that can be counted.
    Yes,
    /// It is not: what would have to be there is not.
    No,
    /// For a person to judge: no program can.
    Judge,
}

impl Group {
    /// What IPDASi calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Qualifying => "Qualifying",
            Self::Certifying => "Certifying",
            Self::Quality => "Quality",
        }
    }
}

impl Answer {
    /// It in words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Judge => "for a person to judge",
        }
    }
}

/// Every item; none where a guide has no options.
pub fn report(subject: &Subject) -> Vec<Row> {
    let options = subject.options();
    if options.is_empty() {
        return Vec::new();
    }
    let mut rows = qualifying(subject, &options);
    rows.extend(certifying(subject, &options));
    rows.extend(quality(subject, &options));
    rows
}

fn qualifying(subject: &Subject, options: &[PrintedOption]) -> Vec<Row> {
    let each = |item, part: OptionPart, advice| {
        let key = part.key();
        let mut all = options.iter();
        let silent = all.find(|option| option.is_silent(key, &subject.words.options));
        let text = silent
            .or(options.first())
            .and_then(|option| option.text(key));
        let row = row(item, silent.is_none(), text, advice);
        row.judged("read it beside the same part of every other option")
            .in_group(Group::Qualifying)
    };
    let words = &subject.words.options;
    let condition = subject
        .before_options()
        .find(|text| reads(text, &words.condition));
    let decided = decision(subject);
    vec![
        row(
            "It says for which condition or problem it is.",
            condition.is_some(),
            condition,
            "say in the opening who it is for: `This booklet is for people who …`",
        )
        .by_words(subject),
        row(
            "It says what there is to decide.",
            decided.is_some(),
            decided,
            "say it in the opening: `You choose what to talk about at your appointment.`",
        )
        .by_words(subject),
        Row {
            place: subject.options_place(),
            ..row(
                "It sets out the options.",
                options.len() > 1,
                None,
                "give at least 2 options",
            )
        },
        each(
            "It says what is good about each option.",
            OptionPart::HowItMayHelp,
            "say what people get from each option",
        ),
        each(
            "It says what is not good about each option.",
            OptionPart::WhatMayBeHard,
            "say what people find hard about each option",
        ),
        each(
            "It says what each option is like to live with.",
            OptionPart::WhatItIsLike,
            "say what people do and feel on a day with each option",
        ),
    ]
}

fn certifying(subject: &Subject, options: &[PrintedOption]) -> Vec<Row> {
    let texts = || options.iter().flat_map(|option| &option.texts);
    let cites = texts().map(|(_, text)| *text);
    let cites = { cites }.find(|text| !text.sources().is_empty());
    let prose: Vec<&PrintedText> = subject.prose().collect();
    let words = &subject.words.options;
    let find = |phrases: &WordList| prose.iter().copied().find(|text| reads(text, phrases));
    let (uncertain, funding) = (find(&words.uncertain), find(&words.funding));
    let dated = |item, place| Row {
        place: Some(place),
        ..row(item, true, None, "")
    };
    let rows = vec![
        kept(
            subject,
            "It shows all options in equal detail.",
            &[RuleId::UnequalDetail, RuleId::OneSided],
        )
        .judged("the lengths are alike: read whether each is shown as fairly"),
        row(
            "It names the sources of what it says about the options.",
            cites.is_some(),
            cites,
            "put `[^id]` after what comes from a source, and name it under `sources`",
        ),
        dated(
            "It says when it was last checked.",
            subject.guide.reviewed.place,
        ),
        dated(
            "It says when it will be checked again.",
            subject.guide.next_review.place,
        ),
        row(
            "It says how sure anybody can be of what it says.",
            uncertain.is_some(),
            uncertain,
            "say what is not known: `No option works for everyone.`",
        )
        .by_words(subject),
        row(
            "It says who paid for it.",
            funding.is_some(),
            funding,
            "say who paid for it: `Harbour Health paid for this booklet.`",
        )
        .by_words(subject),
    ];
    let rows = rows.into_iter();
    rows.map(|row| row.in_group(Group::Certifying)).collect()
}

fn quality(subject: &Subject, options: &[PrintedOption]) -> Vec<Row> {
    let nothing = options
        .iter()
        .find(|option| is_nothing(option, &subject.words.options));
    let nothing = nothing.and_then(|option| option.text("name"));
    let first_figure = options.iter().flat_map(|option| &option.texts);
    let first_figure = { first_figure }.find(|(_, text)| has_figures(text, subject));
    let counted = kept(
        subject,
        "Its figures count in one number of people, over one time.",
        &[RuleId::MixedDenominators],
    );
    let place = counted.place.or(first_figure.map(|(_, text)| text.place));
    let rows = vec![
        row(
            "It says what happens if one does nothing.",
            nothing.is_some(),
            nothing,
            "add such an option, with all its parts: `Staying as I am for now`",
        )
        .by_words(subject),
        Row { place, ..counted }.judged("read whether every figure counts in the same way"),
    ];
    let rows = rows.into_iter();
    rows.map(|row| row.in_group(Group::Quality)).collect()
}

fn row(item: &'static str, met: bool, text: Option<&PrintedText>, advice: &'static str) -> Row {
    Row {
        group: Group::Qualifying,
        item,
        answer: if met { Answer::Yes } else { Answer::No },
        place: text.map(|text| text.place),
        advice: (!met).then_some(advice),
    }
}

/// An item that some rules watch over.
fn kept(subject: &Subject, item: &'static str, rules: &[RuleId]) -> Row {
    let mut rules = rules.iter().map(|id| rule_of(*id));
    let broken = rules.find_map(|rule| {
        let found = rule.findings(subject, None).into_iter().next()?;
        Some((rule.asks, found))
    });
    match broken {
        None => row(item, true, None, ""),
        Some((advice, problem)) => Row {
            place: problem.place.map(|(place, _)| place),
            ..row(item, false, None, advice)
        },
    }
}

/// Whether running text holds one of these phrases.
fn reads(text: &PrintedText, phrases: &WordList) -> bool {
    text.role.is_prose() && says(phrases, &text.plain())
}

fn has_figures(text: &PrintedText, subject: &Subject) -> bool {
    let known = &subject.words.figures;
    let written = text.written();
    let mut sentences = sentences_of(&written).into_iter();
    sentences.any(|sentence| !figures(sentence.words, known).is_empty())
}

impl Row {
    fn in_group(self, group: Group) -> Self {
        Self { group, ..self }
    }

    /// Found words are no more than a place to look at; words of another language than
    /// English are not known.
    fn by_words(self, subject: &Subject) -> Self {
        if subject.is_english() {
            return self.judged("read whether these words do");
        }
        Self {
            answer: Answer::Judge,
            place: None,
            advice: Some("read the whole: the words for it are known in English only"),
            ..self
        }
    }

    /// Where something is there, a person judges it, and this says how.
    fn judged(self, how: &'static str) -> Self {
        match self.answer {
            Answer::Yes => Self {
                answer: Answer::Judge,
                advice: Some(how),
                ..self
            },
            Answer::No | Answer::Judge => self,
        }
    }
}

#[cfg(test)]
mod tests;
