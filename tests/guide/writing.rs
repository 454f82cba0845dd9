//! Files that are written: whole, with the mode and the owner of what they replace, and nothing left beside them.

use std::fs;
use std::path::Path;

use crate::process::{Ran, program, ran, run};
use crate::support::{Scratch, files_below};

/// Writes a page there, over whatever is there.
fn write_over(path: &Path) -> Ran {
    run(&["handout", "GB30", "--force", "--output", path.to_str().unwrap()])
}

fn page() -> String {
    run(&["handout", "GB30"]).out
}

#[test]
fn a_name_as_long_as_names_may_be_is_written() {
    let scratch = Scratch::new();
    let path = scratch.path().join(format!("{}.html", "x".repeat(245)));
    for force in [&[][..], &["--force"]] {
        let ran = run(&[&["handout", "GB30", "--output", path.to_str().unwrap()], force].concat());
        assert_eq!(ran.exit, 0, "{ran:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), page());
    }
}

#[test]
fn what_a_killed_write_left_goes_with_the_next_and_what_is_being_written_stays() {
    let scratch = Scratch::new();
    scratch.write(".sciatica.1.part", b"half");
    scratch.write(".page.html.4711.part", b"half, of an earlier version");
    scratch.write(".sciatica.2.part", b"being written");
    scratch.write(".other.html.4711.part", b"of somebody else");
    let busy = fs::File::open(scratch.path().join(".sciatica.2.part")).unwrap();
    busy.lock().unwrap();
    let path = scratch.path().join("page.html");
    assert_eq!(run(&["handout", "GB30", "--output", path.to_str().unwrap()]).exit, 0);
    assert_eq!(files_below(scratch.path()), [".other.html.4711.part", ".sciatica.2.part", "page.html"]);
    drop(busy);
    assert_eq!(write_over(&path).exit, 0);
    assert_eq!(files_below(scratch.path()), [".other.html.4711.part", "page.html"]);
}

#[test]
fn the_name_of_standard_output_leads_there() {
    let scratch = Scratch::new();
    let named = if cfg!(unix) { &["-", "/dev/stdout", "/dev/fd/1"][..] } else { &["-"] };
    for name in named {
        for force in [&[][..], &["--force"]] {
            let mut command = program();
            command.current_dir(scratch.path()).args(["handout", "GB30", "--output", name]).args(force);
            let ran = ran(command);
            assert_eq!((ran.exit, &ran.out, ran.err.as_str()), (0, &page(), ""), "{name}");
        }
    }
    assert!(files_below(scratch.path()).is_empty());
    let mut command = program();
    command.current_dir(scratch.path()).args(["handout", "GB30", "--output", "./-"]);
    assert_eq!(ran(command).err, "Wrote ./-\n");
    assert_eq!(files_below(scratch.path()), ["-"]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    use super::*;

    const NOBODY: u32 = 65_534;

    fn chmod(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode to set");
    }

    fn is_root() -> bool {
        rustix::process::geteuid().is_root()
    }

    /// Writes a page there as somebody who is not root, with a copy of the program that anybody may run.
    fn write_over_as_nobody(path: &Path) -> Ran {
        let scratch = Scratch::new();
        let program = scratch.path().join("program");
        fs::copy(env!("CARGO_BIN_EXE_sciatica"), &program).expect("a copy");
        for path in [scratch.path(), &program] {
            chmod(path, 0o755);
        }
        let mut command = Command::new(&program);
        command.env_clear().env("LANG", "C.UTF-8").env("HOME", "/nowhere").current_dir("/");
        command.args(["handout", "GB30", "--force", "--output"]).arg(path);
        if is_root() {
            command.uid(NOBODY).gid(NOBODY);
        }
        // While another test forks, the copy may count as still being written.
        let output = loop {
            match command.output() {
                Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => std::thread::yield_now(),
                ended => break ended.expect("a process"),
            }
        };
        let text = |bytes| String::from_utf8(bytes).expect("an answer in UTF-8");
        Ran { exit: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    #[test]
    fn keeps_the_mode_of_a_page_that_is_written_over() {
        let scratch = Scratch::new();
        let path = scratch.path().join("page.html");
        for mode in [0o600, 0o640, 0o444, 0o664, 0o666] {
            fs::write(&path, "old").unwrap();
            chmod(&path, mode);
            assert_eq!(write_over(&path).exit, 0, "{mode:o}");
            assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, mode, "{mode:o}");
            assert_eq!(fs::read_to_string(&path).unwrap(), page());
            fs::remove_file(&path).unwrap();
        }
        let new = run(&["handout", "GB30", "--output", path.to_str().unwrap()]);
        assert_eq!(new.exit, 0);
        assert_ne!(fs::metadata(&path).unwrap().mode() & 0o044, 0, "a new page is like any new file");
        assert_eq!(files_below(scratch.path()), ["page.html"]);
    }

    #[test]
    fn keeps_the_mode_of_a_page_of_the_manual_that_is_written_over() {
        let scratch = Scratch::new();
        scratch.write("sciatica.1", b"old");
        let path = scratch.path().join("sciatica.1");
        chmod(&path, 0o600);
        assert_eq!(run(&["man", "--force", "--dir", scratch.argument()]).exit, 0);
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o600);
    }

    #[test]
    fn keeps_the_owner_of_a_page_that_is_written_over() {
        // Only root can make a file of somebody else.
        if !is_root() {
            return;
        }
        let scratch = Scratch::new();
        scratch.write("page.html", b"old");
        let path = scratch.path().join("page.html");
        chown(&path, Some(NOBODY), Some(NOBODY)).unwrap();
        chmod(&path, 0o640);
        assert_eq!(write_over(&path).exit, 0);
        let about = fs::metadata(&path).unwrap();
        assert_eq!((about.uid(), about.gid(), about.mode() & 0o7777), (NOBODY, NOBODY, 0o640));
        // Who may write to a file, yet not give one away, writes in its place.
        chmod(scratch.path(), 0o1777);
        for (user, group) in [(0, 0), (NOBODY, 0)] {
            fs::write(&path, "old").unwrap();
            chown(&path, Some(user), Some(group)).unwrap();
            chmod(&path, 0o666);
            let ran = write_over_as_nobody(&path);
            assert_eq!(ran.exit, 0, "{ran:?}");
            let about = fs::metadata(&path).unwrap();
            assert_eq!((about.uid(), about.gid(), about.mode() & 0o7777), (user, group, 0o666));
            assert_eq!(fs::read_to_string(&path).unwrap(), page());
        }
        assert_eq!(files_below(scratch.path()), ["page.html"]);
    }

    #[test]
    fn in_a_closed_folder_a_page_is_written_in_its_place() {
        let scratch = Scratch::new();
        scratch.write("closed/page.html", format!("{}\n", "old".repeat(100_000)).as_bytes());
        let (folder, path) = (scratch.path().join("closed"), scratch.path().join("closed/page.html"));
        chmod(scratch.path(), 0o755);
        chmod(&path, 0o666);
        chmod(&folder, 0o555);
        let ran = write_over_as_nobody(&path);
        chmod(&folder, 0o755);
        assert_eq!(ran.exit, 0, "{ran:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), page(), "the old text was longer");
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o666);
        chmod(&path, 0o444);
        chmod(&folder, 0o555);
        let refused = write_over_as_nobody(&path);
        chmod(&folder, 0o755);
        assert!(refused.exit == 1 && refused.err.contains("Permission denied"), "{refused:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), page());
    }

    #[test]
    fn a_file_of_two_names_stays_one_file() {
        let scratch = Scratch::new();
        scratch.write("one.html", b"old");
        let [one, other] = ["one.html", "other.html"].map(|name| scratch.path().join(name));
        fs::hard_link(&one, &other).unwrap();
        assert_eq!(write_over(&one).exit, 0);
        for path in [&one, &other] {
            assert_eq!(fs::read_to_string(path).unwrap(), page());
        }
        assert_eq!(fs::metadata(&one).unwrap().ino(), fs::metadata(&other).unwrap().ino());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_else_a_file_carries_stays_with_it() {
        use rustix::fs::{XattrFlags, getxattr, setxattr};

        let scratch = Scratch::new();
        scratch.write("page.html", b"old");
        let path = scratch.path().join("page.html");
        // Not every disk can.
        if setxattr(&path, "user.note", b"mine", XattrFlags::empty()).is_err() {
            return;
        }
        assert_eq!(write_over(&path).exit, 0);
        assert_eq!(fs::read_to_string(&path).unwrap(), page());
        let mut note = [0; 16];
        assert_eq!(getxattr(&path, "user.note", &mut note[..]), Ok(4));
    }

    #[test]
    fn a_link_to_what_is_not_there_yet_leads_to_it_afterwards() {
        let scratch = Scratch::new();
        fs::create_dir(scratch.path().join("pages")).unwrap();
        symlink("pages/next", scratch.path().join("link.html")).unwrap();
        symlink("page.html", scratch.path().join("pages/next")).unwrap();
        let link = scratch.path().join("link.html");
        assert_eq!(run(&["handout", "GB30", "--output", link.to_str().unwrap()]).exit, 1);
        assert_eq!(write_over(&link).exit, 0);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(scratch.path().join("pages/page.html")).unwrap(), page());
        symlink("circle", scratch.path().join("circle")).unwrap();
        let ran = write_over(&scratch.path().join("circle"));
        assert!(ran.exit == 1 && ran.err.contains("circle"), "{ran:?}");
    }
}
