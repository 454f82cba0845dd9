//! Where the labels of a column stand beside a drawing, so that no leader runs through a mark that is not its own.

use kurbo::{Line, ParamCurveNearest, Point};

use super::labels::{columns, lines_of};
use crate::view::Mark;

/// A column of labels, one below the other; all lengths are in drawing units.
#[derive(Debug)]
pub(super) struct LabelStack<'d> {
    /// Height of a line.
    pub(super) line: f64,
    /// Between two labels.
    pub(super) between: f64,
    /// Labels end above, where their marks do.
    pub(super) bottom: f64,
    /// Where leaders end, to the right of the left edge of the drawing.
    pub(super) leaders_end: f64,
    /// A leader stays so far from other marks.
    pub(super) clear: f64,
    /// All marks of the drawing.
    pub(super) marks: &'d [Mark],
}

/// A label in its place.
#[derive(Debug, Clone)]
pub(super) struct StackedLabel<'d> {
    pub(super) mark: &'d Mark,
    pub(super) lines: Vec<String>,
    pub(super) top: f64,
    height: f64,
}

impl StackedLabel<'_> {
    /// Half-way down, where its leader ends.
    pub(super) fn middle(&self) -> f64 {
        self.top + self.height / 2.0
    }
}

impl<'d> LabelStack<'d> {
    /// The labels of some marks by the height of these, but that neighbours change places where a leader runs clear of other
    /// marks then.
    pub(super) fn place(&self, mut named: Vec<&'d Mark>) -> Vec<StackedLabel<'d>> {
        named.sort_by(|one, other| one.at[1].total_cmp(&other.at[1]));
        let mut placed = self.stack(&named);
        let mut crossed = self.crossed(&placed);
        let mut upper = 0;
        while crossed > 0 && upper + 1 < named.len() {
            named.swap(upper, upper + 1);
            let tried = self.stack(&named);
            let crossed_then = self.crossed(&tried);
            if crossed_then < crossed {
                (placed, crossed, upper) = (tried, crossed_then, 0);
            } else {
                named.swap(upper, upper + 1);
                upper += 1;
            }
        }
        placed
    }

    /// Labels in this order, each as near to the height of its mark as the others let it.
    fn stack(&self, named: &[&'d Mark]) -> Vec<StackedLabel<'d>> {
        let mut bottom = f64::NEG_INFINITY;
        let mut labels: Vec<StackedLabel<'d>> = Vec::new();
        for mark in named {
            let lines = lines_of(&mark.words());
            let height = columns(lines.len()) * self.line;
            let top = (mark.at[1] - height / 2.0).max(bottom + self.between);
            bottom = top + height;
            labels.push(StackedLabel { mark, lines, top, height });
        }
        let mut limit = named.iter().map(|mark| mark.at[1]).fold(self.bottom, f64::max);
        for label in labels.iter_mut().rev() {
            label.top = label.top.min(limit - label.height);
            limit = label.top - self.between;
        }
        labels
    }

    /// How often a leader runs through a mark that is not its own, or through another leader.
    fn crossed(&self, labels: &[StackedLabel<'_>]) -> usize {
        let leader = |label: &StackedLabel<'_>| Line::new(point(label.mark), (self.leaders_end, label.middle()));
        let leaders: Vec<Line> = labels.iter().map(leader).collect();
        let through_marks = leaders.iter().zip(labels).map(|(leader, label)| {
            let others = self.marks.iter().filter(|mark| mark.name != label.mark.name);
            others.filter(|mark| leader.nearest(point(mark), 0.0).distance_sq < self.clear.powi(2)).count()
        });
        let pairs = leaders.iter().enumerate().flat_map(|(place, one)| {
            let others = leaders.iter().skip(place + 1);
            others.map(move |other| (*one, *other))
        });
        through_marks.sum::<usize>() + pairs.filter(|(one, other)| cross(*one, *other)).count()
    }
}

fn point(mark: &Mark) -> Point {
    Point::new(mark.at[0], mark.at[1])
}

/// Whether two lines cross.
fn cross(one: Line, other: Line) -> bool {
    let part = |line: Line, end: Point| (line.p1 - line.p0).cross(end - line.p0);
    let parts = |line: Line, other: Line| part(line, other.p0) * part(line, other.p1) < 0.0;
    parts(one, other) && parts(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::MarkKind;

    fn mark(name: &str, at: [f64; 2]) -> Mark {
        Mark { kind: MarkKind::Landmark, at, name: name.to_owned(), level: "" }
    }

    #[test]
    fn of_two_marks_at_one_height_the_leader_of_the_farther_runs_past_the_nearer() {
        let marks = [mark("far", [10.0, 50.0]), mark("near", [80.0, 50.5]), mark("low", [50.0, 70.0])];
        let stack =
            LabelStack { line: 10.0, between: 4.0, bottom: 100.0, leaders_end: 105.0, clear: 2.0, marks: &marks };
        let in_order = stack.stack(&[&marks[0], &marks[1], &marks[2]]);
        assert_eq!(stack.crossed(&in_order), 1);
        let placed = stack.place(marks.iter().collect());
        assert_eq!(stack.crossed(&placed), 0, "{placed:#?}");
        assert_eq!(placed.len(), marks.len());
    }
}
