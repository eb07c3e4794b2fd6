//! Options: every one has the same parts in the same order, so that a reader can compare.
//!
//! A guide chooses its parts from those that are known here. They are a fixed
//! vocabulary because more than a guide has to know them: each language has a
//! heading for each, and rules ask whether the good and the hard side of an option
//! have about as much room.

use std::borrow::Cow;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde::de::Deserializer;
use strum::{IntoStaticStr, VariantArray};

use super::content::SceneEntry;
use super::core_change::WrittenCoreChange;
use super::glance::AtAGlance;
use super::yaml::{self, ByTone, Instead, Mistyped, Placed, Text};
use crate::diagnostics::{Place, Problem, RuleId};

/// Makes of the table of parts all that has to name every one of them.
macro_rules! parts {
    ($($(#[$about:meta])* $part:ident($field:ident),)*) => {
        /// A part that options may have.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, IntoStaticStr, VariantArray)]
        #[serde(rename_all = "kebab-case")]
        #[strum(serialize_all = "kebab-case")]
        pub enum OptionPart {
            $($(#[$about])* $part,)*
        }

        /// An option as it is written: which of the parts it needs, its guide says.
        #[derive(Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        struct Written {
            /// What overrides call it.
            id: Text,
            /// True where a service may not drop it.
            #[serde(default)]
            core: bool,
            /// True where `option-needs` are not asked of it: nobody waits for it, or pays.
            #[serde(default)]
            asks_nothing: bool,
            /// When it is printed: a condition on the service's answers, such as `needs.offered`.
            when: Option<Text>,
            /// Who answers for other words of what is core.
            #[serde(default)]
            core_change: WrittenCoreChange,
            /// Its name.
            name: ByTone,
            /// One sentence.
            summary: ByTone,
            /// A few words for each column of an overview.
            at_a_glance: Option<AtAGlance>,
            /// The picture beside it.
            picture: Option<SceneEntry>,
            $($(#[$about])* $field: Option<ByTone>,)*
        }

        impl Written {
            fn take_parts(&mut self) -> IndexMap<OptionPart, ByTone> {
                let parts = [$((OptionPart::$part, self.$field.take()),)*].into_iter();
                let written = parts.filter_map(|(part, text)| Some((part, text?)));
                written.collect()
            }
        }

        /// What a service says instead in an option. What is absent stays.
        #[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
        #[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
        pub struct OptionChange {
            /// Another name.
            name: Option<ByTone>,
            /// Another sentence on what it is.
            summary: Option<ByTone>,
            $($(#[$about])* $field: Option<ByTone>,)*
            /// Other words for the overview: all four of them.
            at_a_glance: Option<AtAGlance>,
            /// Another picture.
            picture: Option<SceneEntry>,
            /// Who answers for other words of what is core.
            pub core_change: WrittenCoreChange,
        }

        impl OptionChange {
            /// Its parts, in the order of [`OptionPart::ALL`].
            pub fn parts(&self) -> impl Iterator<Item = (OptionPart, &ByTone)> {
                let parts = [$((OptionPart::$part, self.$field.as_ref()),)*].into_iter();
                parts.filter_map(|(part, text)| Some((part, text?)))
            }
        }
    };
}

// Every part there is. The label `option-` and its key is its heading.
parts! {
    /// What one gets or does.
    WhatItIs(what_it_is),
    /// How it is to live with.
    WhatItIsLike(what_it_is_like),
    /// What is good about it.
    HowItMayHelp(how_it_may_help),
    /// What is not.
    WhatMayBeHard(what_may_be_hard),
    /// What sources say of it, or that they say nothing.
    WhatIsKnown(what_is_known),
    /// Where, how often and for how long.
    TimeAndPlace(time_and_place),
    /// What to do if one wants it.
    HowToStart(how_to_start),
}

impl OptionPart {
    /// Every part there is.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The parts of options where a guide names none, in the order they are printed. What is
    /// known has to be looked up: only a guide that names it has it.
    pub fn usual() -> impl Iterator<Item = Self> {
        let all = Self::ALL.iter().copied();
        all.filter(|part| *part != Self::WhatIsKnown)
    }

    /// The word for it in guides.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The label that is its heading.
    pub fn label(self) -> String {
        format!("option-{}", self.key())
    }
}

/// An option.
#[derive(Debug, Clone)]
pub struct OptionEntry {
    /// Where it stands.
    pub place: Place,
    /// What overrides call it.
    pub id: Text,
    /// True where a service may not drop it, nor say it differently without saying who
    /// answers for that.
    pub core: bool,
    /// True where what the guide asks for each option is not asked of it: nobody waits for
    /// it, or pays.
    pub asks_nothing: bool,
    /// Where it is printed: only a condition on the service's answers.
    pub when: Option<Text>,
    /// Who answers for other words than the built-in guide has.
    pub core_change: WrittenCoreChange,
    /// Its name.
    pub name: ByTone,
    /// One sentence.
    pub summary: ByTone,
    /// A few words for each column of an overview.
    pub at_a_glance: Option<AtAGlance>,
    /// The picture beside it.
    pub picture: Option<SceneEntry>,
    parts: IndexMap<OptionPart, ByTone>,
}

impl<'de> Deserialize<'de> for OptionEntry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Placed { mut value, place } = Placed::<Written>::deserialize(deserializer)?;
        Ok(Self {
            place,
            parts: value.take_parts(),
            id: value.id,
            core: value.core,
            asks_nothing: value.asks_nothing,
            when: value.when,
            core_change: value.core_change,
            name: value.name,
            summary: value.summary,
            at_a_glance: value.at_a_glance,
            picture: value.picture,
        })
    }
}

impl JsonSchema for OptionEntry {
    fn schema_name() -> Cow<'static, str> {
        "Option".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Written::json_schema(generator)
    }
}

impl OptionEntry {
    /// What it says in one of its parts.
    pub fn part(&self, part: OptionPart) -> Option<&ByTone> {
        self.parts.get(&part)
    }

    /// Its texts: the parts in the order of [`OptionPart::ALL`].
    pub fn texts(&self) -> impl Iterator<Item = &ByTone> {
        let parts = OptionPart::ALL.iter();
        let parts = parts.filter_map(|part| self.part(*part));
        let at_a_glance = self.at_a_glance.iter().flat_map(AtAGlance::texts);
        let front = [&self.name, &self.summary].into_iter();
        front.chain(at_a_glance).chain(parts)
    }

    /// Says no more than its name and its one sentence.
    pub(super) fn leave_parts_out(&mut self) {
        self.parts.clear();
        self.at_a_glance = None;
    }

    /// Says something else in some of its texts, or shows another picture.
    pub fn say(&mut self, change: &OptionChange) {
        let instead = |own: &mut ByTone, said: &Option<ByTone>| {
            if let Some(said) = said {
                own.clone_from(said);
            }
        };
        instead(&mut self.name, &change.name);
        instead(&mut self.summary, &change.summary);
        let parts = change.parts();
        self.parts
            .extend(parts.map(|(part, text)| (part, text.clone())));
        if change.at_a_glance.is_some() {
            self.at_a_glance.clone_from(&change.at_a_glance);
        }
        if change.picture.is_some() {
            self.picture.clone_from(&change.picture);
        }
    }
}

impl Instead for OptionChange {
    const SETTINGS: &'static str = "a line for each part, such as `summary: …`,";
}

/// The parts that every option of a guide has: `option-parts`, or the usual ones where the
/// guide says nothing.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct OptionParts(Option<Placed<Vec<Placed<OptionPart>>>>);

impl OptionParts {
    /// No part at all, as is said in that place.
    pub(super) fn none(place: Place) -> Self {
        let value = Vec::new();
        Self(Some(Placed { value, place }))
    }

    /// They, in the order they are printed.
    pub fn all(&self) -> Vec<OptionPart> {
        match &self.0 {
            Some(chosen) => chosen.value.iter().map(|part| part.value).collect(),
            None => OptionPart::usual().collect(),
        }
    }

    /// Where a part is named, where it is.
    pub fn place_of(&self, part: OptionPart) -> Option<Place> {
        let mut chosen = self.0.iter().flat_map(|chosen| &chosen.value);
        let found = chosen.find(|chosen| chosen.value == part);
        found.map(|part| part.place)
    }

    /// What is wrong with the list itself.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let Some(chosen) = &self.0 else {
            return Vec::new();
        };
        if chosen.value.is_empty() {
            let problem = Problem::error("`option-parts` names no part").at(chosen.place);
            return vec![problem.help("name at least 1, or take the line out")];
        }
        let again = chosen.value.iter().filter_map(|part| {
            let first = self.place_of(part.value)?;
            let problem = Problem::error(format!("`{}` is named twice", part.value.key()));
            let problem = problem.at(part.place).also(first, "it is named here");
            (first != part.place).then(|| problem.help("take one of them out"))
        });
        again.collect()
    }

    /// Whether options can be held against the list: nothing is wrong with it, and no
    /// word in it stands in for one that could not be read.
    fn is_sound(&self) -> bool {
        let mut chosen = self.0.iter();
        self.problems().is_empty()
            && chosen.all(|chosen| {
                let mut parts = chosen.value.iter();
                parts.all(|part| part.place.start > chosen.place.start)
            })
    }

    /// Where options lack one of the parts, or have another. A key that is only
    /// `mistyped` in a group has been reported.
    pub(super) fn unlike<'a>(
        &self,
        options: impl Iterator<Item = &'a OptionEntry>,
        mistyped: &Mistyped,
    ) -> Vec<Problem> {
        let mut problems = Vec::new();
        if !self.is_sound() {
            return problems;
        }
        let parts = self.all();
        let mut said = false;
        for option in options {
            let missing = parts.iter().filter(|part| {
                option.part(**part).is_none() && !mistyped(option.place, part.key())
            });
            for part in missing {
                let problem = yaml::missing(part.key(), option.place);
                let mut problem = problem.rule(RuleId::OptionsDifferInParts);
                if !said {
                    problem = problem.help(format!(
                        "every option has the same {} parts, so that readers can compare",
                        parts.len()
                    ));
                    said = true;
                }
                problems.push(problem);
            }
            let written = option.parts.iter();
            problems.extend(written.filter_map(|(part, text)| self.unasked(*part, text)));
        }
        problems
    }

    /// A part that the options of this guide do not have.
    pub(super) fn unasked(&self, part: OptionPart, text: &ByTone) -> Option<Problem> {
        let chosen = self.0.as_ref()?;
        let is_chosen = self.place_of(part).is_some();
        (!is_chosen).then(|| {
            Problem::error(format!("options here have no part `{}`", part.key()))
                .at(text.place())
                .also(chosen.place, "these are their parts")
                .rule(RuleId::OptionsDifferInParts)
                .help("take it out, or name it in `option-parts` and write it for every option")
        })
    }
}
