//! What a guide says, apart from how it looks: a few lines that are the same wherever and
//! whenever they are made. Two guides with the same lines say the same.

use crate::read::{
    Block, ByTone, Content, Extent, Guide, LeaveOut, OptionEntry, OptionPart, Placed, Scale,
    Section, Short, Tone,
};

/// What a guide says in this tone: its title, its sections and what it cites. Pictures,
/// dates and the paper are none of it.
pub fn of_guide(guide: &Guide, tone: &Tone) -> Vec<String> {
    let mut lines = Lines(Some(tone), Vec::new());
    lines.text("title", &guide.title);
    lines.text("summary", &guide.summary);
    lines.put("audience", guide.audience.value.label());
    // A card says less, and its large print all.
    match guide.format.value.extent() {
        Extent::Whole => {}
        Extent::Less => lines.put("room", "less"),
        Extent::Card => lines.put("room", "card"),
    }
    for section in &guide.sections {
        lines.put("section", &section.id.value);
        lines.section(section, true);
    }
    let cited = guide.sources.iter();
    for source in cited.filter(|source| guide.cites(&source.id.value)) {
        lines.put(&source.id.value, &source.text.value);
    }
    lines.1
}

/// What a section says, in every tone, besides its options: each of them is a part by
/// itself.
pub fn of_section(section: &Section) -> Vec<String> {
    let mut lines = Lines(None, Vec::new());
    lines.section(section, false);
    lines.1
}

/// What an option says, in every tone.
pub fn of_option(option: &OptionEntry) -> Vec<String> {
    let mut lines = Lines(None, Vec::new());
    lines.option(option);
    lines.1
}

/// Lines as they are gathered: in one tone, or in all.
struct Lines<'a>(Option<&'a Tone>, Vec<String>);

impl Lines<'_> {
    /// A word that says what it is, and a text. Where its lines end says nothing.
    fn put(&mut self, what: &str, text: &str) {
        let words: Vec<&str> = text.split_whitespace().collect();
        self.1.push(format!("{what}: {}", words.join(" ")));
    }

    fn text(&mut self, what: &str, text: &ByTone) {
        match (self.0, text) {
            (Some(tone), text) => {
                if let Some(text) = text.in_tone(tone) {
                    self.put(what, &text.value);
                }
            }
            (None, ByTone::Same(text)) => self.put(what, &text.value),
            (None, ByTone::Different(_, texts)) => {
                for (tone, text) in texts {
                    self.put(&format!("{what} ({tone})"), &text.value);
                }
            }
        }
    }

    /// That small formats say nothing here.
    fn left_out(&mut self, word: LeaveOut) {
        self.put("short", word.into());
    }

    fn section(&mut self, section: &Section, with_options: bool) {
        if let Some(when) = &section.when {
            self.put("when", &when.value);
        }
        if let Some(short) = &section.short {
            self.left_out(short.value);
        }
        if let Some(heading) = &section.heading {
            self.text("heading", heading);
        }
        for block in &section.blocks {
            self.block(block, with_options);
        }
    }

    fn block(&mut self, block: &Placed<Block>, with_options: bool) {
        let block = &block.value;
        // What a picture shows is no word of the text.
        if matches!(block.content, Content::Picture(_) | Content::PageBreak) {
            return;
        }
        if let Some(when) = &block.when {
            self.put("when", &when.value);
        }
        if let Some(Short::LeaveOut(word)) = &block.short {
            self.left_out(*word);
        }
        let kind = block.content.kind();
        match &block.content {
            Content::Options(options) => {
                self.put(kind, "");
                for option in options.iter().filter(|_| with_options) {
                    self.put("option", &option.id.value);
                    self.option(option);
                }
                return;
            }
            Content::Fact(fact) => self.put(kind, &format!("{} in {}", fact.number, fact.of)),
            Content::Urgent(name) => self.put(kind, &name.value),
            Content::Qr(qr) => self.put(kind, &qr.link.value),
            // Lines to write on are no words.
            Content::WriteIn(lines) if lines.label.is_none() => {}
            Content::Scale(Scale { from, to, .. }) => {
                let end = |end: &Option<Placed<u32>>| end.as_ref().map_or(0, |it| it.value);
                self.put(kind, &format!("{} to {}", end(from), end(to)));
            }
            _ if block.texts().is_empty() => self.put(kind, ""),
            _ => {}
        }
        for text in block.texts() {
            self.text(kind, text);
        }
    }

    fn option(&mut self, option: &OptionEntry) {
        if let Some(when) = &option.when {
            self.put("when", &when.value);
        }
        self.text("name", &option.name);
        self.text("summary", &option.summary);
        let at_a_glance = option.at_a_glance.iter();
        for text in at_a_glance.flat_map(|glance| glance.texts()) {
            self.text("at a glance", text);
        }
        for part in OptionPart::ALL {
            if let Some(text) = option.part(*part) {
                self.text(part.key(), text);
            }
        }
    }
}
