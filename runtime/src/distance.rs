//! Did you mean …? How far words are apart, at compile time.

/// How many letters must change to make `b` of `a`, for names shorter than 32 letters.
pub(crate) const fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() >= 32 || b.len() >= 32 {
        return usize::MAX;
    }
    let mut row = [0usize; 32];
    let mut column = 0;
    while column <= b.len() {
        row[column] = column;
        column += 1;
    }
    let mut line = 0;
    while line < a.len() {
        let mut corner = row[0];
        row[0] = line + 1;
        let mut column = 0;
        while column < b.len() {
            let changed = corner + (a[line] != b[column]) as usize;
            corner = row[column + 1];
            let shifted = if row[column] < corner {
                row[column]
            } else {
                corner
            } + 1;
            row[column + 1] = if changed < shifted { changed } else { shifted };
            column += 1;
        }
        line += 1;
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn distances_are_counted_in_letters() {
        assert_eq!(distance("tone", "tone"), 0);
        assert_eq!(distance("tome", "tone"), 1);
        assert_eq!(distance("lable", "label"), 2);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
