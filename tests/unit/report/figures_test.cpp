#include "report/series/figures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace tumen {

namespace {

const Figure& figure(std::string_view id) {
    const auto all = figures();
    return *std::find_if(all.begin(), all.end(), [&](const Figure& one) { return one.id == id; });
}

}  // namespace

TEST(Figures, EveryColumnOfACurveIsAnObservable) {
    std::set<std::string_view> names;
    for (const ObservableRow& row : observable_rows())
        names.insert(row.name);
    for (const Curve& curve : curves()) {
        for (const std::string_view column : curve.columns)
            EXPECT_TRUE(names.contains(column)) << column;
    }
}

TEST(Figures, EveryCurveIsShownOnceAndEveryFigureHasCurves) {
    std::multiset<std::string_view> shown;
    for (const Figure& one : figures()) {
        EXPECT_FALSE(one.curves.empty()) << one.id;
        shown.insert(one.curves.begin(), one.curves.end());
    }
    for (const Curve& curve : curves())
        EXPECT_EQ(shown.count(curve.id), 1U) << curve.id;
    EXPECT_EQ(shown.size(), curves().size());
}

TEST(Figures, LevelsAreNeverAddedUpOverDays) {
    for (const Curve& curve : curves()) {
        if (curve.measure == Measure::level) {
            EXPECT_EQ(curve.taken, Taken::daily) << curve.id;
            EXPECT_EQ(curve.columns.size(), 1U) << curve.id;
        }
    }
}

TEST(Figures, HandInsAndOathsAreShownWhereThereIsADrive) {
    Plan plan{};
    EXPECT_EQ(wanted(figure("hand_ins"), plan), Wanted::no);
    EXPECT_EQ(wanted(figure("oaths"), plan), Wanted::no);
    EXPECT_EQ(wanted(figure("calling"), plan), Wanted::yes);
    plan.hand_in_drives.push_back({1, 2, Forgiveness::promised});
    plan.oath_drives.push_back({1, 2});
    EXPECT_EQ(wanted(figure("hand_ins"), plan), Wanted::yes);
    EXPECT_EQ(wanted(figure("oaths"), plan), Wanted::yes);
}

}  // namespace tumen
