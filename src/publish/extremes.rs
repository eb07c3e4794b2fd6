//! The shortest and the longest that a service may plausibly be: whatever prints
//! with both prints with what lies between.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::diagnostics::plural;
use crate::read::{Service, Setting};

/// A service's settings at one extreme.
pub struct Extreme {
    /// `shortest` or `longest`: also the name of a folder.
    pub name: &'static str,
    /// What a person calls these settings.
    pub what: String,
    /// The keys of `service.yaml` that make it so.
    pub settings: Vec<Setting>,
}

/// A name of 6 letters and one of 70, the longest there is in practice.
const NAMES: [&str; 2] = [
    "Rivers",
    "North Riverside Persistent Pain, Wellbeing and Rehabilitation Services",
];

/// How many contacts a large service has.
const CONTACTS: usize = 8;

/// The service at its shortest and at its longest, with contacts checked today.
pub fn extremes(service: &Service, today: Date) -> [Extreme; 2] {
    let [short, long] = NAMES;
    let extreme = |name, service_name: &str, count: usize, contacts| Extreme {
        name,
        what: format!(
            "{name} settings (a name of {} letters, {})",
            service_name.chars().count(),
            plural(count, "contact")
        ),
        settings: vec![
            setting("service.name", service_name.to_owned()),
            setting("contacts", contacts),
        ],
    };
    [
        extreme("shortest", short, 1, one_contact(service, today)),
        extreme(
            "longest",
            long,
            CONTACTS.max(service.contacts.len()),
            many_contacts(service, today),
        ),
    ]
}

fn setting(key: &str, value: String) -> Setting {
    Setting {
        key: key.to_owned(),
        value,
        from: format!("proof {key}"),
    }
}

/// The ids are the service's own, because texts name them.
fn one_contact(service: &Service, today: Date) -> String {
    let id = service.contacts.keys().next();
    let id = id.map_or("main", String::as_str);
    format!("{{{id:?}: {{name: Office, phone: 01632 960100, checked: {today}}}}}")
}

fn many_contacts(service: &Service, today: Date) -> String {
    let mut ids: Vec<String> = service.contacts.keys().cloned().collect();
    let added = (1..).map(|number| format!("proof-{number}"));
    let missing = CONTACTS.saturating_sub(ids.len());
    ids.extend(added.take(missing));
    let mut contacts = String::from("{");
    for (number, id) in (1..).zip(ids) {
        // Writing to a string does not fail.
        let _ = write!(
            contacts,
            "{id:?}: {{name: Appointments and enquiries {number}, phone: 01632 9601{number:02}, \
             email: appointments.{number}@north-riverside.example, \
             hours: \"Monday to Friday, 8:30am to 5:30pm\", checked: {today}}}, "
        );
    }
    contacts.push('}');
    contacts
}
