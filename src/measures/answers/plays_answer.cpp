#include "measures/answers/plays_answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "design/design.hpp"
#include "measures/answers/number_told.hpp"
#include "measures/headlines/remarks.hpp"
#include "measures/headlines/yardstick.hpp"
#include "measures/numbers/hundred.hpp"
#include "measures/numbers/words.hpp"

namespace tumen {

namespace {

constexpr double often_enough = 0.05;  // share of plays from which it is said that it turns round
constexpr double error_that_matters = 0.1;  // of the width

using Ids = std::vector<std::string_view>;

/// Puts the rows and sentences of one point together.
class Answering {
  public:
    Answering(const Experiment& experiment, std::uint32_t point, const HeadlineTable& table,
              const std::optional<SecondReading>& second)
        : experiment_(experiment),
          scenario_(experiment.points[point].scenario),
          table_(table),
          second_(second),
          draws_(draws_of_plays(experiment)) {}

    PlaysAnswer answer() {
        if (campaign_of(scenario_.plan) == Campaign::none) {
            add_rows(AnswerPart::level, {"calling_level", "phones_level", "fee_level",
                                         "unmet_level", "arrests_a_month"});
            tell_levels();
        } else {
            add_campaign();
        }
        tell_second();
        add_shares();
        add_error();
        return std::move(answer_);
    }

  private:
    void add_rows(AnswerPart part, const Ids& ids) {
        for (const std::string_view id : ids) {
            const Headline* headline = table_.headline(id);
            if (headline == nullptr) continue;
            const PlayValues values = play_values(table_, id);
            const Spread spread =
                spread_of(values, draws_, smallest_that_matters(*headline, table_.plan()));
            if (spread.plays == 0) continue;
            answer_.rows.push_back({part, headline->id, headline->label, headline->unit, spread,
                                    variance_shares(values, draws_, experiment_),
                                    second_of(values)});
        }
    }

    std::optional<SecondSpread> second_of(const PlayValues& values) const {
        return second_ ? second_spread(values, *second_) : std::nullopt;
    }

    void add_campaign() {
        ratio_ = play_ratio(table_);
        add_rows(AnswerPart::official, {"handed_in", "dead_phones", "signed"});
        if (answer_.rows.empty()) add_rows(AnswerPart::official, {"arrested"});
        add_rows(AnswerPart::changed,
                 {"stopped_by_campaign", "phones_gone_by_campaign", "contact_lost_by_campaign",
                  "arrested_by_campaign", "quiet_after_by_campaign"});
        if (ratio_) {
            add_gap();
            tell_ratio();
        } else {
            tell_change();
        }
        add_notes();
    }

    std::string_view things() const { return things_counted(*ratio_); }

    void add_gap() {
        const auto [headline, values] = gap_of(*ratio_, table_);
        gap_ = spread_of(values, draws_);
        answer_.rows.push_back({AnswerPart::gap, headline.id, headline.label, headline.unit, gap_,
                                variance_shares(values, draws_, experiment_), second_of(values)});
    }

    std::string here() const {
        return scenario_.plan.cities.size() > 1 ? "In these simulated cities"
                                                : "In this simulated city";
    }

    /// Where many plays have no ratio, "in 90 of 100 plays" would take them in.
    std::string in_plays_with_ratio(std::string_view often) const {
        if (gap_.plays < plays_of_a_range) return in_plays(gap_.plays);
        const std::size_t all = gap_.plays + gap_.without;
        if (static_cast<double>(gap_.without) < often_enough * static_cast<double>(all))
            return fmt::format("in {} of 100 plays", often);
        return fmt::format("in {} of 100 of the {} plays that have such a number", often,
                           gap_.plays);
    }

    void tell_ratio() {
        const std::size_t all = gap_.plays + gap_.without;
        if (gap_.plays == 0 || std::isinf(gap_.all.low)) {
            answer_.sentence = fmt::format(
                "{} hardly anybody stopped calling abroad because of the campaign (fewer than "
                "{} people) in {}, whatever officers counted.",
                here(), fewest(), plays_text(ratio_->endless, all));
            return;
        }
        const bool endless = std::isinf(gap_.all.high);
        const std::string& unit = answer_.rows.back().unit;
        const std::string range = gap_.plays < 2 ? number_text(gap_.middle, unit)
                                  : endless      ? number_text(gap_.all.low, unit) + " or more"
                                                 : range_text(gap_.all, unit);
        answer_.sentence = fmt::format(
            "{}, for every 100 people who stopped calling abroad because of the campaign, officers "
            "counted {} {}, {}.",
            here(), range, things(), in_plays_with_ratio(endless ? "95" : "90"));
        split(gap_, unit);
        std::size_t more = 0;
        for (const auto& [replicate, value] : ratio_->values)
            more += value > 1 ? 1 : 0;
        const double share = static_cast<double>(more) / static_cast<double>(gap_.plays);
        if (share >= often_enough && share <= 1 - often_enough) {
            answer_.split += fmt::format(" In {} there are more {} than people.",
                                         plays_text(more, gap_.plays), things());
        }
    }

