//! What came back, counted by version, place and question, and what so few answers can say.

use std::collections::BTreeMap;

use super::answer_sheet::QUESTIONS;
use super::answers::{Answer, Answers, Fate, Reply};
use super::measure::Measured;
use super::places::{PlaceCount, doubts, places};
use super::print_list::{CopyKind, PrintList};
use super::said::sentence;
use super::statistics::Share;
use crate::diagnostics::Problem;

/// What came back of a test.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// The guide.
    pub guide: String,
    /// The rounds of which something came back, or of which all rows are.
    pub rounds: Vec<u32>,
    /// Each version, in the order in which they were printed.
    pub versions: Vec<VersionCount>,
    /// Each place where copies were handed out.
    pub places: Vec<PlaceCount>,
    /// Each question of the slip.
    pub questions: Vec<QuestionCount>,
    /// How many of the slips belong to copies in large print or read aloud.
    pub others: usize,
    /// What somebody may want to know.
    pub notes: Vec<Problem>,
}

/// What came back of one version.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionCount {
    /// Its name in files.
    pub version: String,
    /// What the report calls it: with its round, where it changed between two of them.
    pub name: String,
    /// The code of what it said.
    pub content: String,
    /// Why it is tested; nothing of the guide itself.
    pub reason: Option<String>,
    /// For whom it is made.
    pub personas: Vec<String>,
    /// How long it is; none where it says something else today.
    pub measured: Option<Measured>,
    /// How many copies were printed.
    pub printed: u32,
    /// How many people were offered one.
    pub offered: u32,
    /// How many of them declined.
    pub declined: u32,
    /// How many slips came back.
    pub returned: u32,
    /// The same of each round of which something came back.
    pub by_round: BTreeMap<u32, RoundCount>,
    /// How many came, of those of whom that is known.
    pub came: Share,
    /// How many booked, of those of whom that is known.
    pub booked: Share,
    /// What people wrote in their own words, as they wrote it.
    pub own_words: Vec<String>,
}

/// What came back of a version in one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RoundCount {
    /// How many people were offered a copy.
    pub offered: u32,
    /// How many slips came back.
    pub returned: u32,
}

/// How a question was answered, in the order of the versions.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionCount {
    /// What those do who say yes.
    pub says: &'static str,
    /// For each version how many said yes, in part, no.
    pub answers: Vec<[u32; 3]>,
    /// What that can say, in a sentence.
    pub sentence: String,
}

impl QuestionCount {
    /// How many said yes, of those who answered for this version.
    pub fn yes(&self, version: usize) -> Share {
        self.answers
            .get(version)
            .copied()
            .map(yes)
            .unwrap_or_default()
    }
}

impl Counted {
    /// Counts what came back of these copies. What a version is today is not known here.
    pub(super) fn of(list: &PrintList, answers: &Answers) -> Self {
        let rounds = rounds(list, answers);
        let copies = list.copies.iter().filter(|it| rounds.contains(&it.round));
        let mut versions: Vec<VersionCount> = Vec::new();
        for copy in copies {
            let same =
                |it: &&mut VersionCount| it.version == copy.version && it.content == copy.content;
            match versions.iter_mut().find(same) {
                Some(known) => known.printed += 1,
                None => versions.push(VersionCount {
                    version: copy.version.clone(),
                    name: copy.version.clone(),
                    content: copy.content.clone(),
                    reason: None,
                    personas: Vec::new(),
                    measured: None,
                    printed: 1,
                    offered: 0,
                    declined: 0,
                    returned: 0,
                    by_round: BTreeMap::new(),
                    came: Share::default(),
                    booked: Share::default(),
                    own_words: Vec::new(),
                }),
            }
        }
        tell_apart(&mut versions, list);
        // The guide itself first, then as they were named.
        versions.sort_by_key(|it| (it.version != crate::read::FULL, it.name.clone()));
        let mut others = 0;
        let mut replies = vec![[[0_u32; 3]; QUESTIONS.len()]; versions.len()];
        for answer in &answers.rows {
            let copy = &list.copies[answer.copy];
            let same = |it: &VersionCount| it.version == copy.version && it.content == copy.content;
            let Some(at) = versions.iter().position(same) else {
                continue;
            };
            versions[at].count(answer, copy.round);
            others += usize::from(answer.is_returned() && copy.kind != CopyKind::Standard);
            for (question, reply) in answer.replies.iter().enumerate() {
                if let Some(reply) = reply {
                    replies[at][question][index(*reply)] += 1;
                }
            }
        }
        let names: Vec<String> = versions.iter().map(|it| it.name.clone()).collect();
        let questions = QUESTIONS.iter().enumerate().map(|(number, question)| {
            let answers: Vec<[u32; 3]> = replies.iter().map(|of| of[number]).collect();
            QuestionCount {
                says: question.says,
                sentence: sentence(&names, &answers),
                answers,
            }
        });
        Self {
            guide: list.guide.clone(),
            rounds,
            questions: questions.collect(),
            places: places(answers),
            others,
            notes: [answers.notes.clone(), doubts(answers)].concat(),
            versions,
        }
    }

    /// What can be said of every question alike, where it is the same of all.
    pub fn sentence_for_all(&self) -> Option<&str> {
        let first = &self.questions.first()?.sentence;
        let mut others = self.questions.iter();
        others.all(|it| it.sentence == *first).then_some(first)
    }
}

impl VersionCount {
    fn count(&mut self, answer: &Answer, round: u32) {
        if answer.fate == Fate::Kept {
            return;
        }
        let returned = u32::from(answer.is_returned());
        let of_round = self.by_round.entry(round).or_default();
        of_round.offered += 1;
        of_round.returned += returned;
        self.offered += 1;
        self.declined += u32::from(answer.fate == Fate::Declined);
        self.returned += returned;
        self.own_words.extend(answer.own_words.clone());
        for (share, known) in [
            (&mut self.came, answer.came),
            (&mut self.booked, answer.booked),
        ] {
            if let Some(known) = known {
                share.all += 1;
                share.of_them += u32::from(known);
            }
        }
    }
}

/// The rounds of which something came back; where nothing did, all of which there are rows.
fn rounds(list: &PrintList, answers: &Answers) -> Vec<u32> {
    let of = |rows: &mut dyn Iterator<Item = &Answer>| {
        let mut rounds: Vec<u32> = rows.map(|it| list.copies[it.copy].round).collect();
        rounds.sort_unstable();
        rounds.dedup();
        rounds
    };
    let heard = of(&mut answers.rows.iter().filter(|it| it.fate != Fate::Kept));
    if heard.is_empty() {
        of(&mut answers.rows.iter())
    } else {
        heard
    }
}

/// Names versions by their rounds that said something else in another one.
fn tell_apart(versions: &mut [VersionCount], list: &PrintList) {
    let names: Vec<String> = versions.iter().map(|it| it.version.clone()).collect();
    for version in versions {
        let same = names.iter().filter(|name| **name == version.version);
        if same.count() > 1 {
            let mut copies = list.copies.iter();
            let first =
                copies.find(|it| it.version == version.version && it.content == version.content);
            let round = first.map_or(0, |copy| copy.round);
            version.name = format!("{}, round {round}", version.version);
        }
    }
}

fn index(reply: Reply) -> usize {
    match reply {
        Reply::Yes => 0,
        Reply::InPart => 1,
        Reply::No => 2,
    }
}

pub(super) fn yes([yes, in_part, no]: [u32; 3]) -> Share {
    Share {
        of_them: yes,
        all: yes + in_part + no,
    }
}
