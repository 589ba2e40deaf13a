#include <cmath>
#include <limits>

#include "measures/headlines/headlines.hpp"
#include "measures/headlines/remarks.hpp"
#include "measures/numbers/confidence.hpp"
#include "measures/numbers/words.hpp"

namespace tumen {

namespace {

/// A headline's values over replicates, in words.
class Told {
  public:
    Told(const HeadlineTable& table, std::string_view id) : values_(table.column(id)) {
        if (const Headline* headline = table.headline(id)) unit_ = headline->unit;
    }

    explicit operator bool() const { return !values_.empty(); }
    double typical() const { return median(values_); }

    /// "1,234 (1,100 to 1,400)"; one run alone has no interval.
    std::string amount() const {
        std::string text = number_text(typical(), unit_);
        if (values_.size() < 2) return text;
        return text + " (" + interval_text(middle(values_, range_level), unit_) + ")";
    }

    /// For amounts of either sign: "12 fewer (5 more to 30 fewer)".
    std::string change(std::string_view down, std::string_view up) const {
        const auto signed_text = [&](double value) {
            return number_text(std::abs(value), unit_) + " " + std::string(value < 0 ? up : down);
        };
        if (values_.size() < 2) return signed_text(typical());
        const Interval range = middle(values_, range_level);
        if (range.low >= 0 || range.high < 0) {
            const bool rises = range.low < 0;
            const Interval size = rises ? Interval{-range.high, -range.low} : range;
            return signed_text(typical()) + " (" + interval_text(size, unit_) + ")";
        }
        return signed_text(typical()) + " (" + signed_text(range.low) + " to " +
               signed_text(range.high) + ")";
    }

