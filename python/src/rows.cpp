#include "rows.hpp"

namespace tumen::python {

std::pair<std::string, std::string> end_names(std::string_view names) {
    const std::size_t gap = names.find(' ');
    return {std::string(names.substr(0, gap)), std::string(names.substr(gap + 1))};
}

std::string column_of(const std::string& before, std::string_view name, std::string_view in_python) {
    if (!in_python.empty()) name = in_python;
    if (before.empty()) return name == "." ? std::string() : std::string(name);
    return name == "." ? before : before + "_" + std::string(name);
}

}  // namespace tumen::python
