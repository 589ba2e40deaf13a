#include "report/rows/row_json.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/text.hpp"
#include "scenario/variable.hpp"

namespace tumen {

Json number(double value) {
    if (!std::isfinite(value)) return nullptr;
    const double rounded = read_number(fmt::format("{:.6g}", value)).value();
    if (rounded == std::floor(rounded) && std::abs(rounded) < 1e15)
        return static_cast<std::int64_t>(rounded);
    return rounded;
}

void put(Json& object, std::string_view name, Json value) {
    object[std::string(name)] = std::move(value);
}

Json setting_text(const Setting& setting) {
    const bool is_text = is_variable(setting.name) && !find_parameter(setting.name);
    return is_text ? Json(variable_text(setting.name, setting.value)) : Json(setting.value);
}

}  // namespace tumen
