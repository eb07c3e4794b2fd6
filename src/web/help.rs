//! Where help is: the service's contacts, other services nearby, and what to do when somebody
//! cannot cope. Every number can be tapped.

use maud::{Markup, html};

use super::text::{dialled, words};
use super::writer::Writer;
use crate::tailor::{Contact, CrisisHelp, CrisisLine, More, Signpost};

impl Writer<'_> {
    /// How to reach the service.
    pub fn contacts(&self, list: &[Contact]) -> Markup {
        html! {
            ul.contacts role="list" {
                @for contact in list {
                    li {
                        p.name { strong { (words(&contact.name)) } }
                        (self.ways(contact.phone.as_deref(), contact.email.as_deref(), contact.website.as_deref()))
                        @if let Some(hours) = &contact.hours { p { (words(hours)) } }
                    }
                }
            }
        }
    }

    /// A phone number, an email address, a website, as far as they are there.
    pub fn ways(&self, phone: Option<&str>, email: Option<&str>, website: Option<&str>) -> Markup {
        html! {
            @if let Some(number) = phone { p { (phone_link(number)) } }
            @if let Some(email) = email { p { a href={"mailto:" (email)} { (email) } } }
            @if let Some(website) = website { p { (website_link(website)) } }
        }
    }

    /// Services nearby, with all that is known of them.
    pub fn signposts(
        &self,
        list: &[Signpost],
        checked: Option<&str>,
        more: Option<&More>,
    ) -> Markup {
        let facts = |facts: &[&Option<String>]| -> Vec<String> {
            facts.iter().filter_map(|fact| (*fact).clone()).collect()
        };
        html! {
            ul.contacts role="list" {
                @for service in list {
                    li {
                        p.name { strong { (words(&service.name)) } }
                        (in_a_row(&facts(&[&service.what])))
                        (in_a_row(&facts(&[&service.when, &service.r#where, &service.access])))
                        (in_a_row(&service.facts))
                        (self.ways(service.phone.as_deref(), service.email.as_deref(), service.website.as_deref()))
                        (in_a_row(&service.last))
                    }
                }
            }
            @if let Some(more) = more {
                p { (words(&more.before)) (one_way(&more.ask)) (words(&more.after)) }
            }
            @if let Some(checked) = checked { p.checked { (words(checked)) } }
        }
    }

    /// The box nobody can miss, the same for every service; this is its heading.
    pub fn crisis(&self, help: &CrisisHelp, title: &Markup) -> Markup {
        html! {
            div.crisis {
                div.bar { (title) }
                ul role="list" {
                    @for line in &help.lines {
                        li {
                            (number_link(&line.number))
                            span {
                                @if let Some(then) = &line.then { strong { (words(then)) } " " }
                                (self.inlines(&line.words))
                            }
                        }
                    }
                }
                @if let Some(also) = &help.also {
                    p.also { strong { (self.label("crisis-cannot-phone")) } " " (words(also)) }
                }
            }
        }
    }

    /// A line of it with two or three words, as on the foot of a poster; whole where it has
    /// none.
    pub fn crisis_in_short(&self, line: &CrisisLine) -> Markup {
        let short = line.short.as_ref().or(line.then.as_ref());
        let short: Vec<&str> = [short, line.hours.as_ref()]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        html! {
            (number_link(&line.number))
            " "
            @if line.short.is_some() || line.then.is_some() {
                span { (words(&short.join(", "))) }
            } @else {
                span { (self.inlines(&line.words)) }
            }
        }
    }
}

/// Short facts one after the other, with a dot between two.
fn in_a_row(facts: &[String]) -> Markup {
    html! { @if !facts.is_empty() { p { (words(&facts.join("\u{a0}· "))) } } }
}

/// The one way to ask that a contact has.
fn one_way(contact: &Contact) -> Markup {
    html! {
        @if let Some(number) = &contact.phone { (phone_link(number)) }
        @else if let Some(email) = &contact.email { a href={"mailto:" (email)} { (email) } }
        @else if let Some(website) = &contact.website { (website_link(website)) }
    }
}

/// A number to phone.
pub fn phone_link(number: &str) -> Markup {
    html! { a.phone href=(dialled(number)) { (number) } }
}

/// A number of a crisis box: to phone, or to text.
fn number_link(number: &str) -> Markup {
    let href = if is_to_text(number) {
        dialled(number).replace("tel:", "sms:")
    } else {
        dialled(number)
    };
    html! { a.number href=(href) { (number) } }
}

/// Whether a number is a mobile short code, which takes texts: five digits, the first of them
/// 6, 7 or 8, as British networks give them out.
fn is_to_text(number: &str) -> bool {
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    digits.len() == 5
        && digits
            .first()
            .is_some_and(|first| ('6'..='8').contains(first))
}

/// A website, as short as paper says it.
fn website_link(website: &str) -> Markup {
    let url = if website.contains("://") {
        website.to_owned()
    } else {
        format!("https://{website}")
    };
    let said = ["https://", "http://"]
        .iter()
        .fold(website, |said, before| {
            said.strip_prefix(before).unwrap_or(said)
        });
    html! { a href=(url) { (said.trim_end_matches('/')) } }
}

#[cfg(test)]
mod tests {
    use super::{number_link, website_link};

    #[test]
    fn a_short_code_is_texted_and_every_other_number_phoned() {
        let texted = "<a class=\"number\" href=\"sms:85258\">85258</a>";
        assert_eq!(number_link("85258").into_string(), texted);
        for (number, href) in [
            ("999", "tel:999"),
            ("116 123", "tel:116123"),
            ("18000", "tel:18000"),
        ] {
            assert!(number_link(number).into_string().contains(href), "{number}");
        }
    }

    #[test]
    fn a_website_is_said_short_and_leads_there() {
        let said = website_link("http://garden.example/").into_string();
        assert_eq!(
            said,
            "<a href=\"http://garden.example/\">garden.example</a>"
        );
        let said = website_link("garden.example/help").into_string();
        assert_eq!(
            said,
            "<a href=\"https://garden.example/help\">garden.example/help</a>"
        );
    }
}
