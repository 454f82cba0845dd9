//! A short page to print as HTML: sheets that are laid out as large as they fit, and filled to the end with lines to write on.

use askama::Template;

use super::flow::{Flow, LINE_HEIGHT, Paragraph};
use super::joined::between;
use super::setting::{LARGE, NORMAL, SHEET, Setting, WIDE, WIDTH, size_in};
use super::svg::{Picture, Room};
use crate::view::{Block, Card, Drawing, Leaflet, LeafletEntry, Role, RuledDose, Sentence};

/// Days of the table to tick.
const DAYS: usize = 14;
/// Lines to write on that a sheet may end with; what finds no room is cut off.
const LINES: usize = 14;
const POSES_APART: f64 = 4.0;
/// A strip of poses that is wider stands above the text.
const BESIDE_AT_MOST: f64 = 140.0;
/// So narrow a caption can still be read.
const CAPTION: f64 = 26.0;

const KEY_OF_PLACES: &str =
    "Ring with a dot: press here. Small circle: what your fingers can feel. L: your left, R: your right.";
const KEY_OF_POSES: &str = "Colour and arrows: what moves.";
const WITHOUT_NUMBER: &str = "No number: our own judgement. A: official or peer-reviewed, B: professional, C: weak.";

/// The page as HTML.
///
/// # Errors
/// None that is known: the template writes into memory.
pub fn leaflet(page: &Leaflet, large: bool) -> Result<String, askama::Error> {
    let settings = if large { LARGE } else { NORMAL };
    let sheets: Vec<Sheet<'_>> = groups(page, large).iter().flat_map(|group| roomiest(group, page, settings)).collect();
    let setting = sheets.first().map_or(&WIDE, |sheet| sheet.setting);
    LeafletPage { page, large, setting, sheets }.render()
}

#[derive(Template)]
#[template(path = "leaflet.html")]
struct LeafletPage<'l> {
    page: &'l Leaflet,
    large: bool,
    /// What tells the size of the letters, which is the same on all sheets.
    setting: &'l Setting,
    sheets: Vec<Sheet<'l>>,
}

/// What goes on one sheet.
struct Sheet<'l> {
    setting: &'l Setting,
    parts: Vec<SheetPart<'l>>,
    /// Its height in millimetres.
    taken: f64,
    /// Pages that it takes: more than one, where a part is taller than a sheet.
    pages: usize,
}

/// What is not torn.
#[derive(Clone)]
enum SheetPart<'l> {
    Head,
    Routine(&'l Card),
    /// An entry, and how many pictures stand before its own.
    Entry(&'l LeafletEntry, usize),
    /// The table to tick.
    Ticks,
    Back(Vec<&'l str>),
}

/// An entry with the frames of its pictures.
struct LaidOutEntry<'l> {
    entry: &'l LeafletEntry,
    frames: Vec<PictureFrame<'l>>,
}

/// The place of a picture on a page, which is not drawn before it is known how large it is to be.
struct PictureFrame<'l> {
    number: usize,
    drawing: &'l Drawing,
    room: Room,
    /// Width with what stands below it, and height.
    size: [f64; 2],
}

impl<'l> LaidOutEntry<'l> {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template passes everything by reference")]
    fn new(entry: &'l LeafletEntry, before: &usize, setting: &Setting) -> Self {
        let placed = entry.drawings.iter().zip(setting.rooms(&entry.drawings)).zip(*before + 1..);
        let frames = placed.map(|((drawing, room), number)| PictureFrame::new(number, drawing, room));
        Self { entry, frames: frames.collect() }
    }
}

impl<'l> PictureFrame<'l> {
    fn new(number: usize, drawing: &'l Drawing, room: Room) -> Self {
        let [width, height] = size_in(drawing, room);
        Self { number, drawing, room, size: [width.max(CAPTION.min(room.width)), height] }
    }

