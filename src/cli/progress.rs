//! How far a long run is: a bar on a terminal, a line now and then elsewhere.

use std::fmt::Write;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use super::terminal::Terminal;

/// How many letters there are from one line to the next.
const LINE_EVERY: usize = 1_000;

/// Counts letters.
pub struct Progress {
    bar: ProgressBar,
    done: usize,
    all: usize,
}

impl Progress {
    /// None are done of so many.
    pub fn new(terminal: &Terminal, done: usize, all: usize) -> Self {
        let target = if terminal.quiet {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr()
        };
        let bar = ProgressBar::with_draw_target(Some(all as u64), target);
        bar.set_style(style());
        bar.set_position(done as u64);
        bar.reset_eta();
        Self { bar, done, all }
    }

    /// So many more are done.
    pub fn add(&mut self, letters: usize, terminal: &mut Terminal) {
        let before = self.done;
        self.done += letters;
        self.bar.inc(letters as u64);
        let line_is_due = before / LINE_EVERY < self.done / LINE_EVERY && self.done < self.all;
        if self.bar.is_hidden() && line_is_due {
            let (done, all) = (self.done / LINE_EVERY * LINE_EVERY, self.all);
            terminal.say(&format!("{done} of {all} letters"));
        }
    }
}

fn style() -> ProgressStyle {
    let template = "{bar:30} {human_pos} of {human_len} letters, {speed} a second, {eta} left";
    let style = ProgressStyle::with_template(template);
    style
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .with_key("speed", |state: &ProgressState, line: &mut dyn Write| {
            // A bar that cannot be drawn is no reason to stop.
            let _ = write!(line, "{:.0}", state.per_sec());
        })
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
