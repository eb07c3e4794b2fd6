//! A page of HTML that stands alone: no script, nothing from elsewhere. Somebody without a
//! terminal can open it, and send it on.

use maud::{DOCTYPE, Markup, html};

/// The page with this title, in these styles, from its first line to its last. The title
/// stands above its body as well.
pub(crate) fn page(title: &str, style: &str, body: &Markup) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (style) }
            }
            body {
                h1 { (title) }
                (body)
            }
        }
    };
    markup.into_string() + "\n"
}
