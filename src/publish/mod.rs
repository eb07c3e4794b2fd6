//! One publication on its way through the rooms: opened, tailored, laid out, checked,
//! made into files. It knows people only as somebody invented, and no terminal.

mod approvals;
mod arranged;
mod checking;
mod context;
mod copying;
mod desk_test;
mod draft;
mod elsewhere;
mod example;
mod extremes;
mod gallery;
mod hopeless;
mod import;
mod marking;
mod misfits;
mod needs;
mod off_the_page;
mod pictures;
mod prepared;
mod printing;
mod remedies;
mod sample;
mod scenes;
mod schemas;
mod shorter_list;
mod target;
#[cfg(test)]
mod tests;
mod too_long;
mod too_narrow;
mod translations;
mod trial;
mod web_edition;
mod workspace;

pub use approvals::to_approve;
pub use checking::Checked;
pub use copying::copy_guide;
pub use desk_test::desk_test;
pub use example::new_service;
pub use extremes::{Extreme, extremes};
pub(crate) use gallery::picture_of;
pub use gallery::{Exhibit, READERS, gallery};
pub(crate) use import::import_services;
pub use printing::{Published, PublishedFile};
pub use schemas::{own_folder, refresh_schemas, schema, write_schemas};
pub(crate) use schemas::{with_schema_line, within};
pub use target::Target;
pub use trial::try_out;
pub(crate) use workspace::DAYS;
pub use workspace::{Options, Workspace};

pub(crate) use elsewhere::SameService;
pub(crate) use marking::Mark;
pub(crate) use misfits::misfits;
pub(crate) use prepared::Prepared;
pub(crate) use sample::Length;
