#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "measures/headlines/headlines.hpp"
#include "measures/headlines/yardstick.hpp"

/// Two scenarios on the same luck: the difference of every headline, replicate by replicate.
namespace tumen {

/// What the interval of a mean difference tells of its sign.
enum class Sign : std::uint8_t { higher, lower, none, open, too_few };

/// How the interval of a mean difference was found.
enum class IntervalMethod : std::uint8_t { student, bootstrap, exact };

/// One headline of another scenario less that of the base.
struct PairedDifference {
    Headline headline;
    std::size_t n = 0;  // pairs in which both have a value
    double base = 0;    // means over these pairs
    double other = 0;
    double difference = 0;
    Interval interval;  // 95 %, of the mean difference
    IntervalMethod method = IntervalMethod::student;
    Sign sign = Sign::open;
    bool seen = true;       // whether any play of either has any of it
    std::size_t above = 0;  // pairs in which the other is higher
    std::size_t below = 0;
    std::optional<double>
        correlation;  // between the two, over pairs; nothing where one is constant
    std::optional<double>
        variance_reduction;  // unpaired over paired variance; below 1 pairing hurts
};

/// The difference of two samples of equal length; what is not finite in either is left out as a
/// pair. Student's t, or the bootstrap where the differences are skewed and t would be off. Nothing
/// for fewer than two pairs.
std::optional<PairedDifference> paired_difference(const Headline& headline,
                                                  std::span<const double> base,
                                                  std::span<const double> other);

/// The plan whose campaign says which days both are looked at: the base's, or the other's where
/// nothing happens in the base.
const Plan& comparison_plan(const Plan& base, const Plan& other);

/// Whose days the campaign's are in both, where that of the other is at another time; else empty.
std::string days_told(const Scenario& base, const Scenario& other);

/// An empty table of either of the two, with the headlines of both: those of that plan, and what
/// the scenarios ask for themselves.
HeadlineTable comparison_table(const Scenario& base, const Scenario& other,
                               Against against = Against::nothing);

/// Why two plans cannot be compared day by day: other days, other cities; empty where they can.
std::string incomparable(const Plan& base, const Plan& other);

/// One headline of both, replicate by replicate; NaN where there is no value.
struct PairedColumn {
    Headline headline;
    std::vector<double> base;
    std::vector<double> other;
    std::vector<std::uint32_t> replicates = {};
};

/// Two scenarios of an experiment as their finished replicates come in, in any order.
class Pairing {
  public:
    Pairing(std::string name, const Scenario& base, const Scenario& other,
            Against against = Against::nothing);
    /// With the days of its yardstick; a scenario without a campaign is its own.
    void add_base(const ReplicateResult& result, const Trajectory* yardstick);
    void add_other(const ReplicateResult& result, const Trajectory* yardstick);
    const std::string& name() const { return name_; }  // of the other
    const std::string& days() const { return days_; }  // days_told of both
    const Plan& plan() const { return base_.plan(); }  // that says which days are looked at
    std::vector<PairedDifference> differences() const;
    std::vector<PairedColumn> columns() const;

  private:
    void add(HeadlineTable& table, const ReplicateResult& result, const Trajectory* yardstick);

    std::string name_;
    std::string days_;
    Against against_;
    HeadlineTable base_;
    HeadlineTable other_;
};

/// One for each point asked for but `base`, in their order.
class PairingBook {
  public:
    PairingBook(const Experiment& experiment, std::uint32_t base);
    void add(const ReplicateResult& result);  // failed ones are left out
    const std::vector<Pairing>& pairings() const { return pairings_; }

  private:
    std::uint32_t base_;
    YardstickGate gate_;
    std::vector<std::uint32_t> points_;  // of the pairings
    std::vector<Pairing> pairings_;
};

/// Every headline that both plans have, over the replicates that both tables hold.
std::vector<PairedColumn> paired_columns(const HeadlineTable& base, const HeadlineTable& other);
std::vector<PairedDifference> paired_differences(const HeadlineTable& base,
                                                 const HeadlineTable& other);

/// "lower on average, and in 97 of 100 plays"
std::string told_of(const PairedDifference& difference);

/// One sentence: "People who stopped calling: -19 (-24 to -14) against hyesan-handin; lower on
/// average, and in 97 of 100 plays."
std::string sentence_of(const PairedDifference& difference, std::string_view base_name);

/// A warning where playing both on the same luck did not help; empty elsewhere.
std::string pairing_warning(const PairedDifference& difference);

std::string_view name_of(Sign sign);

}  // namespace tumen
