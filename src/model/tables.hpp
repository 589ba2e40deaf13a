#pragma once
#include <cstdint>
#include <vector>

#include "base/distributions.hpp"
#include "model/calendar.hpp"
#include "rules/roles.hpp"

/// What follows from the parameters alone and is used again and again, computed once for all
/// replicates.
namespace tumen {

/// The number of 32-bit words w with uniform(w) < probability: `w < word_threshold(p)` decides like
/// `happens(w, p)`.
constexpr std::uint64_t word_threshold(double probability) {
    if (!(probability > 0)) return 0;
    const double words = probability * 0x1p32 - 0.5;
    if (words >= 0x1p32) return std::uint64_t{1} << 32;
    if (words <= 0) return 0;
    const auto whole = static_cast<std::uint64_t>(words);
    return static_cast<double>(whole) < words ? whole + 1 : whole;
}

/// A daily chance decided by one byte, and by a further word in the one case of 256 where the byte
/// does not settle it.
struct Chance {
    std::uint8_t certain = 0;  // bytes below this one: yes
    double rest = 0;           // the byte equal to it: yes with this probability

    static Chance of(double probability);
};

/// Tables of one segment of the calendar.
struct SegmentTables {
    Chance review;
    ByRole<Chance> calling;
    Chance salience;  // on the deadline, when it is highest
    Chance request;   // at the greatest need and no fee
    Chance entry;     // of smugglers, where no broker calls
    double purchase_probability;
    std::vector<double> notice_probability;  // by number of neighbours
};

class Tables {
  public:
    explicit Tables(const Plan& plan, const Calendar& calendar);

    const SegmentTables& of(const DayConditions& today) const { return segments_[today.segment]; }

    BinomialTable more_adults;
    BetaTable need;
    BetaTable belief;
    RoleShares<std::uint64_t> role_below;  // thresholds on the words of role and kin
    ByRole<std::uint64_t> phone_below;     // on the words of traits
    ByRole<std::uint64_t> old_phone_below;
    double least_follow_threshold;  // of all days: nobody below it is followed for suspicion alone
    double most_reputation_weight;  // of all days

  private:
    std::vector<SegmentTables> segments_;
};

}  // namespace tumen
