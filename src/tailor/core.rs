//! Core words hold: a service may say them otherwise only where somebody answers for it, and
//! then the page says so.

use super::wording;
use crate::diagnostics::{Help, Place, Problem};
use crate::read::{
    ByTone, CoreChange, CoreChanged, Guide, OptionEntry, Part, Placed, Replaced, Section, Text,
    WrittenCoreChange, is_unfilled, unnamed,
};

/// The setting with which somebody answers for other words.
const ANSWERED: &str = "`core-change: {reason: …, approved-by: …}`";

/// What may be core: sections and options.
pub(super) trait CorePart: Part {
    /// What it says, line by line.
    fn words(&self) -> Vec<String>;
    /// Its heading or name.
    fn name(&self) -> Option<&ByTone>;
    /// Who answers for its words, where they are others than the built-in ones.
    fn answered(&self) -> &WrittenCoreChange;
}

impl CorePart for Section {
    fn words(&self) -> Vec<String> {
        wording::of_section(self)
    }

    fn name(&self) -> Option<&ByTone> {
        self.heading.as_ref()
    }

    fn answered(&self) -> &WrittenCoreChange {
        &self.core_change
    }
}

impl CorePart for OptionEntry {
    fn words(&self) -> Vec<String> {
        wording::of_option(self)
    }

    fn name(&self) -> Option<&ByTone> {
        Some(&self.name)
    }

    fn answered(&self) -> &WrittenCoreChange {
        &self.core_change
    }
}

/// What there is to say of core words that are others now.
#[derive(Default)]
pub(super) struct Judged {
    pub problems: Vec<Problem>,
    pub changed: Vec<CoreChanged>,
}

impl Judged {
    /// Holds a part against what it was, and was said `at` this place to be instead.
    pub fn hold<T: CorePart>(&mut self, old: &T, new: &T, answered: &WrittenCoreChange, at: Place) {
        let (before, now) = (old.words(), new.words());
        let no_longer = old.is_core() && !new.is_core();
        if !old.is_core() || (before == now && !no_longer) {
            self.problems.extend(idle(answered));
            return;
        }
        let (what, id) = (T::WHAT, &new.id().value);
        let said = if before == now {
            format!("the {what} `{id}` is no longer core")
        } else {
            format!("the core {what} `{id}` says something else")
        };
        let difference = (before != now).then(|| difference(&before, &now));
        match answered {
            None => {
                let problem = Problem::error(said).at(at);
                let problem = problem.also(old.id().place, "it is part of the core");
                let add = Help::add_setting(ANSWERED);
                let add = add.then(format!(" to `{id}`, where somebody answers for it"));
                let problem = problem.maybe_help(difference);
                self.problems
                    .push(problem.help("leave it as it is").help(add));
            }
            Some(Placed { value, place }) => {
                let CoreChange {
                    reason,
                    approved_by,
                } = value;
                let who = &approved_by.value;
                self.problems
                    .extend(unnamed(approved_by, "whoever answers for it"));
                if is_unfilled(&reason.value) {
                    let problem = Problem::error("no reason is given here").at(reason.place);
                    self.problems
                        .push(problem.help("write why it has to say something else"));
                }
                let problem = Problem::warning(format!("{said}, as agreed by `{who}`"));
                let problem = problem.at(*place).maybe_help(difference);
                self.problems
                    .push(problem.help(format!("the reason given: {}", reason.value)));
                self.changed.push(CoreChanged {
                    id: id.clone(),
                    name: new.name().cloned(),
                    approved_by: approved_by.clone(),
                });
            }
        }
    }

    /// Holds every part that was said differently against what it was.
    pub fn hold_replaced<T: CorePart>(&mut self, replaced: &[Replaced<T>]) {
        for Replaced {
            old,
            new,
            answered,
            at,
        } in replaced
        {
            self.hold(old, new, answered, *at);
        }
    }

