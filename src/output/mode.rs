//! Who may read what is written. Only Unix knows these modes; elsewhere a file
//! has the rights of the folder it is in.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

use tempfile::Builder;

use super::Privacy;

/// A private file: read and written by its owner.
pub(crate) const FILE: u32 = 0o600;
/// A private folder: opened by its owner.
pub(crate) const FOLDER: u32 = 0o700;

/// Makes temporary files that are never more open than they end up.
pub(super) fn builder(privacy: Privacy) -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    #[cfg(unix)]
    if privacy == Privacy::Public {
        use std::os::unix::fs::PermissionsExt;
        // The umask still takes from this what the person wants it to.
        builder.permissions(fs::Permissions::from_mode(0o644));
    }
    #[cfg(not(unix))]
    let _ = privacy;
    builder
}

/// Makes a folder that is the owner's alone from its first moment.
pub(crate) fn create_folder(path: &Path) -> io::Result<()> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has modes"))]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(FOLDER);
    }
    builder.create(path)?;
    make_private(path, FOLDER)
}

/// Makes a new file that is the owner's alone from its first moment.
pub(crate) fn create_file(path: &Path) -> io::Result<File> {
    let file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
    make_private(path, FILE)?;
    Ok(file)
}

/// What is made with these options is nobody's but the owner's.
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(FILE);
    }
    options
}

/// Sets [`FILE`] or [`FOLDER`] exactly, whatever the umask made of it.
#[cfg(unix)]
pub(crate) fn make_private(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
pub(crate) fn make_private(_path: &Path, _mode: u32) -> io::Result<()> {
    Ok(())
}
