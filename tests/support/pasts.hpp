#pragma once
#include <string>
#include <vector>

#include "model/past/past.hpp"
#include "model/schedule.hpp"

namespace tumen::testing {

/// Every bit of what was played, but for how.
void expect_same(const CityResult& one, const CityResult& other, const std::string& what);

/// Plays one after another, in order, each compared with the same played whole; the partings are
/// those that hold. Two replicates, so that memory is used again.
SharedPast::Days expect_bits_equal(const std::vector<Plan>& plans, const std::string& what,
                                   Executor& executor);
SharedPast::Days expect_bits_equal(const std::vector<Plan>& plans, const std::string& what);

}  // namespace tumen::testing