    fn picture(&self) -> Picture<'l> {
        let picture = Picture::new(self.number, self.drawing, self.room);
        Picture { column: self.size[0], ..picture }
    }
}

impl LaidOutEntry<'_> {
    /// Width and height of its pictures with what stands below them.
    fn strip(&self, setting: &Setting) -> [f64; 2] {
        let widths: f64 = self.frames.iter().map(|frame| frame.size[0] + POSES_APART).sum();
        let below = |frame: &PictureFrame<'_>| {
            let flow = Flow::of_points(setting.small);
            let sides = if frame.drawing.sides.iter().all(String::is_empty) { 0.0 } else { 1.0 };
            let caption = [paragraph(letters(&frame.drawing.title), 0.0)];
            flow.height(&caption, frame.size[0], [0.0, 0.0]) + flow.lines(sides)
        };
        let height = self.frames.iter().map(|frame| frame.size[1] + below(frame)).fold(0.0, f64::max);
        [widths.max(POSES_APART) - POSES_APART, height]
    }

    /// Whether its pictures stand above the text.
    fn is_wide(&self, setting: &Setting) -> bool {
        self.strip(setting)[0] > BESIDE_AT_MOST
    }

    fn height(&self, setting: &Setting) -> f64 {
        const HEADING: f64 = 1.6;
        const BESIDE: f64 = 5.0;
        const BELOW: f64 = 2.0;
        const AROUND_DOSE: f64 = 2.0;
        let [across, down] = self.strip(setting);
        let (float, above) =
            if self.is_wide(setting) { ([0.0; 2], down) } else { ([across + BESIDE, down + BELOW], 0.0) };
        let flow = Flow::of_points(setting.text);
        let how = paragraphs_of(self.entry, setting);
        // What is beside the picture, and what is left of it for the smaller letters below.
        let text = flow.height(&how, WIDTH, float);
        let left = [float[0], (float[1] - text).max(0.0)];
        let care = Flow::of_points(setting.care).height(&care(self.entry, setting), WIDTH, left);
        let dose = self.entry.dose.as_ref().map_or(0.0, |_| AROUND_DOSE);
        flow.lines(HEADING) + above + f64::max(text + dose + care, float[1])
    }
}

/// What begins on a new sheet: everything together, or each entry by itself and all else before them.
fn groups(page: &Leaflet, large: bool) -> Vec<Vec<SheetPart<'_>>> {
    let mut pictures = 0;
    let mut entries = Vec::new();
    for entry in &page.entries {
        entries.push(SheetPart::Entry(entry, pictures));
        pictures += entry.drawings.len();
    }
    let ticks = (!page.rows.is_empty()).then_some(SheetPart::Ticks);
    let mut parts = vec![SheetPart::Head];
    parts.extend(page.routines.iter().map(SheetPart::Routine));
    // A routine is ticked as a whole, where it stands.
    let (with_routine, at_end) = if page.routines.is_empty() { (None, ticks) } else { (ticks, None) };
    parts.extend(with_routine);
    let end = at_end.into_iter().chain([SheetPart::Back(back(page))]);
    if large {
        parts.extend(end);
        std::iter::once(parts).chain(entries.into_iter().map(|entry| vec![entry])).collect()
    } else {
        parts.extend(entries.into_iter().chain(end));
        vec![parts]
    }
}

/// The sheets of a group at the first of the settings that needs the fewest pages.
fn roomiest<'l>(group: &[SheetPart<'l>], page: &Leaflet, settings: &'l [Setting]) -> Vec<Sheet<'l>> {
    let dealt: Vec<Vec<Sheet<'l>>> = settings.iter().map(|setting| deal(group, page, setting)).collect();
    let pages = |sheets: &Vec<Sheet<'_>>| sheets.iter().map(|sheet| sheet.pages).sum::<usize>();
    dealt.into_iter().min_by_key(pages).unwrap_or_default()
}

