//! The signs that note-taking programs add to Markdown.

/// A text without comments (`%%…%%`, `<!-- -->` is HTML's own), highlights (`==…==`) and the ids of
/// blocks (`^id`).
pub(super) fn without(text: &str) -> String {
    let text = without_comments(text);
    let mut plain = String::with_capacity(text.len());
    let mut fenced = false;
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        fenced ^= start.starts_with("```") || start.starts_with("~~~");
        if fenced {
            plain.push_str(line);
        } else {
            push(&mut plain, line);
        }
    }
    plain
}

fn push(plain: &mut String, line: &str) {
    let (text, end) = match line.strip_suffix('\n') {
        Some(text) => (text, "\n"),
        None => (line, ""),
    };
    let text = without_id(text);
    // A line of equals signs makes a heading of the one before.
    let is_rule = text.trim().chars().all(|c| c == '=');
    let marks = text.matches("==").count();
    if is_rule || marks < 2 || text.contains('`') {
        plain.push_str(text);
    } else {
        plain.push_str(&text.replace("==", ""));
    }
    plain.push_str(end);
}

/// `Text ^block-1` has an id, which is no text.
fn without_id(line: &str) -> &str {
    let Some((text, id)) = line.trim_end().rsplit_once(" ^") else {
        return line;
    };
    let is_id = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if is_id { text } else { line }
}

fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("%%") {
        let Some((_, after)) = after.split_once("%%") else {
            break;
        };
        plain.push_str(before);
        rest = after;
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_go_and_text_stays() {
        for (text, plain) in [
            ("A ==marked== word %%mine%%. ^id-1\n", "A marked word .\n"),
            ("%%\nover\nlines\n%%Text", "Text"),
            ("Title\n=====\nText", "Title\n=====\nText"),
            ("It rose by 100 %% in `a == b == c`.", "It rose by 100 %% in `a == b == c`."),
            ("```\na == b == c ^x\n```\n", "```\na == b == c ^x\n```\n"),
            ("x ^2 + y", "x ^2 + y"),
        ] {
            assert_eq!(without(text), plain, "{text}");
        }
    }
}
