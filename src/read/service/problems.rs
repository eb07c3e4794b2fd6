//! What is wrong with settings whose values are all right by themselves.

use super::{Arrangement, Contact, Flip, Service};
use crate::diagnostics::{Help, Place, Problem, RuleId, did_you_mean, one_of};
use crate::read::reach;
use crate::read::unfilled::unnamed;

impl Service {
    /// What nobody could ring, write to or open: true whatever else is wrong.
    pub(in crate::read) fn unreachable(&self) -> Vec<Problem> {
        let contacts = self.contacts.values().flat_map(Contact::unreachable);
        contacts.chain(self.unreachable_page()).collect()
    }

    /// What is wrong with the address where readers say what they think.
    fn unreachable_page(&self) -> Option<Problem> {
        let page = self.feedback_page.as_ref()?;
        let (message, help) = reach::website(&page.value)?;
        let problem = Problem::error(message).at(page.place);
        Some(problem.rule(reach::ADDRESS_RULE).help(help))
    }

    /// Languages that stand in the list already: everything would be printed in them again.
    fn languages_again(&self) -> Vec<Problem> {
        let tags = self.languages.iter().enumerate();
        let again = tags.filter_map(|(at, tag)| {
            let mut before = self.languages[..at].iter();
            let first = before.find(|it| it.value == tag.value)?;
            let problem = Problem::error(format!("`{}` stands here twice", tag.value))
                .at(tag.place)
                .also(first.place, "it stands here already")
                .help("each language stands once: take this one out");
            Some(problem)
        });
        again.collect()
    }

    /// What no type can say: parts that have to agree with each other.
    pub(in crate::read) fn problems(&self) -> Vec<Problem> {
        let wrong =
            |what: &str, place: Place, help: &str| Problem::error(what).at(place).help(help);
        let mut problems = self.languages_again();
        for (id, contact) in &self.contacts {
            if contact.phone.is_none() && contact.email.is_none() {
                let what = format!("`{id}` has no phone and no email");
                let help = Help::add_setting("`phone: …` or `email: …`");
                problems.push(Problem::error(what).at(contact.name.place).help(help));
            }
            problems.extend(contact.unreachable());
        }
        problems.extend(self.unreachable_page());
        let checked = self.crisis_checked.as_ref();
        problems.extend(checked.and_then(|checked| unnamed(&checked.by, "whoever looked")));
        if let Some(reply_to) = &self.letters.reply_to
            && !self.places.contains_key(&reply_to.value)
        {
            let known = self.places.keys().map(String::as_str);
            problems.push(
                Problem::error(format!("there is no place `{}`", reply_to.value))
                    .at(reply_to.place)
                    .maybe_help(did_you_mean(&reply_to.value, known))
                    .help("name one of `places`"),
            );
        }
        if let Some((kind, asked)) = self.bilingual.unsuitable() {
            let what = format!("no {} can be `{}`", kind.id(), asked.value.id());
            let known = Arrangement::all().filter(|other| other.suits(kind));
            let help = format!("write {}", one_of(known.map(Arrangement::id)));
            problems.push(wrong(&what, asked.place, &help));
        }
        if let Some(backs) = &self.desk.backs
            && self.desk.turn() != Flip::Manual
        {
            let what = "`backs` means nothing where the printer turns the paper over";
            let help = "take the line out, or write flip: manual";
            problems.push(wrong(what, backs.place, help));
        }
        if let Some(logo) = &self.brand.logo
            && self.brand.logo_alt.is_none()
        {
            let help = Help::add_setting("`logo-alt: …`")
                .then(": what stands in the logo, for people who cannot see it");
            let problem = Problem::error("the logo has no words").at(logo.place);
            problems.push(problem.help(help).rule(RuleId::DrawingWithoutWords));
        }
        problems
    }
}
