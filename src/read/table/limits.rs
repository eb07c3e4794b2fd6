//! How much a spreadsheet may hold, so that it never takes all memory: at most some 400 MB,
//! while a list of 50,000 people in 40 columns fits. `docs/limits.md` lists it.

/// The most rows that hold something below the column names (GOV.UK Notify's limit for
/// one list: notifications-utils, recipients.py).
pub(crate) const MOST_ROWS: usize = 100_000;

/// The last column that a spreadsheet program has is `XFD`.
pub(crate) const MOST_COLUMNS: usize = 16_384;

/// The last row that a spreadsheet program has.
pub(crate) const LAST_ROW: usize = 1_048_576;

/// The most cells, counted as wide as the column names are: empty ones take room too.
pub(crate) const MOST_CELLS: usize = 5_000_000;

/// The most cells of a workbook that hold something, and the most different texts in it.
pub(crate) const MOST_FILLED: usize = 2_500_000;

/// The most characters of one cell: what a spreadsheet program takes.
pub(crate) const MOST_IN_A_CELL: usize = 32_767;

/// The most cells with something against them that are remembered.
pub(crate) const MOST_SUSPECTS: usize = 1_000_000;

/// The text of all cells of a workbook together, bytes: the same text may stand in many
/// cells and in the file only once.
pub(crate) const MOST_TEXT: usize = 100 * 1024 * 1024;

/// The most a workbook may unpack to, bytes. A file of 1 MB can unpack to 1 GB.
pub(crate) const MOST_UNPACKED: usize = 256 * 1024 * 1024;

/// The most parts of a workbook: a sheet of a few pictures has dozens.
pub(crate) const MOST_PARTS: usize = 10_000;

/// The most sheets of a workbook.
pub(crate) const MOST_SHEETS: usize = 1_000;
