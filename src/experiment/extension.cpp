#include "experiment/extension.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "scenario/variable.hpp"

namespace tumen {

namespace {

constexpr std::size_t most_texts = 5;

enum class ByName : std::uint8_t { yes, no };

std::vector<std::string> held_of(const Points& points, std::size_t i) {
    return points.follows(i) ? std::vector<std::string>() : points[i].held;
}

/// Whether two points of equal hashes are the same in all that names them.
bool is_same(const Points& one, const Points& other, std::size_t i) {
    return one.name(i) == other.name(i) && one.values(i) == other.values(i) &&
           held_of(one, i) == held_of(other, i);
}

/// What is played at a point, as a text: equal for points that play the same.
std::string key_of(const Points& points, std::size_t i, const std::string& hash, ByName by_name) {
    std::string key = hash;
    for (const auto& [name, value] : points.values(i))
        key += "|" + name + "=" + shortest(value);
    for (const std::string& name : held_of(points, i))
        key += "|" + name;
    return by_name == ByName::yes ? key + "|" + points.name(i) : key;
}

/// Pairs points of equal keys, in their order; those that are paired already are left out. Hashes
/// are found when they are asked for: those of a hundred thousand points are megabytes.
class Pairs {
  public:
    Pairs(const Experiment& held, const OtherHashes& others, const Experiment& wanted)
        : held_(held),
          wanted_(wanted),
          others_(others),
          taken_(wanted.points.size(), false),
          places_(held.points.size()) {}

    /// Those in the same place, which most are.
    void find_in_place() {
        for (std::size_t i = 0; i < std::min(places_.size(), taken_.size()); ++i) {
            if (!is_same(held_.points, wanted_.points, i) || !has_same_hash(i)) continue;
            places_[i] = static_cast<std::uint32_t>(i);
            taken_[i] = true;
        }
    }

    void find(ByName by_name) {
        if (std::all_of(places_.begin(), places_.end(), [](const auto& one) { return one; }))
            return;
        std::map<std::string, std::vector<std::uint32_t>> free;
        for (std::size_t i = wanted_.points.size(); i-- > 0;) {
            if (taken_[i]) continue;
            free[key_of(wanted_.points, i, hash(i), by_name)].push_back(
                static_cast<std::uint32_t>(i));
        }
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (places_[i]) continue;
            const auto found = free.find(key_of(held_.points, i, held_hash(i), by_name));
            if (found == free.end() || found->second.empty()) continue;
            places_[i] = found->second.back();
            found->second.pop_back();
            taken_[*places_[i]] = true;
        }
    }

    const std::vector<std::optional<std::uint32_t>>& places() const { return places_; }
    std::string held_hash(std::size_t point) const {
        const auto other = others_.find(static_cast<std::uint32_t>(point));
        return other != others_.end() ? other->second : hex(held_.points.hash(point));
    }
    std::string hash(std::size_t point) const { return hex(wanted_.points.hash(point)); }

  private:
    bool has_same_hash(std::size_t point) const {
        return others_.empty() ? held_.points.hash(point) == wanted_.points.hash(point)
                               : held_hash(point) == hash(point);
    }

    const Experiment& held_;
    const Experiment& wanted_;
    const OtherHashes& others_;
    std::vector<bool> taken_;  // by point wanted
    std::vector<std::optional<std::uint32_t>> places_;
};

std::string two_texts(std::string_view what, std::string_view there, std::string_view here,
                      Told told) {
    if (told == Told::both) return fmt::format("{}: {} and {}", what, there, here);
    return fmt::format("{} ({} there, {} here)", what, there, here);
}

std::string range_text(const Factor& factor) {
    return variable_text(factor.name, factor.low) + " to " +
           variable_text(factor.name, factor.high);
}

std::string levels_text(const Factor& held, const Factor& wanted, Told told) {
    std::string text = two_texts("levels of " + held.name, std::to_string(held.levels),
                                 std::to_string(wanted.levels), told);
    if (told == Told::both) return text;
    const std::uint32_t steps = held.levels - 1;
    return text + fmt::format(", while {}, {} or {} would hold those there", 2 * steps + 1,
                              3 * steps + 1, 4 * steps + 1);
}

std::vector<std::string> factor_differences(const Design& held, const Design& wanted, Told told) {
    const auto names = [](const Design& design) {
        std::string text;
        for (const Factor& factor : design.factors)
            text += (text.empty() ? "" : ", ") + factor.name;
        return text;
    };
    if (names(held) != names(wanted))
        return {two_texts("what is varied", names(held), names(wanted), told)};
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < held.factors.size(); ++i) {
        const Factor& there = held.factors[i];
        const Factor& here = wanted.factors[i];
        if (there.low != here.low || there.high != here.high || there.scale != here.scale) {
            texts.push_back(
                two_texts("range of " + there.name, range_text(there), range_text(here), told));
        } else if (there.levels != here.levels && there.levels > 1) {
            texts.push_back(levels_text(there, here, told));
        }
    }
    return texts;
}

std::string samples_text(const Design& held, const Design& wanted, Told told) {
    const bool slices = held.method == "lhs";
    std::string text =
        two_texts(slices ? "points of a Latin hypercube" : "samples", std::to_string(held.samples),
                  std::to_string(wanted.samples), told);
    if (slices && told == Told::there_and_here) {
        text +=
            ", whose slices depend on their number, so that no point of one is in the other "
            "(--design sobol can be added to)";
    }
    return text;
}

