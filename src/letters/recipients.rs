//! The people of a spreadsheet and the letters they get, judged before any letter is
//! set: every row that is left is known to be good.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::event::Event;
use super::options::BadRows;
use super::run::LetterRun;
use super::wanted::wanted;
use crate::diagnostics::{
    Failure, Gathered, Help, Problem, RowCode, RuleId, Severity, Way, listed, refuse,
};
use crate::publish::Prepared;
use crate::read::Kind;
use crate::read::people::{self, LetterChoice, Opening, People, PersonRow, Wanted, WantedLetter};
use crate::read::table::{RowFault, Table, rows_in_words};
use crate::tailor::{Person, PublicationId, person};
use crate::typeset;

/// The people of a run, and the letters they get.
pub(super) struct Recipients {
    pub(super) people: People,
    /// Each of the letters that they ask for, in the order of [`People::letters`].
    pub(super) letters: Vec<Arc<Prepared>>,
}

impl Recipients {
    /// Which letter a row gets.
    pub(super) fn letter_of(&self, row: usize) -> Option<&Arc<Prepared>> {
        let rows = &self.people.rows;
        let at = rows.binary_search_by_key(&row, |person| person.row).ok()?;
        self.letters.get(rows[at].letter)
    }

    /// How many rows hold somebody, whatever becomes of them.
    pub(super) fn rows(&self) -> usize {
        let people = &self.people;
        people.rows.len() + rows_of(&people.faults) + people.by_hand.len()
    }
}

/// In how many rows something is wrong.
pub(super) fn rows_of<'f>(faults: impl IntoIterator<Item = &'f RowFault>) -> usize {
    let rows: BTreeSet<usize> = faults.into_iter().map(|fault| fault.row).collect();
    rows.len()
}

