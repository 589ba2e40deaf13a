#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "model/lanes/wide.hpp"
#include "model/steps/steps.hpp"
#include "rules/contact.hpp"

/// Step 13: what the day reports. Reads state and changes none.
namespace tumen {

namespace {

double risk_excess_of_roles(const Persons& persons) {
    double sum = 0;
    for (std::size_t b = 0; b < persons.blocks.size(); ++b) {
        const PersonBlock& block = persons.blocks[b];
        const std::uint64_t roles =
            block[Flag::family] | block[Flag::smuggler] | block[Flag::broker];
        for_each_bit(roles, b, [&](PersonPlace i) { sum += persons.risk_excess[i]; });
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
            side_by_side = side_by_side && ward.roles_come_first;
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
void count_people(std::span<Ward> wards) {
    const auto ones = [](std::uint64_t mask) {
        return static_cast<std::int32_t>(std::popcount(mask));
    };
    for (Ward& ward : wards) {
        WardTally& report = ward.today;
        for (const PersonBlock& block : ward.persons.blocks) {
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
            report[Count::in_custody] += ones(block[Flag::held]);
            report[Count::sources_calling] += ones(block[Flag::source] & calling);
        }
        report[Count::signed_oath] += ward.signed_unseen;
        report[Count::in_exile] = ward.exiled_adults;
        report[Count::free_adults] = static_cast<std::int32_t>(ward.adults) -
                                     report[Count::in_custody] - report[Count::in_detention] -
                                     report[Count::in_prison] - report[Count::in_exile];
        const auto kin = static_cast<std::int32_t>(ward.kin.size());
        report[Count::kin_households] = kin;
        report[Count::reached_30] = ward.contacts.within_30;
        report[Count::reached_365] = ward.contacts.within_365;
        report[Count::silent_90] = kin - ward.contacts.within_90;
        report[Quantity::belief] = ward.belief_of_roles * ward.belief_left;
    }
}

// Eight doubles in a register, or in several where the processor's are narrower.
using Lanes = double __attribute__((vector_size(lanes * sizeof(double))));

double in_order(const Lanes& partial) {
    double total = 0;
    for (std::size_t lane = 0; lane < lanes; ++lane)
        total += partial[lane];
    return total;
}

/// Needs of homes with kin abroad and of traders' homes, summed in an order that vector units can
/// follow: eight partial sums, then these in order. Sums for now; the city divides. (The parameters
/// come as a copy, so that no write can be thought to change them.)
TUMEN_WIDE
void sum_needs(const ContactParameters p, double left, std::span<Ward> wards) {
    for (Ward& ward : wards) {
        const double* base_need = ward.homes.base_need.data();
        const double* savings_base = ward.homes.savings_base.data();
        const double* savings_excess = ward.homes.savings_excess.data();
        const double* kin_weight = ward.homes.kin_weight.data();
        const double* trader_weight = ward.homes.trader_weight.data();
        Lanes kin{};
        Lanes traders{};
        for (std::size_t first = 0; first < ward.homes_observed; first += lanes) {
            std::array<double, lanes> needs;
            for (std::size_t i = 0; i < lanes; ++i) {
                const std::size_t h = first + i;
                needs[i] = need(p, base_need[h], savings_base[h] + savings_excess[h] * left);
            }
            Lanes eight;
            Lanes weight;
            std::memcpy(&eight, needs.data(), sizeof eight);
            std::memcpy(&weight, kin_weight + first, sizeof weight);
            kin += eight * weight;
            std::memcpy(&weight, trader_weight + first, sizeof weight);
            traders += eight * weight;
        }
        ward.today[Quantity::need_kin] = in_order(kin);
        ward.today[Quantity::need_traders] = in_order(traders);
    }
}

}  // namespace

void observe_counts(const Today&, std::span<Ward> wards) {
    count_people(wards);
}

void observe(const Today& now, std::span<Ward> wards) {
    count_people(wards);
    sum_risk_of_roles(wards);
    sum_needs(now.p.contact, now.day.savings_left, wards);
}

}  // namespace tumen
