#include "app/session/output/progress.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace tumen::app {

namespace {

constexpr std::chrono::milliseconds between_changes{100};
constexpr std::chrono::seconds between_lines{2};
constexpr double minute = 60;
constexpr double hour = 3600;

}  // namespace

ProgressLine::ProgressLine(Terminal& terminal)
    : terminal_(terminal),
      next_(terminal.watched() == Watched::by_somebody ? Clock::now()
                                                       : Clock::now() + between_lines) {}

void ProgressLine::operator()(const Progress& progress, const std::function<std::string()>& early) {
    const Clock::time_point now = Clock::now();
    if (now < next_) return;
    if (terminal_.watched() == Watched::by_somebody) {
        next_ = now + between_changes;
        const std::string said = early ? early() : std::string();
        terminal_.passing(said.empty() ? progress_text(progress) : said);
    } else {
        next_ = now + between_lines;
        terminal_.say(progress_text(progress));
    }
}

std::string progress_text(const Progress& progress) {
    const std::size_t stored = progress.done + progress.failed;
    std::string text = fmt::format("{} of {} replicates", stored, progress.replicates);
    if (progress.failed > 0) text += fmt::format(" ({} failed)", progress.failed);
    const auto [rate, seconds_left] = pace_of(progress);
    if (rate <= 0) return text;
    text += rate >= 1 ? fmt::format(", {:.3g} a second", rate)
                      : fmt::format(", {:.3g} a minute", rate * minute);
    return text + fmt::format(", {} left", duration_text(seconds_left));
}

Pace pace_of(const Progress& progress) {
    if (progress.cities_played == 0 || progress.seconds <= 0) return {};
    const double played =
        static_cast<double>(progress.cities_played) / static_cast<double>(progress.cities);
    return {played * static_cast<double>(progress.replicates) / progress.seconds,
            progress.seconds * (1 - played) / played};
}

std::string duration_text(double seconds) {
    if (seconds < 10) return fmt::format("{:.2g} s", seconds);
    const double whole = std::round(seconds);
    if (whole < minute) return fmt::format("{:.0f} s", whole);
    if (whole < hour)
        return fmt::format("{:.0f} min {:.0f} s", std::floor(whole / minute),
                           std::fmod(whole, minute));
    return fmt::format("{:.0f} h {:.0f} min", std::floor(whole / hour),
                       std::fmod(whole, hour) / minute);
}

std::string size_text(double bytes) {
    constexpr std::array<std::string_view, 4> units = {"bytes", "kB", "MB", "GB"};
    std::size_t unit = 0;
    while (bytes >= 1000 && unit + 1 < units.size()) {
        bytes /= 1000;
        ++unit;
    }
    return bytes >= 100 ? fmt::format("{:.0f} {}", bytes, units[unit])
                        : fmt::format("{:.2g} {}", bytes, units[unit]);
}

std::string counted(std::size_t number, std::string_view noun) {
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace tumen::app