  private:
    std::vector<double> values_;
    std::string_view unit_;
};

/// "In the middle of 64 runs (in brackets: 90 % of them)".
std::string runs_text(const HeadlineTable& table) {
    const std::size_t n = table.replicates();
    if (n == 1) return "In the only run";
    return "In the median of " + std::to_string(n) +
           " runs (in brackets what 90 % of them lie between)";
}

std::string official_sentence(const HeadlineTable& table) {
    std::string text = runs_text(table);
    const Told handed_in(table, "handed_in");
    const Told signed_oaths(table, "signed");
    const Told arrested(table, "arrested");
    if (handed_in) {
        text += " officers counted " + handed_in.amount() + " phones handed in, of which " +
                Told(table, "dead_phones").amount() + " were dead ones";
        if (signed_oaths) text += ", and " + signed_oaths.amount() + " people signed an oath";
    } else if (signed_oaths) {
        text += " officers counted " + signed_oaths.amount() + " people who signed an oath";
    } else {
        text += " there was no count of phones or oaths to show, only " + arrested.amount() +
                " arrests";
    }
    return text + ".";
}

/// From when to when a campaign is looked at.
std::string period_text(const Plan& plan) {
    if (outlives_run(plan)) {
        return "What changed so far, from the eve of the campaign to the last day of the run, for "
               "the campaign is not over";
    }
    if (const std::size_t parts = separate_parts(plan); parts > 1) {
        return "What changed from the eve of the first of " + std::to_string(parts) +
               " parts of the campaign to the end of the last";
    }
    return "What changed from the eve of the campaign to its end";
}

std::string changed_sentence(const HeadlineTable& table) {
    const bool counted = Told(table, "handed_in") || Told(table, "signed");
    std::string text = period_text(table.plan()) + ": " +
                       Told(table, "stopped_calling").change("fewer", "more") +
                       " called abroad than the " + Told(table, "calling_eve").amount() +
                       " people before, there were " +
                       Told(table, "phones_gone").change("fewer", "more") + " working phones";
    if (counted) text += ", and " + Told(table, "arrested").amount() + " people were arrested";
    return text + ".";
}

std::string later_text(const HeadlineTable& table) {
    const Told later(table, "still_quiet_after");
    if (!later) return "";
    return "; over the last 14 days of the run " + later.change("fewer", "more") +
           " people called than on the eve";
}

/// Per 100 people where there is less than one thing a person, since nobody counts half a phone.
std::string fewer_text(const PictureRatio& ratio, const std::string& things) {
    const double value = ratio.value.value_or(0);
    const double people = value < 1 ? 100 : 1;
    std::string text = value < 1 ? "For every 100 people" : "For each person";
    text += " who stopped calling, officers counted " + number_text(people * value, "phones") +
            " " + things;
    if (ratio.interval) {
        const Interval scaled{people * ratio.interval->low, people * ratio.interval->high};
        text += " (90 % interval of this ratio: " + interval_text(scaled, "phones") + ")";
    }
    return text;
}

std::string ratio_sentence(const PictureRatio& ratio, const HeadlineTable& table) {
    const std::string things = ratio.official == "handed_in" ? "phones" : "oaths";
    std::string text;
    switch (ratio.silence) {
        case Silence::unknown:
            text = "One run alone cannot say how far the count lies from what changed";
            break;
        case Silence::more:
            text = "More people called than before, so the count of " + things +
                   " does not show contact lost at all";
            break;
        case Silence::no_fewer:
            text =
                "It cannot be told whether fewer people called than before (the 90 % interval of "
                "the mean change includes none), so the count of " +
                things + " stands beside no clear loss of contact";
            break;
        case Silence::fewer:
            text = fewer_text(ratio, things);
            break;
    }
    return text + later_text(table) + ".";
}

std::string fee_sentence(const HeadlineTable& table) {
    const Told fee(table, "fee_rise");
    std::string text =
        fee ? "The broker's fee was " + fee.change("higher", "lower") + " than before"
            : "There were no days before to compare the broker's fee with";
    return text + later_text(table) + ".";
}

std::vector<std::string> calm_sentences(const HeadlineTable& table) {
    return {runs_text(table) +
                " without a campaign there is no official count to set beside what changed, "
                "only levels: " +
                Told(table, "calling_level").amount() + " people called abroad, and there were " +
                Told(table, "phones_level").amount() + " working phones.",
            "Brokers kept " + Told(table, "fee_level").amount() + " of each transfer" +
                (Told(table, "unmet_level") ? ", and " + Told(table, "unmet_level").amount() +
                                                  " of the requests to kin abroad were not met."
                                            : "."),
            "There were " + Told(table, "arrests_a_month").amount() + " arrests a month."};
}

Silence silence_of(std::span<const double> stopped) {
    const std::optional<Interval> interval = mean_interval(stopped, range_level);
    if (!interval) return Silence::unknown;
    if (interval->low > 0) return Silence::fewer;
    return interval->high < 0 ? Silence::more : Silence::no_fewer;
}

}  // namespace

std::optional<PictureRatio> picture_ratio(const HeadlineTable& table) {
    const bool phones = !table.column("handed_in").empty();
    PictureRatio ratio;
    ratio.label = phones ? "Phones counted for each person who stopped calling"
                         : "Oaths counted for each person who stopped calling";
    ratio.unit = "1";
    ratio.official = phones ? "handed_in" : "signed";
    ratio.changed = "stopped_calling";
    const std::vector<double> official = table.column(ratio.official);
    const std::vector<double> changed = table.column(ratio.changed);
    if (official.empty() || official.size() != changed.size()) return std::nullopt;
    ratio.silence = silence_of(changed);
    if (ratio.silence != Silence::fewer) return ratio;
    ratio.value = mean(official) / mean(changed);
    const auto resampled = [&](std::span<const std::uint32_t> drawn) {
        double counted = 0;
        double quiet = 0;
        for (const std::uint32_t i : drawn) {
            counted += official[i];
            quiet += changed[i];
        }
        // Where nobody fell silent the ratio has no upper end.
        return quiet > 0 ? counted / quiet : std::numeric_limits<double>::infinity();
    };
    ratio.interval = bootstrap_interval(official.size(), resampled, range_level);
    return ratio;
}

std::vector<std::string> answer_sentences(const Scenario& scenario, const HeadlineTable& table) {
    if (table.replicates() == 0) {
        return {"No run of this scenario has been finished.",
                "So there is nothing to say about the official picture or about what changed.",
                "Runs that failed are listed with their reasons in the results file."};
    }
    if (campaign_of(scenario.plan) == Campaign::none) return calm_sentences(table);
    const std::optional<PictureRatio> ratio = picture_ratio(table);
    return {official_sentence(table), changed_sentence(table),
            ratio ? ratio_sentence(*ratio, table) : fee_sentence(table)};
}

}  // namespace tumen