/// The options of the one that the other has not, or has otherwise.
void add_option_differences(const Design& held, const Design& wanted, Told told,
                            std::vector<std::string>& texts) {
    for (const auto& [key, value] : held.options) {
        const std::string other = option_of(wanted, key);
        if (key == "headline" || other == value) continue;
        texts.push_back(two_texts(key, printable(value, 60),
                                  other.empty() ? std::string("none") : printable(other, 60),
                                  told));
    }
    for (const auto& [key, value] : wanted.options) {
        if (key == "headline" || !option_of(held, key).empty() || value.empty()) continue;
        texts.push_back(two_texts(key, "none", printable(value, 60), told));
    }
}

std::string number_text(const Experiment& held, const Experiment& wanted) {
    return two_texts("number of points", std::to_string(held.points.size()),
                     std::to_string(wanted.points.size()), Told::there_and_here) +
           ", of which more can be added and none taken away";
}

/// Whether points are those of the design, and not what draws are laid over.
bool has_designed_points(const Experiment& experiment) {
    return experiment.kind == ExperimentKind::sweep ||
           experiment.kind == ExperimentKind::sensitivity;
}

std::vector<std::string> reasons(const Experiment& held, const Experiment& wanted,
                                 const Pairs& pairs) {
    std::vector<std::string> texts;
    if (has_designed_points(held))
        texts = design_differences(held.design, wanted.design, Told::there_and_here);
    if (held.points.size() > wanted.points.size()) texts.push_back(number_text(held, wanted));
    for (std::size_t i = 0; i < held.points.size() && texts.size() < most_texts; ++i) {
        if (pairs.places()[i]) continue;
        std::string text = "scenario " + held.points.name(i) + " (hash " + pairs.held_hash(i);
        const bool same_place =
            i < wanted.points.size() && wanted.points.name(i) == held.points.name(i);
        text += same_place ? " there, " + pairs.hash(i) + " here)" : " there, none here)";
        if (!texts.empty() && has_designed_points(held)) break;  // the design says why
        texts.push_back(std::move(text));
    }
    return texts;
}

void keep_first_headline(const Experiment& held, Experiment& wanted) {
    if (!held.design || !wanted.design) return;
    const std::string id = option_of(*held.design, "headline");
    if (id.empty() || !option_of(*wanted.design, "headline").empty()) return;
    wanted.design->options.emplace_back("headline", id);
}

/// What `held` has and, behind it, what only `wanted` has, takes the place of `wanted`.
std::optional<std::string> add_headlines(std::vector<OwnHeadline> held,
                                         std::vector<OwnHeadline>& wanted, Days days) {
    for (OwnHeadline& one : wanted) {
        const auto same = std::find_if(
            held.begin(), held.end(), [&](const OwnHeadline& other) { return other.id == one.id; });
        if (same != held.end() && same->statistic != one.statistic)
            return two_texts("headline " + one.id, same->statistic, one.statistic,
                             Told::there_and_here);
        if (same != held.end()) {
            *same = std::move(one);  // its label may be another
        } else if (days == Days::left_out) {
            return "headlines: " + one.id +
                   " was not measured, and without days (--keep-days) it cannot be any more";
        } else {
            held.push_back(std::move(one));
        }
    }
    wanted = std::move(held);
    return std::nullopt;
}

}  // namespace

std::vector<std::string> design_differences(const std::optional<Design>& held,
                                            const std::optional<Design>& wanted, Told told) {
    if (!held || !wanted) {
        if (!held && !wanted) return {};
        return {two_texts("where values come from", held ? held->method : "the scenario",
                          wanted ? wanted->method : "the scenario", told)};
    }
    std::vector<std::string> texts;
    if (held->method != wanted->method)
        return {
            two_texts("method", printable(held->method, 60), printable(wanted->method, 60), told)};
    if (held->samples != wanted->samples) texts.push_back(samples_text(*held, *wanted, told));
    for (std::string& text : factor_differences(*held, *wanted, told))
        texts.push_back(std::move(text));
    add_option_differences(*held, *wanted, told, texts);
    if (texts.size() > most_texts) texts.resize(most_texts);
    return texts;
}

Expected<PointPlaces, std::vector<std::string>> places_among(const Experiment& held,
                                                             const Experiment& wanted,
                                                             const OtherHashes& others) {
    if (!has_designed_points(held)) {
        auto texts = design_differences(held.design, wanted.design, Told::there_and_here);
        if (!texts.empty()) return texts;
    }
    Pairs pairs(held, others, wanted);
    pairs.find_in_place();
    pairs.find(ByName::yes);
    pairs.find(ByName::no);
    PointPlaces places;
    places.reserve(held.points.size());
    for (const auto& place : pairs.places()) {
        if (!place) return reasons(held, wanted, pairs);
        places.push_back(*place);
    }
    return places;
}

bool is_whole(const PointPlaces& places, const Experiment& wanted) {
    if (places.size() != wanted.points.size()) return false;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] != i) return false;
    }
    return true;
}

std::string list_text(const std::vector<std::string>& differences) {
    std::string list;
    for (const std::string& difference : differences)
        list += (list.empty() ? "" : "; ") + difference;
    return list;
}

std::optional<std::string> keep_headlines(const Experiment& held, const PointPlaces& places,
                                          Experiment& wanted) {
    keep_first_headline(held, wanted);
    const Scenario* const first = &held.points.outline(0);
    std::vector<const Scenario*> from(wanted.points.size(),
                                      has_designed_points(held) ? first : nullptr);
    for (std::size_t i = 0; i < places.size(); ++i)
        from[places[i]] = &held.points.outline(i);
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (from[i] == nullptr) continue;
        auto headlines = wanted.points.outline(i).headlines;
        if (auto why = add_headlines(from[i]->headlines, headlines, held.days)) return why;
        wanted.points.set_headlines(i, std::move(headlines));
    }
    return std::nullopt;
}

}  // namespace tumen
