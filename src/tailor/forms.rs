//! Blocks that somebody fills in with a pen.

use super::content as made;
use super::printed::{Role, plain};
use super::tailoring::Tailoring;
use crate::diagnostics::{Place, Problem, plural};
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
        let (Some(from), Some(to), Some(low), Some(high)) =
            (&scale.from, &scale.to, &scale.low, &scale.high)
        else {
            return self.refuse(
                Problem::error("this scale does not say what to tick")
                    .at(place)
                    .help("add `from: 0`, `to: 10`, `low: not at all` and `high: completely`")
                    .help("or words in their place: `words: [never, sometimes, often]`"),
            );
        };
        let (first, last) = (from.value, to.value);
        if first >= last || last - first >= MOST_MARKS {
            return self.refuse(
                Problem::error(format!("no scale goes from {first} to {last}"))
                    .at(to.place)
                    .also(from.place, "it begins here")
                    .help(format!(
                        "`to` is more than `from`, and a scale has at most {MOST_MARKS} boxes: 0 to 10"
                    )),
            );
        }
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

fn no_rows(place: Place) -> Problem {
    Problem::error("there are no rows here")
        .at(place)
        .help("list what each row is for: `rows: [Monday, Tuesday]`")
}
