//! Built-in guides with the details of a service that are not those of the example: another
//! logo, longer names. Whoever starts from an example changes these first.

use image::{Rgb, RgbImage};

use crate::support::Desk;

fn hospital() -> Desk {
    let desk = Desk::empty();
    leafwright::new_service(desk.folder(), Some("hospital-physiotherapy"))
        .expect("an empty folder");
    desk
}

/// The example's logo is a wide one. A tall one leaves less room, on every sheet.
#[test]
fn a_logo_of_another_shape_has_room_everywhere() {
    let desk = hospital();
    let logo = RgbImage::from_pixel(400, 200, Rgb([20, 80, 100]));
    logo.save(desk.path("logo.png")).expect("a picture");
    desk.done(&["build", "--target", "screen"]);
}

/// An address of five lines below five answers once went to the next page in large print, and
/// with it the line to cut along.
#[test]
fn a_long_address_to_reply_to_stays_on_the_slip() {
    let desk = hospital();
    desk.change(
        "service.yaml",
        "name: Physiotherapy, Harrowmere Hospital",
        "name: Therapies, Castlebeck Royal Infirmary",
    );
    let letter = "invitation-shared-appointment";
    desk.done(&["build", letter, "--edition", "large-print"]);
}
