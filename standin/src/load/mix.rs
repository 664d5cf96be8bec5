//! How often people do what: `quote=60,autocomplete=25,answer=10,weigh=5`.

use std::fmt;
use std::str::FromStr;

use rand::{Rng, RngExt as _};

use super::Kind;

/// Kinds of things that people do, each with a weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mix {
    parts: Vec<(Kind, u32)>,
    total: u32,
}

impl Mix {
    fn new(parts: Vec<(Kind, u32)>) -> Result<Self, String> {
        let sum = parts.iter().try_fold(0_u32, |sum, (_, weight)| sum.checked_add(*weight));
        match sum {
            Some(total @ 1..) => Ok(Self { parts, total }),
            _ => Err("the weights of a mix must add up to something".to_owned()),
        }
    }

    /// One kind alone.
    #[must_use]
    pub fn only(kind: Kind) -> Self {
        Self { parts: vec![(kind, 1)], total: 1 }
    }

    /// The kinds in it.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.parts.iter().map(|(kind, _)| *kind)
    }

    /// What is left of it for a bot that can do only some of it, with the same proportions.
    #[must_use]
    pub fn among(&self, able: &[Kind]) -> Option<Self> {
        let parts = self.parts.iter().filter(|(kind, _)| able.contains(kind)).copied();
        Self::new(parts.collect()).ok()
    }

    /// A kind by its weight.
    pub(super) fn draw(&self, random: &mut impl Rng) -> Kind {
        self.at(random.random_range(0..self.total))
    }

    /// The kind at a place among all weights.
    fn at(&self, mut place: u32) -> Kind {
        for (kind, weight) in &self.parts {
            match place.checked_sub(*weight) {
                Some(rest) => place = rest,
                None => return *kind,
            }
        }
        Kind::Quote
    }
}

impl fmt::Display for Mix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [(kind, _)] = self.parts.as_slice() {
            return write!(f, "{kind}");
        }
        for (at, (kind, weight)) in self.parts.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            write!(f, "{comma}{kind}={weight}")?;
        }
        Ok(())
    }
}

impl FromStr for Mix {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, weight) = part.split_once('=').unwrap_or((part, "1"));
            let weight = weight
                .trim()
                .parse()
                .map_err(|_| format!("{weight:?} is no weight in {part:?}"))?;
            parts.push((name.trim().parse::<Kind>()?, weight));
        }
        parts.retain(|(_, weight)| *weight > 0);
        Self::new(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mix_is_read_and_written() {
        let same = |text: &str| text.parse::<Mix>().map(|mix| mix.to_string());
        assert_eq!(same("quote=60, answer=10"), Ok("quote=60,answer=10".to_owned()));
        assert_eq!(same("quote"), Ok("quote".to_owned()));
        assert_eq!(same("quote=1,answer=0"), Ok("quote".to_owned()));
        for wrong in
            ["", "quote=0", "quote=many", "shout=1", "quote=-1", "quote=4294967295,answer=1"]
        {
            assert!(same(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn each_kind_has_its_share() {
        let mix: Mix = "quote=60,autocomplete=25,answer=15".parse().expect("a mix");
        let at = |place| mix.at(place);
        let table = [
            (0, Kind::Quote),
            (59, Kind::Quote),
            (60, Kind::Autocomplete),
            (84, Kind::Autocomplete),
        ];
        for (place, kind) in table {
            assert_eq!(at(place), kind, "{place}");
        }
        assert_eq!((at(85), at(99)), (Kind::Answer, Kind::Answer));
    }

    #[test]
    fn a_bot_that_can_do_less_does_the_rest_in_proportion() {
        let mix: Mix = "quote=60,weigh=30,answer=10".parse().expect("a mix");
        let some = mix.among(&[Kind::Quote, Kind::Answer]).expect("some");
        assert_eq!(some.to_string(), "quote=60,answer=10");
        assert_eq!(mix.among(&[Kind::Help]), None);
    }
}
