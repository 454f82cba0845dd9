//! Any name and any question to our own catalogue.

use std::sync::LazyLock;

use super::assert_clean;
use guide::model::{Kind, Target};
use guide::query::{self, QueryError};
use guide::screening::Profile;
use guide::shelf::Catalogue;
use sciatica::error::Error;

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::bundled(sciatica::bundle()).expect("our own catalogue"));

fn assert_found(found: Result<Target<'_>, QueryError>) {
    match found {
        // What was found is found by its own name too.
        Ok(target) => assert_eq!(query::find(&CATALOGUE, target.id).ok(), Some(target)),
        Err(error) => assert_clean(&Error::from(error).report()),
    }
}

/// Any name and any question to our own catalogue.
pub fn lookup(name: &str) {
    assert_found(query::find(&CATALOGUE, name));
    let words: Vec<String> = name.split('\n').map(str::to_owned).collect();
    let found = query::find_all(&CATALOGUE, &words);
    found.into_iter().for_each(assert_found);
    assert_found(query::sign(&CATALOGUE, name));
    let routine = query::routine(&CATALOGUE, name).map(|id| assert_eq!(query::routine(&CATALOGUE, id).ok(), Some(id)));
    let region = query::region_or_area(&CATALOGUE, name).map(|wish| {
        assert_eq!(query::region_or_area(&CATALOGUE, wish.id()).ok().map(|it| it.id()), Some(wish.id()));
    });
    let declared = query::declaration(&CATALOGUE, name);
    let profile = declared.map(|target| match target.kind {
        Kind::Precaution => Profile::new(vec![target.id.to_owned()], Vec::new()),
        _ => Profile::default(),
    });
    for error in [routine.err(), region.err()].into_iter().flatten() {
        assert_clean(&Error::from(error).report());
    }
    let reader = CATALOGUE.reader(profile.unwrap_or_default()).expect("a reader");
    match query::search(&CATALOGUE, &reader, name, query::MOST_HITS) {
        Ok(found) => {
            assert!(!found.hits.is_empty() && found.hits.len() <= 20);
            found.hits.iter().for_each(|hit| assert_found(query::find(&CATALOGUE, hit.entry.id)));
        }
        Err(error) => assert_clean(&Error::from(error).report()),
    }
}
