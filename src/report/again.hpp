#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "experiment/provenance.hpp"
#include "report/parts/played_part.hpp"

/// A report that is to be made again and compared: what is in its page.
namespace tumen {

struct PageToVerify {
    std::string data;  // as it stands in the page
    ToPlayAgain again;
    Provenance provenance;  // as the page says: not what playing can tell
    std::string fingerprint;
    std::string stopped;
};
Expected<PageToVerify, Diagnostic> read_page(std::string_view page);

/// Where two texts of JSON differ, as "answer[1]: \"...\" and \"...\""; at most `most`.
std::vector<std::string> data_differences(std::string_view one, std::string_view other,
                                          std::size_t most);

}  // namespace tumen
