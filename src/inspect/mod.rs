//! Looks at laid-out pages and finished PDFs: what is drawn on them and where, what does
//! not fit, what stands too near an edge. It measures, and knows nothing of why anybody
//! asks.

mod beyond;
mod drawn;
mod edges;
mod fit;
mod ink;
mod painted;
mod part;
pub(crate) mod picture;

pub use crate::read::Area;
pub use beyond::{Beyond, Edge, Loss, Thing, beyond};
pub use drawn::{Drawn, DrawnShape, DrawnText, drawn};
pub use edges::{Gap, NearEdge, half_empty, too_near};
pub use fit::{Fit, misfits, overfull, too_full};
pub use ink::{Ink, on, typefaces};
pub use painted::{PaintedPage, painted_from};
pub use part::{Part, Within};
pub use picture::pictures;
