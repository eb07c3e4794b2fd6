//! How letters go out, and what prints them.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::post::Post;
use crate::read::schema;
use crate::read::yaml::{OneOrMore, Placed, Text};

/// Which columns of a spreadsheet are which of ours, by our names.
pub type ColumnMap = IndexMap<String, OneOrMore>;

/// How letters go out.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Letters {
    /// The envelope, or who posts them; DL where it says nothing.
    #[serde(default)]
    pub post: Option<Placed<Post>>,
    /// The place a reply slip goes to.
    #[serde(default)]
    pub reply_to: Option<Text>,
    /// Who signs.
    #[serde(default)]
    pub signed_by: Option<Signature>,
    /// The scene in them; none where it says nothing.
    #[serde(default)]
    #[schemars(schema_with = "schema::scene")]
    pub picture: Option<Text>,
    /// Which columns of a spreadsheet are which of ours, where it calls them something
    /// else; several are joined.
    #[serde(default)]
    pub columns: ColumnMap,
    /// Columns that are meant to be left alone, though they sound as if they mattered.
    #[serde(default)]
    pub unused_columns: Vec<Text>,
    /// How dates such as 07/12/2026 are read; not at all where it says nothing.
    #[serde(default)]
    pub dates: Option<Placed<DateOrder>>,
}

/// How dates of three numbers are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 07/12/2026 is 7 December.
    DayFirst,
}

impl Letters {
    /// How they go out.
    pub fn post(&self) -> Post {
        self.post
            .as_ref()
            .map_or_else(Post::default, |post| post.value)
    }

    /// How dates of three numbers are read.
    pub fn dates(&self) -> Option<DateOrder> {
        self.dates.as_ref().map(|order| order.value)
    }
}

/// The paper in an office printer.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Paper {
    /// Its weight, g/m²; 80 where it says nothing.
    #[serde(default)]
    pub gsm: Option<Placed<u16>>,
}

/// The weight of office paper, g/m².
const OFFICE_PAPER: u16 = 80;

impl Paper {
    /// Its weight, g/m².
    pub fn weight(&self) -> u16 {
        self.gsm.as_ref().map_or(OFFICE_PAPER, |gsm| gsm.value)
    }
}

/// How an office printer prints the backs of sheets.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Desk {
    /// How the paper is turned over; about its short edge where it says nothing.
    #[serde(default)]
    pub flip: Option<Placed<Flip>>,
    /// The order of the backs, where they are printed by hand.
    #[serde(default)]
    pub backs: Option<Placed<Backs>>,
}

impl Desk {
    /// How the paper is turned over.
    pub fn turn(&self) -> Flip {
        self.flip
            .as_ref()
            .map_or(Flip::default(), |flip| flip.value)
    }

    /// The order of the backs.
    pub fn order(&self) -> Backs {
        self.backs
            .as_ref()
            .map_or(Backs::default(), |backs| backs.value)
    }
}

/// How paper is turned over to be printed on its back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Flip {
    /// By the printer, about its short edge.
    #[default]
    ShortEdge,
    /// By the printer, about its long edge.
    LongEdge,
    /// By hand: the fronts are printed first, then the backs.
    Manual,
}

/// The order in which backs are printed by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Backs {
    /// As the fronts were.
    #[default]
    SameOrder,
    /// The last one first.
    Reversed,
}

/// What a print shop is asked for.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PrintShop {
    /// The paper, in words.
    #[serde(default)]
    pub paper: Option<Text>,
    /// How many copies.
    #[serde(default)]
    pub copies: Option<u32>,
}

/// Who signs a letter. Either part may be blank.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Signature {
    /// A name.
    #[serde(default)]
    pub name: Option<Placed<String>>,
    /// A role.
    #[serde(default)]
    pub role: Option<Placed<String>>,
}
