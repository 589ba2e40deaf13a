#include "report/parts/doubt_words.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "belief/information/facts.hpp"
#include "measures/answers/number_told.hpp"
#include "measures/numbers/hundred.hpp"
#include "measures/numbers/words.hpp"

namespace tumen {

namespace {

constexpr double rarely = 0.01;  // of plays: said as "fewer than 1"

std::string text_of(const Json& json, const char* key) {
    return json.at(key).get<std::string>();
}

std::string name_of_fact(const Json& fact) {
    const std::string index = text_of(fact, "index");
    const std::string name = text_of(fact, "label");
    return index.empty() ? fmt::format("\"{}\"", name) : fmt::format("\"{}\" ({})", name, index);
}

std::string bound_text(const Json& bound) {
    if (!text_of(bound, "choice").empty())
        return fmt::format("{} is \"{}\"", name_of_fact(bound), text_of(bound, "choice"));
    const std::string unit = text_of(bound, "unit");
    return fmt::format("{} is {} {} (middle: {})", name_of_fact(bound), text_of(bound, "side"),
                       number_text(bound["at"].get<double>(), unit),
                       number_text(bound["middle"].get<double>(), unit));
}

/// The sentence the other way round.
std::string outcome_of(const Json& doubt, std::string_view counted) {
    const bool above = text_of(doubt["turns"], "side") == "above";
    if (text_of(doubt, "about") == difference_id)
        return above ? "the difference is above 0" : "the difference is not above 0";
    if (text_of(doubt, "about") != gap_id)
        return above ? "fewer people call than without the campaign"
                     : "no fewer people call than without the campaign";
    if (counted == "signed")
        return above ? "more oaths are signed than people stop"
                     : "fewer oaths are signed than people stop";
    return above ? "officers count more phones than people who stop"
                 : "officers count fewer phones than people who stop";
}

std::string turning_line(const Json& doubt, std::string_view counted) {
    const Json& turns = doubt["turns"];
    const auto draws = turns["draws"].get<double>();
    const auto share = turns["share"].get<double>();
    if (share == 0) {
        return fmt::format(
            "What would turn this round: nothing within the evidence. In all {} draws it came out "
            "the same way (at most 1 in {} otherwise).",
            draws, std::floor(1 / turns["at_most"].get<double>()));
    }
    const std::string outcome = outcome_of(doubt, counted);
    const std::string often =
        share < rarely ? "fewer than 1" : fmt::format("{}", of_hundred(share));
    if (turns["bounds"].empty()) {
        return fmt::format(
            "What would turn this round: no one, two or three unknowns by themselves. In {} of 100 "
            "plays {}.",
            often, outcome);
    }
    std::string what;
    for (const Json& bound : turns["bounds"])
        what += (what.empty() ? "" : ", and ") + bound_text(bound);
    return fmt::format(
        "What would turn this round: where {}, {} in {} of 100 plays; of all plays, in {} of 100.",
        what, outcome, of_hundred(turns["density"].get<double>()), often);
}

/// An end of a range that is beyond every number is null.
std::string range_words(const Json& range, const std::string& unit) {
    const auto end = [&](std::size_t which) {
        return range[which].is_null() ? std::numeric_limits<double>::infinity()
                                      : range[which].get<double>();
    };
    return range_text({end(0), end(1)}, unit);
}

std::string narrowing_line(const Json& doubt) {
    const Json& narrows = doubt["narrows"];
    if (narrows["most"].empty()) {
        return "What would narrow it most: nothing by more than chance. What matters hangs "
               "together.";
    }
    const std::string unit = text_of(doubt, "unit");
    std::string what;
    for (const Json& one : narrows["most"]) {
        what += (what.empty() ? "" : ", or ") +
                fmt::format("{} (then {})", name_of_fact(one), range_words(one["then"], unit));
    }
    const auto equal = narrows["equal"].get<std::size_t>();
    const std::string close = equal > 1
                                  ? fmt::format(" Too close to say which of {}, of {} asked about.",
                                                equal, narrows["asked"].get<std::size_t>())
                                  : std::string();
    return fmt::format("What would narrow it most, today {}: to know {}.{}",
                       range_words(narrows["today"], unit), what, close);
}

}  // namespace

std::vector<std::string> doubt_lines(const Json& doubt, std::string_view counted) {
    if (doubt.is_null()) return {};
    std::vector<std::string> lines;
    if (!doubt["turns"].is_null()) lines.push_back(turning_line(doubt, counted));
    lines.push_back(narrowing_line(doubt));
    return lines;
}

}  // namespace tumen
