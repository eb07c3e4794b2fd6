//! The words that rules look for, from `content/words/`: a file for each thing an
//! editor would look for, and a struct for each file.
//!
//! What a list is for and who says so stands in its file. All are English, but for what
//! says otherwise.

mod facts;
mod letters;
mod list;
mod reading;
mod subjects;

pub use facts::{Acronyms, FigureWords, NumberWords, PhoneWords, ShortForms, TimeWords};
pub use letters::{InvitationWords, OrdersAndThreats};
pub use list::{Better, WordList};
pub use reading::{
    HeadingWords, Jargon, Meaning, PlainerWords, SentenceWords, Syllables, UnfinishedText,
};
pub use subjects::{MoodAndPain, OptionWords, OtherForms, PicturesAndLinks};

use super::Reader;
use crate::assets::Assets;
use crate::diagnostics::{Failure, Problem, closest, one_of};

/// Where the files are.
const FOLDER: &str = "content/words";

/// Every list, a field a file.
#[derive(Debug, Clone)]
pub struct WordLists {
    /// `acronyms.yaml`
    pub acronyms: Acronyms,
    /// `figures.yaml`
    pub figures: FigureWords,
    /// `headings.yaml`
    pub headings: HeadingWords,
    /// `invitations.yaml`
    pub invitations: InvitationWords,
    /// `jargon.yaml`
    pub jargon: Jargon,
    /// `mood-and-pain.yaml`
    pub mood_and_pain: MoodAndPain,
    /// `numbers.yaml`
    pub numbers: NumberWords,
    /// `options.yaml`
    pub options: OptionWords,
    /// `orders-and-threats.yaml`
    pub orders_and_threats: OrdersAndThreats,
    /// `other-forms.yaml`
    pub other_forms: OtherForms,
    /// `phones.yaml`
    pub phones: PhoneWords,
    /// `pictures-and-links.yaml`
    pub pictures_and_links: PicturesAndLinks,
    /// `plainer-words.yaml`
    pub plainer_words: PlainerWords,
    /// `sentences.yaml`
    pub sentences: SentenceWords,
    /// `short-forms.yaml`
    pub short_forms: ShortForms,
    /// `syllables.yaml`
    pub syllables: Syllables,
    /// `times.yaml`
    pub times: TimeWords,
    /// `unfinished-text.yaml`
    pub unfinished_text: UnfinishedText,
}

impl Reader<'_> {
    /// The words that rules look for.
    ///
    /// # Errors
    /// Every mistake in the first file that has any, and a file of the service that is
    /// called like none of them.
    pub fn word_lists(&mut self) -> Result<WordLists, Failure> {
        let strays = self.stray_word_lists()?;
        if !strays.is_empty() {
            return Err(strays.into());
        }
        Ok(WordLists {
            acronyms: self.required(&path("acronyms"))?,
            figures: self.required(&path("figures"))?,
            headings: self.required(&path("headings"))?,
            invitations: self.required(&path("invitations"))?,
            jargon: self.required(&path("jargon"))?,
            mood_and_pain: self.required(&path("mood-and-pain"))?,
            numbers: self.required(&path("numbers"))?,
            options: self.required(&path("options"))?,
            orders_and_threats: self.required(&path("orders-and-threats"))?,
            other_forms: self.required(&path("other-forms"))?,
            phones: self.required(&path("phones"))?,
            pictures_and_links: self.required(&path("pictures-and-links"))?,
            plainer_words: self.required(&path("plainer-words"))?,
            sentences: self.required(&path("sentences"))?,
            short_forms: self.required(&path("short-forms"))?,
            syllables: self.required(&path("syllables"))?,
            times: self.required(&path("times"))?,
            unfinished_text: self.required(&path("unfinished-text"))?,
        })
    }

    /// Lists of the service that take the place of none, because none is called so.
    fn stray_word_lists(&self) -> Result<Vec<Problem>, Failure> {
        let known = Assets::example().names_in(FOLDER);
        let known = || known.iter().map(String::as_str);
        let names = self.assets.service_names(FOLDER)?.into_iter();
        let lists = names.filter(|name| name.contains(".yaml") || name.contains(".yml"));
        let strays = lists.filter(|name| !known().any(|known| known == name));
        Ok(strays
            .map(|name| {
                let problem = Problem::error(format!("`{FOLDER}/{name}` changes nothing"));
                match closest(&name, known()) {
                    Some(meant) => problem.help(format!("rename it to `{meant}`")),
                    None => problem.help(format!("the lists are {}", one_of(known()))),
                }
            })
            .collect())
    }
}

fn path(name: &str) -> String {
    format!("{FOLDER}/{name}.yaml")
}

#[cfg(test)]
mod tests;
