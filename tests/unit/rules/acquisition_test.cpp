#include "rules/acquisition.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

constexpr AcquisitionParameters calm{0.02, 1500, 2, 1, 1};

AcquisitionParameters with_supply(double supply) {
    AcquisitionParameters p = calm;
    p.phone_supply = supply;
    return p;
}

TEST(PhonePrice, IsTheBasePriceInACalmMarket) {
    EXPECT_EQ(phone_price(calm, 1), 1500);
}

TEST(PhonePrice, RisesWithThreatAndAsSupplyFails) {
    EXPECT_DOUBLE_EQ(phone_price(calm, 1.6), 3300);               // 1500 (1 + 2 x 0.6)
    EXPECT_DOUBLE_EQ(phone_price(with_supply(0.25), 1), 2625);    // 1500 (1 + 0.75)
    EXPECT_DOUBLE_EQ(phone_price(with_supply(0.25), 1.6), 4425);  // 1500 (1 + 1.2 + 0.75)
}

TEST(PurchaseRate, NeedsSupply) {
    EXPECT_EQ(purchase_probability(calm), 0.02);
    EXPECT_DOUBLE_EQ(purchase_probability(with_supply(0.25)), 0.005);
    EXPECT_EQ(purchase_probability(with_supply(0)), 0);
}

TEST(PurchaseMoney, TradersBuyOnCreditAndOthersDoNot) {
    EXPECT_TRUE(can_buy(1500, 1500, 8000, Role::family));
    EXPECT_FALSE(can_buy(1500, 1499, 8000, Role::family));
    EXPECT_FALSE(can_buy(1500, 1499, 8000, Role::resident));
    EXPECT_TRUE(can_buy(1500, -6500, 8000, Role::smuggler));
    EXPECT_FALSE(can_buy(1500, -6501, 8000, Role::broker));
}

}  // namespace
}  // namespace tumen
