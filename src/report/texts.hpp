#pragma once
#include <span>
#include <string_view>

/// The words of the report that are the same for every scenario: the model card and what may not be
/// concluded. All of them stand in texts.cpp.
namespace tumen {

struct CardEntry {
    std::string_view heading;
    std::string_view text;
};
std::span<const CardEntry> model_card();

/// What may not be concluded from a report, one sentence each.
std::span<const std::string_view> limits_of_reports();

/// The one line that every description of the program carries.
std::string_view what_it_is_not();

}  // namespace tumen
