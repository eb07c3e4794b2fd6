//! Changes of a guide: parts dropped, said differently, and put beside others. A service
//! makes them in its overrides; a guide that is based on another one is nothing else.

use indexmap::IndexMap;

use super::block::{Block, Content};
use super::core_change::WrittenCoreChange;
use super::guide::{Guide, Section, repeated};
use super::needs::PREFIX;
use super::option::{OptionChange, OptionEntry};
use super::order::put_in_order;
use super::overrides::{AddedOption, AddedSection, Beside, SectionChange};
use super::yaml::{Change, Placed, Text};
use crate::diagnostics::{Place, Problem, RuleId};

/// The fewest options that are still a choice.
const FEWEST_OPTIONS: usize = 2;

/// What is to be changed in a guide.
pub(crate) struct Changes<'a> {
    pub sections: &'a IndexMap<String, Placed<Change<SectionChange>>>,
    pub options: &'a IndexMap<String, Placed<Change<OptionChange>>>,
    pub add: &'a [Placed<AddedSection>],
    pub add_options: &'a [Placed<AddedOption>],
    /// Sections that change places among themselves.
    pub order: &'a [Text],
    /// Options that do.
    pub option_order: &'a [Text],
    /// Whether what is core has to stay: it has for a service, and not for the author of a
    /// guide that is based on another.
    pub core_stays: bool,
}

/// What came of changes.
#[derive(Default)]
pub(crate) struct Changed {
    /// Why some could not be made.
    pub problems: Vec<Problem>,
    /// The sections that say something else now.
    pub sections: Vec<Replaced<Section>>,
    /// The options that say something else now.
    pub options: Vec<Replaced<OptionEntry>>,
}

/// A part that says something else.
pub(crate) struct Replaced<T> {
    pub old: T,
    pub new: T,
    /// Who answers for it, where the part is core.
    pub answered: WrittenCoreChange,
    /// Where it is said.
    pub at: Place,
}

/// What can be dropped and said differently: sections and options.
pub(crate) trait Part: Clone {
    /// What people call one.
    const WHAT: &'static str;
    fn id(&self) -> &Text;
    fn is_core(&self) -> bool;
    /// As it stands beside another.
    fn beside(&self, other: &Self) -> Self;
    /// As it stands where another stood.
    fn in_place_of(&self, other: &Self) -> Self;
}

impl Part for Section {
    const WHAT: &'static str = "section";

    fn id(&self) -> &Text {
        &self.id
    }

    fn is_core(&self) -> bool {
        self.core
    }

    fn beside(&self, other: &Self) -> Self {
        let panel = self.panel.clone().or_else(|| other.panel.clone());
        Self {
            panel,
            ..self.clone()
        }
    }

    fn in_place_of(&self, other: &Self) -> Self {
        Self {
            panel: other.panel.clone(),
            ..self.clone()
        }
    }
}

impl Part for OptionEntry {
    const WHAT: &'static str = "option";

    fn id(&self) -> &Text {
        &self.id
    }

    fn is_core(&self) -> bool {
        self.core
    }

    fn beside(&self, _: &Self) -> Self {
        self.clone()
    }

    fn in_place_of(&self, _: &Self) -> Self {
        self.clone()
    }
}

/// What is said instead of a part.
trait Said {
    /// Who answers for it, where the part is core.
    fn answered(&self) -> &WrittenCoreChange;
}

impl Said for SectionChange {
    fn answered(&self) -> &WrittenCoreChange {
        &self.core_change
    }
}

impl Said for OptionChange {
    fn answered(&self) -> &WrittenCoreChange {
        &self.core_change
    }
}

impl Guide {
    /// Makes these changes, as far as they can be made.
    pub(crate) fn change(&mut self, changes: &Changes) -> Changed {
        let mut changed = Changed::default();
        changed.sections = change_sections(self, changes, &mut changed.problems);
        changed.options = change_options(self, changes, &mut changed.problems);
        changed
    }
}

/// Drops parts, says others differently and puts new ones beside others. Gives those that
/// say something else, and where the last one was dropped.
fn change<T: Part, C: Said>(
    parts: &mut Vec<T>,
    changes: &IndexMap<String, Placed<Change<C>>>,
    added: &[(Beside, &T)],
    core_stays: bool,
    problems: &mut Vec<Problem>,
    say: fn(&mut T, &C, Place) -> Option<Problem>,
) -> (Vec<Replaced<T>>, Option<Place>) {
    let own: Vec<Text> = parts.iter().map(|part| part.id().clone()).collect();
    let mut dropped = IndexMap::new();
    let mut replaced = Vec::new();
    for (id, change) in changes {
        let Some(index) = position(parts, id, change.place, problems) else {
            continue;
        };
        let part = &mut parts[index];
        match &change.value {
            Change::Drop if part.is_core() && core_stays => problems.push(core(part, change.place)),
            Change::Drop => {
                dropped.insert(id, change.place);
            }
            Change::With(said) => {
                let old = part.clone();
                match say(part, said, change.place) {
                    Some(problem) => problems.push(problem),
                    None => replaced.push(Replaced {
                        old,
                        new: part.clone(),
                        answered: said.answered().clone(),
                        at: change.place,
                    }),
                }
            }
        }
    }
    // Two beside the same one stay in their order: of those after it the last one is put
    // there first.
    let before = added
        .iter()
        .filter(|(beside, _)| matches!(beside, Beside::Before(_)));
    let after = added
        .iter()
        .filter(|(beside, _)| matches!(beside, Beside::After(_)));
    for (beside, new) in before.chain(after.rev()) {
        let id = beside.id();
        if let Some(index) = position(parts, &id.value, id.place, problems) {
            let behind = usize::from(matches!(beside, Beside::After(_)));
            parts.insert(index + behind, new.beside(&parts[index]));
        }
    }
    let added = added.iter().map(|(_, new)| new.id());
    problems.extend(repeated(own.iter().chain(added)));
    parts.retain(|part| !dropped.contains_key(&part.id().value));
    (replaced, dropped.values().last().copied())
}

