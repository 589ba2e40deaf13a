#include "model/purposes.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tumen::purpose {
namespace {

// Purposes are part of the name of every draw: another number is another history. New ones get new
// numbers.
TEST(Purposes, AreFrozen) {
    EXPECT_EQ(unit_size, Purpose{1});
    EXPECT_EQ(household, Purpose{2});
    EXPECT_EQ(home, Purpose{3});
    EXPECT_EQ(traits, Purpose{4});
    EXPECT_EQ(disposition, Purpose{5});
    EXPECT_EQ(cohesion, Purpose{6});
    EXPECT_EQ(ties, Purpose{7});
    EXPECT_EQ(source, Purpose{8});
    EXPECT_EQ(last_transfer, Purpose{9});
    EXPECT_EQ(last_contact, Purpose{10});
    EXPECT_EQ(ward_group, Purpose{11});
    EXPECT_EQ(review, Purpose{16});
    EXPECT_EQ(calling, Purpose{17});
    EXPECT_EQ(salience, Purpose{18});
    EXPECT_EQ(request, Purpose{19});
    EXPECT_EQ(entry, Purpose{20});
    EXPECT_EQ(purchase, Purpose{32});
    EXPECT_EQ(transfer, Purpose{33});
    EXPECT_EQ(call, Purpose{34});
    EXPECT_EQ(witness, Purpose{35});
    EXPECT_EQ(false_reports, Purpose{36});
    EXPECT_EQ(false_report, Purpose{37});
    EXPECT_EQ(extortion, Purpose{38});
    EXPECT_EQ(offer, Purpose{39});
    EXPECT_EQ(hand_in, Purpose{40});
    EXPECT_EQ(oath_visit, Purpose{41});
    EXPECT_EQ(oath_refusal, Purpose{42});
    EXPECT_EQ(caught, Purpose{43});
    EXPECT_EQ(detention, Purpose{44});
    EXPECT_EQ(unit_meeting, Purpose{45});
    EXPECT_EQ(moving, Purpose{46});
    EXPECT_EQ(questioning, Purpose{47});
    EXPECT_EQ(dead_phone, Purpose{48});
    EXPECT_EQ(custody, Purpose{49});
    EXPECT_EQ(ransom, Purpose{50});
    EXPECT_EQ(sentence, Purpose{51});
    EXPECT_EQ(naming, Purpose{52});
    EXPECT_EQ(arrest_told, Purpose{53});
    EXPECT_EQ(exile_told, Purpose{54});
    EXPECT_EQ(hand_in_told, Purpose{55});
}

TEST(Purposes, MembersAndNumbersOfOneHouseholdNeverShareADraw) {
    std::set<int> indices;
    for (std::uint8_t member = 0; member < 6; ++member) {
        for (std::uint8_t number = 0; number < 32; ++number) {
            indices.insert(of_member(member, number));
        }
    }
    EXPECT_EQ(indices.size(), 6u * 32u);
    EXPECT_EQ(of_member(3), 96);
    EXPECT_EQ(of_member(3, 5), 101);
}

}  // namespace
}  // namespace tumen::purpose
