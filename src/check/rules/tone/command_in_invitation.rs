use std::ops::Range;

use crate::check::english::{found_in, is_denied, words_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::{Kind, OrdersAndThreats};
use crate::tailor::{PrintedText, Role};

/// A letter invites; it does not order.
pub static RULE: Rule = Rule {
    id: RuleId::CommandInInvitation,
    severity: Severity::Warning,
    asks: "A letter holds no order to come. Threats are LW144.",
    why: "People who have not been believed before hear an order as one more judgement. An invitation to see whether this is right for them leaves the choice with them.",
    before: "You must attend at 10am on Monday 7 December.",
    after: "Come and see if what we do could be right for you. We meet at 10am on Monday 7 December.",
    source: "Q Lab and Mind, practical guide, November 2019, section 4: Solihull made its first letter an invitation; the list of words is our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if !subject.is_english() || subject.publication.kind != Kind::Letter {
        return Vec::new();
    }
    let known = &subject.words.orders_and_threats;
    let texts = subject.own_texts();
    let texts = texts.filter(|text| text.role != Role::LocalService);
    texts
        .flat_map(|text| commands_in(rule, subject, text, known))
        .collect()
}

fn commands_in(
    rule: &Rule,
    subject: &Subject,
    text: &PrintedText,
    known: &OrdersAndThreats,
) -> Vec<Problem> {
    let plain = subject.without_answers(text);
    let list = known.phrases.iter().flat_map(|unkind| {
        let said = (unkind.problem.value.as_str(), unkind.say.value.as_str());
        unkind.instead_of.iter().map(move |phrase| (phrase, said))
    });
    let mut found = found_in(list, &plain);
    found.extend(orders_in(&plain, known));
    found.sort_by_key(|(place, _)| place.start);
    let said = found.into_iter();
    let said = said.filter(|(place, _)| !is_denied(&plain, place.start));
    said.map(|(place, (does, gentler))| {
        let found = &plain[place.clone()];
        rule.finding(format!("`{found}` {does}, and a letter invites"))
            .at(text.place)
            .on_words(&plain, place.start, found)
            .help(gentler)
    })
    .collect()
}

/// Where an order stands, what it is, and what is gentler.
type Said<'a> = (Range<usize>, (&'a str, &'a str));

/// "You must attend", "you have to reply", with the word that is asked for.
fn orders_in<'a>(text: &str, known: &'a OrdersAndThreats) -> Vec<Said<'a>> {
    let orders = known.orders.iter().map(|phrase| (phrase, ()));
    let orders = found_in(orders, text).into_iter();
    let orders = orders.filter_map(|(place, ())| {
        let before = words_of(&text[..place.start]);
        let before = before.last().map(|word| word.text.as_str());
        if before.is_some_and(|word| known.no_order_after.contains(word)) {
            return None;
        }
        let asked = words_of(&text[place.end..]).into_iter().next()?;
        let mut kinds = known.asked.iter();
        let kind = kinds.find(|kind| kind.words.contains(&asked.text))?;
        let end = place.end + asked.end;
        Some((place.start..end, ("is an order", kind.say.value.as_str())))
    });
    orders.collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn orders_have_a_gentler_way() {
        let text = "|
          You must attend on time. You
          are required to come.";
        insta::assert_snapshot!(Story::letter_with_text(text).says("LW013"), @"
        warning[LW013 command-in-invitation]: `You must attend` is an order, and a letter invites
           ┌─ content/guides/story/en-GB.yaml:16:11
           │
        16 │           You must attend on time. You
           │           ^^^^^^^^^^^^^^^
           │
           = help: write `you are invited`, or `come and see if this could be right for you`

        warning[LW013 command-in-invitation]: `You are required` is an order, and a letter invites
           ┌─ content/guides/story/en-GB.yaml:16:36
           │
        16 │           You must attend on time. You
           │                                    ^^^
           │
           = help: write `you are invited`, or `come and see if this could be right for you`
        ");
        let text = "You have to reply by Monday. This is compulsory.";
        insta::assert_snapshot!(Story::letter_with_text(text).says("LW013"), @"
        warning[LW013 command-in-invitation]: `You have to reply` is an order, and a letter invites
           ┌─ content/guides/story/en-GB.yaml:15:15
           │
        15 │       - text: You have to reply by Monday. This is compulsory.
           │               ^^^^^^^^^^^^^^^^^
           │
           = help: say how they can reach you, and that they do not have to

        warning[LW013 command-in-invitation]: `compulsory` sounds like an order, and a letter invites
           ┌─ content/guides/story/en-GB.yaml:15:52
           │
        15 │       - text: You have to reply by Monday. This is compulsory.
           │                                                    ^^^^^^^^^^
           │
           = help: say why it matters, and leave the choice to the person
        ");
    }

    #[test]
    fn what_leaves_the_choice_or_keeps_people_safe_is_fine() {
        let texts = [
            "You do not have to come. It is not mandatory, and you will not be discharged.",
            "You must not drive after this injection.",
            "You must have someone to take you home. You have to climb 3 steps.",
            "If you cannot come, phone us. If you need to contact us, ring the desk.",
            "Do you have to come by bus? Please do not attend if you have a fever.",
        ];
        for text in texts {
            assert_eq!(Story::letter_with_text(text).says("LW013"), "", "{text}");
        }
    }

    #[test]
    fn only_letters_invite() {
        let leaflet = Story::leaflet(
            "  - id: who\n    heading: Who\n    blocks:\n      - text: You must attend.\n",
        );
        assert_eq!(leaflet.says("LW013"), "");
    }
}
