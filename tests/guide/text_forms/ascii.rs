//! Text for a locale without UTF-8.

use guide::text::ascii;

#[test]
fn a_fraction_stays_a_fraction() {
    assert_eq!(ascii("1½ cun, ¾ of it"), "1 1/2 cun, 3/4 of it");
}
