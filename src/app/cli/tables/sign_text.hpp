#pragma once
#include <string>

#include "belief/statements/judged_sign.hpp"

/// A judged sign as text.
namespace tumen::app {

/// "97 %"; empty where nothing was played.
std::string percent(const SignShare& share);
/// The rival under which fewest draws say so.
std::string least_of(const JudgedSign& sign);
/// The voice without which fewest draws say so.
std::string least_without(const JudgedSign& sign);
/// What else a reader has to know of it; may be empty.
std::string remark_of(const JudgedSign& sign);

}  // namespace tumen::app
