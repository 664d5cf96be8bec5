//! Which of a forum's tags fit a post.

use super::nearest;

/// How many tags a post may have.
pub const MOST_ON_A_POST: usize = 5;
/// How many tags a forum may have.
pub const MOST_IN_A_FORUM: usize = 20;
/// How many characters a tag may have.
pub const LONGEST: usize = 20;

/// The tags of a forum that have the names that are wanted; capitals make no difference.
#[must_use]
pub fn same<'a>(wanted: &[String], has: &'a [String]) -> Vec<&'a str> {
    let of_name = |name: &String| has.iter().find(|tag| alike(tag, name)).map(String::as_str);
    wanted.iter().filter_map(of_name).take(MOST_ON_A_POST).collect()
}

/// The same; where the forum has none of them, the one that reads most like one of them, and if
/// none does and a post needs one, the forum's first.
#[must_use]
pub fn nearest_to<'a>(wanted: &[String], has: &'a [String], required: bool) -> Vec<&'a str> {
    let same = same(wanted, has);
    if !same.is_empty() {
        return same;
    }
    let near = || wanted.iter().find_map(|name| nearest(name, has.iter().map(String::as_str)));
    let any = || has.first().map(String::as_str).filter(|_| required);
    near().or_else(any).into_iter().collect()
}

/// The tags that a forum lacks and that it can have, in the order in which they are wanted.
#[must_use]
pub fn missing(wanted: &[String], has: &[String]) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    for name in wanted.iter().map(|name| name.trim()) {
        let known = has.iter().chain(&missing).any(|tag| alike(tag, name));
        if !known && !name.is_empty() && name.chars().count() <= LONGEST {
            missing.push(name.to_owned());
        }
    }
    missing
}

fn alike(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_same_comes_before_the_nearest_and_the_nearest_before_any() {
        let has = names(&["Offtopic", "POWER", "Planning the economy"]);
        let power = names(&["Power", "economy"]);
        assert_eq!(nearest_to(&power, &has, true), ["POWER"]);
        let economy = names(&["Economy"]);
        assert_eq!(same(&economy, &has), [""; 0]);
        assert_eq!(nearest_to(&economy, &has, false), ["Planning the economy"]);
        let war = names(&["war"]);
        assert_eq!(nearest_to(&war, &has, false), [""; 0]);
        assert_eq!(nearest_to(&war, &has, true), ["Offtopic"]);
        assert_eq!(nearest_to(&war, &[], true), [""; 0]);
    }

    #[test]
    fn what_is_missing_is_named_once_and_fits() {
        let wanted = names(&["Power", "liberty", "Liberty ", "a name of more than 20", ""]);
        assert_eq!(missing(&wanted, &names(&["power"])), ["liberty"]);
    }
}
