//! Blocks that somebody fills in with a pen.

use super::content as made;
use super::printed::{Role, plain};
use super::tailoring::Tailoring;
use crate::diagnostics::{Place, Problem, listed, one_of, plural};
use crate::read::{ByTone, Cycle, Diary, Rows, Scale, Step, Tally};

/// Boxes of a scale: more are no longer told apart, and one is no choice.
const MOST_MARKS: u32 = 11;
/// Words of a scale.
const MOST_WORDS: usize = 7;
/// Steps of a ring: two are a line, and more find no room.
const STEPS: std::ops::RangeInclusive<usize> = 3..=6;

impl Tailoring<'_> {
    /// "Copy 1 of 2: for your GP", for each copy.
    pub(super) fn copies(&mut self) -> Vec<String> {
        let copies = &self.guide.copies;
        let locale = self.materials.locale;
        let number = |count| locale.number(u32::try_from(count).unwrap_or(u32::MAX));
        let marked = copies.iter().enumerate().map(|(index, copy)| {
            let words = self.plain(copy, Role::Label);
            let (number, of) = (number(index + 1), number(copies.len()));
            locale.say(
                "copy-of",
                &[("number", &number), ("of", &of), ("words", &words)],
            )
        });
        marked.collect()
    }

    pub(super) fn statement(&mut self, sentence: &ByTone) -> made::Block {
        let words = self.line(sentence, Role::Running);
        made::Block::Text {
            body: vec![made::Node::Paragraph(vec![made::Inline::Strong(words)])],
        }
    }

    pub(super) fn scale(&mut self, scale: &Scale, place: Place) -> Option<made::Block> {
        let label = self.line(&scale.label, Role::Label);
        let has_numbers = scale.from.is_some()
            || scale.to.is_some()
            || scale.low.is_some()
            || scale.high.is_some();
        if !scale.words.is_empty() {
            if has_numbers {
                return self.refuse(
                    Problem::error("this scale has both words and numbers")
                        .at(place)
                        .help("give it `words`, or `from`, `to`, `low` and `high`"),
                );
            }
            return self.scale_of_words(label, &scale.words, place);
        }
        let wrong = wrong_range(scale)
            .into_iter()
            .chain(incomplete(scale, place));
        let wrong: Vec<Problem> = wrong.collect();
        let (Some(from), Some(to), Some(low), Some(high), []) = (
            &scale.from,
            &scale.to,
            &scale.low,
            &scale.high,
            wrong.as_slice(),
        ) else {
            return self.refuse_all(wrong);
        };
        let (first, last) = (from.value, to.value);
        let locale = self.materials.locale;
        let ends = [low, high].map(|end| self.line(end, Role::Label));
        let [low, high] = ends.each_ref().map(|end| plain(end));
        let alt = locale.say(
            "scale-alt",
            &[
                ("from", &locale.number(first)),
                ("low", &low),
                ("to", &locale.number(last)),
                ("high", &high),
            ],
        );
        let marks = (first..=last).map(|mark| vec![made::Inline::Text(locale.number(mark))]);
        Some(made::Block::Scale {
            label,
            marks: marks.collect(),
            ends: ends.into(),
            alt,
        })
    }

    fn scale_of_words(
        &mut self,
        label: Vec<made::Inline>,
        words: &[ByTone],
        place: Place,
    ) -> Option<made::Block> {
        if words.len() < 2 || words.len() > MOST_WORDS {
            return self.refuse(
                Problem::error(format!("this scale has {}", plural(words.len(), "word")))
                    .at(words.first().map_or(place, ByTone::place))
                    .help(format!("a scale has 2 to {MOST_WORDS}"))
                    .help("for a longer list, write a `checklist`"),
            );
        }
        let marks = self.lines(words, Role::Label);
        let said: Vec<String> = marks.iter().map(|mark| plain(mark)).collect();
        let again = said_again(words, &said);
        if !again.is_empty() {
            return self.refuse_all(again);
        }
        let alt = said.join(", ");
        let locale = self.materials.locale;
        Some(made::Block::Scale {
            label,
            marks,
            ends: Vec::new(),
            alt: locale.say("scale-words-alt", &[("words", &alt)]),
        })
    }

    pub(super) fn diary(&mut self, diary: &Diary, place: Place) -> Option<made::Block> {
        if diary.columns.len() < 2 {
            return self.refuse(
                Problem::error("this diary has too few columns")
                    .at(diary.columns.first().map_or(place, ByTone::place))
                    .help("the first says what a row is for, the others what to write: `columns: [Day, What I did]`"),
            );
        }
        let rows = match &diary.rows.value {
            Rows::Empty(count) => vec![Vec::new(); usize::try_from(*count).unwrap_or_default()],
            Rows::Named(rows) => self.lines(rows, Role::Cell),
        };
        if rows.is_empty() {
            return self.refuse(no_rows(diary.rows.place));
        }
        Some(made::Block::Diary {
            header: self.lines(&diary.columns, Role::Cell),
            rows,
            row_height: diary.row_height.as_ref().map(|height| height.value),
        })
    }

    pub(super) fn tally(&mut self, tally: &Tally, place: Place) -> Option<made::Block> {
        if tally.rows.is_empty() {
            return self.refuse(no_rows(place));
        }
        if tally.columns.len() == 1 {
            return self.refuse(
                Problem::error("this tally has a single column")
                    .at(tally.columns.first().map_or(place, ByTone::place))
                    .help("the first column says what a row is for, so it has at least two: `columns: [Day, Walks]`")
                    .help("or take `columns` out: then one stands above all"),
            );
        }
        let locale = self.materials.locale;
        let boxes = tally.boxes.value;
        let count = locale.number(boxes);
        Some(made::Block::Tally {
            header: self.lines(&tally.columns, Role::Cell),
            rows: self.lines(&tally.rows, Role::Cell),
            boxes,
            alt: locale.say("tally-alt", &[("number", &count)]),
        })
    }

    pub(super) fn cycle(&mut self, cycle: &Cycle, place: Place) -> Option<made::Block> {
        let label = cycle.label.as_ref();
        let label = label.map(|label| self.line(label, Role::Label));
        let steps = match &cycle.blank {
            Some(blank) if !cycle.steps.is_empty() => {
                return self.refuse(
                    Problem::error("this cycle has both `steps` and `blank`")
                        .at(blank.place)
                        .help("take this line out, and write `blank` as a step: `steps: [Pain, blank, Low mood]`"),
                );
            }
            Some(blank) => vec![Vec::new(); usize::try_from(blank.value).unwrap_or_default()],
            None => {
                let steps = cycle.steps.iter();
                let made = steps.map(|step| match step {
                    Step::Blank => Vec::new(),
                    Step::Says(text) => self.line(text, Role::Label),
                });
                made.collect()
            }
        };
        if !STEPS.contains(&steps.len()) {
            let (least, most) = (STEPS.start(), STEPS.end());
            return self.refuse(
                Problem::error(format!("this cycle has {}", plural(steps.len(), "step")))
                    .at(place)
                    .help(format!("a ring has {least} to {most}"))
                    .help("list them, `steps: [Pain, blank, Low mood]`, or leave all of them to the reader: `blank: 4`"),
            );
        }
        let locale = self.materials.locale;
        let said = steps.iter().enumerate().map(|(index, step)| {
            let number = locale.number(u32::try_from(index + 1).unwrap_or(u32::MAX));
            let words = match step.as_slice() {
                [] => locale.say("blank-step", &[]),
                words => plain(words),
            };
            format!("{number} {words}")
        });
        let said: Vec<String> = said.collect();
        Some(made::Block::Cycle {
            label: label.unwrap_or_default(),
            alt: locale.say("cycle-alt", &[("steps", &said.join(", "))]),
            steps,
        })
    }
}

