#include "app/cli/terminal/language.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "app/cli/terminal/columns.hpp"

namespace tumen::app {

namespace {

using Slots = std::map<std::string_view, std::string_view, std::less<>>;
enum class Within : std::uint8_t { whole, part };

/// "{name}" or "{name:A/B}" at the front of `text`.
struct Slot {
    std::string_view name;
    std::string_view particles;
    std::size_t length;
};

std::optional<Slot> slot_at(std::string_view text) {
    if (!text.starts_with('{')) return std::nullopt;
    const std::size_t end = text.find('}');
    if (end == text.npos) return std::nullopt;
    const std::string_view inside = text.substr(1, end - 1);
    const std::size_t colon = std::min(inside.find(':'), inside.size());
    const std::size_t rest = std::min(colon + 1, inside.size());
    return Slot{inside.substr(0, colon), inside.substr(rest), end + 1};
}

/// Whether `text` is what `pattern` says, each slot holding as little as it can but something.
bool matches(std::string_view text, std::string_view pattern, Slots& slots) {
    const std::size_t literal = std::min(pattern.find('{'), pattern.size());
    if (!text.starts_with(pattern.substr(0, literal))) return false;
    text.remove_prefix(literal);
    pattern.remove_prefix(literal);
    const auto slot = slot_at(pattern);
    if (!slot) return text == pattern;
    pattern.remove_prefix(slot->length);
    for (std::size_t length = 1; length <= text.size(); ++length) {
        if (!matches(text.substr(length), pattern, slots)) continue;
        slots[slot->name] = text.substr(0, length);
        return true;
    }
    return false;
}

/// How a text ends for the particle after it; a letter that is neither Hangul nor a digit has no
/// safe rule.
enum class Ending : std::uint8_t { vowel, rieul, consonant, unknown };

Ending ending_of_digit(char digit) {
    using enum Ending;
    constexpr std::array<Ending, 10> all = {consonant, rieul,     vowel, consonant, vowel,
                                            vowel,     consonant, rieul, rieul,     vowel};
    return all[static_cast<std::size_t>(digit - '0')];
}

Ending ending_of(std::string_view text) {
    if (text.ends_with(')')) text = text.substr(0, text.rfind('('));
    while (text.ends_with('"') || text.ends_with('\'') || text.ends_with(' '))
        text.remove_suffix(1);
    if (text.empty()) return Ending::unknown;
    if (text.back() == '%') return Ending::vowel;
    if (text.back() >= '0' && text.back() <= '9') return ending_of_digit(text.back());
    if (text.size() < 3) return Ending::unknown;
    const auto part = [&](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[text.size() - at]));
    };
    const std::uint32_t code = (part(3) & 0x0F) << 12 | (part(2) & 0x3F) << 6 | (part(1) & 0x3F);
    constexpr std::uint32_t first = 0xAC00;
    constexpr std::uint32_t last = 0xD7A3;
    if (part(3) < 0xE0 || code < first || code > last) return Ending::unknown;
    const std::uint32_t final = (code - first) % 28;
    if (final == 0) return Ending::vowel;
    return final == 8 ? Ending::rieul : Ending::consonant;
}

/// Of "A/B" the form after a consonant or the one after a vowel; after rieul "ro" as after a vowel.
std::string particle_after(std::string_view text, std::string_view pair) {
    const std::size_t slash = pair.find('/');
    const std::string_view consonant = pair.substr(0, slash);
    const std::string_view vowel = pair.substr(slash + 1);
    const Ending ending = ending_of(text);
    if (ending == Ending::unknown) return std::string(consonant) + "(" + std::string(vowel) + ")";
    const bool as_vowel = ending == Ending::rieul && vowel == "\xEB\xA1\x9C";
    return std::string(ending == Ending::vowel || as_vowel ? vowel : consonant);
}

std::string korean(std::string_view text, Within where);

std::string filled(std::string_view pattern, const Slots& slots) {
    std::string out;
    while (!pattern.empty()) {
        const auto slot = slot_at(pattern);
        if (!slot) {
            const std::size_t next = std::min(pattern.find('{', 1), pattern.size());
            out += pattern.substr(0, next);
            pattern.remove_prefix(next);
            continue;
        }
        const std::string value = korean(slots.at(slot->name), Within::part);
        out += value;
        if (!slot->particles.empty()) out += particle_after(value, slot->particles);
        pattern.remove_prefix(slot->length);
    }
    return out;
}

bool is_amount(std::string_view text) {
    const std::string_view sign_or_digit = "-+0123456789";
    return !text.empty() && sign_or_digit.find(text.front()) != sign_or_digit.npos;
}

/// "mean(fee, all)": what a number of one's own is called.
bool is_statistic(std::string_view text) {
    const std::size_t open = text.find('(');
    return open != text.npos && open > 0 && text.find(' ') > open && text.ends_with(')');
}

/// A text that begins with anything is known only if that is one word, an amount, a statistic or
/// known itself: else some line of a quotation would be. What stands within others begins with an
/// amount.
bool begins_well(const ToldText& one, const Slots& slots) {
    const auto slot = slot_at(one.english);
    if (!slot) return true;
    const std::string_view value = slots.at(slot->name);
    if (is_amount(value)) return true;
    if (one.place == ToldText::Place::within) return false;
    if (value.find(' ') == value.npos || is_statistic(value)) return true;
    return one.place != ToldText::Place::named && korean(value, Within::part) != value;
}

