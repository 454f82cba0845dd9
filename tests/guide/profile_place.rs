//! Where a profile is kept: no place, a place where nothing can be, a place of somebody else.

#[cfg(unix)]
use std::fs;
use std::path::Path;

use crate::command_line::WITH;
use crate::process::{Ran, homeless, ran, run};
use crate::support::Scratch;

const NO_PLACE: &str = "Your profile: no place is known where one could be kept";

fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Runs the program for somebody whose home, or whose folder for what they set, is this.
fn at(variable: &str, home: &str, arguments: &[&str]) -> Ran {
    let mut command = homeless();
    command.env(if cfg!(windows) { "APPDATA" } else { variable }, home).args(arguments);
    ran(command)
}

fn in_home(home: &Path, arguments: &[&str]) -> Ran {
    at("HOME", home.to_str().unwrap(), arguments)
}

// No place

#[test]
fn where_no_place_is_known_every_screened_answer_says_so_once() {
    let forms: [&[&str]; 5] = [&[], &["--width", "80"], &["--plain"], &["--format", "markdown"], &["--format", "json"]];
    for home in [None, Some(""), Some("home/somebody"), Some("~")] {
        for question in WITH.into_iter().step_by(if home.is_some() { 3 } else { 1 }) {
            for form in forms {
                if home.is_some() && !form.is_empty() || question[0] == "handout" && form.contains(&"--format") {
                    continue;
                }
                let question = [question, form].concat();
                let mut command = homeless();
                command.args(&question);
                if let Some(home) = home {
                    command.env("HOME", home).env("APPDATA", home);
                }
                let (here, usual) = (ran(command), run(&question));
                assert_eq!(here.exit, usual.exit, "{home:?} {question:?}");
                if form.contains(&"json") {
                    assert_eq!(here.json()["profile_known"], false, "{question:?}");
                    assert_eq!(usual.json()["profile_known"], true, "{question:?}");
                    continue;
                }
                let said = unwrapped(&format!("{} {}", here.out, here.err)).replace("**", "");
                assert_eq!(said.matches(NO_PLACE).count(), 1, "{home:?} {question:?}: {said}");
                assert!(!usual.out.contains(NO_PLACE) && !usual.err.contains(NO_PLACE), "{question:?}");
            }
        }
    }
}

#[test]
fn who_leaves_the_profile_out_or_is_not_screened_is_told_of_no_place() {
    for question in [&["show", "GB30", "--no-profile"][..], &["red-flags"], &["sources"]] {
        let mut command = homeless();
        command.args(question);
        let ran = ran(command);
        assert!(!ran.out.contains(NO_PLACE) && !ran.err.contains(NO_PLACE), "{question:?}");
    }
}

