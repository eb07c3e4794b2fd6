//! How readable a publication is, a section at a time: numbers to put the work in
//! order by. They decide nothing. A score counts letters and does not know whether
//! a text makes sense (NHS service manual: report it, do not fail on it).

use super::Subject;
use super::english::{counted_words, sentences_of, syllables};
use crate::read::Syllables;
use crate::tailor::{PrintedText, Role, plain};

/// Words a minute that a practised reader reads.
pub const WORDS_A_MINUTE: usize = 200;

/// Words a minute at which many people read who are tired, in pain, or read in a
/// language that is not their first. Our own estimate: half as fast.
pub const SLOW_WORDS_A_MINUTE: usize = 100;

/// Of fewer words a score says nothing.
const FEWEST_WORDS: usize = 30;

/// SMOG is made for so many sentences (McLaughlin 1969). Of fewer it says nothing.
pub const FEWEST_SENTENCES: usize = 30;

/// A word of so many syllables is a long one for SMOG.
const LONG: usize = 3;

/// A publication's readability.
#[derive(Debug, Clone, PartialEq)]
pub struct Readability {
    /// A row for each section that has something to read, in their order.
    pub sections: Vec<Row>,
    /// All of them and the line under the title.
    pub total: Row,
}

/// The numbers of a section, or of all.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The section's heading, or its id where it has none; the title for all.
    pub name: String,
    /// How many words it has.
    pub words: usize,
    /// How many sentences; an item of a list is one.
    pub sentences: usize,
    /// The Flesch-Kincaid grade: the school year in the United States in which it
    /// can be read. None in another language than English, and where there are too
    /// few words to say.
    pub grade: Option<f64>,
    /// The SMOG grade, which counts long words alone: the school year in the United States
    /// in which nearly all of it is understood. None in another language than English, and
    /// where there are fewer than [`FEWEST_SENTENCES`].
    pub smog: Option<f64>,
}

impl Row {
    /// The age at which it can be read, by Flesch-Kincaid: a grade's pupils are 5 years
    /// older than it.
    pub fn reading_age(&self) -> Option<f64> {
        self.grade.map(|grade| grade + 5.0)
    }

    /// The age at which it is understood, by SMOG.
    pub fn smog_age(&self) -> Option<f64> {
        self.smog.map(|grade| grade + 5.0)
    }

    /// The minutes it takes to read at so many words a minute, rounded up.
    pub fn minutes(&self, words_a_minute: usize) -> usize {
        self.words.div_ceil(words_a_minute.max(1))
    }
}

/// What is counted of a text.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    words: usize,
    sentences: usize,
    syllables: usize,
    long_words: usize,
}

impl Count {
    fn of<'a>(texts: impl Iterator<Item = &'a PrintedText>, known: &Syllables) -> Self {
        let mut count = Self::default();
        for text in texts {
            let plain = text.plain();
            for sentence in sentences_of(&plain) {
                let words = counted_words(sentence.words);
                count.words += words.len();
                count.sentences += usize::from(!words.is_empty());
                for word in words {
                    let syllables = sounds(word, known);
                    count.syllables += syllables;
                    count.long_words += usize::from(syllables >= LONG);
                }
            }
        }
        count
    }

    /// Flesch-Kincaid: 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
    fn grade(self) -> Option<f64> {
        let [words, sentences, syllables] =
            [self.words, self.sentences, self.syllables].map(|number| number as f64);
        let grade = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
        (self.words >= FEWEST_WORDS).then_some(grade.max(0.0))
    }

    /// SMOG: 1.0430 × √(long words × 30 / sentences) + 3.1291 (McLaughlin 1969).
    fn smog(self) -> Option<f64> {
        let [long_words, sentences] = [self.long_words, self.sentences].map(|it| it as f64);
        let grade = 1.0430 * (long_words * 30.0 / sentences).sqrt() + 3.1291;
        (self.sentences >= FEWEST_SENTENCES).then_some(grade)
    }

    fn row(self, name: String, english: bool) -> Row {
        Row {
            name,
            words: self.words,
            sentences: self.sentences,
            grade: self.grade().filter(|_| english),
            smog: self.smog().filter(|_| english),
        }
    }
}

/// An address is spelt out, and no measure of how hard a text is.
fn sounds(word: &str, known: &Syllables) -> usize {
    let is_address = word.contains('@') || word.contains("://");
    if is_address {
        1
    } else {
        syllables(word, known)
    }
}

/// Whether it is read on, sentence by sentence.
fn is_read(text: &PrintedText) -> bool {
    text.role.is_prose() || matches!(text.role, Role::Quote | Role::Crisis)
}

