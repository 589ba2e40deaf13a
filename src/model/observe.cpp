#include <bit>

#include "base/math.hpp"
#include "model/processes.hpp"

/// Step 13: what the day reports. Reads state and changes none.
namespace tumen {

namespace {

/// Sum in a fixed order that vector units can follow: eight partial sums, then these in order.
class LaneSum {
  public:
    void add(const double* values, const double* weights, std::size_t count) {
        std::size_t i = 0;
        for (; i + lanes <= count; i += lanes) {
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                sums_[lane] += values[i + lane] * weights[i + lane];
            }
        }
        for (std::size_t lane = 0; i < count; ++i, ++lane) sums_[lane] += values[i] * weights[i];
    }
    double total() const {
        double total = 0;
        for (const double sum : sums_) total += sum;
        return total;
    }

  private:
    static constexpr std::size_t lanes = 8;
    double sums_[lanes] = {};
};

void needs_of_homes(const Today& now, Ward& ward) {
    const ContactParameters& p = now.p.contact;
    const Homes& homes = ward.homes;
    const double left = now.day.savings_left;
    ward.needs.resize(ward.homes_observed);
    const double* base_need = homes.base_need.data();
    const double* base = homes.savings_base.data();
    const double* excess = homes.savings_excess.data();
    double* needs = ward.needs.data();
    const std::size_t count = ward.homes_observed;
    for (std::size_t h = 0; h < count; ++h) {
        needs[h] = need(p, base_need[h], base[h] + excess[h] * left);
    }
}

double risk_excess_of_roles(const Persons& persons) {
    double sum = 0;
    for (std::size_t b = 0; b < persons.blocks.size(); ++b) {
        const PersonBlock& block = persons.blocks[b];
        const std::uint64_t roles =
            block[Flag::family] | block[Flag::smuggler] | block[Flag::broker];
        for_each_bit(roles, b, [&](std::size_t i) { sum += persons.risk_excess[i]; });
    }
    return sum;
}

std::int64_t ones(std::uint64_t mask) {
    return std::popcount(mask);
}

void count_flags(const Persons& persons, DayReport& report) {
    for (const PersonBlock& block : persons.blocks) {
        const std::uint64_t calling = block[Flag::calling];
        const std::uint64_t family = block[Flag::family];
        const std::uint64_t smuggler = block[Flag::smuggler];
        const std::uint64_t broker = block[Flag::broker];
        report[Count::phones_held] += ones(block[Flag::phone]);
        report[Count::calling_families] += ones(calling & family);
        report[Count::calling_smugglers] += ones(calling & smuggler);
        report[Count::calling_brokers] += ones(calling & broker);
        report[Count::calling_residents] += ones(calling & ~(family | smuggler | broker));
        report[Count::followed] += ones(block[Flag::followed]);
        report[Count::signed_oath] += ones(block[Flag::signed_oath]);
        report[Count::signers_calling] += ones(block[Flag::signed_oath] & calling);
        report[Count::in_detention] += ones(block[Flag::detained]);
        report[Count::in_prison] += ones(block[Flag::imprisoned]);
    }
}

}  // namespace

void observe_ward(const Today& now, Ward& ward) {
    DayReport& report = ward.today;
    count_flags(ward.persons, report);
    report[Count::signed_oath] += ward.signed_unseen;
    report[Count::in_exile] = ward.exiled_adults;
    report[Count::free_adults] = static_cast<std::int64_t>(ward.adults) -
                                 report[Count::in_detention] - report[Count::in_prison] -
                                 report[Count::in_exile];
    needs_of_homes(now, ward);
    LaneSum kin;
    LaneSum traders;
    kin.add(ward.needs.data(), ward.homes.kin_weight.data(), ward.homes_observed);
    traders.add(ward.needs.data(), ward.homes.trader_weight.data(), ward.homes_observed);
    // Sums for now; the city divides.
    report[Quantity::need_kin] = kin.total();
    report[Quantity::need_traders] = traders.total();
    report[Quantity::risk_roles] = risk_excess_of_roles(ward.persons);
}

}  // namespace tumen
