//! What a letter says of one person, for whoever has to see that nobody else's says it.

use crate::press::PersonalTexts;
use crate::tailor::Person;
use crate::typeset::without_layout;

/// What a letter says of this person alone, in each of its languages.
pub(super) fn personal(person: &Person) -> PersonalTexts {
    let mut texts = PersonalTexts::default();
    let plain = |text: &String| {
        let text = without_layout(text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for person in std::iter::once(person).chain(&person.further) {
        let telling = [&person.name, &person.reference];
        let appointment = [&person.appointment_date, &person.appointment_time];
        let shared = appointment.into_iter().chain(person.fields.values());
        let place = [&person.place_name, &person.place_access].into_iter();
        let place = place.chain(&person.place_address);
        let known = telling.into_iter().chain(shared.clone()).chain(place);
        texts
            .given
            .extend(known.map(|text| !text.trim().is_empty()));
        texts.telling.extend(telling.map(plain));
        texts.shared.extend(shared.map(plain));
    }
    texts
}
