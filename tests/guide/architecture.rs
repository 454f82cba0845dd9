//! The rules of the house that the compiler does not know.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
#[cfg(target_os = "linux")]
use std::process::Command;

use crate::support::{files_below, ids_of, repository};

/// Crates that reach a network, and those beneath them.
const NETWORK: [&str; 36] = [
    "actix-web", "async-std", "attohttpc", "aws-lc-rs", "axum", "curl", "curl-sys", "h2", "hickory-resolver", "http",
    "hyper", "isahc", "minreq", "native-tls", "oauth2", "openssl", "openssl-sys", "quinn", "reqwest", "ring", "rustls",
    "sentry", "smol", "socket2", "surf", "tiny_http", "tokio", "tonic", "trust-dns-resolver", "tungstenite", "ureq",
    "url", "warp", "webbrowser", "websocket", "xmlrpc",
];

/// Lines of the longest file that there may be.
const LONGEST: usize = 350;

/// The folders of the code.
const CODE: [&str; 2] = ["src", "crates/guide/src"];

/// Every file of the code, with its text down to its own tests.
fn sources() -> Vec<(String, String)> {
    let of_folder = |root: &'static str| {
        let is_rust = |path: &String| Path::new(path).extension().is_some_and(|it| it == "rs");
        files_below(&repository(root)).into_iter().filter(is_rust).map(move |path| format!("{root}/{path}"))
    };
    let code = |path: String| {
        let text = fs::read_to_string(repository(&path)).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
        (path, code)
    };
    CODE.into_iter().flat_map(of_folder).map(code).collect()
}

/// Lines that are no comment, with their file and number.
fn lines(sources: &[(String, String)]) -> impl Iterator<Item = (&str, usize, &str)> {
    sources.iter().flat_map(|(path, text)| {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        lines.map(move |(number, line)| (path.as_str(), number + 1, line))
    })
}

#[test]
fn no_crate_reaches_the_network() {
    let lock = fs::read_to_string(repository("Cargo.lock")).unwrap();
    let names: Vec<&str> =
        lock.lines().filter_map(|line| line.strip_prefix("name = ")).map(|it| it.trim_matches('"')).collect();
    assert!(names.contains(&"clap"), "Cargo.lock reads differently now");
    let found: Vec<&&str> = names.iter().filter(|name| NETWORK.contains(name)).collect();
    assert!(found.is_empty(), "{found:?}");
    let denied = fs::read_to_string(repository("deny.toml")).unwrap();
    for name in NETWORK {
        assert!(denied.contains(&format!("{{ crate = \"{name}\" }}")), "cargo deny lets {name} in");
    }
    for (path, number, line) in lines(&sources()) {
        assert!(!line.contains("std::net"), "{path}:{number}: {line}");
    }
}

/// What the program asks of the system's libraries by name, as `nm` tells it; nothing where that is not installed.
#[cfg(target_os = "linux")]
fn symbols_asked_for() -> Vec<String> {
    let mut nm = Command::new("nm");
    let Ok(told) = nm.args(["--dynamic", "--undefined-only", env!("CARGO_BIN_EXE_sciatica")]).output() else {
        return Vec::new();
    };
    let told = String::from_utf8(told.stdout).unwrap();
    let names = told.lines().filter_map(|line| line.split_whitespace().last()?.split('@').next());
    names.map(str::to_owned).collect()
}

