#include "scenario/draft/years.hpp"

#include <string>

namespace tumen {

Date years_later(Date date, int years) {
    const std::string text = iso(date);
    const int year = std::stoi(text.substr(0, 4)) + years;
    const int month = std::stoi(text.substr(5, 2));
    const int day = std::stoi(text.substr(8, 2));
    if (const auto same = make_date(year, month, day)) return *same;
    return make_date(year, month, day - 1).value_or(date);
}

}  // namespace tumen
