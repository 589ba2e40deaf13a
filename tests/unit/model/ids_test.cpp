#include <gtest/gtest.h>

#include <concepts>
#include <type_traits>

#include "model/state/world.hpp"

/// Ids of different kinds are not taken for one another: what must not compile is asked for here.
namespace tumen {
namespace {

template <class List, class By>
concept read_by = requires(List& list, By by) {
    list[by];
};
template <class One, class Other>
concept compared = requires(One one, Other other) {
    one == other;
};

template <class Element>
using OfPersons = Column<PersonPlace, Element>;

static_assert(read_by<OfPersons<double>, PersonPlace>);
static_assert(!read_by<OfPersons<double>, HomePlace>);
static_assert(!read_by<OfPersons<double>, HouseholdId>);
static_assert(!read_by<OfPersons<double>, std::size_t>);
static_assert(read_by<decltype(City::wards), WardId> && !read_by<decltype(City::wards), UnitId>);
static_assert(read_by<decltype(Ward::units), UnitId> && !read_by<decltype(Ward::units), WardId>);
static_assert(read_by<decltype(City::brokers), BrokerId>);
static_assert(!read_by<decltype(City::brokers), PersonPlace>);
static_assert(!std::convertible_to<HomePlace, PersonPlace>);
static_assert(!std::convertible_to<std::uint32_t, HouseholdId>);
static_assert(std::convertible_to<HouseholdId, std::uint32_t>);
static_assert(compared<HomePlace, HomePlace> && compared<BrokerId, Nobody>);
static_assert(!compared<HomePlace, KinPlace> && !compared<UnitId, WardId>);
static_assert(!std::invocable<decltype(find_place), const Ward&, PersonPlace>);
static_assert(sizeof(HouseholdId) == 4 && sizeof(UnitId) == 2);
static_assert(std::is_trivially_copyable_v<Identity>);

TEST(Ids, ReadAsTheirNumber) {
    const HouseholdId first(40);
    EXPECT_EQ(first + 2, 42u);
    EXPECT_EQ(HouseholdId(first + 2) - first, 2u);
    EXPECT_LT(first, HouseholdId(41));
    EXPECT_TRUE(PersonPlace(nobody) == nobody);
    EXPECT_FALSE(PersonPlace(0) == nobody);
}

TEST(Ids, ACountOfPlacesIsThatOfTheColumn) {
    Column<UnitId, int> column(3, 7);
    int sum = 0;
    std::uint32_t next = 0;
    for (const UnitId unit : column.places()) {
        EXPECT_EQ(unit, UnitId(next++));
        sum += column[unit];
    }
    EXPECT_EQ(next, 3u);
    EXPECT_EQ(sum, 21);
    EXPECT_EQ((Column<UnitId, int>().places().begin() != Column<UnitId, int>().places().end()),
              false);
}

#ifndef NDEBUG
TEST(IdsDeathTest, APlaceThatIsNotThereIsNoted) {
    Column<UnitId, int> column(3);
    EXPECT_DEATH(column[UnitId(3)] = 1, "");
    EXPECT_DEATH(UnitId(70000), "");
}
#endif

}  // namespace
}  // namespace tumen
