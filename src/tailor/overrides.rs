//! What a service changes in a guide.
//!
//! `core` sections make the guide work, and stay as they are, unless somebody answers for
//! other words; everything else may be said differently, dropped or added to. What is wrong
//! with a change is mended in the service's own file, so every problem points there first.

use indexmap::IndexMap;

use super::core::{Judged, Part, held};
use crate::diagnostics::{Failure, Place, Problem, RuleId, refuse_errors};
use crate::read::{
    Beside, Block, Change, Content, Guide, OptionChange, Overrides, PREFIX, Placed, SectionChange,
    Text, WrittenCoreChange, repeated,
};

/// The fewest options that are still a choice.
const FEWEST_OPTIONS: usize = 2;

/// The guide with the service's changes, and what there is to say of them. Where it is the
/// service's own, `beneath` is the built-in one whose place it takes.
///
/// # Errors
/// Every change that cannot be made.
pub fn with_overrides(
    written: &Guide,
    beneath: Option<&Guide>,
    overrides: &Overrides,
) -> Result<(Guide, Vec<Problem>), Failure> {
    let mut guide = written.clone();
    let mut judged = held(written, beneath);
    change_sections(&mut guide, overrides, &mut judged);
    change_options(&mut guide, overrides, &mut judged);
    let Judged {
        mut problems,
        changed,
    } = judged;
    guide.core_changes = changed;
    say_of_it(&mut guide, overrides);
    guide.except.extend(overrides.except.iter().cloned());
    if let Some(cover) = &overrides.cover {
        guide.cover = Some(cover.clone());
    }
    problems.extend(put_on_paper(&mut guide, overrides));
    problems.extend(guide.misnamed_needs());
    problems.extend(guide.misplaced());
    problems.extend(guide.unspared());
    refuse_errors(problems).map(|said| (guide.in_its_length(), said))
}

/// What the service says of the guide as a whole.
fn say_of_it(guide: &mut Guide, overrides: &Overrides) {
    if let Some(title) = &overrides.title {
        guide.title.clone_from(title);
    }
    if let Some(summary) = &overrides.summary {
        guide.summary.clone_from(summary);
    }
    guide.version = overrides.version.unwrap_or(guide.version);
    guide.reviewed = overrides.reviewed.unwrap_or(guide.reviewed);
    guide.next_review = overrides.next_review.unwrap_or(guide.next_review);
}

/// In the format or the length that the service chose.
fn put_on_paper(guide: &mut Guide, overrides: &Overrides) -> Option<Problem> {
    match (&overrides.length, &overrides.format) {
        (Some(length), Some(format)) => Some(
            Problem::error("a length has a format of its own")
                .at(format.place)
                .also(length.place, "the length is chosen here")
                .help("take one of the two lines out"),
        ),
        (Some(length), None) => guide.choose_length(length),
        (None, Some(format)) if format.value != guide.format.value => {
            guide.put_in(format.clone());
            None
        }
        (None, _) => None,
    }
}

/// What a service says instead of a part.
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

/// Drops parts, says others differently and puts new ones beside others. Gives where
/// the last one was dropped.
fn change<T: Part, C: Said>(
    parts: &mut Vec<T>,
    changes: &IndexMap<String, Placed<Change<C>>>,
    added: &[(Beside, &T)],
    judged: &mut Judged,
    say: fn(&mut T, &C, Place) -> Option<Problem>,
) -> Option<Place> {
    let own: Vec<Text> = parts.iter().map(|part| part.id().clone()).collect();
    let mut dropped = IndexMap::new();
    for (id, change) in changes {
        let Some(index) = position(parts, id, change.place, &mut judged.problems) else {
            continue;
        };
        let part = &mut parts[index];
        match &change.value {
            Change::Drop if part.is_core() => judged.problems.push(core(part, change.place)),
            Change::Drop => {
                dropped.insert(id, change.place);
            }
            Change::With(said) => {
                let old = part.clone();
                match say(part, said, change.place) {
                    Some(problem) => judged.problems.push(problem),
                    None => judged.hold(&old, part, said.answered(), change.place),
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
        if let Some(index) = position(parts, &id.value, id.place, &mut judged.problems) {
            let behind = usize::from(matches!(beside, Beside::After(_)));
            parts.insert(index + behind, new.beside(&parts[index]));
        }
    }
    let added = added.iter().map(|(_, new)| new.id());
    judged.problems.extend(repeated(own.iter().chain(added)));
    parts.retain(|part| !dropped.contains_key(&part.id().value));
    dropped.values().last().copied()
}

fn position<T: Part>(
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

fn change_sections(guide: &mut Guide, overrides: &Overrides, judged: &mut Judged) {
    let added = overrides.add.iter();
    let added = added.filter_map(|added| Some((added.value.beside()?, &added.value.section)));
    let added: Vec<_> = added.collect();
    let (sections, changes) = (&mut guide.sections, &overrides.sections);
    change(sections, changes, &added, judged, |section, said, place| {
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
        // What a service says itself is worth its room, and waits for no answer of it.
        section.short = None;
        section.when.take_if(|when| when.value.contains(PREFIX));
        // What is wrong with its words is mended where the service wrote them.
        section.id.place = place;
        problem
    });
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

fn change_options(guide: &mut Guide, overrides: &Overrides, judged: &mut Judged) {
    let changed = overrides.options.values().map(|change| change.place);
    let added = overrides.add_options.iter();
    let added = added.filter_map(|added| Some((added.value.beside()?, &added.value.option)));
    let added: Vec<_> = added.collect();
    let added_at = added.iter().map(|(beside, _)| beside.id().place);
    let Some(first_change) = changed.chain(added_at).next() else {
        return;
    };
    let sections = guide.sections.iter_mut();
    let mut blocks = sections.flat_map(|section| &mut section.blocks);
    let options = blocks.find_map(|block| match &mut block.value.content {
        Content::Options(options) => Some((options, block.place)),
        _ => None,
    });
    let Some((options, place)) = options else {
        judged.problems.push(
            Problem::error(format!("`{}` has no options to change", guide.guide.value))
                .at(first_change)
                .also(guide.guide.place, "this guide has none")
                .help("take `options` and `add-options` out of its overrides"),
        );
        return;
    };
    let changes = &overrides.options;
    let last_drop = change(options, changes, &added, judged, |option, said, _| {
        option.say(said);
        None
    });
    if options.len() < FEWEST_OPTIONS {
        let problem = Problem::error("too few options are left to choose from");
        let problem = match last_drop {
            Some(last_drop) => problem.at(last_drop).also(place, "the options are here"),
            None => problem.at(place),
        };
        judged
            .problems
            .push(problem.help(format!("keep at least {FEWEST_OPTIONS}")));
    }
}
