//! What counts as an invitation, and what it says.

use crate::check::english::{says, words_of};
use crate::check::{Rule, Subject};
use crate::diagnostics::Problem;
use crate::read::Kind;
use crate::tailor::{Block, Node, PrintedText, Role, fields};

/// An invitation: a letter that shows an appointment, or whose title calls it an
/// invitation. Its id calls it one only where it names a part of an appointment: a service
/// keeps the id of a guide and writes another letter of it, to people who wait. In English,
/// because its words are looked for.
pub struct Invitation<'a> {
    subject: &'a Subject<'a>,
    /// The words of its texts and lists, a block each. A heading promises something, and
    /// only the text below it keeps that.
    pub texts: Vec<String>,
    /// The words of its headings, each with the id of its section.
    headings: Vec<(&'a str, String)>,
}

impl<'a> Invitation<'a> {
    /// The publication, where it is an invitation.
    pub fn of(subject: &'a Subject<'a>) -> Option<Self> {
        let publication = subject.publication;
        if !subject.is_english() || publication.kind != Kind::Letter {
            return None;
        }
        let invites = |name: &str| {
            let words = words_of(name);
            words.iter().any(|word| word.text.starts_with("invit"))
        };
        let called = invites(&publication.title)
            || invites(&publication.guide) && publication.shows_appointment();
        let texts = publication.texts.iter().filter(|text| is_said(text.role));
        let headings = publication.texts.iter().filter_map(|text| {
            let section = text.section.as_deref()?;
            let words = (text.role == Role::Heading).then(|| subject.without_own_name(text));
            Some((section, words?))
        });
        let invitation = Self {
            subject,
            headings: headings.collect(),
            texts: texts.map(|text| subject.without_own_name(text)).collect(),
        };
        (called || invitation.shows_appointment()).then_some(invitation)
    }

    /// Whether it shows the day, the time and the place of each person.
    pub fn shows_appointment(&self) -> bool {
        self.has_block(|block| matches!(block, Block::Appointment { .. }))
    }

    /// Whether it has a block of some kind.
    pub fn has_block(&self, is: impl Fn(&Block) -> bool) -> bool {
        self.subject.printed_blocks().any(is)
    }

    /// Whether it says one of these phrases anywhere.
    pub fn says<'b>(&self, phrases: impl IntoIterator<Item = &'b str> + Copy) -> bool {
        self.texts.iter().any(|text| says(phrases, text))
    }

    /// Whether such a heading stands above a list: the two say together what neither says
    /// alone, as "What to bring" and "Your glasses" do.
    pub fn heads_a_list(&self, is: impl Fn(&str) -> bool) -> bool {
        let mut headings = self.headings.iter().filter(|(_, words)| is(words));
        headings.any(|(section, _)| {
            let texts = self.subject.publication.texts.iter();
            let mut below = texts.filter(|text| text.section.as_deref() == Some(section));
            below.any(|text| {
                let is_list = |node: &Node| !matches!(node, Node::Paragraph(_));
                text.role == Role::Item || text.nodes.iter().any(is_list)
            })
        })
    }

    /// Its texts, and its headings: a day or a place in a heading is said.
    pub fn all_words(&self) -> impl Iterator<Item = &String> {
        let headings = self.headings.iter().map(|(_, words)| words);
        self.texts.iter().chain(headings)
    }

    /// Whether it fills in one of these fields of the person.
    pub fn fills_in(&self, is: impl Fn(&str) -> bool) -> bool {
        let texts = self.subject.publication.texts.iter();
        let mut fields = texts.flat_map(|text| text.runs().flat_map(fields));
        fields.any(is)
    }

    /// A finding about all of it: it points at the title.
    pub fn finding(&self, rule: &Rule, message: impl Into<String>) -> Problem {
        let place = self.subject.guide.title.place();
        rule.finding(message).at(place)
    }
}

/// What an invitation says in its own words: titles and headings are too short to inform.
fn is_said(role: Role) -> bool {
    matches!(
        role,
        Role::Running | Role::Fact | Role::Item | Role::Cell | Role::Label
    )
}

/// The first text of the sections that is running text.
pub fn first_text<'a>(subject: &'a Subject) -> Option<&'a PrintedText> {
    let mut texts = subject.publication.texts.iter();
    texts.find(|text| text.section.is_some() && text.role == Role::Running)
}
