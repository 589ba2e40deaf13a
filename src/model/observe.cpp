#include <bit>

#include "model/processes.hpp"
#include "model/wide.hpp"

/// Step 13: what the day reports. Reads state and changes none.
namespace tumen {

namespace {

constexpr std::size_t lanes = 8;

/// Sum of value times weight in a fixed order that vector units can follow: eight partial sums,
/// then these in order.
TUMEN_WIDE
double weighted_sum(const double* values, const double* weights, std::size_t count) {
    double sums[lanes] = {};
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            sums[lane] += values[i + lane] * weights[i + lane];
        }
    }
    for (std::size_t lane = 0; i < count; ++i, ++lane)
        sums[lane] += values[i] * weights[i];
    double total = 0;
    for (const double sum : sums)
        total += sum;
    return total;
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

/// (Wide for the sake of the instruction that counts bits.)
TUMEN_WIDE
void count_flags(const PersonBlock* blocks, std::size_t count, DayReport& report) {
    const auto ones = [](std::uint64_t mask) {
        return static_cast<std::int64_t>(std::popcount(mask));
    };
    for (std::size_t b = 0; b < count; ++b) {
        const PersonBlock& block = blocks[b];
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
    count_flags(ward.persons.blocks.data(), ward.persons.blocks.size(), report);
    report[Count::signed_oath] += ward.signed_unseen;
    report[Count::in_exile] = ward.exiled_adults;
    report[Count::free_adults] = static_cast<std::int64_t>(ward.adults) -
                                 report[Count::in_detention] - report[Count::in_prison] -
                                 report[Count::in_exile];
    const Homes& homes = ward.homes;
    ward.needs.resize(ward.homes_observed);
    needs_of(now.p.contact, now.day.savings_left, homes.base_need.data(), homes.savings_base.data(),
             homes.savings_excess.data(), ward.needs.data(), ward.homes_observed);
    // Sums for now; the city divides.
    report[Quantity::need_kin] =
        weighted_sum(ward.needs.data(), homes.kin_weight.data(), ward.homes_observed);
    report[Quantity::need_traders] =
        weighted_sum(ward.needs.data(), homes.trader_weight.data(), ward.homes_observed);
    report[Quantity::risk_roles] = risk_excess_of_roles(ward.persons);
}

}  // namespace tumen
