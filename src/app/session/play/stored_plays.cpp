#include "app/session/play/stored_plays.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "scenario/fingerprint/fingerprint.hpp"

namespace tumen::app {

namespace {

constexpr std::array<std::string_view, phase_count> phase_names = {"start", "candidates", "near",
                                                                   "truth"};

std::string head_of(const Making& making) {
    return "tumen belief plays " + hex(making.key(model_fingerprint()));
}

}  // namespace

StoredPlays::StoredPlays(std::string path, Making& making)
    : file_(std::move(path), head_of(making), "plays of another model, prior, seed or size"),
      making_(making) {
    for (const std::string& line : file_.lines())
        read_line(line);
}

void StoredPlays::read_line(std::string_view line) {
    const std::string_view phase = next_word(line);
    const auto found = std::find(phase_names.begin(), phase_names.end(), phase);
    const std::size_t group = whole_of(next_word(line));
    const auto number = static_cast<std::uint32_t>(whole_of(next_word(line)));
    if (found == phase_names.end() || group >= making_.groups().size() || number == 0) return;
    PatternValues values = values_of(line);
    if (values.size() != making_.groups()[group].patterns.size()) return;
    making_.take(static_cast<Phase>(found - phase_names.begin()), group, number, std::move(values));
}

void StoredPlays::add(Phase phase, std::size_t group, std::uint32_t number, PatternValues values) {
    file_.add(fmt::format("{} {} {}{}", phase_names[static_cast<std::size_t>(phase)], group, number,
                          words_of(values)));
    making_.take(phase, group, number, std::move(values));
}

void StoredPlays::flush() {
    file_.flush();
}

}  // namespace tumen::app
