#include "app/session/output/early_answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

#include "measures/answers/number_told.hpp"

namespace tumen::app {

namespace {

constexpr std::size_t plays_of_exact_ends = 256;
constexpr double one_each = 100;  // of what is counted for every 100 people

/// A ratio lies on an axis of tenfold steps around one for one, a change on one that holds none.
enum class Axis : std::uint8_t { tenfold, linear };

/// What the dots are of.
struct Dots {
    PlayValues values;  // all have one
    Axis axis = Axis::linear;
    std::string_view mark;  // what `|` stands for
    std::string_view of;    // what the values count
};

Dots dots_of(const HeadlineTable& table) {
    Dots dots;
    if (const auto ratio = play_ratio(table)) {
        const bool phones = things_counted(*ratio) == "phones";
        dots = {gap_of(*ratio, table).values, Axis::tenfold,
                phones ? "one phone each" : "one oath each",
                phones ? "phones for every 100 who stopped" : "oaths for every 100 who stopped"};
    } else {
        dots = {play_values(table, "stopped_by_campaign"), Axis::linear, "no change",
                "people stopped because of it"};
    }
    std::erase_if(dots.values, [](const auto& play) { return std::isnan(play.second); });
    return dots;
}

/// Where the values lie, and the mark.
std::string strip(const Dots& dots) {
    constexpr std::size_t columns = 25;
    constexpr double tenfold_steps = 4;  // from one phone for a hundred people to a hundred for one
    constexpr std::string_view marks = " .:*";
    const bool tenfold = dots.axis == Axis::tenfold;
    double low = 0;
    double high = tenfold ? tenfold_steps : 0;
    for (const auto& [replicate, value] : dots.values) {
        if (tenfold) break;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    const auto place = [&](double value) {
        const double at = tenfold ? std::log10(std::max(value, 1.0)) : value;
        const double share = high > low ? std::clamp((at - low) / (high - low), 0.0, 1.0) : 0;
        return static_cast<std::size_t>(std::lround(share * (columns - 1)));
    };
    std::array<std::size_t, columns> counts{};
    for (const auto& [replicate, value] : dots.values)
        ++counts[place(value)];
    std::string text;
    for (const std::size_t count : counts)
        text += marks[std::min(count, marks.size() - 1)];
    const std::size_t mark = place(tenfold ? one_each : 0);
    if (counts[mark] == 0) text[mark] = '|';
    return text;
}

double to_fives(double value) {
    constexpr double five = 5;
    return std::round(value / five) * five;
}

}  // namespace

EarlyAnswer::EarlyAnswer(const Experiment& experiment, ResultSink& sink)
    : sink_(sink),
      settling_(dynamic_cast<SettlingSink*>(&sink)),
      asked_(experiment.replicates.size()) {
    if (!experiment.draws.empty() && experiment.days == Days::kept && points_asked(experiment) == 1)
        book_ = std::make_unique<HeadlineBook>(experiment, 0);
}

void EarlyAnswer::look_at(const ReplicateResult& result) {
    if (!book_) return;
    const std::lock_guard lock(mutex_);
    book_->add(result);
}

void EarlyAnswer::accept(ReplicateResult result) {
    look_at(result);
    sink_.accept(std::move(result));
}

void EarlyAnswer::take(ReplicateResult result) {
    look_at(result);
    if (settling_ != nullptr) {
        settling_->take(std::move(result));
    } else {
        sink_.accept(std::move(result));
    }
}

std::size_t EarlyAnswer::settle() {
    return settling_ != nullptr ? settling_->settle() : 0;
}

std::string EarlyAnswer::text() const {
    if (!book_) return "";
    const std::lock_guard lock(mutex_);
    return early_text(book_->table(), asked_);
}

std::string early_text(const HeadlineTable& table, std::size_t asked) {
    const Dots dots = dots_of(table);
    const std::size_t plays = dots.values.size();
    if (plays == 0) return "";
    if (plays < plays_of_a_range) {
        return fmt::format("[{}] each dot is one of {} plays, {} to come; | is {}", strip(dots),
                           plays, asked - plays, dots.mark);
    }
    Interval range = spread_without_error(dots.values, {}).all;
    if (plays < plays_of_exact_ends) range = {to_fives(range.low), to_fives(range.high)};
    const bool more_called = dots.axis == Axis::linear && range.low < 0;
    return fmt::format("Early, {} of {} plays: {} {}{}", plays, asked, range_text(range, "phones"),
                       dots.of, more_called ? " (below 0: more people called)" : "");
}

}  // namespace tumen::app
