#pragma once
#include <string>
#include <string_view>

namespace tumen {

/// `text` as a terminal may show it: line ends and tabs stay, what moves, hides, colours or turns
/// text (control characters, marks of direction, bytes that are no UTF-8) is written out as \xNN or
/// \uNNNN. Letters of every script stay.
std::string visible(std::string_view text);

}  // namespace tumen
