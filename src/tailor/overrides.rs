//! What a service changes in a guide.
//!
//! `core` sections make the guide work, and stay; everything else may be said
//! differently, dropped or added to. What is wrong with a change is mended in the
//! service's own file, so every problem points there first.

use indexmap::IndexMap;

use crate::diagnostics::{Place, Problem, RuleId, did_you_mean, one_of};
use crate::read::{
    Block, Change, Content, Guide, OptionEntry, Overrides, Placed, Section, Text, repeated,
};

/// The fewest options that are still a choice.
const FEWEST_OPTIONS: usize = 2;

/// The guide with the service's changes.
///
/// # Errors
/// Every change that cannot be made.
pub fn with_overrides(written: &Guide, overrides: &Overrides) -> Result<Guide, Vec<Problem>> {
    let mut guide = written.clone();
    let mut problems = Vec::new();
    change_sections(&mut guide, overrides, &mut problems);
    let own = written.sections.iter().map(|section| &section.id);
    let added = overrides.add.iter().map(|added| &added.section.id);
    problems.extend(repeated(own.chain(added)));
    change_options(&mut guide, overrides, &mut problems);
    guide.except.extend(overrides.except.iter().cloned());
    if let Some(format) = &overrides.format
        && format.value != guide.format.value
    {
        guide.format = format.clone();
        // Panels are those of the format the guide was written for.
        for section in &mut guide.sections {
            section.panel = None;
        }
    }
    problems.extend(guide.misplaced());
    if problems.is_empty() {
        Ok(guide)
    } else {
        Err(problems)
    }
}

fn change_sections(guide: &mut Guide, overrides: &Overrides, problems: &mut Vec<Problem>) {
    let mut dropped = Vec::new();
    for (id, change) in &overrides.sections {
        let ids = section_ids(guide);
        let Some(section) = guide
            .sections
            .iter_mut()
            .find(|section| section.id.value == *id)
        else {
            problems.push(no_such("section", id, change.place, &ids));
            continue;
        };
        match &change.value {
            Change::Drop if section.core => {
                problems.push(core("section", id, change.place, &section.id));
            }
            Change::Drop => dropped.push(id.clone()),
            Change::With(said) => {
                if let Some(heading) = &said.heading {
                    section.heading = Some(heading.clone());
                }
                if let Some(blocks) = &said.blocks {
                    if section.core && has_crisis(&section.blocks) && !has_crisis(blocks) {
                        problems.push(no_crisis(id, change.place, &section.id));
                    }
                    section.blocks.clone_from(blocks);
                    // What is wrong with its words is mended where the service wrote them.
                    section.id.place = change.place;
                }
            }
        }
    }
    // The last one first, so that two after the same section stay in their order.
    for added in overrides.add.iter().rev() {
        let ids = section_ids(guide);
        match position(&added.after, &ids, "section", problems) {
            Some(index) => {
                let mut section = added.section.clone();
                if section.panel.is_none() {
                    section.panel.clone_from(&guide.sections[index].panel);
                }
                guide.sections.insert(index + 1, section);
            }
            None => continue,
        }
    }
    let stays = |section: &Section| !dropped.contains(&section.id.value);
    guide.sections.retain(stays);
}

fn has_crisis(blocks: &[Placed<Block>]) -> bool {
    let mut blocks = blocks.iter();
    blocks.any(|block| block.value.when.is_none() && matches!(block.value.content, Content::Crisis))
}

/// Whoever reads about pain and mood may be in danger: they find help in a crisis
/// on the page, whatever a service changes.
fn no_crisis(id: &str, place: Place, written: &Text) -> Problem {
    Problem::error(format!(
        "the new blocks of `{id}` leave out help in a crisis"
    ))
    .rule(RuleId::NoCrisisHelp)
    .at(place)
    .also(written.place, "it is part of the core")
    .help("add `- crisis` to them; it cannot be switched off")
}

fn section_ids(guide: &Guide) -> Vec<String> {
    let sections = guide.sections.iter();
    sections.map(|section| section.id.value.clone()).collect()
}

fn change_options(guide: &mut Guide, overrides: &Overrides, problems: &mut Vec<Problem>) {
    let changed = overrides.options.values().map(|change| change.place);
    let added = overrides.add_options.iter().map(|added| added.after.place);
    let Some(first_change) = changed.chain(added).next() else {
        return;
    };
    let blocks = guide
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.blocks);
    let mut blocks = blocks.filter_map(|block| match &mut block.value.content {
        Content::Options(options) => Some((options, block.place)),
        _ => None,
    });
    let Some((options, place)) = blocks.next() else {
        problems.push(
            Problem::error(format!("`{}` has no options to change", guide.guide.value))
                .at(first_change)
                .also(guide.guide.place, "this guide has none")
                .help("take `options` and `add-options` out of its overrides"),
        );
        return;
    };
    let own: Vec<Text> = options.iter().map(|option| option.id.clone()).collect();
    let mut dropped = IndexMap::new();
    for (id, change) in &overrides.options {
        let ids = option_ids(options);
        let Some(option) = options.iter_mut().find(|option| option.id.value == *id) else {
            problems.push(no_such("option", id, change.place, &ids));
            continue;
        };
        match &change.value {
            Change::Drop if option.core => {
                problems.push(core("option", id, change.place, &option.id))
            }
            Change::Drop => {
                dropped.insert(id.as_str(), change.place);
            }
            Change::With(texts) => {
                for (which, text) in texts {
                    option.say(*which, text);
                }
            }
        }
    }
    for added in overrides.add_options.iter().rev() {
        let ids = option_ids(options);
        if let Some(index) = position(&added.after, &ids, "option", problems) {
            options.insert(index + 1, added.option.clone());
        }
    }
    let added = overrides.add_options.iter().map(|added| &added.option.id);
    problems.extend(repeated(own.iter().chain(added)));
    options.retain(|option| !dropped.contains_key(option.id.value.as_str()));
    if options.len() < FEWEST_OPTIONS {
        let problem = Problem::error("too few options are left to choose from");
        let problem = match dropped.values().last() {
            Some(last_drop) => problem.at(*last_drop).also(place, "the options are here"),
            None => problem.at(place),
        };
        problems.push(problem.help(format!("keep at least {FEWEST_OPTIONS}")));
    }
}

fn option_ids(options: &[OptionEntry]) -> Vec<String> {
    options
        .iter()
        .map(|option| option.id.value.clone())
        .collect()
}

fn position(
    after: &Text,
    ids: &[String],
    what: &str,
    problems: &mut Vec<Problem>,
) -> Option<usize> {
    let found = ids.iter().position(|id| *id == after.value);
    if found.is_none() {
        problems.push(no_such(what, &after.value, after.place, ids));
    }
    found
}

fn core(what: &str, id: &str, place: Place, written: &Text) -> Problem {
    Problem::error(format!("the {what} `{id}` cannot be dropped"))
        .at(place)
        .also(written.place, "it is part of the core")
        .help("say it differently instead")
}

fn no_such(what: &str, id: &str, place: Place, ids: &[String]) -> Problem {
    let known = || ids.iter().map(String::as_str);
    Problem::error(format!("the guide has no {what} `{id}`"))
        .at(place)
        .maybe_help(did_you_mean(id, known()))
        .help(format!("its {what}s are {}", one_of(known())))
}
