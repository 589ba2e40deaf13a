#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/results.hpp"
#include "measures/headlines/trajectory.hpp"
#include "measures/numbers/statistics.hpp"
#include "model/calendar.hpp"
#include "model/observables.hpp"
#include "scenario/evidence/measure_rows.hpp"
#include "scenario/evidence/statistic.hpp"
#include "scenario/scenario.hpp"

/// The few numbers a replicate comes to: what the officers can count beside what really changed.
namespace tumen {

/// A row of evidence/measures.toml, or a headline of the scenario's own.
struct Headline {
    std::string id;
    std::string label;
    std::string unit;  // unit ids of the parameter table, or what is counted
    std::string explanation;
    std::string statistic;
    Side side = Side::other;
    double smallest = 0;  // size that matters, as HeadlineRow has it; 0 where nobody said
    Against against = Against::nothing;
    std::string instead_of = {};
    friend bool operator==(const Headline&, const Headline&) = default;
};

/// Every usual headline there is.
std::vector<Headline> all_headlines();

using OwnHeadlines = std::span<const OwnHeadline>;

/// The headlines that have a meaning for the plan, then those of its own. In a campaign the
/// official picture and what changed between its eve and its end, and, against the yardstick, what
/// changed because of it; else levels of the whole run.
std::vector<Headline> headlines(const Plan& plan, OwnHeadlines own = {},
                                Against against = Against::nothing);
std::vector<Headline> headlines(const Scenario& scenario);

/// Their values for one replicate, in the same order; a quiet NaN where there is none (0 of 0).
/// Cities are added up; levels are averaged with residents as weights.
std::vector<double> headline_values(const Plan& plan,
                                    std::span<const std::vector<DayReport>> cities,
                                    OwnHeadlines own = {});
std::vector<double> headline_values(const Scenario& scenario,
                                    std::span<const std::vector<DayReport>> cities);

/// One row a replicate, one column a headline; of one point. Failed replicates do not enter.
class HeadlineTable {
  public:
    explicit HeadlineTable(const Plan& plan, OwnHeadlines own = {},
                           Against against = Against::nothing);
    explicit HeadlineTable(const Scenario& scenario, Against against = Against::nothing)
        : HeadlineTable(scenario.plan, scenario.headlines, against) {}

    void add(const ReplicateResult& result);
    /// Of a table against the yardstick, with the same replicate of it.
    void add(const ReplicateResult& result, const Trajectory& yardstick);

    const Plan& plan() const { return plan_; }
    const std::vector<Headline>& headlines() const { return headlines_; }
    /// By id; null where the plan has no such headline.
    const Headline* headline(std::string_view id) const;
    std::size_t replicates() const { return rows_.size(); }
    /// Values in the order of replicates, whatever the order of add(); those without value left
    /// out.
    std::vector<double> column(std::size_t headline) const;
    /// By id; empty where the plan has no such headline.
    std::vector<double> column(std::string_view id) const;
    /// Replicate and its values, NaN included.
    const std::map<std::uint32_t, std::vector<double>>& rows() const { return rows_; }

  private:
    Plan plan_;
    std::vector<Headline> headlines_;
    std::vector<Statistic> statistics_;  // of the headlines
    std::map<std::uint32_t, std::vector<double>> rows_;
};

/// A headline over replicates.
struct HeadlineSummary {
    Headline headline;
    std::size_t n = 0;
    double mean = 0;
    double median = 0;
    Interval range;                   // the middle 90 % of replicates
    std::optional<Interval> of_mean;  // 95 % interval of the mean
};
/// Headlines without any value left out.
std::vector<HeadlineSummary> summarise(const HeadlineTable& table);

/// Whether fewer people called at the end of the campaign than on its eve, judged by the 90 %
/// interval of the mean over replicates.
enum class Silence : std::uint8_t { fewer, no_fewer, more, unknown };

/// The official picture over what changed: phones (or oaths) counted for each person who stopped
/// calling, as a ratio of means over replicates. No value where people did not call less.
struct PictureRatio {
    std::string_view label;
    std::string_view unit;
    std::string_view official;  // headline ids
    std::string_view changed;
    Silence silence = Silence::unknown;
    std::optional<double> value;
    std::optional<Interval> interval;  // 90 %, bootstrap over replicates
};
/// Nothing where the plan has no hand-in and no oath drive.
std::optional<PictureRatio> picture_ratio(const HeadlineTable& table);

/// The answer in exactly three plain sentences with 90 % intervals over replicates.
std::vector<std::string> answer_sentences(const Scenario& scenario, const HeadlineTable& table);

}  // namespace tumen
