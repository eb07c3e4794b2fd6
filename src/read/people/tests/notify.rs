//! What GOV.UK Notify takes and refuses (alphagov/notifications-utils,
//! `recipient_validation/postal_address.py` and `countries`), case by case.

use super::*;

/// The block of an address, or the code of what is wrong with it, where this posts it.
fn judged(post: &str, name: &str, lines: &[&str]) -> Result<String, &'static str> {
    let cells: Vec<&str> = lines.iter().copied().chain([""; 7]).take(7).collect();
    let text = format!(
        "name,address line 1,address line 2,address line 3,address line 4,address line 5,\
         address line 6,address line 7,appointment date,appointment time,place,reference\n\
         {name},{},2026-12-07,09:30,clinic,\n",
        cells.join(",")
    );
    match of_service(&format!("  post: {post}\n"), &text) {
        Ok(people) => Ok(people.rows[0].address.join("/")),
        Err(problems) => Err(problems[0].code().unwrap_or_default()),
    }
}

#[test]
fn a_country_may_not_end_an_address_with_a_bfpo_number() {
    const COUNTRY: Result<&str, &str> = Err("has-country-for-bfpo-address");
    const HUT: Result<&str, &str> = Ok("Ann Lee/Hut 1/1 Camp/BFPO 57");
    #[rustfmt::skip]
    let cases: [(&[&str], Result<&str, &str>); 21] = [
        (&["Hut 1", "1 Camp", "BFPO 57"], HUT),
        // Whatever the country, above the number or below it.
        (&["Hut 1", "1 Camp", "BFPO 57", "Cyprus"], COUNTRY),
        (&["Hut 1", "1 Camp", "Cyprus", "BFPO 57"], COUNTRY),
        (&["Hut 1", "1 Camp", "BFPO 57", "Mongolia"], COUNTRY),
        (&["Hut 1", "1 Camp", "BFPO 57", "Trinidad & Tobago"], COUNTRY),
        (&["Hut 1", "1 Camp", "BFPO 57", "the Gambia"], COUNTRY),
        (&["Hut 1", "1 Camp", "BFPO 57", "U.S.A."], COUNTRY),
        (&["Hut 1", "1 Camp", "BFPO 57", "GUINEA BISSAU"], COUNTRY),
        (&["Hut 1", "1 Camp", "BFPO 57", "Cote d'Ivoire"], COUNTRY),
        (&["Hut 1", "1 Camp", "BFPO 57", "Yr Almaen"], COUNTRY),
        (&["Hut 1", "1 Camp", "BFPO 57", "Almaen"], COUNTRY),
        (&["Hut 1", "1 Camp", "BFPO 57", "Gibraltar"], COUNTRY),
        (&["Hut 1", "1 Camp", "BF1 2AT", "Cyprus", "BFPO 57"], COUNTRY),
        // Behind one of our own names, which goes.
        (&["Hut 1", "1 Camp", "BFPO 57", "Cyprus", "UK"], COUNTRY),
        (&["Hut 1", "1 Camp", "BFPO 57", "UK"], HUT),
        (&["Hut 1", "1 Camp", "Scotland", "BFPO 57"], HUT),
        (&["Hut 1", "1 Camp", "BFPO 57", "Isle of Man"], HUT),
        // Not in the last line it is a part of the address.
        (&["Hut 1", "Cyprus", "1 Camp", "BFPO 57"], Ok("Ann Lee/Hut 1/Cyprus/1 Camp/BFPO 57")),
        (&["Hut 1", "Cyprus", "bf1 2at", "BFPO 57"], Ok("Ann Lee/Hut 1/Cyprus/BF1 2AT/BFPO 57")),
        (&["Hut 1", "Cyprus Road", "BFPO 57"], Ok("Ann Lee/Hut 1/Cyprus Road/BFPO 57")),
        // Without a number it is the word for a place.
        (&["BFPO", "1 Camp", "LS1 4AP"], Ok("Ann Lee/BFPO/1 Camp/LS1 4AP")),
    ];
    for post in ["notify", "dl"] {
        for (lines, wanted) in cases {
            let came = judged(post, "Ann Lee", lines);
            assert_eq!(
                came.as_deref(),
                wanted.as_ref().map(|it| *it),
                "{post}: {lines:?}"
            );
        }
    }
}

/// No letter goes abroad. A country further up is no country.
#[test]
fn a_country_may_not_end_any_other_address() {
    for (lines, wanted) in [
        (
            ["1 Mill Lane", "Riverside", "France"],
            Err("not-a-real-uk-postcode"),
        ),
        (
            ["LS1 4AP", "Riverside", "France"],
            Err("not-a-real-uk-postcode"),
        ),
        (
            ["1 Mill Lane", "Jordan", "LS1 4AP"],
            Ok("Ann Lee/1 Mill Lane/Jordan/LS1 4AP"),
        ),
    ] {
        let came = judged("notify", "Ann Lee", &lines);
        assert_eq!(came.as_deref(), wanted.as_ref().map(|it| *it), "{lines:?}");
    }
}

/// Notify reads the first two lines of the page, of which the name is one, and knows the
/// letters A to Z alone. An envelope takes any.
#[test]
fn the_first_two_lines_hold_what_notify_reads() {
    for (name, lines, is_read) in [
        ("Ann Lee", ["1 Mill Lane", "Riverside", "LS1 4AP"], true),
        ("Ŵŷn", ["1 Mill Lane", "Riverside", "LS1 4AP"], true),
        ("Ξένη", ["1 Mill Lane", "Riverside", "LS1 4AP"], false),
        ("Ann Lee", ["Ζωή", "Riverside", "LS1 4AP"], false),
        ("Ann Lee", ["1 Mill Lane", "Ζωή", "LS1 4AP"], true),
        ("Ann Lee", ["Ζωή 3", "Riverside", "LS1 4AP"], true),
    ] {
        let came = judged("notify", name, &lines).map(|_| ());
        let wanted = if is_read {
            Ok(())
        } else {
            Err("invalid-address-line-1-or-2")
        };
        assert_eq!(came, wanted, "{name} {lines:?}");
        assert!(judged("dl", name, &lines).is_ok(), "{name} {lines:?}");
    }
}
