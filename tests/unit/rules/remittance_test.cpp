#include "rules/remittance.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

constexpr RemittanceParameters p{0.22, 15, 0.3, 0.6, 0.73, 8000, 0.35, 0.5};

TEST(Fee, RisesWithTheBrokersFearAndScarcity) {
    EXPECT_DOUBLE_EQ(fee(p, 0, 1), 0.22);
    EXPECT_DOUBLE_EQ(fee(p, 0.002, 1), 0.25);    // + 15 x 0.002
    EXPECT_DOUBLE_EQ(fee(p, 0.002, 0.5), 0.40);  // + 0.3 x 0.5
    EXPECT_DOUBLE_EQ(fee(p, 0, 0), 0.52);
}

TEST(Fee, IsBounded) {
    EXPECT_EQ(fee(p, 0.02, 0), 0.6);  // 0.22 + 0.3 + 0.3 is more than there may be
    RemittanceParameters cheap = p;
    cheap.fee_base = -0.5;
    EXPECT_EQ(fee(cheap, 0, 1), 0);
}

TEST(Requests, ComeFromNeedAndAreFewerWhereDearer) {
    // 0.73 / 365 = 0.002 a day at a need of one half and the base fee
    EXPECT_DOUBLE_EQ(request_probability(p, 0.5, 0.22), 0.002);
    EXPECT_DOUBLE_EQ(request_probability(p, 0, 0.22), 0.001);
    EXPECT_DOUBLE_EQ(request_probability(p, 1, 0.22), 0.003);
    EXPECT_DOUBLE_EQ(request_probability(p, 0.5, 0.61), 0.001);  // (1 - 0.61) / 0.78 = 1/2
    EXPECT_EQ(request_probability(p, 0.5, 1), 0);
}

TEST(Payout, GivesTheFamilyWhatTheFeeLeavesAndTheBrokerAShareOfTheFee) {
    const Payout paid = payout(p, 0.25);
    EXPECT_DOUBLE_EQ(paid.family, 6000);
    EXPECT_DOUBLE_EQ(paid.broker, 700);  // 8000 x 0.25 x 0.35
    EXPECT_EQ(payout(p, 0).family, 8000);
    EXPECT_EQ(payout(p, 0).broker, 0);
}

TEST(Payout, NeverPaysOutMoreThanWasSent) {
    for (int i = 0; i <= 100; ++i) {
        const Payout paid = payout(p, i / 100.0);
        EXPECT_GE(paid.family, 0);
        EXPECT_LE(paid.family + paid.broker, 8000);
    }
}

}  // namespace
}  // namespace tumen
