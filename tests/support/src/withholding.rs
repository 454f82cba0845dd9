//! Nothing that answers from the frozen catalogue, or from ours, tells what is withheld: each assertion goes as far as its
//! caller wants.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use guide::model::Kind;
use guide::screening::Verdict;
use guide::shelf::Catalogue;
use sciatica::error::Exit;

use crate::how_to::{files, how_to_texts, lines_found, texts_of_ways, told_to, told_to_anybody, words_of};
use crate::outcome::practices;
use crate::screening::{
    ENTRIES, Extent, Hidden, PAGE, alone, declaring, fixture, ids, in_forms, marker, planted_ids, reader, target,
    verdict,
};
use crate::{FIXTURE, ask, folder, repository};

/// `show` tells nothing of what is withheld.
pub fn assert_cards_withhold(extent: Extent) {
    let catalogue = fixture();
    // All at once: the markers tell them apart. A page is among them.
    let question: Vec<&str> = ["show"].into_iter().chain(planted_ids()).chain([PAGE]).collect();
    for profile in extent.readers_of_fixture() {
        let hidden = Hidden::from(&catalogue, &profile);
        in_forms(extent, &question, &profile, |arguments, answer| {
            hidden.assert_untold(arguments, answer);
            assert_eq!(answer.exit == Exit::Stopped, !hidden.entries.is_empty(), "{arguments:?}");
        });
    }
}

/// Lists tell nothing of what is withheld.
pub fn assert_lists_withhold(extent: Extent) {
    let catalogue = fixture();
    for profile in extent.readers_of_fixture() {
        let hidden = Hidden::from(&catalogue, &profile);
        for question in ["points", "stretches", "techniques"] {
            in_forms(extent, &[question], &profile, |arguments, answer| hidden.assert_untold(arguments, answer));
        }
    }
}

/// Routines and sessions that take in as much of the frozen catalogue as fits: between them every entry and every way.
const ROUTINES: [&[&str]; 6] = [
    &["routine", "--minutes", "120", "--tools", "ball,chair", "--partner"],
    &["routine", "--minutes", "60", "--place", "floor"],
    &["routine", "--minutes", "30", "--place", "standing", "--tools", "ball", "--gentle"],
    &["routine", "short-break", "--minutes", "60", "--tools", "ball", "--sources"],
    &["session", "--minutes", "120", "--tools", "ball,chair", "--partner", "--plan"],
    &["session", "short-break", "--minutes", "40", "--side", "left", "--plan"],
];

/// Routines and sessions tell nothing of what is withheld.
pub fn assert_routines_and_sessions_withhold(extent: Extent) {
    let catalogue = fixture();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for profile in extent.readers_of_fixture() {
        let hidden = Hidden::from(&catalogue, &profile);
        for question in ROUTINES {
            in_forms(extent, question, &profile, |arguments, answer| {
                // Any number may be the time at which a step starts; without its texts no step tells how.
                hidden.assert_texts_untold(arguments, answer);
                let text = answer.out.to_lowercase();
                let stopped = profile.iter().any(|id| id == "suspected-clot");
                assert_eq!(answer.exit == Exit::Stopped, stopped, "{arguments:?}");
                told.extend(planted_ids().into_iter().filter(|id| text.contains(&marker(id))));
            });
        }
    }
    assert!(told.len() >= 6, "only {told:?} were ever in a routine, so this proves little");
}

/// What a reader is told of what they declared tells nothing of what is withheld.
pub fn assert_the_personal_page_withholds(extent: Extent) {
    let catalogue = fixture();
    for profile in extent.readers_of_fixture() {
        let hidden = Hidden::from(&catalogue, &profile);
        in_forms(extent, &["precautions"], &profile, |arguments, answer| hidden.assert_untold(arguments, answer));
    }
}

/// A search for the very words of the how-to tells nothing of what is withheld.
pub fn assert_a_search_withholds(extent: Extent) {
    let catalogue = fixture();
    let markers: Vec<String> = planted_ids().into_iter().map(marker).collect();
    let question: Vec<&str> = ["search"].into_iter().chain(markers.iter().map(String::as_str)).collect();
    for profile in extent.readers_of_fixture() {
        let hidden = Hidden::from(&catalogue, &profile);
        in_forms(extent, &question, &profile, |arguments, answer| {
            hidden.assert_untold(arguments, answer);
            if arguments.iter().any(|it| it == "json") && answer.exit == Exit::Answered {
                let found: BTreeSet<String> =
                    answer.data().iter().map(|hit| hit["id"].as_str().unwrap().to_owned()).collect();
                for id in planted_ids() {
                    assert!(found.contains(id), "{arguments:?} does not find {id}, so it proves nothing");
                }
            }
        });
    }
}

