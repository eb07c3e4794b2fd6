use std::ops::Range;

use crate::check::english::{found_in, is_denied, words_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::Kind;
use crate::tailor::{PrintedText, Role};

/// A letter invites; it does not order or threaten.
pub static COMMAND_IN_INVITATION: Rule = Rule {
    id: RuleId::CommandInInvitation,
    severity: Severity::Warning,
    asks: "A letter holds no order to come and no threat of what happens to people who do not.",
    why: "People who have not been believed before hear an order as one more judgement. An invitation to see whether this is right for them leaves the choice with them.",
    before: "You must attend at 10am. If you do not attend you will be discharged.",
    after: "Come and see if what we do could be right for you. If you cannot come, phone us, and we will find another day.",
    source: "Q Lab and Mind, practical guide, November 2019, section 4: Solihull made its first letter an invitation; the list of words is our own",
    always: false,
    check: Some(Check::Words(check)),
};

/// What a letter does not say: phrases, what they do, and what is gentler.
const COMMANDS: &[(&[&str], &str, &str)] = &[
    (
        &[
            "you must be on time",
            "you should attend",
            "you are expected to attend",
            "you are required",
            "you are instructed",
            "you are obliged",
        ],
        "is an order",
        COME_AND_SEE,
    ),
    (
        &["mandatory", "compulsory", "obligatory"],
        "sounds like an order",
        "say why it matters, and leave the choice to the person",
    ),
    (
        &[
            "failure to attend",
            "failure to come",
            "failure to reply",
            "failure to respond",
            "failure to contact",
            "failure to engage",
            "if you fail to",
            "if you do not attend",
            "if you don't attend",
            "if you do not turn up",
            "if you don't turn up",
            "who do not attend",
            "who don't attend",
            "non-attendance",
        ],
        "sounds like blame",
        "write `if you cannot come`, and what you will do then to help",
    ),
    (
        &[
            "you will be discharged",
            "you may be discharged",
            "you will be removed",
            "you will be taken off",
            "you may be removed",
            "you will lose your place",
            "you may lose your place",
            "you will lose your appointment",
            "we will take you off",
            "we will remove you",
            "we will discharge you",
            "we may discharge you",
            "we will have to discharge you",
            "we may have to discharge you",
            "we will close your referral",
            "we will have to close your referral",
            "referral will be closed",
            "referral may be closed",
            "place will be given to",
            "place will be offered to",
        ],
        "is a threat",
        "say what you will do to help, as in `we will find another day with you`",
    ),
];

const COME_AND_SEE: &str =
    "write `you are invited`, or `come and see if this could be right for you`";

/// Words that are often about safety or practical things: an order only before
/// what is asked of somebody who is invited.
const ORDERS: [&str; 4] = ["you must", "you have to", "you need to", "you are to"];

/// What an order asks for, and what is gentler.
const ASKED: &[(&[&str], &str)] = &[
    (
        &["attend", "come", "turn", "arrive", "keep", "engage"],
        COME_AND_SEE,
    ),
    (
        &["confirm", "reply", "respond", "contact"],
        "say how they can reach you, and that they do not have to",
    ),
];

/// Words that make a question or a condition of what follows: "if you need to
/// contact us", "please do not come if you have a fever".
const NO_ORDER_AFTER: [&str; 9] = [
    "if", "when", "whenever", "whether", "do", "who", "what", "why", "please",
];

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if !subject.is_english() || subject.publication.kind != Kind::Letter {
        return Vec::new();
    }
    let texts = subject.own_texts();
    let texts = texts.filter(|text| !matches!(text.role, Role::Crisis | Role::LocalService));
    texts.flat_map(|text| commands_in(rule, text)).collect()
}

fn commands_in(rule: &Rule, text: &PrintedText) -> Vec<Problem> {
    let plain = text.plain();
    let list = COMMANDS.iter();
    let list = list.flat_map(|(phrases, does, gentler)| {
        let phrases = phrases.iter();
        phrases.map(|phrase| (*phrase, (*does, *gentler)))
    });
    let mut found = found_in(list, &plain);
    found.extend(orders_in(&plain));
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

type Said = (Range<usize>, (&'static str, &'static str));

/// "You must attend", "you have to reply", with the word that is asked for.
fn orders_in(text: &str) -> Vec<Said> {
    let orders = found_in(ORDERS.map(|phrase| (phrase, ())), text).into_iter();
    let orders = orders.filter_map(|(place, ())| {
        let before = words_of(&text[..place.start]);
        let before = before.last().map(|word| word.text.as_str());
        if before.is_some_and(|word| NO_ORDER_AFTER.contains(&word)) {
            return None;
        }
        let asked = words_of(&text[place.end..]).into_iter().next()?;
        let mut kinds = ASKED.iter();
        let (_, gentler) = kinds.find(|(words, _)| words.contains(&asked.text.as_str()))?;
        let end = place.end + asked.end;
        Some((place.start..end, ("is an order", *gentler)))
    });
    orders.collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn orders_and_threats_each_have_a_gentler_way() {
        let text = "|
          You must attend on time. If you
          don't attend, you will be discharged.";
        insta::assert_snapshot!(Story::letter_with_text(text).says("LW013"), @"
        warning[LW013 command-in-invitation]: `You must attend` is an order, and a letter invites
           ┌─ content/guides/story/en-GB.yaml:16:11
           │
        16 │           You must attend on time. If you
           │           ^^^^^^^^^^^^^^^
           │
           = help: write `you are invited`, or `come and see if this could be right for you`

        warning[LW013 command-in-invitation]: `If you don’t attend` sounds like blame, and a letter invites
           ┌─ content/guides/story/en-GB.yaml:16:36
           │
        16 │           You must attend on time. If you
           │                                    ^^^^^^
           │
           = help: write `if you cannot come`, and what you will do then to help

        warning[LW013 command-in-invitation]: `you will be discharged` is a threat, and a letter invites
           ┌─ content/guides/story/en-GB.yaml:17:25
           │
        17 │           don't attend, you will be discharged.
           │                         ^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: say what you will do to help, as in `we will find another day with you`
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
    fn a_threat_is_one_in_other_words_too() {
        for (text, threat) in [
            ("Or we will take you off our list.", "we will take you off"),
            ("Your referral will be closed.", "referral will be closed"),
            ("You may lose your place.", "You may lose your place"),
            (
                "We will have to discharge you.",
                "We will have to discharge you",
            ),
            (
                "Your place will be given to others.",
                "place will be given to",
            ),
        ] {
            let said = Story::letter_with_text(text).says("LW013");
            assert!(
                said.contains(&format!("`{threat}` is a threat")),
                "{text}: {said}"
            );
        }
        for text in [
            "We will not discharge you, and your referral will not be closed.",
            "We will take you to your room. We will close at 5pm.",
        ] {
            assert_eq!(Story::letter_with_text(text).says("LW013"), "", "{text}");
        }
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