    void split(const Spread& spread, std::string_view unit) {
        if (spread.plays < 2) return;
        if (std::isinf(spread.middle)) return;
        answer_.split = fmt::format("The middle is {}.", number_text(spread.middle, unit));
        if (spread.is_luck_endless) {
            answer_.split += " Luck alone can move it beyond every number.";
            return;
        }
        if (!spread.luck) {
            answer_.split += " Too few plays share their values to tell what of this is luck.";
            return;
        }
        const double width = spread.all.high - spread.all.low;
        const bool mostly_luck = spread.luck->high - spread.luck->low > width / 2;
        answer_.split += fmt::format(
            " Luck alone moves it {}from {} to {}: {}.", mostly_luck ? "" : "only ",
            number_text(spread.luck->low, unit), number_text(spread.luck->high, unit),
            mostly_luck ? "much of the range is luck" : "the rest is what nobody knows");
    }

    const AnswerRow* row(std::string_view id) const {
        const auto found = std::find_if(answer_.rows.begin(), answer_.rows.end(),
                                        [&](const AnswerRow& one) { return one.id == id; });
        return found == answer_.rows.end() ? nullptr : &*found;
    }

    void tell_change() {
        const AnswerRow* stopped = row("stopped_by_campaign");
        if (stopped == nullptr) return;
        const Spread& spread = stopped->spread;
        answer_.sentence = fmt::format(
            "{} {} people stopped calling abroad because of the campaign, {} "
            "(below 0: more people called).",
            here(), range_text(spread.all, stopped->unit), in_plays(spread.plays));
        if (spread.all.low >= 0) {
            answer_.sentence =
                fmt::format("{} {} people stopped calling abroad because of the campaign, {}.",
                            here(), range_text(spread.all, stopped->unit), in_plays(spread.plays));
        }
        split(spread, stopped->unit);
    }

    void tell_levels() {
        const AnswerRow* calling = row("calling_level");
        const AnswerRow* phones = row("phones_level");
        if (calling == nullptr || phones == nullptr) return;
        answer_.sentence = fmt::format(
            "{} without a campaign {} people call abroad and {} working phones are held, {}.",
            here(), range_text(calling->spread.all, calling->unit),
            range_text(phones->spread.all, phones->unit), in_plays(calling->spread.plays));
        split(calling->spread, calling->unit);
    }

    void add_notes() {
        if (const Headline* eve = table_.headline("stopped_calling")) {
            const Spread spread = spread_without_error(play_values(table_, eve->id), draws_);
            if (spread.plays > 0 && row("stopped_by_campaign") != nullptr) {
                answer_.notes.push_back(fmt::format(
                    "Stopped calling means against the same city without the campaign, on its last "
                    "7 days. Told from its eve instead: {} ({}).",
                    number_text(spread.middle, eve->unit), range_text(spread.all, eve->unit)));
            }
        }
        if (ratio_ && ratio_->endless > 0) {
            answer_.notes.push_back(fmt::format(
                "In {} fewer than {} people stopped because of the campaign: {}.",
                plays_text(ratio_->endless, gap_.plays + gap_.without), fewest(), endless_told()));
        }
        for (const std::string_view id : {"arrested", "exiled_people"}) {
            const Headline* headline = table_.headline(id);
            if (headline == nullptr) continue;
            const Spread spread = spread_without_error(play_values(table_, id), draws_);
            if (spread.plays > 0 && spread.above == 0)
                answer_.notes.push_back(headline->label + ": " + none_seen_text(spread) + ".");
        }
        for (const AnswerRow& one : answer_.rows) {
            if (one.part != AnswerPart::changed || one.spread.plays < 2) continue;
            if (static_cast<double>(one.spread.small) <
                (1 - often_enough * 2) * static_cast<double>(one.spread.plays))
                continue;
            answer_.notes.push_back(one.label + ": too small to matter in " +
                                    plays_text(one.spread.small, one.spread.plays) + ".");
        }
    }

    /// People who must stop for a ratio, as comparisons say it too: 7.7 in a city of 153,532.
    std::string fewest() const { return number_text(ratio_->fewest, "people"); }

    /// What the ratio is where hardly anybody stopped.
    std::string endless_told() const {
        if (gap_.without == 0)
            return "there the ratio has no upper end and counts above every other";
        if (gap_.without == ratio_->endless)
            return "nothing was counted there either, so that there is no ratio";
        return fmt::format(
            "in {} of these plays nothing was counted either, so that there is no ratio; in the "
            "others it has no upper end and counts above every other",
            gap_.without);
    }

    /// The row that the sentence is about: the gap, else what changed, else a level.
    const AnswerRow* told_row() const {
        if (const AnswerRow* gap = row(gap_id)) return gap;
        if (const AnswerRow* stopped = row("stopped_by_campaign")) return stopped;
        return answer_.rows.empty() ? nullptr : &answer_.rows.front();
    }

    void tell_second() {
        const AnswerRow* told = told_row();
        if (told == nullptr || !told->second || told->spread.plays < 2) return;
        answer_.second = second_text(*told->second, *second_, told->unit);
    }

