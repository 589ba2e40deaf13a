#include "app/session/stored_plays.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "app/cli/arguments.hpp"
#include "app/cli/stop.hpp"
#include "base/text.hpp"
#include "scenario/fingerprint.hpp"

namespace tumen::app {

namespace {

constexpr std::array<std::string_view, phase_count> phase_names = {"start", "candidates", "near"};

std::string head_of(const Making& making) {
    return "tumen belief plays " + hex(making.key(model_fingerprint())) + "\n";
}

/// The next word of the line, which gets shorter by it.
std::string_view next_word(std::string_view& line) {
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, space);
    line.remove_prefix(std::min(space + 1, line.size()));
    return word;
}

std::size_t number_of(std::string_view word) {
    std::size_t number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    return number;
}

}  // namespace

StoredPlays::StoredPlays(std::string path, Making& making)
    : path_(std::move(path)), making_(making) {
    std::ifstream file(path_, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (text.empty()) {
        waiting_ = head_of(making_);
        return;
    }
    if (!text.starts_with(head_of(making_))) {
        stop(ExitCode::failed, trouble(path_ + " holds plays of another model, prior, seed or size",
                                       "", "name another file with --plays, or remove it"));
    }
    std::string_view left = text;
    left.remove_prefix(head_of(making_).size());
    // A line that was cut off in writing has no end and is played again.
    for (std::size_t end = left.find('\n'); end != left.npos; end = left.find('\n')) {
        read_line(left.substr(0, end));
        left.remove_prefix(end + 1);
    }
    if (!left.empty()) waiting_ = "\n";
}

void StoredPlays::read_line(std::string_view line) {
    const std::string_view phase = next_word(line);
    const auto found = std::find(phase_names.begin(), phase_names.end(), phase);
    const std::size_t group = number_of(next_word(line));
    const auto number = static_cast<std::uint32_t>(number_of(next_word(line)));
    if (found == phase_names.end() || group >= making_.groups().size() || number == 0) return;
    PatternValues values;
    while (!line.empty())
        values.push_back(read_number(next_word(line)));
    if (values.size() != making_.groups()[group].patterns.size()) return;
    making_.take(static_cast<Phase>(found - phase_names.begin()), group, number, std::move(values));
}

void StoredPlays::add(Phase phase, std::size_t group, std::uint32_t number, PatternValues values) {
    waiting_ +=
        fmt::format("{} {} {}", phase_names[static_cast<std::size_t>(phase)], group, number);
    for (const auto& value : values)
        waiting_ += value ? " " + shortest(*value) : " none";
    waiting_ += "\n";
    making_.take(phase, group, number, std::move(values));
}

void StoredPlays::flush() {
    std::ofstream file(path_, std::ios::binary | std::ios::app);
    file << waiting_;
    file.close();
    if (!file) stop(ExitCode::failed, trouble("cannot write " + path_));
    waiting_.clear();
}

}  // namespace tumen::app
