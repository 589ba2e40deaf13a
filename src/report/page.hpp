#pragma once
#include <optional>
#include <string>
#include <string_view>

/// The page of a report: one HTML file that holds its data and needs nothing else.
namespace tumen {

/// The page as web/ builds it, with `data_token` where the data goes.
std::string_view page_template();
inline constexpr std::string_view data_token = "__TUMEN_REPORT_DATA__";

/// JSON text so that it can stand inside a script element: what could end the element or a line is
/// written as \u escapes, which mean the same in JSON.
std::string embeddable(std::string_view json);

/// The whole page with its data.
std::string render_page(std::string_view json);

/// The data in a page, as it stands there; nothing where it is no page of this kind.
std::optional<std::string_view> data_in_page(std::string_view page);

}  // namespace tumen
