#include "rules/remittance.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

constexpr RemittanceParameters p{0.22, 15, 0.3, 0.6, 0.73, 0.5, 8000, 0.8, 0.002, 0.35, 0.5};

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

TEST(Scarcity, IsBrokersCallingOverThoseAtTheStart) {
    EXPECT_EQ(calling_share(30, 120), 0.25);
    EXPECT_EQ(calling_share(150, 120), 1);  // those who joined later do not make it more
    EXPECT_EQ(calling_share(3, 0), 0);
    EXPECT_EQ(calling_share(1, 1), 1);
    EXPECT_EQ(brokers_risk(0.06, 3, 0.5), 0.02);
    EXPECT_EQ(brokers_risk(0.06, 1, 0.5), 0.06);
    EXPECT_EQ(brokers_risk(0, 0, 0.5), 0.5);  // where none calls
}

TEST(Amount, MakesUpForPartOfWhatWasNotSent) {
    EXPECT_DOUBLE_EQ(money_sent(p, 500), 8000);    // the ordinary gap: 365 / 0.73
    EXPECT_DOUBLE_EQ(money_sent(p, 1000), 14400);  // 8000 (0.2 + 0.8 x 2)
    EXPECT_DOUBLE_EQ(money_sent(p, 0), 1600);
    RemittanceParameters never = p;
    never.transfer_makeup = 0;
    EXPECT_EQ(money_sent(never, 1000), 8000);
}

TEST(Payout, GivesTheFamilyWhatTheFeeLeavesAndTheBrokerAShareOfTheFee) {
    const Payout paid = payout(p, 8000, 0.25);
    EXPECT_DOUBLE_EQ(paid.family, 6000);
    EXPECT_DOUBLE_EQ(paid.broker, 700);  // 8000 x 0.25 x 0.35
    EXPECT_EQ(payout(p, 8000, 0).family, 8000);
    EXPECT_EQ(payout(p, 8000, 0).broker, 0);
}

TEST(Payout, NeverPaysOutMoreThanWasSent) {
    for (int i = 0; i <= 100; ++i) {
        const Payout paid = payout(p, 8000, i / 100.0);
        EXPECT_GE(paid.family, 0);
        EXPECT_LE(paid.family + paid.broker, 8000);
    }
}

TEST(Entry, IsLikelierTheFewerBrokersCall) {
    EXPECT_EQ(entry_probability(p, 0), 0.002);
    EXPECT_EQ(entry_probability(p, 0.75), 0.0005);
    EXPECT_EQ(entry_probability(p, 1), 0);
}

}  // namespace
}  // namespace tumen
