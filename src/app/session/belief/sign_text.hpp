#pragma once
#include <string>

#include "app/cli/terminal/json.hpp"
#include "belief/statements/judged_sign.hpp"

/// A judged sign as text and as JSON.
namespace tumen::app {

/// verdict, probability, prior, start, start_disagrees, rules, without_voices, turns_on.
Json sign_json(const JudgedSign& sign);

/// "97 %"; empty where nothing was played.
std::string percent(const SignShare& share);
/// The rival under which fewest draws say so.
std::string least_of(const JudgedSign& sign);
/// The voice without which fewest draws say so.
std::string least_without(const JudgedSign& sign);
/// What else a reader has to know of it; may be empty.
std::string remark_of(const JudgedSign& sign);

}  // namespace tumen::app
