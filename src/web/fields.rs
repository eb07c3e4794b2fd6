//! What is filled in: lines to write on, scales, rings with empty steps.
//!
//! No field stands in a form, none has a name that anything could be sent under but radio
//! buttons, which need one to be a group.

use maud::{Markup, html};

use super::text::{plain, plain_inlines};
use super::writer::Writer;
use crate::tailor::{Inline, Scene};

/// More lines than this are a page of paper, not of a screen; a field grows with its words.
const MOST_LINES: u32 = 12;

impl Writer<'_> {
    /// Lines to write on, named by their label, or by the heading of their section.
    pub fn write_in(
        &self,
        label: &[Inline],
        lines: u32,
        picture: Option<&Scene>,
        heading: Option<&str>,
    ) -> Markup {
        let id = self.next_id("field");
        let lines = lines.clamp(1, MOST_LINES);
        html! {
            div.write-in {
                @if let Some(scene) = picture { (self.scene(scene, None, "beside")) }
                @if label.is_empty() {
                    @if let Some(heading) = heading {
                        textarea.lines id=(id) rows=(lines) autocomplete="off" aria-labelledby=(heading) {}
                    } @else {
                        textarea.lines id=(id) rows=(lines) autocomplete="off" aria-label=(self.label("my-notes")) {}
                    }
                } @else {
                    label for=(id) { strong { (self.inlines(label)) } }
                    textarea.lines id=(id) rows=(lines) autocomplete="off" {}
                }
            }
        }
    }

    /// A question with boxes in a row.
    pub fn scale(
        &self,
        label: &[Inline],
        marks: &[Vec<Inline>],
        ends: &[Vec<Inline>],
        alt: &str,
    ) -> Markup {
        let name = self.next_id("scale");
        let last = marks.len().saturating_sub(1);
        // What the ends mean is said with the first and the last mark.
        let end = |number: usize| match number {
            _ if ends.is_empty() => None,
            0 => Some(format!("{name}-low")),
            _ if number == last => Some(format!("{name}-high")),
            _ => None,
        };
        html! {
            fieldset.scale aria-label=[label.is_empty().then(|| plain(alt))] {
                @if !label.is_empty() { legend { strong { (self.inlines(label)) } } }
                div class=(if ends.is_empty() { "marks of-words" } else { "marks of-numbers" }) {
                    @for (number, mark) in marks.iter().enumerate() {
                        @let id = format!("{name}-{number}");
                        div {
                            input type="radio" id=(id) name=(name) autocomplete="off" aria-describedby=[end(number)];
                            label for=(id) { (self.inlines(mark)) }
                        }
                    }
                }
                @if let [low, high] = ends {
                    p.ends {
                        span id={(name) "-low"} { (self.inlines(low)) }
                        " "
                        span id={(name) "-high"} { (self.inlines(high)) }
                    }
                }
            }
        }
    }

    /// Steps in a ring; those without words are to write in.
    pub fn cycle(&self, label: &[Inline], steps: &[Vec<Inline>], alt: &str) -> Markup {
        html! {
            figure.cycle aria-label=(plain(alt)) {
                @if !label.is_empty() { figcaption { strong { (self.inlines(label)) } } }
                ol.ring {
                    @for (number, step) in (1..).zip(steps) {
                        li {
                            @if step.is_empty() {
                                textarea.lines rows="2" autocomplete="off" aria-label={(number) ", " (self.label("blank-step"))} {}
                            } @else {
                                p { (self.inlines(step)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Yes, maybe, not now.
    pub fn choice(&self, of: &[Inline]) -> Markup {
        let name = self.next_id("choice");
        let question = self.label("choice-question");
        html! {
            fieldset.choice aria-label={(plain_inlines(of)) ": " (question)} {
                legend { strong { (question) } }
                @for answer in ANSWERS {
                    @let id = format!("{name}-{answer}");
                    div {
                        input type="radio" id=(id) name=(name) autocomplete="off";
                        label for=(id) { (self.label(answer)) }
                    }
                }
            }
        }
    }
}

/// The labels of the answers to whether somebody wants to talk about an option.
pub const ANSWERS: [&str; 3] = ["choice-yes", "choice-maybe", "choice-not-now"];