/// The readability of every section, and of all.
pub fn readability(subject: &Subject) -> Readability {
    let publication = subject.publication;
    let english = subject.is_english();
    let known = &subject.words.syllables;
    let texts = || publication.texts.iter().filter(|text| is_read(text));
    let sections = publication.sections.iter().filter_map(|section| {
        let here = texts().filter(|text| text.section.as_ref() == Some(&section.id));
        let count = Count::of(here, known);
        let heading = section.heading.as_deref().map(plain);
        let name = heading.unwrap_or_else(|| section.id.clone());
        (count.words > 0).then(|| count.row(name, english))
    });
    Readability {
        sections: sections.collect(),
        total: Count::of(texts(), known).row(publication.title.clone(), english),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::Story;

    const SECTIONS: &str = "  - id: first
    heading: What we do
    blocks:
      - text: |
          We listen to you. We ask what matters to you, and you choose what happens next. You can come back as often as you like.

          - You can bring a friend.
          - Phone {{ contact.main.phone }}.
      - contacts: all
  - id: second
    blocks:
      - quote: {text: It helped., by: A man from Harbour}
  - id: third
    heading: Nothing to read on
    blocks:
      - contacts: all
";

    #[test]
    fn sections_with_something_to_read_have_a_row() {
        let report = Story::leaflet(SECTIONS).looked_at(readability).0;
        let names: Vec<&str> = report
            .sections
            .iter()
            .map(|row| row.name.as_str())
            .collect();
        assert_eq!(names, ["What we do", "second"]);
        let first = &report.sections[0];
        assert_eq!((first.words, first.sentences), (32, 5));
        // 32 words and 36 syllables in 5 sentences.
        let grade = 0.39 * (32.0 / 5.0) + 11.8 * (36.0 / 32.0) - 15.59;
        assert!(
            (first.grade.expect("a grade") - grade).abs() < 1e-9,
            "{first:?}"
        );
        assert_eq!(report.sections[1].grade, None, "too short to say");
        // "What it is for" stands under the title.
        assert_eq!(report.total.words, 32 + 2 + 4);
    }

    #[test]
    fn long_words_make_a_smog_grade_of_30_sentences() {
        let sentences = |count: usize, text: &str| {
            let text = vec![text; count].join(" ");
            let sections =
                format!("  - id: first\n    heading: One\n    blocks:\n      - text: {text}\n");
            Story::leaflet(&sections).looked_at(readability).0.total
        };
        // The line under the title is one more.
        let total = sentences(29, "We listen carefully.");
        let grade = 1.0430 * (29.0_f64 * 30.0 / 30.0).sqrt() + 3.1291;
        assert!(
            (total.smog.expect("a grade") - grade).abs() < 1e-9,
            "{total:?}"
        );
        assert_eq!(total.smog_age(), total.smog.map(|grade| grade + 5.0));
        assert_eq!(sentences(28, "We listen carefully.").smog, None);
    }

    #[test]
    fn hard_texts_are_older_than_easy_ones() {
        let hard = "  - id: first\n    heading: Our service\n    blocks:\n      - text: Multidisciplinary rehabilitation interventions facilitate functional improvement, notwithstanding considerable individual variability. Biopsychosocial formulation additionally necessitates comprehensive psychological assessment, incorporating occupational, environmental and interpersonal considerations relevant to each individual.\n";
        let age = |story: Story| {
            story
                .looked_at(readability)
                .0
                .total
                .reading_age()
                .unwrap_or_default()
        };
        assert!(age(Story::leaflet(hard)) > 18.0);
        assert!(age(Story::leaflet(SECTIONS)) < 10.0);
    }

    #[test]
    fn of_welsh_the_words_are_counted_and_no_grade_is_made_up() {
        let story = Story::leaflet(SECTIONS).in_language("cy");
        let report = story.looked_at(readability).0;
        assert_eq!(report.total.grade, None);
        assert_eq!(report.total.words, 38);
    }

    #[test]
    fn minutes_are_rounded_up() {
        let row = |words| Row {
            name: String::new(),
            words,
            sentences: 1,
            grade: None,
            smog: None,
        };
        assert_eq!(row(200).minutes(WORDS_A_MINUTE), 1);
        assert_eq!(row(201).minutes(WORDS_A_MINUTE), 2);
        assert_eq!(row(201).minutes(SLOW_WORDS_A_MINUTE), 3);
        assert_eq!(row(0).minutes(WORDS_A_MINUTE), 0);
    }
}
