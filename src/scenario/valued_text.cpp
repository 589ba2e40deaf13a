#include "scenario/valued_text.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace tumen {

namespace {

/// Where the value of a parameter begins in a canonical text: its own line in [parameters], which
/// come before those of cities and wards.
std::size_t place_of(const std::string& text, const std::string& name) {
    const std::size_t section = text.find("\n[parameters]\n");
    const std::string line = "\n" + name + " = ";
    return text.find(line, section) + line.size();
}

}  // namespace

ValuedText::ValuedText(const Scenario& scenario, const std::vector<std::string>& names) {
    const std::string text = played_text(scenario);
    std::vector<std::pair<std::size_t, std::size_t>> places;  // in the text, and which value
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (find_parameter(names[i])) places.emplace_back(place_of(text, names[i]), i);
    }
    std::sort(places.begin(), places.end());
    before_ = places.empty() ? text : text.substr(0, places.front().first);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::size_t begin = text.find('\n', places[i].first);
        const std::size_t end = i + 1 < places.size() ? places[i + 1].first : text.size();
        lines_.push_back({places[i].second, text.substr(begin, end - begin)});
    }
}

Hash ValuedText::hash(const double* values) const {
    std::string text = before_;
    for (const Line& line : lines_)
        text += canonical_number(values[line.value]) + line.after;
    return hash_of(text);
}

}  // namespace tumen