/// The standard library holds a pair of sockets to a process that it starts, and talks to it by `sendmsg`, `recvmsg` and
/// `recv`. Nothing can be reached by that which this program has not started.
#[cfg(target_os = "linux")]
#[test]
fn the_program_knows_no_way_to_the_network() {
    const WAYS: [&str; 22] = [
        "socket", "connect", "bind", "listen", "accept", "accept4", "getaddrinfo", "getnameinfo", "gethostbyname",
        "gethostbyname_r", "send", "sendto", "sendmmsg", "recvfrom", "recvmmsg", "getpeername", "getsockname",
        "setsockopt", "shutdown", "res_init", "inet_addr", "if_nametoindex",
    ];
    let symbols = symbols_asked_for();
    assert!(symbols.is_empty() || symbols.iter().any(|symbol| symbol == "write"), "{symbols:?}");
    let found: Vec<_> = symbols.iter().filter(|symbol| WAYS.contains(&symbol.as_str())).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_world_is_met_in_main_and_its_modules_alone() {
    const WORLD: [&str; 8] =
        ["std::env", "io::stdout", "io::stderr", "io::stdin", "process::", "println!", "print!(", "SystemTime"];
    // The binary is `main.rs` and its modules; the library is everything else.
    let of_the_binary =
        |path: &str| ["src/main.rs", "src/store/", "src/device/"].iter().any(|folder| path.starts_with(folder));
    let sources = sources();
    for (path, number, line) in lines(&sources).filter(|(path, ..)| !of_the_binary(path)) {
        for word in WORLD {
            assert!(!line.contains(word), "{path}:{number} reads or writes the world: {line}");
        }
    }
    for (path, number, line) in lines(&sources).filter(|(path, ..)| !of_the_binary(path)) {
        for word in ["fs::write", "File::create", "OpenOptions", "fs::rename", "create_dir", "fs::remove"] {
            assert!(!line.contains(word), "{path}:{number} writes a file: {line}");
        }
    }
    let main = fs::read_to_string(repository("src/main.rs")).unwrap();
    assert!(main.lines().count() <= 40, "main.rs holds more than the process");
}

#[test]
fn nothing_panics_by_choice() {
    for (path, number, line) in lines(&sources()) {
        for word in [".unwrap()", ".expect(", "panic!", "todo!", "unimplemented!", "unreachable!", "dbg!"] {
            assert!(!line.contains(word), "{path}:{number}: {line}");
        }
    }
}

#[test]
fn no_code_names_a_point_or_a_precaution() {
    // `--pregnant` stands for one of them.
    const ALLOWED: [(&str, &str); 1] = [("crates/guide/src/model/precaution.rs", "pregnancy")];
    let folders = ["points", "precautions", "red-flags", "sources"];
    let ids: BTreeSet<String> = folders.into_iter().flat_map(ids_of).collect();
    assert!(ids.contains("pregnancy"), "data/ holds its entries elsewhere now");
    for (path, number, line) in lines(&sources()) {
        // Whatever stands between two quotation marks, be it a literal or what lies between two.
        for text in line.split('"').skip(1).filter(|text| ids.contains(*text)) {
            assert!(ALLOWED.contains(&(path, text)), "{path}:{number} names {text}: {line}");
        }
    }
}

#[test]
fn one_file_names_comfy_table() {
    let sources = sources();
    let naming: Vec<&str> =
        sources.iter().filter(|(_, text)| text.contains("comfy_table")).map(|(path, _)| path.as_str()).collect();
    assert_eq!(naming, ["src/render/table.rs"]);
}

#[test]
fn the_guide_knows_no_command_line_and_no_terminal() {
    let manifest = fs::read_to_string(repository("crates/guide/Cargo.toml")).unwrap();
    let (_, dependencies) = manifest.split_once("[dependencies]").unwrap();
    let (dependencies, _) = dependencies.split_once("[dev-dependencies]").unwrap();
    for library in ["clap", "anstream", "anstyle", "crossterm", "terminal_size", "comfy-table", "askama", "rustix"] {
        assert!(!dependencies.contains(library), "the guide knows {library}");
    }
}

#[test]
fn render_does_not_know_what_a_point_is() {
    let sources = sources();
    for (path, number, line) in lines(&sources).filter(|(path, ..)| path.starts_with("src/render/")) {
        // Of a drawing it knows the strokes: what they are a drawing of, it does not.
        let known = line
            .replace("guide::text", "")
            .replace("guide::model::StrokeRole", "")
            .replace("guide::model::{Stroke, StrokeRole}", "");
        assert!(!known.contains("guide::") && !known.contains("crate::commands"), "{path}:{number}: {line}");
    }
}

#[test]
fn no_file_is_long() {
    for (path, _) in sources() {
        let count = fs::read_to_string(repository(&path)).unwrap().lines().count();
        assert!(count <= LONGEST, "{path} has {count} lines: it wants a second look");
    }
}

#[test]
fn every_file_says_what_it_is() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{path} does not begin with what it is");
        let name = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
        assert!(!["utils", "util", "helpers", "types", "common", "misc"].contains(&name), "{path} says nothing");
    }
}

#[test]
fn the_tree_of_the_architecture_names_every_folder() {
    let text = fs::read_to_string(repository("ARCHITECTURE.md")).unwrap();
    let (_, tree) = text.split_once("## The tree").unwrap();
    let (tree, _) = tree.split_once("\n## ").unwrap();
    let folders = sources().into_iter().filter_map(|(path, _)| Some(path.rsplit_once('/')?.0.to_owned()));
    for folder in folders.filter(|folder| !CODE.contains(&folder.as_str())).collect::<BTreeSet<_>>() {
        let name = format!("{}/", folder.rsplit('/').next().unwrap());
        assert!(tree.split_whitespace().any(|word| word == name), "the tree of ARCHITECTURE.md lacks {folder}");
    }
}

/// One more library costs a start some 100 µs, and `f32::ln` is enough for the system's mathematics.
#[cfg(target_os = "linux")]
#[test]
fn the_program_loads_no_mathematics_of_the_system() {
    let program = fs::read(env!("CARGO_BIN_EXE_sciatica")).unwrap();
    let library = b"libm.so";
    assert!(!program.windows(library.len()).any(|bytes| bytes == library), "use the crate libm instead");
}