#[test]
fn without_a_place_show_and_clear_say_so_and_set_says_how_to_name_one() {
    let told = |arguments: &[&str]| {
        let mut command = homeless();
        command.args(arguments);
        ran(command)
    };
    for question in [&["profile"][..], &["profile", "clear"]] {
        let ran = told(question);
        assert_eq!((ran.exit, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains("No place is known where one could be kept: set "), "{}", ran.out);
    }
    let set = told(&["profile", "set", "pregnancy"]);
    assert_eq!((set.exit, set.out.as_str()), (1, ""));
    assert!(set.err.starts_with("error: there is no place to keep a profile\n  set "), "{}", set.err);
}

// A place where nothing can be

/// Asks, and finds that nothing is kept; nothing can be, either.
#[cfg(unix)]
fn assert_nothing_can_be_kept(variable: &str, home: &str, why: &str) {
    let shown = at(variable, home, &["show", "GB30"]);
    assert_eq!((shown.exit, &shown.out, shown.err.as_str()), (0, &run(&["show", "GB30"]).out, ""), "{home}");
    for question in [&["profile"][..], &["profile", "clear"]] {
        let ran = at(variable, home, question);
        assert_eq!((ran.exit, ran.err.as_str()), (0, ""), "{home} {question:?}");
        assert!(ran.out.starts_with("No profile is kept\n"), "{}", ran.out);
    }
    let set = at(variable, home, &["profile", "set", "pregnancy"]);
    assert_eq!((set.exit, set.out.as_str()), (1, ""), "{home}");
    assert!(set.err.starts_with("error: cannot keep your profile in \"") && set.err.contains(why), "{}", set.err);
    let place = if cfg!(windows) { "set APPDATA" } else { "set HOME or XDG_CONFIG_HOME" };
    assert!(set.err.contains(place) && set.err.contains("--with ID,ID"), "{}", set.err);
}

#[cfg(unix)]
#[test]
fn where_nothing_can_be_kept_nothing_is() {
    let scratch = Scratch::new();
    scratch.write("file", b"mine");
    scratch.write("home/.config", b"mine");
    scratch.write("other/.config/sciatica", b"mine");
    let below = |path: &str| scratch.path().join(path).to_str().unwrap().to_owned();
    for variable in ["HOME", "XDG_CONFIG_HOME"] {
        assert_nothing_can_be_kept(variable, "/dev/null", "\"/dev/null\" is not a folder");
        assert_nothing_can_be_kept(variable, "/dev/null/deeper", "\"/dev/null\" is not a folder");
        assert_nothing_can_be_kept(variable, &below("file"), "is not a folder");
        assert_nothing_can_be_kept(variable, &below("file/x/y"), "is not a folder");
        for long in [format!("/{}", "x".repeat(300)), format!("/tmp{}", "/xx".repeat(3000))] {
            assert_nothing_can_be_kept(variable, &long, "File name too long");
        }
    }
    assert_nothing_can_be_kept("HOME", &below("home"), ".config\" is not a folder");
    assert_nothing_can_be_kept("HOME", &below("other"), "sciatica\" is not a folder");
    assert_eq!(fs::read(below("other/.config/sciatica")).unwrap(), b"mine");
}

#[test]
fn a_home_without_our_folder_keeps_nothing_and_can() {
    let scratch = Scratch::new();
    for home in [scratch.path().to_owned(), scratch.path().join("not").join("there")] {
        let shown = in_home(&home, &["show", "GB30"]);
        assert_eq!((shown.exit, &shown.out), (0, &run(&["show", "GB30"]).out));
        assert_eq!(in_home(&home, &["profile", "set", "pregnancy"]).exit, 0);
        assert_eq!(in_home(&home, &["show", "BL60"]).exit, 3);
        assert_eq!(in_home(&home, &["profile", "clear"]).exit, 0);
    }
}

// A place that cannot be relied on

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, chown, symlink};

    use super::*;

    fn chmod(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode to set");
    }

    /// A home with a profile in it.
    fn kept() -> Scratch {
        let home = Scratch::new();
        assert_eq!(in_home(home.path(), &["profile", "set", "pregnancy"]).exit, 0);
        home
    }

    fn assert_unusable(home: &Path, causes: &[&str]) {
        for question in [&["show", "GB30"][..], &["points"], &["profile"]] {
            let ran = in_home(home, question);
            assert_eq!(ran.exit, 1, "{question:?}");
            assert!(ran.out.is_empty() || question == ["profile"], "{question:?}: {}", ran.out);
            assert!(ran.err.starts_with("error: your profile in \""), "{}", ran.err);
            for cause in causes {
                assert!(ran.err.contains(cause), "{cause}: {}", ran.err);
            }
            assert!(ran.err.contains("--no-profile"), "{}", ran.err);
        }
        assert_eq!(in_home(home, &["show", "GB30", "--no-profile"]).exit, 0);
        assert_eq!(in_home(home, &["now"]).exit, 0);
    }

    #[test]
    fn a_link_on_the_way_that_leads_nowhere_is_no_empty_place() {
        for link in [".config", ".config/sciatica"] {
            let scratch = Scratch::new();
            let path = scratch.path().join(link);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            symlink("/nowhere/to/be/found", &path).unwrap();
            let told = format!("\"{}\" is a link that leads nowhere", path.display());
            assert_unusable(scratch.path(), &[&told, "remove the link: rm /"]);
            for (words, what) in [(&["profile", "set", "pregnancy"][..], "keep"), (&["profile", "clear"], "remove")] {
                let ran = in_home(scratch.path(), words);
                assert_eq!((ran.exit, ran.out.as_str()), (1, ""), "{words:?}");
                assert!(ran.err.contains(what) && ran.err.contains(&told), "{}", ran.err);
            }
            assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
            // What the link leads to is there: nothing is kept in it yet.
            let elsewhere = Scratch::new();
            fs::remove_file(&path).unwrap();
            symlink(elsewhere.path(), &path).unwrap();
            assert_eq!(in_home(scratch.path(), &["show", "GB30"]).exit, 0);
            assert_eq!(in_home(scratch.path(), &["profile", "set", "pregnancy"]).exit, 0);
            assert_eq!(in_home(scratch.path(), &["show", "BL60"]).exit, 3);
        }
        let scratch = Scratch::new();
        let home = scratch.path().join("home");
        symlink("unmounted", &home).unwrap();
        assert_unusable(&home, &["leads nowhere"]);
    }

    #[test]
    fn links_in_a_circle_are_no_empty_place() {
        let scratch = Scratch::new();
        symlink(".config", scratch.path().join(".config")).unwrap();
        assert_unusable(scratch.path(), &["symbolic links", "name a folder of your own"]);
    }

    #[test]
    fn a_folder_that_others_may_write_to_is_not_relied_on_whether_a_profile_is_there_or_not() {
        for folder in [".config", ".config/sciatica"] {
            for is_kept in [true, false] {
                let home = kept();
                let path = home.path().join(folder);
                if !is_kept {
                    fs::remove_file(home.path().join(".config/sciatica/profile.json")).unwrap();
                }
                // A group may be the account's own, unless it is root's.
                let group = rustix::process::geteuid().is_root().then_some(0o770);
                for mode in [0o777, 0o757, 0o702].into_iter().chain(group) {
                    chmod(&path, mode);
                    let remedy = format!("chmod go-w {}", path.display());
                    assert_unusable(home.path(), &["others may write to the folder", &remedy]);
                    let set = in_home(home.path(), &["profile", "set", "frail"]);
                    assert_eq!((set.exit, set.out.as_str()), (1, ""), "{mode:o}");
                    assert!(set.err.contains(&remedy) && set.err.contains("nothing was changed"), "{}", set.err);
                }
                chmod(&path, 0o755);
                assert_eq!(in_home(home.path(), &["show", "BL60"]).exit, if is_kept { 3 } else { 0 });
            }
        }
    }

    #[test]
    fn a_folder_in_which_others_cannot_remove_what_is_ours_is_relied_on() {
        let home = kept();
        chmod(&home.path().join(".config"), 0o1777);
        assert_eq!(in_home(home.path(), &["show", "BL60"]).exit, 3);
    }

    #[test]
    fn a_profile_that_others_may_read_is_said_to_be_and_is_mended_by_the_next_set() {
        let home = kept();
        let file = home.path().join(".config/sciatica/profile.json");
        assert_eq!(in_home(home.path(), &["profile"]).err, "");
        for mode in [0o644, 0o640, 0o604] {
            chmod(&file, mode);
            let shown = in_home(home.path(), &["profile"]);
            assert_eq!(shown.exit, 0);
            assert!(shown.err.starts_with("The mode of that file lets others read it."), "{}", shown.err);
            assert_eq!(in_home(home.path(), &["profile", "set", "pregnancy"]).exit, 0);
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    // A place of somebody else

    const NOBODY: u32 = 65_534;

    /// Whether a test can make what belongs to somebody else: only root can give a folder away.
    fn can_give_away() -> bool {
        rustix::process::geteuid().is_root()
    }

    #[test]
    fn nothing_is_written_into_a_home_of_somebody_else() {
        if !can_give_away() {
            return;
        }
        for folders in [&[][..], &[".config"], &[".config", ".config/sciatica"]] {
            let home = Scratch::new();
            for folder in folders {
                fs::create_dir(home.path().join(folder)).unwrap();
                chown(home.path().join(folder), Some(NOBODY), None).unwrap();
            }
            chown(home.path(), Some(NOBODY), None).unwrap();
            let set = in_home(home.path(), &["profile", "set", "pregnancy"]);
            assert_eq!((set.exit, set.out.as_str()), (1, ""), "{folders:?}");
            assert!(set.err.contains("belongs to another account\n  name a folder of your own"), "{}", set.err);
            let here = crate::support::files_below(home.path());
            assert!(here.is_empty() && home.path().join(".config").exists() != folders.is_empty(), "{folders:?}");
        }
    }

    #[test]
    fn in_a_home_of_somebody_else_without_our_folder_nothing_is_kept() {
        if !can_give_away() {
            return;
        }
        let home = Scratch::new();
        fs::create_dir(home.path().join(".config")).unwrap();
        for path in [home.path().to_owned(), home.path().join(".config")] {
            chown(path, Some(NOBODY), None).unwrap();
        }
        assert_eq!(in_home(home.path(), &["show", "GB30"]).exit, 0);
    }

    #[test]
    fn what_somebody_else_keeps_is_neither_read_nor_removed() {
        if !can_give_away() {
            return;
        }
        let home = kept();
        let file = home.path().join(".config/sciatica/profile.json");
        for path in [".config/sciatica/profile.json", ".config/sciatica", ".config", ""] {
            chown(home.path().join(path), Some(NOBODY), None).unwrap();
        }
        assert_unusable(home.path(), &["belongs to another account"]);
        let clear = in_home(home.path(), &["profile", "clear"]);
        assert_eq!((clear.exit, clear.out.as_str()), (1, ""));
        assert!(clear.err.contains("cannot remove your profile") && clear.err.contains("another account"), "{clear:?}");
        assert!(file.exists());
        // In one's own folder it is one's own to remove.
        for path in [".config/sciatica", ".config", ""] {
            chown(home.path().join(path), Some(0), None).unwrap();
        }
        assert_eq!(in_home(home.path(), &["profile", "clear"]).exit, 0);
        assert!(!file.exists());
    }
}
