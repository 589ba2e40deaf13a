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

// The one loop worth wider vectors: it runs over every observed home every day. The clones differ in speed
// alone; contraction is off, so all give the same bits. Sanitizers cannot choose among clones at start-up.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define TUMEN_WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define TUMEN_WIDE
#endif

/// `needs[h]` = the rule's need of home h, for all of them. The parameters come as a copy, so that no write
/// can be thought to change them.
TUMEN_WIDE
void needs_of(const ContactParameters p, double left, const double* base_need, const double* base,
              const double* excess, double* needs, std::size_t count) {
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
    const Homes& homes = ward.homes;
    ward.needs.resize(ward.homes_observed);
    needs_of(now.p.contact, now.day.savings_left, homes.base_need.data(), homes.savings_base.data(),
             homes.savings_excess.data(), ward.needs.data(), ward.homes_observed);
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