    void add_shares() {
        const AnswerRow* told = told_row();
        if (told == nullptr || !told->shares) return;
        const VarianceShares& shares = *told->shares;
        const std::vector<int> parts = parts_of_hundred(
            std::array{shares.luck.share, shares.values.share, shares.rules.share});
        answer_.notes.push_back(fmt::format(
            "Of what this range comes from, luck makes {} %, values {} % and rival rules {} % (of "
            "the variance of ranks; errors {:.0f}, {:.0f} and {:.0f}).",
            parts[0], parts[1], parts[2], 100 * shares.luck.error, 100 * shares.values.error,
            100 * shares.rules.error));
    }

    void add_error() {
        double worst = 0;
        for (const AnswerRow& one : answer_.rows) {
            const double width = one.spread.all.high - one.spread.all.low;
            if (one.spread.plays >= 2 && std::isfinite(width) && width > 0)
                worst = std::max(worst, one.spread.error / width);
        }
        if (worst <= error_that_matters) return;
        answer_.notes.push_back(
            std::isfinite(worst)
                ? fmt::format("Monte Carlo error: with so few plays an end of a range may be off "
                              "by up to {:.0f} % of its width. More plays make that smaller, "
                              "and not the ranges.",
                              100 * worst)
                : "Monte Carlo error: too few plays to tell how far off the ends of a range are. "
                  "More plays make that smaller, and not the ranges.");
    }

    const Experiment& experiment_;
    const Scenario& scenario_;
    const HeadlineTable& table_;
    const std::optional<SecondReading>& second_;
    DrawsOfPlays draws_;
    std::optional<PlayRatio> ratio_;
    Spread gap_;
    PlaysAnswer answer_;
};

}  // namespace

std::string_view name_of(AnswerPart part) {
    static constexpr std::array<std::string_view, 4> names = {"official", "changed", "gap",
                                                              "level"};
    return names[static_cast<std::size_t>(part)];
}

PlaysAnswer plays_answer(const Experiment& experiment, std::uint32_t point,
                         const HeadlineTable& table, const std::optional<SecondReading>& second) {
    return Answering(experiment, point, table, second).answer();
}

std::vector<std::string> answer_told(const Experiment& experiment, const PlaysAnswer& answer) {
    std::vector<std::string> told;
    if (!answer.sentence.empty()) told.push_back(answer.sentence);
    if (!answer.split.empty()) told.push_back(answer.split);
    if (!answer.second.empty()) told.push_back(answer.second);
    for (const auto& more : {answer.notes, draws_told(experiment)})
        told.insert(told.end(), more.begin(), more.end());
    return told;
}

namespace {

std::string source_told(const Design& design) {
    if (design.method == "prior") return "prior only: no report has narrowed them yet";
    if (design.method == "belief") {
        const std::string without = option_of(design, "without");
        if (!without.empty()) {
            return fmt::format(
                "from the belief without the reports of {}: the prior, narrowed by all others, "
                "worth {} draws",
                without, option_of(design, "effective"));
        }
        const bool second = option_of(design, "reading") == "second";
        return fmt::format("from the belief: the prior, narrowed by the reports{}, worth {} draws",
                           second ? " by their second reading" : "",
                           option_of(design, "effective"));
    }
    const std::string calibration = option_of(design, "calibration");
    return "from " + (calibration.empty() ? "this calibration" : calibration);
}

/// Twins have the draw of the play before them, which shows luck.
std::string own_draws(const Experiment& experiment) {
    std::set<std::uint32_t> draws;
    for (const auto& [replicate, draw] : draws_of_plays(experiment))
        draws.insert(draw);
    if (draws.size() == experiment.draws.size()) return "its own";
    return fmt::format("{} of {} their own", draws.size(), experiment.draws.size());
}

/// Of draws that reports have narrowed, where these cannot be read another way.
std::string why_no_second_reading(const Design& design) {
    if (design.method == "posterior") {
        return "A calibration keeps no weights of each voice, so there is no second reading of the "
               "reports; a belief has one (tumen calibrate --all).";
    }
    if (option_of(design, "reading") == "unweighed") {
        return "This belief keeps no weights of each voice, so there is no second reading of the "
               "reports; tumen belief make writes them.";
    }
    return {};
}

}  // namespace

std::vector<std::string> draws_told(const Experiment& experiment) {
    if (experiment.draws.empty() || !experiment.design) return {};
    const bool rules = option_of(*experiment.design, "rules") == "all";
    std::vector<std::string> told = {
        fmt::format("Each play has its own luck and {} draw of {} values{}, {}.",
                    own_draws(experiment), experiment.draws.front().values.size(),
                    rules ? " and rival rules" : "", source_told(*experiment.design))};
    const std::string why_one = why_no_second_reading(*experiment.design);
    if (!why_one.empty()) told.push_back(why_one);
    for (std::uint32_t i = 0; i < points_asked(experiment); ++i) {
        const Point& point = experiment.points[i];
        if (point.held.empty()) continue;
        told.push_back(fmt::format("Held, for scenario or command line name it, in {}: {}.",
                                   point.name, fmt::join(point.held, ", ")));
    }
    return told;
}

}  // namespace tumen