/// The page for right now tells nothing of what is withheld.
pub fn assert_the_right_now_page_withholds(extent: Extent) {
    let catalogue = fixture();
    let of_the_page = ["knee-rock", "GB30", "BL40"];
    for profile in extent.readers_of_fixture() {
        let hidden = Hidden::from(&catalogue, &profile);
        for question in [&["now"][..], &["show", "right-now"], &["learn", "right-now"]] {
            in_forms(extent, question, &profile, |arguments, answer| {
                hidden.assert_untold(arguments, answer);
                let tells = |id: &str| answer.out.to_lowercase().contains(&marker(id));
                if profile.is_empty() {
                    assert!(tells("knee-rock") && tells("GB30"), "{arguments:?}: {}", answer.out);
                }
                let limits = |id: &&str| verdict(&catalogue, &reader(&catalogue, &profile), target(&catalogue, id));
                for id in of_the_page.iter().filter(|id| limits(id).withheld) {
                    let command = format!("sciatica show {id}");
                    assert!(!answer.out.contains(&command), "{arguments:?} leads to {id}: {}", answer.out);
                }
            });
        }
    }
}

/// A page to read tells of no dose to who declared anything.
pub fn assert_pages_to_read_withhold(extent: Extent) {
    let catalogue = fixture();
    for profile in extent.readers_of_fixture().into_iter().skip(1) {
        let hidden = Hidden::from(&catalogue, &profile);
        for form in [&["--full"][..], &["--format", "json"], &["--full", "--format", "markdown"]] {
            let directory = folder(FIXTURE);
            let profile = profile.join(",");
            let arguments = [&["learn", PAGE, "--with", &profile, "--catalogue", &directory], form].concat();
            let arguments: Vec<String> = arguments.into_iter().map(str::to_owned).collect();
            hidden.assert_untold(&arguments, &ask(&arguments));
        }
    }
}

/// Whatever is answered to a check, one thing or two, it tells how to do nothing.
pub fn assert_no_answer_to_a_check_tells_how_to(extent: Extent) {
    let catalogue = folder(FIXTURE);
    let fixture = fixture();
    let flags = fixture.index().red_flags().map(|row| row.id.to_owned());
    let answers: Vec<String> = flags.chain(fixture.index().precautions().map(|row| row.id.to_owned())).collect();
    for (one, other) in answers.iter().flat_map(|one| answers.iter().map(move |other| (one, other))) {
        if extent == Extent::Quick && one != other {
            continue;
        }
        for shape in [&["--width", "80"][..], &["--plain"], &["--format", "json"], &["--format", "markdown"]] {
            let words = format!("{one},{other}");
            let answer = ask(&[&["check", "--catalogue", &catalogue, "--answers", &words], shape].concat());
            let text = (answer.out + &answer.err).to_lowercase();
            let told = planted_ids().into_iter().find(|id| text.contains(&marker(id)));
            assert!(told.is_none() && !text.contains(&marker(PAGE)), "{words} {shape:?} tells {told:?}:\n{text}");
        }
    }
}

/// The words of a text to be looked through for many others, and what any four of them in a row begin with.
struct Told {
    words: String,
    fours: HashSet<u64>,
}

impl Told {
    fn of(words: String) -> Self {
        let fours = words.split_whitespace().collect::<Vec<_>>().windows(4).map(hash).collect();
        Self { words, fours }
    }

    fn holds(&self, words: &str) -> bool {
        let first: Vec<&str> = words.split_whitespace().take(4).collect();
        (first.len() < 4 || self.fours.contains(&hash(&first))) && self.words.contains(words)
    }
}