/// Deals parts out over sheets.
fn deal<'l>(parts: &[SheetPart<'l>], page: &Leaflet, setting: &'l Setting) -> Vec<Sheet<'l>> {
    let mut sheets: Vec<Sheet<'l>> = Vec::new();
    for part in parts {
        let height = part.height(page, setting);
        let has_room = |sheet: &&mut Sheet<'_>| sheet.taken + height <= setting.filled();
        let (part, pages) = (part.clone(), if height > setting.filled() { 2 } else { 1 });
        if let Some(sheet) = sheets.last_mut().filter(has_room) {
            sheet.parts.push(part);
            sheet.taken += height;
        } else {
            sheets.push(Sheet { setting, parts: vec![part], taken: height, pages });
        }
    }
    sheets
}

/// What stands in small print at the end.
fn back(page: &Leaflet) -> Vec<&str> {
    let mut drawings = page.entries.iter().flat_map(|entry| &entry.drawings).map(|drawing| drawing.layers.is_empty());
    let (places, poses) = (drawings.clone().any(|place| place), drawings.any(|place| !place));
    let told = [
        places.then_some(KEY_OF_PLACES),
        poses.then_some(KEY_OF_POSES),
        (!page.frame.sources.is_empty()).then_some(WITHOUT_NUMBER),
        page.frame.label.as_deref(),
        Some(page.frame.origin.as_str()),
        Some(page.frame.notice.as_str()),
    ];
    told.into_iter().flatten().collect()
}

impl SheetPart<'_> {
    fn height(&self, page: &Leaflet, setting: &Setting) -> f64 {
        let (flow, small) = (Flow::of_points(setting.text), Flow::of_points(setting.small));
        match self {
            Self::Entry(entry, before) => LaidOutEntry::new(entry, before, setting).height(setting),
            Self::Head => {
                const TITLE_AND_LINES: f64 = 1.4;
                const BOX: f64 = 0.3;
                let text = in_setting(page.frame.red_flags.iter().flat_map(paragraphs).collect(), setting);
                let stop = [paragraph(page.stop.iter().map(letters_of).sum::<usize>(), 0.0)];
                let care = page.frame.whom.iter().chain(&page.touching).flat_map(paragraphs).collect();
                let care = Flow::of_points(setting.care).height(&in_setting(care, setting), WIDTH, [0.0, 0.0]);
                let height = |flow: Flow, text: &[Paragraph]| flow.height(text, WIDTH, [0.0, 0.0]);
                flow.lines(TITLE_AND_LINES + BOX)
                    + height(flow, &text)
                    + height(Flow::of_points(setting.stop), &stop)
                    + care
            }
            Self::Routine(card) => {
                let text: Vec<Paragraph> = card.body.iter().flat_map(paragraphs).collect();
                flow.lines(2.0) + flow.height(&text, WIDTH, [0.0, 0.0])
            }
            Self::Ticks => {
                const LABEL: f64 = 37.0;
                let row = |label: &String| {
                    let label = [paragraph(letters(label), 0.0)];
                    setting.row.max(small.height(&label, LABEL, [0.0, 0.0]))
                };
                page.rows.iter().map(row).sum::<f64>() + setting.row + 2.0
            }
            Self::Back(told) => {
                let told = told.iter().map(|text| letters(text) + 1).sum();
                let sources = page.frame.sources.iter().map(|source| letters(source) + 7).sum();
                small.height(&[paragraph(sources, 0.0), paragraph(told, 0.0)], WIDTH, [0.0, 0.0]) + small.lines(1.0)
            }
        }
    }
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

/// Of a sentence with its numbers, which are smaller.
fn letters_of(sentence: &Sentence) -> usize {
    letters(&sentence.text) + letters(&sentence.citations(" ")) * 3 / 4 + 1
}

fn paragraph(letters: usize, narrower: f64) -> Paragraph {
    Paragraph { letters, narrower, is_box: false }
}

