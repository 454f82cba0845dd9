//! What the recipes of our documents tell to write, and where.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{env, fs};

use serde_json::Value;

use crate::{Scratch, documents, files_below, repository};

/// A block of a document whose first line says where it goes: a file, and perhaps a place in it.
#[derive(Debug)]
pub struct Recipe {
    language: String,
    /// The file.
    pub path: String,
    /// A JSON pointer to a list, with `-` for the place behind its last.
    pointer: Option<String>,
    text: String,
}

/// The recipes of a document.
pub fn recipes_of(document: &str) -> Vec<Recipe> {
    let text = fs::read_to_string(repository(document)).expect("a document");
    let mut lines = text.lines();
    let mut recipes = Vec::new();
    while let Some(line) = lines.next() {
        let told = line.trim_start_matches('`');
        let fence = &line[..line.len() - told.len()];
        if fence.len() < 3 {
            continue;
        }
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != fence).collect();
        let mut words = told.split(' ').map(str::to_owned);
        if let (Some(language), Some(path)) = (words.next(), words.next()) {
            recipes.push(Recipe { language, path, pointer: words.next(), text: body.join("\n") + "\n" });
        }
    }
    recipes
}

impl Recipe {
    /// What it says, where it is JSON.
    ///
    /// # Panics
    /// It is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.path))
    }

    /// Whether it is for a directory of one's own alone.
    fn is_for_additions(&self) -> bool {
        ["rules/", "meridians/"].iter().any(|folder| self.path.starts_with(folder))
    }

    /// Does what it tells, in a folder; once, however often it is told.
    ///
    /// # Panics
    /// It cannot be done there.
    pub fn follow(&self, folder: &Path) {
        let file = folder.join(&self.path);
        let read = || fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", self.path));
        let written = match &self.pointer {
            _ if self.language == "diff" => self.changed(&read()),
            Some(pointer) => {
                let mut document: Value = serde_json::from_str(&read()).expect("JSON");
                let list = document.pointer_mut(pointer.trim_end_matches("/-")).and_then(Value::as_array_mut);
                let (list, item) = (list.unwrap_or_else(|| panic!("{} has no list {pointer}", self.path)), self.json());
                if !list.contains(&item) {
                    list.push(item);
                }
                serde_json::to_string_pretty(&document).expect("JSON") + "\n"
            }
            None => self.text.clone(),
        };
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(&file, written).expect("a file to write");
    }

    /// A text with the change that a `diff` shows.
    fn changed(&self, text: &str) -> String {
        let of = |sign: char| -> String {
            let lines = self.text.lines().filter_map(|line| line.strip_prefix([' ', sign]));
            lines.fold(String::new(), |text, line| text + line + "\n")
        };
        let (before, after) = (of('-'), of('+'));
        if text.contains(&after) {
            return text.to_owned();
        }
        assert_eq!(text.matches(&before).count(), 1, "{} does not hold once:\n{before}", self.path);
        text.replacen(&before, &after, 1)
    }
}

/// Our `data/` as it would be with one entry more of each kind, added as its README tells: what holds for every entry is asked
/// of these too.
pub fn data_with_recipes() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        // Beside the test, because a folder that all of them share is nobody's to take away.
        let program = env::current_exe().expect("the path of this program");
        let (folder, data) = (program.with_extension("data"), repository("data"));
        let _ = fs::remove_dir_all(&folder);
        for path in files_below(&data) {
            let copy = folder.join(&path);
            fs::create_dir_all(copy.parent().expect("a folder")).expect("a folder to write in");
            fs::copy(data.join(&path), copy).expect("a file to write");
        }
        let recipes = recipes_of("data/README.md");
        recipes.iter().filter(|recipe| !recipe.is_for_additions()).for_each(|recipe| recipe.follow(&folder));
        folder
    })
}

/// The files of it, as [`documents`] gives ours.
pub fn documents_with_recipes() -> Vec<(String, Value)> {
    documents(data_with_recipes().to_str().expect("a path in UTF-8"))
}

/// A directory that adds to the guide, with what the recipes for one tell. What stands in a list of ours is a file of its own
/// there, or is not told to a directory at all.
pub fn additions_of_recipes() -> Scratch {
    let folder = Scratch::new();
    for recipe in recipes_of("data/README.md") {
        match (&recipe.pointer, recipe.path.starts_with("sources/")) {
            (None, _) => recipe.follow(folder.path()),
            (Some(_), true) => {
                let source = recipe.json();
                let path = format!("sources/{}.json", source["id"].as_str().expect("an id"));
                folder.write(&path, source.to_string().as_bytes());
            }
            (Some(_), false) => {}
        }
    }
    folder
}
