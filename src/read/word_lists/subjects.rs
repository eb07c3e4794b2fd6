//! Words of rules about what a publication is about, and whom it reaches.

use indexmap::IndexMap;
use serde::Deserialize;

use super::list::WordList;

/// How texts speak of mood and of pain.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MoodAndPain {
    /// One use of these is enough to ask for help in a crisis.
    pub grave: WordList,
    /// What a text is about that has one of these in a heading, or several.
    pub mood: WordList,
    /// The terms of tones that say the same, in any language.
    pub terms: WordList,
    /// How texts say that pain is believed.
    pub believed: WordList,
    /// What doubt says of pain: texts that deny it believe.
    pub doubted: WordList,
    /// Feelings and mental health, as texts about pain name them.
    pub feelings: WordList,
}

/// Jobs that people may not know.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Jobs {
    /// Their names.
    pub titles: WordList,
    /// How texts say what somebody does.
    pub explaining: WordList,
}

/// How guides speak of options to choose between.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OptionWords {
    /// That there is something to decide.
    pub decision: WordList,
    /// What the option to do nothing is called, or how it is summed up.
    pub nothing_names: WordList,
    /// What that option is said to be.
    pub nothing_words: WordList,
    /// Words of a sentence about the order of the options.
    pub order: WordList,
    /// Such words where they are not about an order of options.
    pub no_order: WordList,
    /// Praise of an option, wherever it stands.
    pub praise: WordList,
    /// Praise within the parts of an option.
    pub praise_in_parts: WordList,
    /// Praise in its name and its one sentence.
    pub praise_in_name: WordList,
    /// Signs that set one option above the others.
    pub praise_signs: WordList,
    /// Words that turn praise into its opposite, in lower case.
    pub no_praise: WordList,
    /// Answers that say nothing, in lower case and without marks.
    pub no_answers: WordList,
    /// For whom, or for what, a guide is.
    pub condition: WordList,
    /// That nobody can promise anything.
    pub uncertain: WordList,
    /// Who paid.
    pub funding: WordList,
}

/// How texts offer another form or another language, in lower case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OtherForms {
    /// Forms a text may offer by itself.
    pub forms: WordList,
    /// What an offer of another language says, by the language it is made in.
    pub translation: IndexMap<String, WordList>,
    /// What says in English that Welsh is welcome.
    pub welsh: WordList,
}

/// Words for pictures and links that say nothing, in lower case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PicturesAndLinks {
    /// Words that only say that there is something to see.
    pub empty_pictures: WordList,
    /// How words for a picture begin that a screen reader says already.
    pub fronts: WordList,
    /// How cameras and phones name what they take.
    pub cameras: WordList,
    /// How names of picture files end.
    pub file_endings: WordList,
    /// Words of a link that say nothing of where it leads.
    pub empty_links: WordList,
}
