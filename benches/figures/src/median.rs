//! What counts of many rounds.

/// The middle of the values.
///
/// # Panics
///
/// There is no value.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The median of the rounds' ratios: what disturbed a round disturbed both.
pub fn ratios(ones: &[f64], others: &[f64]) -> f64 {
    let ratios = ones.iter().zip(others).map(|(one, other)| one / other);
    median(ratios.collect())
}

#[cfg(test)]
mod tests {
    use super::{median, ratios};

    #[test]
    fn a_disturbed_round_does_not_count() {
        assert_eq!(median(vec![1.0, 900.0, 2.0]), 2.0);
        assert_eq!(ratios(&[1.0, 30.0, 3.0], &[2.0, 1.0, 6.0]), 0.5);
    }
}
