//! LW12x: what is drawn, on the finished pages.

pub mod off_the_page;
