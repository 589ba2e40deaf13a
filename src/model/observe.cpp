#include <algorithm>
#include <array>
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

/// Whether the people with a role are the first of the ward's columns, as they are where nobody
/// else has a place from the start.
Answer roles_come_first(const Ward& ward) {
    const auto roles = static_cast<std::size_t>(ward.people_with_role);
    for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
        const PersonBlock& block = ward.persons.blocks[b];
        const std::size_t before = b * 64;
        const std::size_t here = roles > before ? std::min<std::size_t>(64, roles - before) : 0;
        const std::uint64_t first = here == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << here) - 1;
        if ((block[Flag::family] | block[Flag::smuggler] | block[Flag::broker]) != first) {
            return Answer::no;
        }
    }
    return Answer::yes;
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

/// The fear of people with a role, summed by ward in the order of places. An addition waits for the
/// one before it, so the sums of eight wards go side by side.
void sum_risk_of_roles(std::span<Ward> wards) {
    for (; !wards.empty(); wards = wards.subspan(std::min(lanes, wards.size()))) {
        const std::span<Ward> some = wards.first(std::min(lanes, wards.size()));
        bool side_by_side = some.size() == lanes;
        std::size_t shortest = SIZE_MAX;
        for (const Ward& ward : some) {
            side_by_side = side_by_side && roles_come_first(ward) == Answer::yes;
            shortest = std::min(shortest, static_cast<std::size_t>(ward.people_with_role));
        }
        if (!side_by_side) {
            for (Ward& ward : some) {
                ward.today[Quantity::risk_roles] = risk_excess_of_roles(ward.persons);
            }
            continue;
        }
        std::array<double, lanes> sums{};
        std::array<const double*, lanes> excess;
        for (std::size_t w = 0; w < lanes; ++w)
            excess[w] = some[w].persons.risk_excess.data();
        for (std::size_t i = 0; i < shortest; ++i) {
            for (std::size_t w = 0; w < lanes; ++w)
                sums[w] += excess[w][i];
        }
        for (std::size_t w = 0; w < lanes; ++w) {
            const auto roles = static_cast<std::size_t>(some[w].people_with_role);
            for (std::size_t i = shortest; i < roles; ++i)
                sums[w] += excess[w][i];
            some[w].today[Quantity::risk_roles] = sums[w];
        }
    }
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
}

}  // namespace

void observe(const Today& now, std::span<Ward> wards) {
    for (Ward& ward : wards)
        observe_ward(now, ward);
    sum_risk_of_roles(wards);
}

}  // namespace tumen
