#include "support/pasts.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <memory>
#include <optional>

#include "support/plans.hpp"

namespace tumen::testing {

void expect_same(const CityResult& one, const CityResult& other, const std::string& what) {
    EXPECT_EQ(hex(one.state_hash), hex(other.state_hash)) << what;
    EXPECT_EQ(one.adults, other.adults) << what;
    EXPECT_TRUE(one.chain == other.chain) << what;
    ASSERT_EQ(one.days.size(), other.days.size()) << what;
    for (std::size_t day = 0; day < one.days.size(); ++day) {
        for (std::size_t row = 0; row < count_total + quantity_total; ++row) {
            ASSERT_EQ(std::bit_cast<std::uint64_t>(one.days[day].value(row)),
                      std::bit_cast<std::uint64_t>(other.days[day].value(row)))
                << what << ", day " << day << ", " << observable_rows()[row].name;
        }
    }
}

SharedPast::Days expect_bits_equal(const std::vector<Plan>& plans, const std::string& what,
                                   Executor& executor) {
    std::vector<std::shared_ptr<const Simulation>> simulations;
    std::vector<std::int32_t> partings;
    for (const Plan& plan : plans) {
        simulations.push_back(std::make_shared<const Simulation>(plan));
        if (simulations.size() == 1) continue;
        const auto parting =
            parting_day(*simulations[simulations.size() - 2], *simulations.back(), 0);
        partings.push_back(parting.value_or(INT32_MIN));
    }
    SharedPast past;
    for (std::uint32_t replicate = 1; replicate <= 2; ++replicate) {
        past.begin(partings);
        for (std::size_t i = 0; i < simulations.size(); ++i) {
            const CityResult shared = past.play(simulations[i], seed, replicate, 0, executor, {});
            const CityResult whole = simulations[i]->play(seed, replicate, 0, executor);
            expect_same(shared, whole, what + ", play " + std::to_string(i));
        }
    }
    return past.days();
}
SharedPast::Days expect_bits_equal(const std::vector<Plan>& plans, const std::string& what) {
    SerialExecutor executor;
    return expect_bits_equal(plans, what, executor);
}

}  // namespace tumen::testing
