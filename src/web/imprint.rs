//! What stands at the end: how to ask for another form, who made it, when, from what.

use maud::{Markup, html};

use super::front::heading;
use super::help::phone_link;
use super::pictures::qr_code;
use super::text::words;
use super::writer::Writer;
use crate::read::Kind;
use crate::tailor::{QrCode, Source};

impl Writer<'_> {
    /// The offer of other forms, and below it the facts.
    pub fn imprint(&self) -> Markup {
        let (publication, imprint) = (self.publication, &self.publication.imprint);
        let service = &publication.service;
        let who = if service.organisation.is_empty() || service.organisation == service.name {
            service.name.clone()
        } else {
            format!("{}, {}", service.name, service.organisation)
        };
        let when = [
            &imprint.version,
            &imprint.reviewed,
            &imprint.next_review,
            &imprint.approval,
        ];
        let when: Vec<&str> = when
            .into_iter()
            .map(String::as_str)
            .filter(|it| !it.is_empty())
            .collect();
        html! {
            div.inside {
                (self.offer())
                (heading(self.level, None, &html! { (self.label(about(publication.kind))) }))
                p { (words(&who)) }
                p { (words(&imprint.audience)) }
                p { (words(&when.join(". "))) "." }
                @for change in &imprint.changes { p { (words(change)) } }
                @if let Some(draft) = &imprint.draft { p { strong { (words(draft)) } } }
                p { (words(&imprint.feedback)) }
                @if let Some(page) = &imprint.feedback_page { (feedback_page(page)) }
                @if !imprint.sources.is_empty() {
                    (heading(self.level + 1, None, &html! { (self.label("sources")) }))
                    ol.sources { @for source in &imprint.sources { (self.source(source)) } }
                }
            }
        }
    }

    fn offer(&self) -> Markup {
        let imprint = &self.publication.imprint;
        html! {
            @if imprint.formats.is_some() || imprint.contact.is_some() {
                div.offer {
                    @if let Some(formats) = &imprint.formats { p { strong { (words(formats)) } } }
                    @if let Some(contact) = &imprint.contact {
                        p { (words(&contact.name)) }
                        @if let Some(number) = &contact.phone { p { (phone_link(number)) } }
                        @else if let Some(email) = &contact.email {
                            p { a href={"mailto:" (email)} { (email) } }
                        }
                    }
                }
            }
        }
    }

    /// A source, and the ways back to where it is cited.
    fn source(&self, source: &Source) -> Markup {
        let back = self.label("web-back");
        html! {
            li id=(self.id(&format!("source-{}", source.number))) value=(source.number) {
                (words(&source.text))
                @for (time, note) in (1..).zip(self.notes_of(source.number)) {
                    " "
                    a.back href={"#" (note)} aria-label={(back) ", " (source.number) "." (time)} { "↩\u{fe0e}" }
                }
            }
        }
    }
}

/// Where to say what one thinks: a link, and a code beside it on paper.
fn feedback_page(page: &QrCode) -> Markup {
    html! {
        div.feedback {
            p { strong { a href={"https://" (page.address)} { (page.address) } } }
            (qr_code(&page.rows))
        }
    }
}

/// The label over the facts.
fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::Leaflet => "about-leaflet",
        Kind::Booklet => "about-booklet",
        Kind::Sheet | Kind::Letter => "about-sheet",
    }
}