/// The paragraphs of an entry.
fn paragraphs_of(entry: &LeafletEntry, setting: &Setting) -> Vec<Paragraph> {
    const NUMBER: f64 = 6.0;
    let mut paragraphs: Vec<Paragraph> = entry.level.iter().flat_map(self::paragraphs).collect();
    for part in &entry.how {
        let steps = part.steps.iter().chain(&part.besides).map(|step| letters_of(step) + 3);
        if setting.is_tight {
            paragraphs.push(paragraph(letters(part.heading) + letters(&part.by) + steps.sum::<usize>(), 0.0));
            continue;
        }
        paragraphs.push(paragraph(letters(part.heading) + letters(&part.by), 0.0));
        paragraphs.extend(part.steps.iter().map(|step| paragraph(letters_of(step), NUMBER)));
        paragraphs.extend(part.besides.iter().map(|step| paragraph(letters_of(step), 0.0)));
    }
    if let Some(RuledDose { allowed, smaller }) = &entry.dose {
        const BLANK: usize = 13;
        let in_box = |letters| Paragraph { letters, narrower: NUMBER, is_box: true };
        let told = letters_of(allowed) + "At most: ".len();
        let blanks = smaller.len() * BLANK + "Less, for you:".len();
        if setting.is_tight {
            paragraphs.push(in_box(told + blanks));
        } else {
            paragraphs.extend([told, blanks].map(in_box));
        }
    }
    paragraphs
}

/// What to take care of in an entry, and who is to leave it out.
fn care(entry: &LeafletEntry, setting: &Setting) -> Vec<Paragraph> {
    let mut care: Vec<Paragraph> = entry.rest.iter().chain(&entry.touching).flat_map(paragraphs).collect();
    if !entry.beneath.is_empty() {
        care.push(paragraph(entry.beneath.iter().map(letters_of).sum::<usize>() + "Beneath: ".len(), 0.0));
    }
    in_setting(care, setting)
}

/// Paragraphs, of which a tight setting makes one.
fn in_setting(paragraphs: Vec<Paragraph>, setting: &Setting) -> Vec<Paragraph> {
    if !setting.is_tight || paragraphs.is_empty() {
        return paragraphs;
    }
    vec![paragraph(paragraphs.iter().map(|it| it.letters + 1).sum(), 0.0)]
}

/// The paragraphs of a block; of facts, which stand in two columns, the longer half.
fn paragraphs(block: &Block) -> Vec<Paragraph> {
    let together = |items: &[Sentence]| items.iter().map(|item| letters_of(item) + 3).sum::<usize>();
    match block {
        Block::Labelled { label, items, .. } => vec![paragraph(letters(label) + together(items), 3.0)],
        Block::Text(sentence) => vec![paragraph(letters_of(sentence), 0.0)],
        // A heading, with what parts it from the text before.
        Block::Section { title, .. } | Block::Subsection(title) => {
            [letters(title), 0].map(|it| paragraph(it, 0.0)).to_vec()
        }
        Block::Facts(facts) => {
            let lines = facts.iter().map(|(label, items)| letters(label) + together(items));
            let mut lines: Vec<usize> = lines.collect();
            lines.sort_unstable_by(|one, other| other.cmp(one));
            lines.truncate(lines.len().div_ceil(2));
            lines.into_iter().map(|line| paragraph(line, WIDTH / 2.0 + 12.0)).collect()
        }
        Block::Steps(steps) => steps.iter().map(|step| paragraph(letters_of(step), 6.0)).collect(),
        // None of them stands on a short page.
        Block::Command(_) | Block::Rulings(_) | Block::Drawings(_) | Block::Gap => Vec::new(),
    }
}

/// What parts an item of a line from the one before.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "a template passes everything by reference")]
fn separator(items: &[Sentence], place: &usize) -> &'static str {
    let before = place.checked_sub(1).and_then(|before| items.get(before));
    before.map_or("", |before| between(&before.text, " · "))
}