impl LetterRun {
    /// Judges the letter, set for somebody invented, and then the people it is for:
    /// columns, addresses, dates, places and characters, before any letter is set; last
    /// the other letters that they ask for.
    ///
    /// # Errors
    /// Every error in a letter; every mistake of one kind in the spreadsheet, where
    /// bad rows are refused or no row is good.
    pub(super) fn judge(
        &self,
        bad_rows: BadRows,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<Recipients, Failure> {
        let mut notes = self.said_of(&self.prepared)?;
        let recipients = self.recipients_or_refusal(bad_rows)?;
        let others = recipients.letters.iter();
        for other in others.filter(|letter| letter.id != self.prepared.id) {
            let said = self.said_of(other)?;
            let new = said.into_iter().filter(|note| !notes.contains(note));
            notes.extend(new.collect::<Vec<_>>());
        }
        let people = &recipients.people;
        let parts = self.prepared.parts();
        notes.extend(parts.filter_map(|part| self.workspace.changed_since_approved(part)));
        notes.extend(people.said());
        notes.extend(by_hand(people));
        notes.extend(self.invented_people(people)?);
        if self.workspace.is_example() {
            // Said however quiet it is to be: somebody may be about to post these.
            notes.push(
                Problem::warning(
                    "these letters come from the invented example service, not from yours",
                )
                .help(
                    Help::from("go to the folder that holds your `service.yaml`").by(Way::Service),
                ),
            );
        }
        for note in &notes {
            on_event(Event::Noted(note));
        }
        for person in &people.rows {
            on_event(Event::RowJudged { row: person.row });
        }
        for fault in &people.faults {
            on_event(Event::LeftOut(fault));
        }
        Ok(recipients)
    }

    /// What there is to know about a letter, short of an error.
    fn said_of(&self, letter: &Prepared) -> Result<Vec<Problem>, Failure> {
        let pages = self.workspace.set(letter)?;
        let mut notes = self.workspace.refuse_errors(letter, &pages)?;
        // These are said again with the letters; and what is only noted of a guide is said where
        // it is built, to whoever stands behind it.
        notes.retain(|note| !pages.warnings.contains(note) && note.severity != Severity::Note);
        Ok(notes)
    }

    /// The people, judged, and their letters.
    ///
    /// # Errors
    /// As [`LetterRun::judge`], but for the letters themselves.
    pub(super) fn recipients_or_refusal(&self, bad_rows: BadRows) -> Result<Recipients, Failure> {
        let mut recipients = self.recipients()?;
        let people = recipients.people;
        recipients.people = if bad_rows == BadRows::Refuse || people.rows.is_empty() {
            people.whole()?
        } else {
            people
        };
        if recipients.people.rows.is_empty() {
            let mut problems = recipients.people.notes.clone();
            problems.extend(by_hand(&recipients.people));
            problems.push(
                Problem::error(format!(
                    "nobody in {} gets a letter from here",
                    recipients.people.name
                ))
                .help(
                    "every row asks for what cannot be printed: reach these people in another way",
                ),
            );
            return Err(problems.into());
        }
        Ok(recipients)
    }

    /// The people whose rows are good, ready to print, in the order of the file; what
    /// is wrong with the other rows is in [`People::faults`].
    ///
    /// # Errors
    /// What is wrong with the spreadsheet as a whole, or with a letter that it asks for.
    fn recipients(&self) -> Result<Recipients, Failure> {
        let (workspace, options) = (&self.workspace, &self.options);
        let (service, context) = (workspace.service(), &*workspace.context);
        let file = &options.people;
        let table = file.table()?;
        let wanted = Wanted {
            file: &file.name,
            letters: &self.letters_wanted(&table)?,
            edition: self.prepared.id.edition,
            languages: &self.prepared.id.languages,
            places: &service.places,
            settings: &service.letters,
            words: &context.columns,
            name_by: options.name_by.as_deref(),
            rows: options.rows.as_ref(),
        };
        let people = people::read(table, &wanted)?;
        let letters = people.letters.iter().map(|choice| self.letter(choice));
        let letters = letters.collect::<Result<_, Failure>>()?;
        let mut recipients = Recipients { people, letters };
        let today = workspace.date();
        let impossible = recipients.people.impossible(today);
        recipients.people.leave_out(impossible);
        let unprintable = self.unprintable(&recipients)?;
        let people = &mut recipients.people;
        people.leave_out(unprintable);
        let mut doubts = people.in_doubt(&Opening {
            holidays: &context.holidays,
            nation: service.service.nation.value,
        });
        doubts.retain(|doubt| !options.accept.contains(&doubt.code));
        people.leave_out(doubts);
        people.doubts = people.doubtful(today);
        people.notes.extend(people.beyond(&context.holidays));
        Ok(recipients)
    }

    /// The letters that a spreadsheet may ask for: the one of the run, and those that its
    /// rows name.
    fn letters_wanted(&self, table: &Table) -> Result<Vec<WantedLetter>, Failure> {
        let workspace = &self.workspace;
        let settings = &workspace.service().letters;
        let named = people::letters_named(table, settings, &workspace.context.columns);
        let mut letters = vec![wanted(workspace, &self.prepared)];
        if named.is_empty() {
            return Ok(letters);
        }
        let mut unanswered = Gathered::default();
        for entry in workspace.guides() {
            let spoken = self.prepared.id.languages.iter();
            let spoken = spoken.filter(|tag| entry.languages.contains(tag));
            let id = PublicationId {
                languages: spoken.cloned().collect(),
                guide: entry.id,
                ..self.prepared.id.clone()
            };
            if id.guide == self.prepared.id.guide || id.languages.is_empty() {
                continue;
            }
            let prepared = match workspace.prepare(&id) {
                // Nobody may have asked for it.
                Err(failure) if failure.is_only(RuleId::UnansweredNeed) => {
                    unanswered.keep::<()>(Err(failure))?;
                    continue;
                }
                prepared => prepared?,
            };
            let letter = wanted(workspace, &prepared);
            let is_meant = named.iter().any(|name| letter.is_called(name));
            if prepared.guide.kind.value == Kind::Letter && is_meant {
                letters.push(letter);
            }
        }
        let is_known = |name: &String| letters.iter().any(|letter| letter.is_called(name));
        if !named.iter().all(is_known) {
            refuse(unanswered.problems)?;
        }
        Ok(letters)
    }

    /// A letter that somebody asked for.
    fn letter(&self, choice: &LetterChoice) -> Result<Arc<Prepared>, Failure> {
        let id = PublicationId {
            guide: choice.guide.clone(),
            languages: choice.languages.clone(),
            edition: choice.edition,
            ..self.prepared.id.clone()
        };
        if id == self.prepared.id {
            return Ok(Arc::clone(&self.prepared));
        }
        self.workspace.prepare(&id).map(Arc::new)
    }

    /// The person of a row, ready to print. Made anew each time: a hundred thousand of
    /// them would fill the memory.
    pub(super) fn person(
        &self,
        recipients: &Recipients,
        row: &PersonRow,
    ) -> Result<Person, Failure> {
        let letter = &recipients.letters[row.letter];
        let spoken = |part: &Prepared| {
            let (_, locale) = self.workspace.language(&part.id)?;
            let service = self.workspace.context.service_in(part.id.language());
            Ok(person(row, service, locale, part.guide.fields.keys()))
        };
        let further = letter.further.iter().map(spoken);
        Ok(Person {
            further: further.collect::<Result<_, Failure>>()?,
            ..spoken(letter)?
        })
    }

    fn unprintable(&self, recipients: &Recipients) -> Result<Vec<RowFault>, Failure> {
        let mut faults = Vec::new();
        let people = &recipients.people;
        for row in &people.rows {
            let person = self.person(recipients, row)?;
            let said = typeset::unprintable_in_person(&person, &self.workspace.context.fonts);
            faults.extend(said.into_iter().map(|(field, said)| {
                let code = RowCode::CharacterWithoutTypeface;
                RowFault::new(&people.name, row.row, &field, code, &said).help(
                    "write it in other letters, or put a font that has it into `fonts/` in the service's folder",
                )
            }));
        }
        Ok(faults)
    }
}

/// Says who waits for something else than a letter from here.
pub(super) fn by_hand(people: &People) -> Option<Problem> {
    let mut columns: Vec<&str> = Vec::new();
    for by_hand in &people.by_hand {
        if !columns.contains(&by_hand.column.as_str()) {
            columns.push(&by_hand.column);
        }
    }
    let said: Vec<String> = columns
        .iter()
        .map(|column| {
            let rows = people.by_hand.iter();
            let rows = rows.filter(|by_hand| by_hand.column == *column);
            let rows: Vec<usize> = rows.map(|by_hand| by_hand.row).collect();
            format!("`{column}` in {}", rows_in_words(&rows))
        })
        .collect();
    (!said.is_empty()).then(|| {
        Problem::warning(format!(
            "{}: what is asked for is not printed here: {}",
            people.name,
            listed(&said, "and")
        ))
        .help("reach these people in the way they asked for: the list by-hand.csv says which")
    })
}