fn hash(words: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

/// Our guide tells no step that a precaution withholds or strikes.
pub fn assert_our_guide_withholds_every_step(extent: Extent) {
    let catalogue = Catalogue::bundled(sciatica::bundle()).unwrap();
    let files = files();
    let index = catalogue.index();
    let anybody = Told::of(told_to_anybody(&files));
    let mut looked_for = 0;
    for declared in index.precautions().filter(|row| row.red_flag.is_none()).map(|row| row.id) {
        let reader = reader(&catalogue, &[declared.to_owned()]);
        let verdicts: BTreeMap<(Kind, String), Verdict<'_>> = practices(&catalogue)
            .into_iter()
            .map(|entry| ((entry.kind, entry.id.to_owned()), verdict(&catalogue, &reader, entry)))
            .collect();
        let told = Told::of(told_to(&files, &verdicts));
        let mut hidden: Vec<(&str, &str, String)> = Vec::new();
        for (key, verdict) in &verdicts {
            let open: Vec<usize> = verdict.open_ways().collect();
            let texts = if verdict.withheld {
                how_to_texts(&files[key])
            } else {
                texts_of_ways(&files[key], |place| !open.contains(&place))
            };
            // A sentence that something open says too is no secret.
            let secret = texts
                .into_iter()
                .map(|text| (text, words_of(text)))
                .filter(|(_, words)| !anybody.holds(words) && !told.holds(words));
            hidden.extend(secret.map(|(text, words)| (key.1.as_str(), text, words)));
        }
        looked_for += hidden.len();
        let touched: Vec<&str> =
            verdicts.iter().filter(|(_, verdict)| verdict.level.is_some()).map(|((_, id), _)| id.as_str()).collect();
        let show: Vec<&str> = ["show"].into_iter().chain(touched).collect();
        let whole: Vec<&str> = show.iter().copied().chain(["--full", "--sources"]).collect();
        let forms: [&[&str]; 5] =
            [&["--width", "80"], &["--format", "json"], &["--plain"], &[], &["--format", "markdown"]];
        // What is not whole is a part of what is, so one form of it will do.
        let questions: [(&[&str], usize); 6] = [
            (&show, 1),
            (&whole, 5),
            (&["points"], 5),
            (&["stretches"], 5),
            (&["techniques"], 5),
            (&["precautions"], 5),
        ];
        for (question, many) in questions.iter().filter(|(question, _)| question[0] != "show" || show.len() > 1) {
            for form in forms.iter().take(if extent == Extent::Quick { 1 } else { *many }) {
                let arguments = [*question, &["--with", declared][..], *form].concat();
                let answer = Told::of(words_of(&ask(&arguments).out));
                for (id, text, words) in &hidden {
                    assert!(!answer.holds(words), "{arguments:?} tells of {id}: {text}");
                }
            }
        }
        if extent == Extent::Quick {
            continue;
        }
        // Each of them as a search of its own, at the end of which the whole line would stand.
        for (id, text, words) in &hidden {
            for (.., line) in lines_found(&catalogue, &reader, text) {
                assert!(!words_of(&line).contains(words), "--with {declared}: search {text:?} tells of {id}: {line}");
            }
        }
    }
    assert!(looked_for > 1000, "only {looked_for} texts");
}

fn count(text: &str, marker: &str) -> usize {
    text.matches(marker).count()
}

/// Who declared nothing is told everything: otherwise what withholds would prove nothing.
pub fn assert_all_how_to_is_told_to_anybody(extent: Extent) {
    for entry in &ENTRIES {
        let path = format!("{}/{}.json", entry.kind.folder().expect("a folder"), entry.id);
        let file = std::fs::read_to_string(repository(FIXTURE).join(path)).unwrap().to_lowercase();
        let marker = marker(entry.id);
        in_forms(extent, &["show", entry.id], &[], |arguments, answer| {
            let text = answer.out.to_lowercase();
            assert!(text.contains(&marker), "{arguments:?} does not tell how to do {}:\n{text}", entry.id);
            assert!(text.contains(entry.ways[0][0]), "{arguments:?} does not tell the dose of {}:\n{text}", entry.id);
            if arguments.iter().any(|it| it == "--full") {
                let parts = (1..=entry.ways.len()).map(|way| format!("{marker}way{way}"));
                let parts = parts.chain([format!("{marker}easier"), format!("{marker}said")]);
                for part in parts.filter(|part| file.contains(part)) {
                    assert!(text.contains(&part), "{arguments:?} leaves {part} out:\n{text}");
                }
            }
            if arguments.iter().any(|it| it == "json") {
                assert_eq!(count(&text, &marker), count(&file, &marker), "{arguments:?} leaves how-to out:\n{text}");
            }
            assert_eq!(answer.exit, Exit::Answered);
        });
    }
}

/// The cards of precautions tell how to do nothing.
pub fn assert_precautions_tell_how_to_do_nothing(extent: Extent) {
    let hidden = Hidden::everything();
    let question: Vec<&str> = ["precautions"].into_iter().chain(ids()).chain(planted_ids()).collect();
    let cited: Vec<&str> = question.iter().copied().chain(["--sources"]).collect();
    for profile in alone(&ids()) {
        for question in [&question, &cited] {
            in_forms(extent, question, &profile, |arguments, answer| {
                hidden.assert_untold(arguments, answer);
                let raised = profile.iter().any(|id| id == "suspected-clot");
                assert_eq!(answer.exit, if raised { Exit::Stopped } else { Exit::Answered }, "{arguments:?}");
            });
        }
    }
}

/// Pages to print tell nothing of what is withheld.
pub fn assert_handouts_withhold(extent: Extent) {
    let (catalogue, directory) = (fixture(), folder(FIXTURE));
    let entries: Vec<&str> = ["handout"].into_iter().chain(planted_ids()).collect();
    for profile in extent.readers_of_fixture() {
        let hidden = Hidden::from(&catalogue, &profile);
        for question in [&entries[..], &["handout", "--routine", "short-break"]] {
            let options = ["--output", "-", "--catalogue", &directory].map(str::to_owned);
            let question = question.iter().map(|&word| word.to_owned());
            let arguments: Vec<String> = question.chain(options).chain(declaring(&profile)).collect();
            let page = ask(&arguments);
            assert!(page.out.contains("<html") || page.exit == Exit::Stopped, "{arguments:?}: {}", page.err);
            hidden.assert_texts_untold(&arguments, &page);
        }
    }
}
