//! Lists that others keep, taken over into a service's own.

use crate::support::{Desk, snapshot};

const PAGE: &str = r#"{"number": 1, "totalPages": 2, "contents": [
 {"id": "1", "name": "Tea Club", "description": "<p>A warm group for anyone who feels low. We meet each week.</p>",
  "status": "active", "assured_date": "2026-10-05", "fees": "Free", "url": "https://tea.example",
  "contacts": [{"name": "Jo", "phones": [{"number": "\"01632 960771\""}]}],
  "eligibilitys": [{"minimum_age": 18.0, "maximum_age": 65.0}],
  "regular_schedules": [{"byday": "TH", "opens_at": "14:00:00", "closes_at": "15:30"}],
  "service_areas": [{"service_area": "Harbour, North"}],
  "service_at_locations": [{"location": {"name": "Mill Hall", "latitude": 910.2,
    "physical_addresses": [{"address_1": "Mill Hall", "city": "Harbour", "postal_code": "LD91 2AB"}],
    "accessibility_for_disabilities": [{"accessibility": "Step-free"}]}}],
  "service_taxonomys": [{"taxonomy": {"name": "Mental health"}}, {"taxonomy": {"name": "Debt & Housing"}}]},
 {"id": "2", "name": "Old Group", "status": "defunct", "phones": [{"number": "01632 960772"}]},
 {"id": "3", "name": "No Way", "status": "active"},
 {"id": "4", "status": "active"},
 "what",
 {"id": "5", "name": "Lunch", "status": "active", "assured_date": "long ago", "phones": [{"number": "163x"}],
  "email": "lunch@lunch.example", "attributes": [{"taxonomy_term": {"name": "Lunch clubs"}}]},
 {"id": "6", "name": "Night Walks", "phones": [{"number": "07700 900456"}], "assured_date": "2005-01-01T00:00:00Z",
  "attributes": [{"taxonomy_term": {"name": "Sleep"}}]}
]}"#;

/// The tables of one service that is there and one that is not.
const TABLES: [(&str, &str); 8] = [
    (
        "services.csv",
        "id,name,description,status,url,fees_description,application_process,assured_date\ns1,Walk Well,\"Slow walks, for people with pain\",active,walk.example,Free,Phone first,2026-09-01\ns2,Gone,Gone,inactive,gone.example,,,\ns3,Odd,Odd,active,odd.example,,,2026-09-01,too,many\n",
    ),
    (
        "phones.csv",
        "id,service_id,number\np1,s1,\"\"\"01632 960775\"\"\"\n",
    ),
    ("locations.csv", "id,name\nl1,Boat House\n"),
    (
        "addresses.csv",
        "id,location_id,address_1,city,postal_code\na1,l1,2 Quay,Harbour,LD91 3DE\n",
    ),
    (
        "service_at_locations.csv",
        "id,service_id,location_id\nsl1,s1,l1\n",
    ),
    (
        "schedules.csv",
        "id,service_at_location_id,byday,opens_at,closes_at\nx,sl1,\"MO,FR\",10:00,12:00\n",
    ),
    ("taxonomy_terms.csv", "id,name\nt1,Physical activity\n"),
    (
        "attributes.csv",
        "id,link_id,link_entity,taxonomy_term_id\nq,s1,service,t1\n",
    ),
];

fn import(desk: &Desk, from: &str) -> String {
    let told = desk.run_exactly(&["import-services", from]);
    assert_eq!(told.status, 0, "{}", told.story());
    told.story()
}

#[test]
fn a_list_in_json_becomes_the_list_of_a_service_that_has_none() {
    let desk = Desk::with("notice-board");
    desk.write("page.json", PAGE);
    let said = import(&desk, "page.json");
    let list = desk.read_text("local-services.csv");
    snapshot(
        "imported/json",
        &format!("{said}=== local-services.csv\n{list}"),
    );
    // What is imported can be read; what nobody assured is printed nowhere.
    let told = desk.done(&["build", "--target", "screen"]);
    assert!(
        told.err.contains("`Lunch` is printed nowhere"),
        "{}",
        told.err
    );
    // A second time there is nothing new.
    let said = import(&desk, "page.json");
    assert!(said.contains("nothing to import"), "{said}");
    assert_eq!(desk.read_text("local-services.csv"), list);
}

