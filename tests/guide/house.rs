//! The order of the house: who may know whom.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::support::{files_below, repository};

/// The folders of each crate, from the ground up. Each knows those before it, and itself.
const LAYERS: [(&str, &[&str]); 2] = [
    ("src", &["world", "error", "bundle", "store", "device", "session", "view", "render", "commands", "run"]),
    ("crates/guide/src", &["text", "model", "screening", "check", "index", "shelf", "query", "routine"]),
];

/// Every file of a crate: the path of its module, and the paths that it uses, as steps from the root of the crate.
fn uses(root: &str) -> BTreeMap<Vec<String>, Vec<Vec<String>>> {
    let rust = files_below(&repository(root))
        .into_iter()
        .filter(|path| Path::new(path).extension().is_some_and(|it| it == "rs"));
    let of_file = |path: String| {
        let text = fs::read_to_string(repository(root).join(&path)).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
        let module = path.trim_end_matches(".rs").trim_end_matches("/mod");
        let module: Vec<String> = module.split('/').map(str::to_owned).collect();
        let statements = ["\nuse ", "\npub use ", "\npub(crate) use ", "\npub(super) use "];
        let named =
            statements.iter().flat_map(|start| code.split(start).skip(1)).filter_map(|rest| rest.split_once(';'));
        let named: Vec<String> = named.flat_map(|(path, _)| flat(path)).collect();
        (module, named)
    };
    let named: BTreeMap<Vec<String>, Vec<String>> = rust.map(of_file).collect();
    let absolute = |module: &Vec<String>, paths: &Vec<String>| {
        paths.iter().filter_map(|path| absolute(module, path, &named)).collect::<Vec<_>>()
    };
    named.iter().map(|(module, paths)| (module.clone(), absolute(module, paths))).collect()
}

/// The paths of a `use`, each whole: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn flat(path: &str) -> Vec<String> {
    let path = path.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((before, rest)) = path.split_once('{') else { return vec![path] };
    let inner = rest.rsplit_once('}').unwrap().0;
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for character in inner.chars() {
        depth += i32::from(character == '{') - i32::from(character == '}');
        if character == ',' && depth == 0 {
            parts.push(String::new());
        } else {
            parts.last_mut().unwrap().push(character);
        }
    }
    let named = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    named.flat_map(flat).map(|part| format!("{before}{part}")).collect()
}

/// A path from the root of the crate; `None` where it leads elsewhere. The binary knows its library by name, a folder what is
/// in it.
fn absolute(module: &[String], path: &str, modules: &BTreeMap<Vec<String>, Vec<String>>) -> Option<Vec<String>> {
    let mut steps: Vec<String> = path.split("::").map(|step| step.trim().to_owned()).collect();
    let above = steps.iter().take_while(|step| *step == "super").count();
    if above > 0 {
        let base = module.get(..module.len() - above)?.to_vec();
        return Some(base.into_iter().chain(steps.split_off(above)).collect());
    }
    let below: Vec<String> = module.iter().chain(steps.first()).cloned().collect();
    if modules.contains_key(&below) {
        return Some(module.iter().cloned().chain(steps).collect());
    }
    matches!(steps.remove(0).as_str(), "crate" | "sciatica").then_some(steps)
}

#[test]
fn no_layer_knows_one_above_it() {
    for (root, layers) in LAYERS {
        let rank = |steps: &[String]| layers.iter().position(|layer| Some(*layer) == steps.first().map(String::as_str));
        for (module, paths) in uses(root) {
            let Some(own) = rank(&module) else { continue };
            for path in paths {
                let known = rank(&path).is_some_and(|known| known <= own);
                assert!(known, "{root}: {} knows {}", module.join("::"), path.join("::"));
            }
        }
    }
}

#[test]
fn no_file_knows_itself_by_way_of_another() {
    for (root, _) in LAYERS {
        let uses = uses(root);
        // The file of a path is that of the longest part of it that is one.
        let file = |path: &Vec<String>| {
            (1..=path.len()).rev().map(|end| path[..end].to_vec()).find(|it| uses.contains_key(it))
        };
        let knows: BTreeMap<&Vec<String>, BTreeSet<Vec<String>>> = uses
            .iter()
            .map(|(module, paths)| (module, paths.iter().filter_map(file).filter(|known| known != module).collect()))
            .collect();
        let mut ground: BTreeSet<&Vec<String>> = BTreeSet::new();
        while let Some((next, _)) =
            knows.iter().find(|(it, known)| !ground.contains(*it) && known.iter().all(|known| ground.contains(known)))
        {
            ground.insert(next);
        }
        let left: Vec<String> = knows.keys().filter(|it| !ground.contains(*it)).map(|it| it.join("::")).collect();
        assert!(left.is_empty(), "{root}: these know each other in a circle: {left:?}");
    }
}

/// Words by which a type is named, each with where.
#[test]
fn no_type_is_called_as_another() {
    let mut defined: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (root, _) in LAYERS {
        for path in files_below(&repository(root))
            .into_iter()
            .filter(|path| Path::new(path).extension().is_some_and(|it| it == "rs"))
        {
            let text = fs::read_to_string(repository(root).join(&path)).unwrap();
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//") && !line.contains('$')) {
                let mut words = line
                    .trim_start()
                    .split(|c: char| !c.is_alphanumeric() && c != '_')
                    .filter(|word| !["pub", "crate", "super", ""].contains(word));
                let is_definition = words.next().is_some_and(|word| ["struct", "enum", "trait"].contains(&word));
                if let (true, Some(name)) = (is_definition, words.next()) {
                    defined.entry(name.to_owned()).or_default().push(format!("{root}/{path}"));
                }
            }
        }
    }
    defined.retain(|name, places| places.len() > 1 && name != "Args");
    assert!(defined.is_empty(), "{defined:#?}");
}