std::string korean(std::string_view text, Within where) {
    for (const ToldText& one : told_texts()) {
        if (where == Within::whole && one.place != ToldText::Place::anywhere) continue;
        Slots slots;
        if (!matches(text, one.english, slots) || !begins_well(one, slots)) continue;
        return filled(one.korean, slots);
    }
    return std::string(text);
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t next = text.find('\n'); next != text.npos; next = text.find('\n')) {
        lines.push_back(text.substr(0, next));
        text.remove_prefix(next + 1);
    }
    lines.push_back(text);
    return lines;
}

std::string joined(const std::vector<std::string_view>& lines) {
    std::string whole;
    for (const std::string_view line : lines)
        whole.append(whole.empty() ? "" : " ").append(line);
    return whole;
}

std::string told_line(std::string_view line) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    return std::string(indent, ' ') + korean(line.substr(indent), Within::whole);
}

std::vector<std::string_view> sentences_of(std::string_view text) {
    std::vector<std::string_view> sentences;
    for (std::size_t end = text.find(". "); end != text.npos; end = text.find(". ")) {
        sentences.push_back(text.substr(0, end + 1));
        text.remove_prefix(end + 2);
    }
    sentences.push_back(text);
    return sentences;
}

/// A paragraph put together from texts that are known, of as few sentences each as can be: a slot
/// would swallow those behind it. Nothing where some sentence is in no text.
std::optional<std::string> known_sentences(std::span<const std::string_view> sentences) {
    if (sentences.empty()) return std::string();
    const char* const begin = sentences.front().data();
    for (std::size_t count = 1; count <= sentences.size(); ++count) {
        const std::string_view last = sentences[count - 1];
        const std::string_view front(begin,
                                     static_cast<std::size_t>(last.data() + last.size() - begin));
        std::string said = korean(front, Within::whole);
        if (said == front) continue;
        const auto rest = known_sentences(sentences.subspan(count));
        if (rest) return said.append(rest->empty() ? "" : " ").append(*rest);
    }
    return std::nullopt;
}

std::string korean_paragraph(const std::string& text) {
    return known_sentences(sentences_of(text)).value_or(text);
}

/// A paragraph has no line set in, and hardly all of its lines say something alone.
bool is_list(const std::vector<std::string_view>& lines) {
    if (lines.size() < 2) return false;
    const auto is_set_in = [](std::string_view line) { return line.starts_with(' '); };
    const auto is_known = [](std::string_view line) { return told_line(line) != line; };
    return std::any_of(lines.begin() + 1, lines.end(), is_set_in) ||
           std::all_of(lines.begin(), lines.end(), is_known);
}

}  // namespace

std::optional<Language> language_named(std::string_view word) {
    if (word == "en") return Language::english;
    if (word == "ko") return Language::korean;
    return std::nullopt;
}

Language language_of_locale() {
    for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        const std::string_view locale(value);
        const bool is_korean =
            locale == "ko" || locale.starts_with("ko_") || locale.starts_with("ko.");
        return is_korean ? Language::korean : Language::english;
    }
    return Language::english;
}

Asked language_asked_for(std::span<const char* const> words) {
    constexpr std::string_view option = "--lang";
    Asked asked;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string_view word(words[at]);
        const bool with_value =
            word.starts_with(option) && word.substr(option.size()).starts_with('=');
        if (word == "--") {
            asked.words.insert(asked.words.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                               words.end());
            break;
        }
        if (word != option && !with_value) {
            asked.words.push_back(words[at]);
            continue;
        }
        std::string_view named;
        if (with_value)
            named = word.substr(option.size() + 1);
        else if (at + 1 < words.size())
            named = words[++at];
        asked.language = language_named(named);
        if (!asked.language) asked.unknown = std::string(named);
    }
    return asked;
}

std::string told(std::string_view text, Language language) {
    return language == Language::english ? std::string(text) : korean(text, Within::whole);
}

std::string told_cell(std::string_view text, Language language) {
    if (language == Language::english) return std::string(text);
    return korean(text, is_amount(text) ? Within::part : Within::whole);
}

std::string told_lines(std::string_view text, Language language) {
    if (language == Language::english) return std::string(text);
    const std::size_t begin = std::min(text.find_first_not_of('\n'), text.size());
    const std::size_t end = text.find_last_not_of('\n') + 1;
    if (begin >= end) return std::string(text);
    const std::string before(text.substr(0, begin));
    const std::string_view after = text.substr(end);
    const std::vector<std::string_view> lines = lines_of(text.substr(begin, end - begin));
    if (!is_list(lines)) {
        const std::string whole = joined(lines);
        if (const std::string said = korean_paragraph(whole); said != whole)
            return before + wrapped(said).append(after);
    }
    std::string out;
    for (const std::string_view line : lines)
        out.append(out.empty() ? "" : "\n").append(told_line(line));
    return before + out.append(after);
}

}  // namespace tumen::app
