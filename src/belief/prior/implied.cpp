#include "belief/prior/implied.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.hpp"
#include "belief/prior/carried.hpp"
#include "belief/prior/prior_text.hpp"
#include "measures/numbers/confidence.hpp"
#include "measures/numbers/statistics.hpp"
#include "scenario/evidence/statistic.hpp"
#include "scenario/text/document.hpp"

namespace tumen {

namespace {

constexpr double least_within = 0.7;

/// Reads [[implied]] by [[implied]]; the first problem ends it.
class ImpliedReader {
  public:
    ImpliedReader(const ScenarioText& text, const Priors& priors) : text_(text), priors_(priors) {}

    Expected<std::vector<ImpliedQuantity>, Diagnostic> quantities() {
        const auto root = parse_document(text_);
        if (!root) return root.error();
        const Member* list = root->find("implied");
        if (list == nullptr || list->value.kind != Node::Kind::list)
            return diagnostic_at(text_, {}, "there is no list [[implied]]");
        std::vector<ImpliedQuantity> all;
        for (const Node& item : list->value.items) {
            ImpliedQuantity quantity;
            for (const Member& member : item.members) {
                if (auto problem = field(quantity, member)) return *std::move(problem);
            }
            if (auto problem = refusal(quantity, item.mark)) return *std::move(problem);
            all.push_back(std::move(quantity));
        }
        return all;
    }

  private:
    using Problem = std::optional<Diagnostic>;

    Problem field(ImpliedQuantity& quantity, const Member& member) {
        const std::map<std::string_view, std::string*> texts = {{"id", &quantity.id},
                                                                {"quantity", &quantity.quantity},
                                                                {"scenario", &quantity.scenario},
                                                                {"against", &quantity.against},
                                                                {"statistic", &quantity.statistic},
                                                                {"grade", &quantity.grade},
                                                                {"reserved", &quantity.reserved},
                                                                {"note", &quantity.note}};
        if (const auto text = texts.find(member.key); text != texts.end()) {
            *text->second = member.value.text;
            return std::nullopt;
        }
        if (member.key == "known") return known(quantity, member);
        if (member.key == "value") return formula(quantity, member);
        return diagnostic_at(text_, member.mark,
                             "unknown key \"" + printable(member.key, 40) + "\"");
    }

    Problem known(ImpliedQuantity& quantity, const Member& member) {
        const auto& items = member.value.items;
        for (std::size_t i = 0; i < 3 && i < items.size(); ++i)
            quantity.known[i] = items[i].number;
        const auto& [low, middle, high] = quantity.known;
        if (items.size() == 3 && low < middle && middle < high) return std::nullopt;
        return diagnostic_at(text_, member.mark, "these are no three rising numbers");
    }

    Problem formula(ImpliedQuantity& quantity, const Member& member) {
        const auto lookup = [&](std::string_view name) -> std::optional<std::size_t> {
            const auto& entries = priors_.entries();
            for (std::size_t i = 0; i < entries.size(); ++i) {
                if (entries[i].name == name) return i;
            }
            return std::nullopt;
        };
        auto read = Formula::read(member.value.text, lookup);
        if (!read) {
            return diagnostic_at(text_, member.mark, "the formula cannot be read", read.error());
        }
        quantity.value = *std::move(read);
        return std::nullopt;
    }

    Problem refusal(const ImpliedQuantity& quantity, Mark mark) const {
        if (quantity.id.empty() || quantity.quantity.empty() || quantity.grade.empty())
            return diagnostic_at(text_, mark, "id, quantity and grade must be there");
        if (quantity.value.has_value() == !quantity.statistic.empty())
            return diagnostic_at(text_, mark, "either a statistic or a value must be there");
        if (quantity.value) return std::nullopt;
        const auto statistic = parse_statistic(quantity.statistic);
        if (statistic) return std::nullopt;
        return diagnostic_at(text_, mark, "the statistic of " + quantity.id + " cannot be read",
                             statistic.error().problem);
    }

    const ScenarioText& text_;
    const Priors& priors_;
};

std::vector<Measurement> measurements_of(const std::vector<ImpliedQuantity>& quantities) {
    std::vector<Measurement> measurements;
    for (const ImpliedQuantity& one : quantities) {
        Measurement& measurement = measurements.emplace_back();
        measurement.run = {one.scenario};
        if (!one.against.empty()) measurement.against.push_back({one.against});
        measurement.statistic = one.statistic;
    }
    return measurements;
}

void summarise(Implied& implied, std::vector<double> values) {
    implied.draws = values.size();
    if (values.empty()) return;
    std::sort(values.begin(), values.end());
    implied.quantiles = {quantile(values, range_low), quantile(values, 0.5),
                         quantile(values, range_high)};
    const auto& known = implied.quantity->known;
    const auto inside = std::count_if(values.begin(), values.end(), [&](double value) {
        return value >= known[0] && value <= known[2];
    });
    implied.within = static_cast<double>(inside) / static_cast<double>(values.size());
}

}  // namespace

Expected<std::vector<ImpliedQuantity>, Diagnostic> read_implied(const ScenarioText& text,
                                                                const Priors& priors) {
    return ImpliedReader(text, priors).quantities();
}

const std::vector<ImpliedQuantity>& implied_quantities() {
    static const std::vector<ImpliedQuantity> all =
        carried(read_implied(carried_text("implied", implied_text()), ledger_priors()));
    return all;
}

std::vector<std::string> scenarios_of(const std::vector<ImpliedQuantity>& quantities) {
    std::vector<std::string> names;
    for (const ImpliedQuantity& one : quantities) {
        for (const std::string& name : {one.scenario, one.against}) {
            if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
        }
    }
    return names;
}

bool Implied::asks_for_a_look() const {
    if (draws == 0 || !quantity->reserved.empty()) return false;
    // The middle half of a normal distribution lies within 0.674 of 1.645 from its middle.
    constexpr double middle_half = 0.6744897501960817 / 1.6448536269514722;
    const auto& [low, middle, high] = quantity->known;
    const double below = middle - middle_half * (middle - low);
    const double above = middle + middle_half * (high - middle);
    return quantiles[1] < below || quantiles[1] > above || within < least_within;
}

ImpliedBook::ImpliedBook(const Experiment& experiment,
                         const std::vector<ImpliedQuantity>& quantities)
    : quantities_(quantities),
      book_(experiment, points_by_name(experiment), measurements_of(quantities)) {}

std::vector<Implied> ImpliedBook::results(const std::vector<std::vector<double>>& drawn) const {
    std::vector<Implied> all;
    for (std::size_t i = 0; i < quantities_.size(); ++i) {
        Implied& implied = all.emplace_back();
        implied.quantity = &quantities_[i];
        if (!quantities_[i].value) {
            implied.without = book_.without_value(i);
            summarise(implied, book_.values(i));
            continue;
        }
        std::vector<double> values;
        values.reserve(drawn.size());
        for (const std::vector<double>& draw : drawn)
            values.push_back(quantities_[i].value->value(draw));
        summarise(implied, std::move(values));
    }
    return all;
}

}  // namespace tumen