    /// Holds the parts of a guide in the service's own folder against those of the built-in
    /// one.
    fn hold_all<'a, T: CorePart + 'a>(
        &mut self,
        built_in: impl Iterator<Item = &'a T>,
        own: &[&'a T],
        guide: &Text,
    ) {
        let built_in: Vec<&T> = built_in.collect();
        let with_id = |all: &[&'a T], id: &str| all.iter().find(|it| it.id().value == id).copied();
        for old in &built_in {
            match with_id(own, &old.id().value) {
                Some(new) => self.hold(*old, new, new.answered(), new.id().place),
                None if old.is_core() => self.problems.push(missing(*old, guide)),
                None => {}
            }
        }
        let new = own
            .iter()
            .filter(|new| with_id(&built_in, &new.id().value).is_none());
        self.problems
            .extend(new.filter_map(|new| idle(new.answered())));
    }
}

/// What is core in the built-in guide of the same name holds in a guide that stands in its
/// place, too.
pub(super) fn held(own: &Guide, built_in: Option<&Guide>) -> Judged {
    let mut judged = Judged::default();
    let sections: Vec<&Section> = own.sections.iter().collect();
    let options: Vec<&OptionEntry> = own.options().flat_map(|(options, _)| options).collect();
    let core = built_in.map(|guide| guide.sections.iter());
    judged.hold_all(core.into_iter().flatten(), &sections, &own.guide);
    let core = built_in.map(|guide| guide.options().flat_map(|(options, _)| options));
    judged.hold_all(core.into_iter().flatten(), &options, &own.guide);
    judged
}

fn missing<T: CorePart>(old: &T, guide: &Text) -> Problem {
    let (what, id) = (T::WHAT, old.id());
    Problem::error(format!("the core {what} `{}` is missing", id.value))
        .at(guide.place)
        .also(id.place, "it is part of the core")
        .help("put it into this guide again; a service may say it differently, where somebody answers for that")
}

/// Somebody answers for what did not change, or may be changed by anybody.
fn idle(answered: &WrittenCoreChange) -> Option<Problem> {
    let answered = answered.as_ref()?;
    let problem = Problem::warning("`core-change` says nothing here: no core words are changed");
    Some(problem.at(answered.place).help("take this line out"))
}

/// How the words began that are others now, and how they begin.
fn difference(before: &[String], now: &[String]) -> String {
    let same = before.iter().zip(now).take_while(|(old, new)| old == new);
    let first = same.count();
    let [old, new] = [before, now].map(|lines| lines.get(first).map_or("", String::as_str));
    let alike = alike(old, new);
    let at = |line: &str| match line {
        "" => "nothing".to_owned(),
        line => beginning(line, alike),
    };
    format!("it said {}, and now says {}", at(old), at(new))
}

/// How many bytes of two lines are the same words, where that hides what differs.
fn alike(old: &str, new: &str) -> usize {
    let pairs = old.char_indices().zip(new.chars());
    let same = pairs.take_while(|((_, one), other)| one == other);
    let end = same.last().map_or(0, |((at, one), _)| at + one.len_utf8());
    match old[..end].rfind(' ') {
        Some(word) if end > SHOWN / 2 => word + 1,
        _ => 0,
    }
}

/// The most characters of a text that are shown.
const SHOWN: usize = 60;

/// How a line goes on from a byte on: its words in quotation marks, or what it is, where it
/// has none.
fn beginning(line: &str, from: usize) -> String {
    let (what, words) = line.split_once(": ").unwrap_or((line, ""));
    if words.is_empty() {
        return format!("`{what}`");
    }
    let (dots, words) = match line.get(from..).filter(|_| from > line.len() - words.len()) {
        Some(rest) => ("… ", rest),
        None => ("", words),
    };
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => {
            let whole = words[..end].rfind(' ').unwrap_or(end);
            format!("\"{dots}{} …\"", &words[..whole])
        }
        None => format!("\"{dots}{words}\""),
    }
}