/// Records that are no new service, or say what cannot be.
const DOUBTFUL: &str = r#"[
 {"name": "Warm Room", "status": "active", "assured_date": "2099-01-01", "phones": [{"number": "01632 960773"}],
  "attributes": [{"taxonomy_term": {"name": "Sleep"}}]},
 {"name": "Warm room", "status": "active", "phones": [{"number": "(01632) 960 773"}], "email": "none"},
 {"name": "Warm Room", "status": "active", "assured_date": "2026-02-01", "phones": [{"number": "01632 960774"}],
  "attributes": [{"taxonomy_term": {"name": "Sleep"}}]},
 {"name": "Nobody There"},
 {"name": "Tea Club", "status": "active", "phones": [{"number": "01632 960771"}], "assured_date": "soon"},
 {"name": "The group of the friends of the old mill by the river who meet for a walk and a talk every week of the year",
  "status": "active", "email": "mill@mill.example"}
]"#;

#[test]
fn only_what_is_taken_over_is_talked_about_and_once() {
    let desk = Desk::with("notice-board");
    let own = "name,topic,phone,checked\nTea Club,mood,01632 960771,2026-11-02\n";
    desk.write("local-services.csv", own);
    desk.write("list.json", DOUBTFUL);
    let said = import(&desk, "list.json");
    let list = desk.read_text("local-services.imported.csv");
    snapshot("imported/doubtful", &format!("{said}=== imported\n{list}"));
}

#[test]
fn tables_are_put_together_beside_the_list_that_is_there() {
    let desk = Desk::with("notice-board");
    let own = "name,topic,phone,checked\nTea Club,mood,01632 960771,2026-11-02\n";
    desk.write("local-services.csv", own);
    for (file, text) in TABLES {
        desk.write(format!("tables/{file}"), text);
    }
    let said = import(&desk, "tables");
    let list = desk.read_text("local-services.imported.csv");
    snapshot("imported/tables", &format!("{said}=== imported\n{list}"));
    assert_eq!(desk.read_text("local-services.csv"), own);
    // Nothing is overwritten that somebody may have filled in.
    let told = desk.run_exactly(&["import-services", "tables"]);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(told.err.contains("is there already"), "{}", told.err);
    assert_eq!(desk.read_text("local-services.imported.csv"), list);
}

#[test]
fn what_is_no_list_of_services_is_refused() {
    let desk = Desk::with("notice-board");
    desk.write("a.json", "{\"name\": ");
    desk.write("b.json", "7");
    desk.write("tables/people.csv", "name\nSam\n");
    // As Windows saves "Unicode", and an old program a pound sign.
    let utf_16 = "\u{feff}{\"name\": \"Tea Club\"}".encode_utf16();
    desk.write(
        "c.json",
        utf_16.flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
    );
    desk.write("d.json", b"{\"name\": \"Tea for \xa31\"}");
    desk.write("e.json", "\u{feff}\n");
    desk.write("f.json", b"PK\x03\x04\x14\0\0");
    let mut said = String::new();
    for from in [
        "a.json",
        "b.json",
        "c.json",
        "d.json",
        "e.json",
        "f.json",
        "tables",
        "tables/people.csv",
        "none.json",
    ] {
        let told = desk.run_exactly(&["import-services", from]);
        assert_ne!(told.status, 0, "{}", told.story());
        said.push_str(&told.story());
    }
    let told = Desk::empty().run_exactly(&["import-services", "a.json"]);
    said.push_str(&told.story());
    snapshot("imported/refused", &said);
}
