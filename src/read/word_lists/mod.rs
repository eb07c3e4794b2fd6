//! The words that rules look for, from `content/words/`: a file for each thing an
//! editor would look for, and a struct for each file.
//!
//! What a list is for and who says so stands in its file. All are English, but for what
//! says otherwise.

mod facts;
mod forms;
mod framing;
mod harm;
mod letters;
mod list;
mod phrase;
mod reading;
mod subjects;

pub use facts::{Acronyms, FigureWords, NumberWords, PhoneWords, ShortForms, TimeWords};
pub use forms::WordForms;
pub use framing::Framing;
pub use harm::{Harm, Harms, Sets};
pub use letters::{InvitationWords, OrdersAndThreats};
pub use list::{Better, WordList};
pub use phrase::{Phrase, Piece, WIDEST_GAP};
pub use reading::{
    HeadingWords, Jargon, Meaning, PlainerWords, SentenceWords, Syllables, UnfinishedText,
};
pub use subjects::{Jobs, MoodAndPain, OptionWords, OtherForms, PicturesAndLinks};

use super::Reader;
use crate::assets::Assets;
use crate::diagnostics::{Failure, Gathered, Problem, closest, one_of, refuse};

/// Where the files are.
pub const WORD_LISTS: &str = "content/words";

macro_rules! word_lists {
    ($($field:ident: $list:ty = $file:literal;)*) => {
        /// Every list, a field a file.
        #[derive(Debug, Clone)]
        pub struct WordLists {
            $(#[doc = concat!("`", $file, ".yaml`")] pub $field: $list,)*
        }

        impl WordLists {
            fn read(reader: &mut Reader) -> Result<Self, Failure> {
                let mut gathered = Gathered::default();
                $(
                    let list = reader.required(concat!("content/words/", $file, ".yaml"));
                    let $field = gathered.keep(list)?;
                )*
                match ($($field,)*) {
                    ($(Some($field),)*) => Ok(Self { $($field,)* }),
                    _ => Err(gathered.problems.into()),
                }
            }
        }
    };
}

word_lists! {
    acronyms: Acronyms = "acronyms";
    assumptions: Harms = "assumptions";
    blame: Harms = "blame";
    dismissals: Harms = "dismissals";
    double_negatives: Harms = "double-negatives";
    emergencies: Harms = "emergencies";
    figures: FigureWords = "figures";
    forms: WordForms = "forms";
    framing: Framing = "framing";
    headings: HeadingWords = "headings";
    idioms: Harms = "idioms";
    invitations: InvitationWords = "invitations";
    jargon: Jargon = "jargon";
    jobs: Jobs = "jobs";
    medicines: Harms = "medicines";
    mood_and_pain: MoodAndPain = "mood-and-pain";
    numbers: NumberWords = "numbers";
    options: OptionWords = "options";
    orders_and_threats: OrdersAndThreats = "orders-and-threats";
    other_forms: OtherForms = "other-forms";
    phones: PhoneWords = "phones";
    pictures_and_links: PicturesAndLinks = "pictures-and-links";
    plainer_words: PlainerWords = "plainer-words";
    pressure: Harms = "pressure";
    promises: Harms = "promises";
    sentences: SentenceWords = "sentences";
    sets: Sets = "sets";
    short_forms: ShortForms = "short-forms";
    syllables: Syllables = "syllables";
    threats: Harms = "threats";
    times: TimeWords = "times";
    unfinished_text: UnfinishedText = "unfinished-text";
    vague_times: Harms = "vague-times";
}

impl WordLists {
    /// Lists of what does harm, and their sets, are added to the built-in ones: a short list
    /// of a service's own hides nothing. What may be said of medicines stays as it is.
    fn add_to_built_in(&mut self, reader: &Reader) -> Result<(), Failure> {
        let own = reader.assets.service_names(WORD_LISTS)?;
        let is_own = |name: &str| own.iter().any(|file| *file == format!("{name}.yaml"));
        let assets = Assets::example();
        let mut built_in = Reader::new(&assets, reader.sources);
        if is_own("sets") {
            let known: Sets = built_in.required("content/words/sets.yaml")?;
            let own = std::mem::replace(&mut self.sets, known);
            self.sets.add(own);
        }
        for (name, list) in self.harms() {
            if is_own(name) {
                let known: Harms = built_in.required(&format!("{WORD_LISTS}/{name}.yaml"))?;
                let own = std::mem::replace(list, known);
                list.add(own, !matches!(name, "medicines" | "emergencies"));
            }
        }
        Ok(())
    }

    /// The lists of what does harm, each with the name of its file.
    fn harms(&mut self) -> [(&'static str, &mut Harms); 11] {
        [
            ("assumptions", &mut self.assumptions),
            ("blame", &mut self.blame),
            ("dismissals", &mut self.dismissals),
            ("double-negatives", &mut self.double_negatives),
            ("emergencies", &mut self.emergencies),
            ("idioms", &mut self.idioms),
            ("medicines", &mut self.medicines),
            ("pressure", &mut self.pressure),
            ("promises", &mut self.promises),
            ("threats", &mut self.threats),
            ("vague-times", &mut self.vague_times),
        ]
    }

    /// Puts the words of sets into the phrases that name them; what is wrong with the names.
    fn put_sets_in_place(&mut self) -> Vec<Problem> {
        let sets = self.sets.clone();
        let mut problems = sets.nested();
        for (_, list) in self.harms() {
            problems.extend(list.all().flat_map(|phrase| sets.put_into(phrase)));
        }
        problems.extend(self.framing.all().flat_map(|phrase| sets.put_into(phrase)));
        problems
    }
}

impl Reader<'_> {
    /// The words that rules look for.
    ///
    /// # Errors
    /// Every mistake in them, and a file of the service that is called like none of them.
    pub fn word_lists(&mut self) -> Result<WordLists, Failure> {
        let strays = self.stray_word_lists()?;
        if !strays.is_empty() {
            return Err(strays.into());
        }
        let mut lists = WordLists::read(self)?;
        lists.add_to_built_in(self)?;
        refuse(lists.put_sets_in_place())?;
        Ok(lists)
    }

    /// Lists of the service that take the place of none, because none is called so.
    fn stray_word_lists(&self) -> Result<Vec<Problem>, Failure> {
        let known = Assets::example().names_in(WORD_LISTS);
        let known = || known.iter().map(String::as_str);
        let names = self.assets.service_names(WORD_LISTS)?.into_iter();
        let lists = names.filter(|name| name.contains(".yaml") || name.contains(".yml"));
        let strays = lists.filter(|name| !known().any(|known| known == name));
        Ok(strays
            .map(|name| {
                let problem = Problem::error(format!("`{WORD_LISTS}/{name}` changes nothing"));
                let stem = name.split('.').next().unwrap_or_default();
                let stems = known().filter_map(|known| known.strip_suffix(".yaml"));
                match closest(stem, stems) {
                    Some(meant) => problem.help(format!("rename it to `{meant}.yaml`")),
                    None => problem.help(format!("the lists are {}", one_of(known()))),
                }
            })
            .collect())
    }
}

#[cfg(test)]
mod tests;
