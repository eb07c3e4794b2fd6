//! The box that says when to see a doctor the same day. Only a clinician can stand behind
//! it, so it is printed only where somebody approved the guide as it is.

use super::content as made;
use super::printed::Role;
use super::tailoring::Tailoring;
use crate::diagnostics::{Help, Place, Problem};
use crate::read::{ByLanguage, Text};

impl Tailoring<'_> {
    /// The box of this name; none where nobody has approved the guide.
    pub(super) fn urgent(&mut self, name: &Text) -> Option<made::Block> {
        let known = self.materials.urgent;
        let Some(urgent) = known.get(&name.value) else {
            let names = known.keys().map(String::as_str);
            let problem = Problem::error(format!("nothing urgent is called `{}`", name.value));
            let problem = problem.at(name.place);
            return self.refuse(problem.help_known(&name.value, "there is", names));
        };
        if !self.materials.approval.holds() {
            let guide = &self.guide.guide.value;
            let why = "only what somebody has approved as it is may say when to go to A&E";
            let language = self.materials.locale.tag();
            let words = urgent.texts().filter_map(|words| words.get(language));
            let words: Vec<String> = words.map(|text| format!("  {}", text.value)).collect();
            let problem = Problem::note(format!(
                "`{guide}` leaves out `urgent: {}`: nobody has approved the guide as it is",
                name.value
            ));
            let problem = problem.at(name.place).help(why);
            let problem = problem.help(format!(
                "whoever approves the guide stands behind these words as well:\n{}",
                words.join("\n")
            ));
            return self.refuse(problem.help(
                "`leafwright build` gives the line for `approvals:` in `service.yaml`, once no detail is the example's",
            ));
        }
        let language = self.materials.locale.tag();
        let mut unchecked = urgent.unchecked.iter();
        if let Some(tag) = unchecked.find(|tag| tag.value == language) {
            self.problem(
                Problem::warning(format!(
                    "no native speaker has checked `{}` in `{language}` yet",
                    name.value
                ))
                .at(tag.place)
                .help("have it read before you hand this out, and take the language out here"),
            );
        }
        let heading = self.urgent_words(&urgent.heading, name.place);
        let lead = self.urgent_words(&urgent.lead, name.place);
        let signs = urgent.signs.iter();
        let signs: Option<Vec<String>> = signs
            .map(|sign| self.urgent_words(sign, name.place))
            .collect();
        let what_to_do = self.urgent_words(&urgent.what_to_do, name.place);
        Some(made::Block::Urgent {
            heading: heading?,
            lead: lead?,
            signs: signs?,
            what_to_do: what_to_do?,
        })
    }

    fn urgent_words(&mut self, words: &ByLanguage, asked: Place) -> Option<String> {
        let language = self.materials.locale.tag();
        let Some(text) = words.get(language) else {
            let place = words.values().next().map_or(asked, |text| text.place);
            let problem = Problem::error(format!("this is not translated into `{language}`"));
            let add = Help::add_setting(format!("`{language}: …`"));
            return self.refuse(problem.at(place).help(add));
        };
        self.note_text(text, Role::Crisis);
        Some(text.value.clone())
    }
}
