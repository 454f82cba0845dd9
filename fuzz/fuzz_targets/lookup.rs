//! Any name and any question to our own catalogue.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sciatica::catalogue::{Catalogue, Target};
use sciatica::error::Error;
use sciatica::query;
use sciatica::screening::{Profile, Reader};
use sciatica_fuzz::assert_clean;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::bundled().expect("our own catalogue"));

fn assert_found(found: Result<Target<'_>, Error>) {
    match found {
        // What was found is found by its own name too.
        Ok(target) => assert_eq!(query::find(&CATALOGUE, target.id).ok(), Some(target)),
        Err(error) => assert_clean(&error.report()),
    }
}

fuzz_target!(|name: &str| {
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
    for error in [routine.err(), region.err(), profile.as_ref().err().map(|_| Error::NoneAndSome)].into_iter().flatten()
    {
        assert_clean(&error.report());
    }
    let reader = Reader::new(&CATALOGUE, profile.unwrap_or_default()).expect("a reader");
    match query::search(&CATALOGUE, &reader, name) {
        Ok(found) => {
            assert!(!found.hits.is_empty() && found.hits.len() <= 20);
            found.hits.iter().for_each(|hit| assert_found(query::find(&CATALOGUE, hit.entry.id)));
        }
        Err(error) => assert_clean(&error.report()),
    }
});
