#include "patterns/conclusions.hpp"

#include <algorithm>

namespace tumen {

namespace {

constexpr Conclusion all[] = {
    {"H1", "Hand-in drive less calm: people calling in its last week", "hyesan-handin",
     "hyesan-calm", "mean(calling, during[85:91]) - base(mean(calling, during[85:91]))"},
    {"H2", "Hand-in drive less calm: working phones at its end", "hyesan-handin", "hyesan-calm",
     "last(phones_held, during) - base(last(phones_held, during))"},
    {"H3", "Hand-in drive less calm: arrests while it lasts", "hyesan-handin", "hyesan-calm",
     "sum(arrested, during) - base(sum(arrested, during))"},
    {"H4", "Hand-in drive less calm: mean fee while it lasts", "hyesan-handin", "hyesan-calm",
     "mean(fee, during) - base(mean(fee, during))"},
    {"H5", "Hand-in drive less calm: transfers that arrive while it lasts", "hyesan-handin",
     "hyesan-calm", "sum(transfers_served, during) - base(sum(transfers_served, during))"},
    {"H6", "Hand-in drive less calm: need of families while it lasts", "hyesan-handin",
     "hyesan-calm", "mean(need_kin, during) - base(mean(need_kin, during))"},
    {"H7", "Hand-in drive less calm: people calling from the second month after it",
     "hyesan-handin", "hyesan-calm",
     "mean(calling, after[30:77]) - base(mean(calling, after[30:77]))"},
    {"H8", "Hand-in drive: phones counted less people silent at its end", "hyesan-handin",
     "hyesan-calm",
     "sum(handed_in, during) - (base(mean(calling, during[85:91])) - mean(calling, "
     "during[85:91]))"},
    {"H9", "Hand-in drive: phones counted less working phones gone", "hyesan-handin", "hyesan-calm",
     "sum(handed_in, during) - (base(last(phones_held, during)) - last(phones_held, during))"},
    {"C1", "Promise less no promise: working phones handed in", "hyesan-handin", "hyesan-coercion",
     "sum(real_professional, during) + sum(real_family, during) - base(sum(real_professional, "
     "during) + sum(real_family, during))"},
    {"C2", "Promise less no promise: phones handed in of any kind", "hyesan-handin",
     "hyesan-coercion", "sum(handed_in, during) - base(sum(handed_in, during))"},
    {"C3", "Promise less no promise: people calling in the last week", "hyesan-handin",
     "hyesan-coercion", "mean(calling, during[85:91]) - base(mean(calling, during[85:91]))"},
    {"C4", "Promise less no promise: arrests while the drive lasts", "hyesan-handin",
     "hyesan-coercion", "sum(arrested, during) - base(sum(arrested, during))"},
    {"R1", "Reward less none: reports during the drive", "hyesan-reward", "hyesan-handin",
     "sum(reports, during) - base(sum(reports, during))"},
    {"R2", "Reward less none: arrests during the drive", "hyesan-reward", "hyesan-handin",
     "sum(arrested, during) - base(sum(arrested, during))"},
    {"R3", "Reward less none: people calling in the last week", "hyesan-reward", "hyesan-handin",
     "mean(calling, during[85:91]) - base(mean(calling, during[85:91]))"},
    {"O1", "Oath drive less calm: people calling while it lasts", "hoeryong-oath", "hoeryong-calm",
     "mean(calling, during) - base(mean(calling, during))"},
    {"O2", "Oath drive less calm: people calling from the second month after it", "hoeryong-oath",
     "hoeryong-calm", "mean(calling, after[30:124]) - base(mean(calling, after[30:124]))"},
    {"O3", "Oath drive less calm: reports from its first day on", "hoeryong-oath", "hoeryong-calm",
     "sum(reports, during) + sum(reports, after) - base(sum(reports, during) + sum(reports, "
     "after))"},
    {"O4", "Oath drive less calm: arrests from its first day on", "hoeryong-oath", "hoeryong-calm",
     "sum(arrested, during) + sum(arrested, after) - base(sum(arrested, during) + sum(arrested, "
     "after))"},
    {"O5", "Oath drive less calm: money delivered from its first day on", "hoeryong-oath",
     "hoeryong-calm",
     "sum(money_delivered, during) + sum(money_delivered, after) - base(sum(money_delivered, "
     "during) + sum(money_delivered, after))"},
    {"O6", "Oath drive: oaths signed less people silent at its end", "hoeryong-oath",
     "hoeryong-calm",
     "last(signed, during) - last(signed, before) - (base(mean(calling, during[23:29])) "
     "- mean(calling, during[23:29]))"},
    {"S1", "Sweep less calm: people calling while it lasts", "hyesan-sweep", "hyesan-calm",
     "mean(calling, during) - base(mean(calling, during))"},
    {"S2", "Sweep less calm: arrests while it lasts", "hyesan-sweep", "hyesan-calm",
     "sum(arrested, during) - base(sum(arrested, during))"},
    {"S3", "Sweep less calm: people exiled while it lasts", "hyesan-sweep", "hyesan-calm",
     "sum(exiled_people, during) - base(sum(exiled_people, during))"},
    {"S4", "Sweep less calm: mean fee while it lasts", "hyesan-sweep", "hyesan-calm",
     "mean(fee, during) - base(mean(fee, during))"},
    {"S5", "Sweep less calm: share of transfers for which no broker is found", "hyesan-sweep",
     "hyesan-calm",
     "ratio(sum(transfers_unmet, during), sum(transfers_asked, during)) - "
     "base(ratio(sum(transfers_unmet, during), sum(transfers_asked, during)))"},
    {"S6", "Sweep less calm: brokers calling from the third month after it", "hyesan-sweep",
     "hyesan-calm",
     "mean(calling_brokers, after[60:79]) - base(mean(calling_brokers, after[60:79]))"},
    {"L1", "Closure less calm: people calling while it lasts", "hyesan-lockdown", "hyesan-calm",
     "mean(calling, during) - base(mean(calling, during))"},
    {"L2", "Closure less calm: transfers asked for while it lasts", "hyesan-lockdown",
     "hyesan-calm", "sum(transfers_asked, during) - base(sum(transfers_asked, during))"},
    {"Y1", "Fourth yearly drive less the first: working phones handed in, of those held",
     "hyesan-yearly", "",
     "ratio(sum(real_professional, during[1095:1186]) + sum(real_family, during[1095:1186]), "
     "mean(phones_held, during[1085:1094])) - ratio(sum(real_professional, during[0:91]) + "
     "sum(real_family, during[0:91]), mean(phones_held, before[10]))"},
};

}  // namespace

std::span<const Conclusion> conclusions() {
    return all;
}

std::string_view name_of(Direction direction) {
    switch (direction) {
        case Direction::higher:
            return "higher";
        case Direction::lower:
            return "lower";
        case Direction::uncertain:
            return "uncertain";
        case Direction::no_value:
            return "no value";
    }
    return "";
}

ConclusionResult conclude(std::span<const double> differences) {
    ConclusionResult result;
    result.replicates = differences.size();
    if (differences.empty()) return result;
    result.mean = mean(differences);
    result.mean_interval = mean_interval(differences, 0.95);
    if (!result.mean_interval) return result;
    const Interval& interval = *result.mean_interval;
    result.direction = interval.low > 0    ? Direction::higher
                       : interval.high < 0 ? Direction::lower
                                           : Direction::uncertain;
    return result;
}

Answer survives(std::span<const Direction> directions) {
    const bool certain =
        std::all_of(directions.begin(), directions.end(), [&](Direction direction) {
            return direction == directions.front() &&
                   (direction == Direction::higher || direction == Direction::lower);
        });
    return certain && !directions.empty() ? Answer::yes : Answer::no;
}

std::vector<Measurement> measurements_of(std::span<const Conclusion> conclusions) {
    std::vector<Measurement> measurements;
    for (const Conclusion& one : conclusions) {
        measurements.push_back({one.scenario, one.against, one.statistic});
    }
    return measurements;
}

}  // namespace tumen
