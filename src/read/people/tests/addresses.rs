//! Addresses and names: what goes on an envelope, and what does not.

use super::*;

#[test]
fn a_whole_address_may_stand_in_one_cell() {
    let people = good(
        "name,address line 1,appointment date,appointment time,place,reference\n\
         Ann Lee,\"1 Mill Lane,\nRiverside,\n\n ls1  4ap \",2026-12-07,09:30,clinic,\n",
    );
    assert_eq!(
        people.rows[0].address,
        ["Ann Lee", "1 Mill Lane", "Riverside", "LS1 4AP"]
    );
}

#[test]
fn a_block_is_tidied() {
    let expected = ["Ann Lee", "Flat 2, 1 Mill Lane", "Riverside", "LS1 4AP"].map(str::to_owned);
    let untidy = "\"Flat 2 ,  1   Mill Lane ,\",,Riverside,,,";
    assert_eq!(
        block("Ann Lee", untidy, "ls14ap").as_deref(),
        Ok(expected.as_slice())
    );
    let with_country = block(
        "Ann Lee",
        "\"Flat 2, 1 Mill Lane\",Riverside,LS1 4AP,Wales,U.K.,",
        "",
    );
    assert_eq!(with_country.as_deref(), Ok(expected.as_slice()));
}

#[test]
fn a_name_is_not_printed_twice() {
    for (name, first) in [
        ("Ann Lee", "ANN  LEE"),
        ("Dr Ann Lee", "Ann Lee"),
        ("Ann Lee", "Prof. Dr Ann Lee"),
    ] {
        let block = block(
            name,
            &format!("{first},1 Mill Lane,Riverside,,,"),
            "LS1 4AP",
        );
        assert_eq!(block.map(|block| block.len()), Ok(4), "{name} / {first}");
    }
    let son = block("Ann Lee", "Ann Leeds,1 Mill Lane,Riverside,,,", "LS1 4AP");
    assert_eq!(son.map(|block| block.len()), Ok(5));
}

#[test]
fn an_envelope_takes_seven_lines() {
    assert_eq!(
        block("Ann Lee", "a,b,c,d,e,", "LS1 4AP").map(|block| block.len()),
        Ok(7)
    );
    assert_eq!(
        block("Ann Lee", "a,b,c,d,e,f", "LS1 4AP"),
        Err(
            "people.csv:2: the address has 8 lines with the name on top, and an envelope takes 7"
                .to_owned()
        )
    );
    assert_eq!(
        block("Ann Lee", "ann lee,b,c,d,e,f", "LS1 4AP").map(|block| block.len()),
        Ok(7)
    );
}

#[test]
fn addresses_that_notify_refuses_are_refused() {
    for (lines, postcode, said) in [
        (",,,,,", "", "the address is empty"),
        (
            "1 Mill Lane,,,,,",
            "LS1 4AP",
            "the address has 2 lines and needs at least 3",
        ),
        (
            "-,Riverside,Leeds,,,",
            "LS1 4AP",
            "`address line 1` has no letter or number in it",
        ),
        (
            "Mill,--,Leeds,,,",
            "LS1 4AP",
            "`address line 2` has no letter or number in it",
        ),
        (
            "1 Mill Lane,Riverside,,,,Leeds",
            "",
            "`postcode` is not a UK postcode",
        ),
        (
            "1 Mill Lane,Riverside,,,,",
            "GX11 1AA",
            "`postcode` is not a UK postcode",
        ),
        (
            "1 Mill Lane,Riverside,LS1 4AP,France,,",
            "",
            "`postcode` is not a UK postcode",
        ),
        (
            "1 Mill Lane,(Riverside),,,,",
            "LS1 4AP",
            "`address line 2` starts with a character that no address line may start with",
        ),
        (
            "NFA,,,,,",
            "",
            "`address line 1` says that there is no fixed address to post to",
        ),
        (
            "Has No Fixed Abode,Leeds,,,,",
            "LS1 4AP",
            "`address line 1` says that there is no fixed address to post to",
        ),
        (
            "1 Camp,BFPO 57,Cyprus,,,",
            "",
            "`address line 3` names a country, and the address has a BFPO number",
        ),
    ] {
        assert_eq!(
            block("Ann Lee", lines, postcode),
            Err(format!("people.csv:2: {said}"))
        );
    }
}

/// Whoever types the country last means the postcode above it.
#[test]
fn a_postcode_may_stand_above_the_country() {
    let typed = block("Ann Lee", "1 Mill Lane,Riverside,,,,g00da", "UK");
    let expected = ["Ann Lee", "1 Mill Lane", "Riverside", "G0 0DA"].map(str::to_owned);
    assert_eq!(typed.as_deref(), Ok(expected.as_slice()));
}

#[test]
fn a_forces_address_ends_in_its_number() {
    let expected = ["Ann Lee", "Hut 1", "1 Camp", "BF1 2AT", "BFPO 57"].map(str::to_owned);
    let with_postcode = block("Ann Lee", "Hut 1,1 Camp,bf12at,bfpo c/o 57,UK,", "");
    assert_eq!(with_postcode.as_deref(), Ok(expected.as_slice()));
    let without = block("Ann Lee", "Hut 1,1 Camp,,,,", "BFPO 57");
    assert_eq!(
        without.map(|block| block.join("/")),
        Ok("Ann Lee/Hut 1/1 Camp/BFPO 57".to_owned())
    );
}

#[test]
fn a_name_has_a_letter_and_starts_with_one_that_may_be_printed() {
    assert_eq!(
        block("12345", "1 Mill Lane,Riverside,,,,", "LS1 4AP"),
        Err("people.csv:2: `name` has no letter in it".to_owned())
    );
    assert_eq!(
        block("=Ann", "1 Mill Lane,Riverside,,,,", "LS1 4AP"),
        Err(
            "people.csv:2: `name` starts with a character that no address line may start with"
                .to_owned()
        )
    );
}

/// Codes are for other programs: whoever reads them relies on them.
#[test]
fn addresses_have_the_codes_of_notify() {
    for (lines, postcode, code) in [
        (",,,,,", "", "address-is-empty"),
        ("1 Mill Lane,,,,,", "LS1 4AP", "not-enough-address-lines"),
        ("a,b,c,d,e,f", "LS1 4AP", "too-many-address-lines"),
        (
            "-,Riverside,Leeds,,,",
            "LS1 4AP",
            "invalid-address-line-1-or-2",
        ),
        (
            "1 Camp,BFPO 57,Cyprus,,,",
            "",
            "has-country-for-bfpo-address",
        ),
        (
            "1 Mill Lane,Riverside,,,,",
            "10115",
            "not-a-real-uk-postcode",
        ),
        (
            "1 Mill Lane,(Riverside),,,,",
            "LS1 4AP",
            "invalid-char-in-address",
        ),
        ("NFA,,,,,", "", "no-fixed-abode-address"),
    ] {
        let text = format!(
            "name,address line 1,address line 2,address line 3,address line 4,address line 5,\
             address line 6,postcode,appointment date,appointment time,place,reference\n\
             Ann Lee,{lines},{postcode},2026-12-07,09:30,clinic,\n"
        );
        let problems = people(&text).expect_err("a wrong address");
        assert_eq!(problems[0].code(), Some(code));
    }
}