pub(super) fn position<T: Part>(
    parts: &[T],
    id: &str,
    place: Place,
    problems: &mut Vec<Problem>,
) -> Option<usize> {
    let known = parts.iter().map(|part| part.id().value.as_str());
    let found = known.clone().position(|known| known == id);
    if found.is_none() {
        let what = T::WHAT;
        let problem = Problem::error(format!("the guide has no {what} `{id}`")).at(place);
        problems.push(problem.help_known(id, &format!("its {what}s are"), known));
    }
    found
}

fn core<T: Part>(part: &T, place: Place) -> Problem {
    let (what, id) = (T::WHAT, part.id());
    Problem::error(format!("the {what} `{}` cannot be dropped", id.value))
        .at(place)
        .also(id.place, "it is part of the core")
        .help("say it differently instead")
}

fn change_sections(
    guide: &mut Guide,
    changes: &Changes,
    problems: &mut Vec<Problem>,
) -> Vec<Replaced<Section>> {
    let added = changes.add.iter();
    let added = added.filter_map(|added| Some((added.value.beside()?, &added.value.section)));
    let added: Vec<_> = added.collect();
    let (sections, stays) = (&mut guide.sections, changes.core_stays);
    let say = |section: &mut Section, said: &SectionChange, place| {
        if let Some(heading) = &said.heading {
            section.heading = Some(heading.clone());
        }
        if let Some(picture) = &said.picture {
            section.picture = Some(picture.clone());
        }
        let blocks = said.blocks.as_ref()?;
        let loses_crisis = section.core && has_crisis(&section.blocks) && !has_crisis(blocks);
        let problem = loses_crisis.then(|| no_crisis(&section.id, place));
        section.blocks.clone_from(blocks);
        // What is said instead is worth its room, and waits for no answer.
        section.short = None;
        section.when.take_if(|when| when.value.contains(PREFIX));
        // What is wrong with its words is mended where they were written.
        section.id.place = place;
        problem
    };
    let replaced = change(sections, changes.sections, &added, stays, problems, say).0;
    put_in_order(sections, changes.order, problems);
    replaced
}

fn has_crisis(blocks: &[Placed<Block>]) -> bool {
    let mut blocks = blocks.iter();
    blocks.any(|block| block.value.when.is_none() && matches!(block.value.content, Content::Crisis))
}

/// Whoever reads about pain and mood may be in danger: they find help in a crisis
/// on the page, whatever a service changes.
fn no_crisis(section: &Text, place: Place) -> Problem {
    Problem::error(format!(
        "the new blocks of `{}` leave out help in a crisis",
        section.value
    ))
    .rule(RuleId::NoCrisisHelp)
    .at(place)
    .also(section.place, "it is part of the core")
    .help("add `- crisis` to them; it cannot be switched off")
}

fn change_options(
    guide: &mut Guide,
    changes: &Changes,
    problems: &mut Vec<Problem>,
) -> Vec<Replaced<OptionEntry>> {
    let changed = changes.options.values().map(|change| change.place);
    let added = changes.add_options.iter();
    let added = added.filter_map(|added| Some((added.value.beside()?, &added.value.option)));
    let added: Vec<_> = added.collect();
    let added_at = added.iter().map(|(beside, _)| beside.id().place);
    let moved = changes.option_order.iter().map(|id| id.place);
    let Some(first_change) = changed.chain(added_at).chain(moved).next() else {
        return Vec::new();
    };
    let sections = guide.sections.iter_mut();
    let mut blocks = sections.flat_map(|section| &mut section.blocks);
    let options = blocks.find_map(|block| match &mut block.value.content {
        Content::Options(options) => Some((options, block.place)),
        _ => None,
    });
    let Some((options, place)) = options else {
        problems.push(
            Problem::error(format!("`{}` has no options to change", guide.guide.value))
                .at(first_change)
                .also(guide.guide.place, "this guide has none")
                .help("take `options`, `add-options` and `option-order` out"),
        );
        return Vec::new();
    };
    let say = |option: &mut OptionEntry, said: &OptionChange, _| {
        option.say(said);
        None
    };
    let (stays, to_change) = (changes.core_stays, changes.options);
    let (replaced, last_drop) = change(options, to_change, &added, stays, problems, say);
    put_in_order(options, changes.option_order, problems);
    if options.len() < FEWEST_OPTIONS {
        let problem = Problem::error("too few options are left to choose from");
        let problem = match last_drop {
            Some(last_drop) => problem.at(last_drop).also(place, "the options are here"),
            None => problem.at(place),
        };
        problems.push(problem.help(format!("keep at least {FEWEST_OPTIONS}")));
    }
    replaced
}
