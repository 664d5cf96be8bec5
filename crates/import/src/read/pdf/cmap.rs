//! Which letters the codes of a font stand for, as its `ToUnicode` map says.

use std::collections::HashMap;

/// A map has no more entries.
const MOST: usize = 200_000;

/// Codes and their text; each code with how many bytes it has.
#[derive(Debug, Default)]
pub(super) struct CMap {
    texts: HashMap<(u8, u32), String>,
    lengths: Vec<u8>,
}

/// One word of a map.
enum Token<'a> {
    Hex(Vec<u8>),
    Open,
    Close,
    Word(&'a str),
}

impl CMap {
    pub(super) fn read(stream: &[u8]) -> Self {
        let text = String::from_utf8_lossy(stream);
        let mut map = Self::default();
        let mut pending: Vec<Token<'_>> = Vec::new();
        for token in tokens(&text) {
            if let Token::Word(word) = token {
                match word {
                    "endcodespacerange" => map.spaces(&pending),
                    "endbfchar" => map.chars(&pending),
                    "endbfrange" => map.ranges(pending),
                    _ => {}
                }
                pending = Vec::new();
            } else {
                pending.push(token);
            }
            if map.texts.len() > MOST {
                break;
            }
        }
        map.lengths.sort_unstable();
        map.lengths.dedup();
        map
    }

    pub(super) fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The text of a code of so many bytes.
    pub(super) fn get(&self, length: u8, code: u32) -> Option<&str> {
        self.texts.get(&(length, code)).map(String::as_str)
    }

    /// How many bytes the codes have, if they all have the same number.
    pub(super) fn length(&self) -> Option<u8> {
        match self.lengths.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    fn spaces(&mut self, tokens: &[Token<'_>]) {
        for token in tokens {
            if let Token::Hex(bytes) = token {
                self.lengths.extend(u8::try_from(bytes.len()).ok());
            }
        }
    }

    fn chars(&mut self, tokens: &[Token<'_>]) {
        for pair in tokens.chunks(2) {
            if let [Token::Hex(code), Token::Hex(text)] = pair {
                self.put(code, 0, utf_16(text, 0));
            }
        }
    }

    fn ranges(&mut self, tokens: Vec<Token<'_>>) {
        let mut tokens = tokens.into_iter();
        while let (Some(Token::Hex(first)), Some(Token::Hex(last))) = (tokens.next(), tokens.next())
        {
            let count = number(&last).saturating_sub(number(&first)).min(0xFFFF);
            match tokens.next() {
                Some(Token::Hex(text)) => {
                    for offset in 0..=count {
                        if self.texts.len() > MOST {
                            return;
                        }
                        self.put(&first, offset, utf_16(&text, offset));
                    }
                }
                Some(Token::Open) => {
                    for (offset, token) in (0..).zip(tokens.by_ref()) {
                        match token {
                            Token::Hex(text) => self.put(&first, offset, utf_16(&text, 0)),
                            _ => break,
                        }
                    }
                }
                _ => return,
            }
        }
    }

    fn put(&mut self, code: &[u8], offset: u32, text: String) {
        if let Ok(length) = u8::try_from(code.len()) {
            self.texts.insert((length, number(code).saturating_add(offset)), text);
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// Text in UTF-16, whose last unit is moved on by `offset`.
fn utf_16(bytes: &[u8], offset: u32) -> String {
    let mut units: Vec<u16> = bytes
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)))
        .collect();
    if let Some(last) = units.last_mut() {
        *last = last.wrapping_add(offset as u16);
    }
    char::decode_utf16(units).flatten().filter(|c| *c != '\0').collect()
}

fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            rest = rest.trim_start();
            let first = rest.chars().next()?;
            match first {
                '%' => rest = rest.split_once(['\n', '\r']).map_or("", |(_, rest)| rest),
                '<' if !rest.starts_with("<<") => {
                    let (hex, after) = rest.get(1..)?.split_once('>')?;
                    rest = after;
                    let digits: Vec<u8> =
                        hex.chars().filter_map(|c| c.to_digit(16)).map(|d| d as u8).collect();
                    let bytes = digits.chunks(2).map(|pair| match pair {
                        [high, low] => high << 4 | low,
                        [high] => high << 4,
                        _ => 0,
                    });
                    return Some(Token::Hex(bytes.collect()));
                }
                '[' | ']' => {
                    rest = rest.get(1..)?;
                    return Some(if first == '[' { Token::Open } else { Token::Close });
                }
                _ => {
                    let start = first.len_utf8();
                    let end = rest
                        .get(start..)?
                        .find(|c: char| c.is_whitespace() || "<>[]%/()".contains(c));
                    let end = end.map_or(rest.len(), |end| end + start);
                    let (word, after) = rest.split_at_checked(end)?;
                    rest = after;
                    return Some(Token::Word(word));
                }
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chars_and_ranges() {
        let map = CMap::read(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
              2 beginbfchar <0003> <0020> <0005> <006600660069> endbfchar\n\
              2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <D835DC00>] endbfrange",
        );
        assert_eq!(map.length(), Some(2));
        for (code, text) in
            [(3, " "), (5, "ffi"), (0x10, "A"), (0x12, "C"), (0x20, "a"), (0x21, "\u{1D400}")]
        {
            assert_eq!(map.get(2, code), Some(text), "{code}");
        }
        assert_eq!(map.get(2, 4), None);
    }
}
