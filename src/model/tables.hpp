#pragma once
#include <cstdint>
#include <vector>

#include "base/distributions.hpp"
#include "model/calendar.hpp"

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
    std::uint64_t broker_below;  // thresholds on the role word
    std::uint64_t trader_below;
    std::uint64_t kin_below;
    ByRole<std::uint64_t> phone_below;  // on the words of traits
    ByRole<std::uint64_t> old_phone_below;
    double least_follow_threshold;  // of all days: nobody below it is ever followed

  private:
    std::vector<SegmentTables> segments_;
};

}  // namespace tumen
