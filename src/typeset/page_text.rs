//! What stands on laid-out pages, as text.

use typst::layout::{Frame, FrameItem};

use super::Pages;

impl Pages {
    /// The words of each page, in the order they are drawn. Lines and cells follow
    /// each other with a blank between them, wherever they stand.
    pub fn words(&self) -> Vec<String> {
        let pages = self.document.pages().iter();
        pages
            .map(|page| {
                let mut words = String::new();
                collect(&page.frame, &mut words);
                words
            })
            .collect()
    }
}

fn collect(frame: &Frame, words: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, words),
            FrameItem::Text(text) => {
                words.push_str(&text.text);
                words.push(' ');
            }
            _ => {}
        }
    }
}
