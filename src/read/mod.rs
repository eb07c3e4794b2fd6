//! Reads what people wrote, and gives it back as it is meant, each part with the
//! place it stands: service, guides, tones, labels, local services, people.
//!
//! Knows nothing of Typst or PDF. A file is read whole, and all of its mistakes
//! are said at once.

mod block;
mod changeable;
mod characters;
mod checks;
mod content;
mod core_change;
mod crisis;
mod field;
mod format;
mod forms;
mod glance;
mod guide;
mod guides;
mod kind;
mod labels;
mod lengths;
mod limits;
mod local_services;
mod merge;
mod needs;
pub(crate) mod open_referral;
mod option;
mod order;
mod overrides;
pub mod people;
mod persona;
pub mod picture;
#[cfg(test)]
mod plain_words;
mod post;
pub(crate) mod reach;
mod reader;
mod scenes;
mod schema;
mod service;
mod short;
mod strays;
pub mod table;
mod tones;
mod topics;
mod unfilled;
mod urgent;
mod variant;
mod version;
mod word_lists;
mod words;
mod yaml;

pub use block::{Block, Content};
pub use checks::{Checks, Exception};
pub use content::{
    Choice, Directory, Fact, PictureEntry, Qr, SceneEntry, Signposts, Table, WriteIn,
};
pub use core_change::{CoreChange, CoreChanged, WrittenCoreChange};
pub use crisis::{Cost, Crisis, CrisisChecked, CrisisLine, Hours, WayIn};
pub use field::Field;
pub use format::{Format, Panel};
pub use forms::{Cycle, Diary, Rows, Scale, Step, Tally};
pub use glance::AtAGlance;
pub use guide::{Audience, Guide, Section, SourceEntry};
pub use guides::{GuideEntry, guides};
pub use kind::{Edition, Kind};
pub(crate) use local_services::{COLUMNS, FILE as LOCAL_SERVICES};
pub use local_services::{LocalService, LocalServices, names_of};
pub(crate) use merge::{Part, Replaced};
pub(crate) use needs::quoted;
pub use needs::{Answers, Given, Need, PREFIX, Scope, in_yaml, needs_in};
pub use option::{OptionEntry, OptionPart};
pub use overrides::{Learned, Overrides};
pub(crate) use people::same_words;
pub use persona::Persona;
pub(crate) use persona::persona_path;
pub use post::{Acceptance, Area, Post, Zone, sheet_sizes};
pub use reader::Reader;
pub use scenes::{SceneFiles, drawing_path, scenes};
pub use schema::SchemaOf;
pub(crate) use service::invented;
pub use service::{
    Arrangement, Backs, Contact, Desk, Flip, InventedDetail, MAIN_CONTACT, Nation, Own, OwnPicture,
    PlaceToGo, Service,
};
pub use short::{Extent, LeaveOut, Short};
pub use topics::ALL_TOPICS;
pub(crate) use unfilled::{is_unfilled, unnamed};
pub use urgent::{Urgent, UrgentTexts};
pub use version::Version;
pub(crate) use version::{FULL, VERSIONS, is_name, letters_are_not_tested, version_path};
pub use word_lists::{
    Acronyms, Better, FigureWords, Framing, Harm, Harms, HeadingWords, InvitationWords, Jargon,
    Meaning, MoodAndPain, NumberWords, OptionWords, OrdersAndThreats, PhoneWords, Phrase,
    PicturesAndLinks, Piece, SentenceWords, ShortForms, Syllables, TimeWords, WIDEST_GAP,
    WORD_LISTS, WordForms, WordList, WordLists,
};
pub use words::{Avoid, ByLanguage, Labels, Tone, WordsToAvoid};
pub use yaml::{ByTone, OneOrMore, Placed, Setting, Text, YamlDate};

/// The language that is never missing.
pub const FIRST_LANGUAGE: &str = "en-GB";

/// What of the settings may be given by language.
fn spoken_in(language: Option<&str>) -> yaml::Spoken<'_> {
    yaml::Spoken {
        texts: service::BY_LANGUAGE,
        languages: "languages",
        wanted: language,
    }
}