/// What keys are missing of a scale of numbers.
fn incomplete(scale: &Scale, place: Place) -> Option<Problem> {
    let keys = [
        (scale.from.is_some(), "from", "`from: 0`"),
        (scale.to.is_some(), "to", "`to: 10`"),
        (scale.low.is_some(), "low", "`low: not at all`"),
        (scale.high.is_some(), "high", "`high: completely`"),
    ];
    let missing: Vec<_> = keys.iter().filter(|(is_there, ..)| !is_there).collect();
    let examples: Vec<&str> = missing.iter().map(|(.., example)| *example).collect();
    let add = format!("add {}", listed(&examples, "and"));
    match missing.len() {
        0 => None,
        4 => Some(
            Problem::error("this scale does not say what to tick")
                .at(place)
                .help(add)
                .help("or words in their place: `words: [never, sometimes, often]`"),
        ),
        _ => {
            let names = one_of(missing.iter().map(|(_, name, _)| *name));
            let problem = Problem::error(format!("this scale has no {names}")).at(place);
            Some(problem.help(add))
        }
    }
}

/// That no scale has such numbers, whatever else is missing.
fn wrong_range(scale: &Scale) -> Option<Problem> {
    let (from, to) = scale.from.as_ref().zip(scale.to.as_ref())?;
    let (first, last) = (from.value, to.value);
    let is_wrong = first >= last || last - first >= MOST_MARKS;
    is_wrong.then(|| {
        Problem::error(format!("no scale goes from {first} to {last}"))
            .at(to.place)
            .also(from.place, "it begins here")
            .help(format!(
                "`to` is more than `from`, and a scale has at most {MOST_MARKS} boxes: 0 to 10"
            ))
    })
}

/// Answers that stand there already: nobody knows which of the two to tick. `said` is what
/// is printed of the words.
fn said_again(words: &[ByTone], said: &[String]) -> Vec<Problem> {
    let again = said
        .iter()
        .zip(words)
        .enumerate()
        .filter_map(|(at, (answer, word))| {
            let is_same = |other: &String| other.to_lowercase() == answer.to_lowercase();
            let first = said[..at].iter().position(is_same)?;
            let problem = Problem::error(format!("the answer `{answer}` stands here twice"))
                .at(word.place())
                .also(words[first].place(), "it stands here already")
                .help("each answer stands once: write another, or take this one out");
            Some(problem)
        });
    again.collect()
}

fn no_rows(place: Place) -> Problem {
    Problem::error("there are no rows here")
        .at(place)
        .help("list what each row is for: `rows: [Monday, Tuesday]`")
}
