#include "browser/session.hpp"

#include <algorithm>

#include "browser/describe.hpp"
#include "browser/row_text.hpp"
#include "experiment/draws.hpp"
#include "measures/headlines/headline_fields.hpp"
#include "model/diary.hpp"
#include "model/state/world.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"

namespace tumen::browser {

namespace {

std::string nothing_loaded() {
    return describe_problems({diagnostic("no scenario is loaded", "")});
}

void append(std::vector<double>& numbers, const DayReport& report) {
    const std::size_t rows = observable_rows().size();
    for (std::size_t row = 0; row < rows; ++row)
        numbers.push_back(report.value(row));
}

void write_household(JsonWriter& json, const Ward& ward, HouseholdId household) {
    const PersonPlace first = find_place(ward, {household, 0});
    json.open('{').field("household", household);
    json.field("adults", ward.households[household - ward.first_household] & adults_mask);
    json.field("unit", unit_of(ward, household) + 1);
    const bool known = first != nobody;
    json.field("role", name_of(known ? ward.persons.identity[first].role : Role::resident));
    json.field("phone", known && ward.persons.is(first, Flag::phone) ? 1 : 0);
    const bool kin = known && ward.homes.kin_weight[ward.persons.identity[first].home] > 0;
    json.field("kin", kin ? 1 : 0).close('}');
}

void write_entry(JsonWriter& json, const DiaryEntry& entry) {
    const DiaryEventRow row = row_of(entry.event);
    json.open('{').field("day", entry.day).field("member", entry.member);
    json.field("event", row.name).field("rule", row.rule).field("outcome", entry.outcome);
    if (entry.probability != not_drawn) json.field("probability", entry.probability);
    if (entry.drawn != not_drawn) json.field("drawn", entry.drawn);
    json.key("inputs").open('{');
    for (const DiaryInput& input : entry.inputs)
        json.field(input.name, input.value);
    json.close('}').close('}');
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end != 0) lines.emplace_back(text.substr(0, end));
        if (end == text.npos) break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

Session::Session() : memory_(std::make_unique<City>()) {}
Session::~Session() = default;

std::string Session::load(std::size_t which, std::string_view text, std::string_view overrides) {
    if (which >= settings_count) return nothing_loaded();
    ReadOptions options;
    options.overrides = lines_of(overrides);
    options.beyond_evidence = BeyondEvidence::listed;
    const EmbeddedFiles files;
    const bool is_name = text.find('\n') == text.npos && text.find('=') == text.npos;
    auto scenario = is_name ? read_scenario(text, files, options)
                            : read_scenario(ScenarioText{"your scenario", "your scenario",
                                                         std::string(text), Place::embedded},
                                            files, options);
    if (!scenario) return describe_problems(scenario.error());
    std::string described = describe_scenario(*scenario);
    Simulation simulation(scenario->plan);
    std::vector<std::string> held = held_by(*scenario);
    settings_[which].emplace(Setting{*std::move(scenario), std::move(simulation), std::move(held)});
    return described;
}

std::string Session::play(std::size_t which, std::uint64_t seed, std::uint32_t replicate,
                          std::size_t city, WardReports wards) {
    const Setting* set = setting(which);
    if (set == nullptr || city >= set->scenario.plan.cities.size()) return nothing_loaded();
    SerialExecutor executor;
    PlayOptions options;
    options.ward_reports = wards;
    const CityResult result = set->simulation.play(seed, replicate, city, executor, options);
    numbers_.clear();
    for (const DayReport& day : result.days)
        append(numbers_, day);
    for (const auto& day : result.wards) {
        for (const DayReport& ward : day)
            append(numbers_, ward);
    }
    if (city == 0) {
        cities_.clear();
        hashes_.clear();
    }
    cities_.push_back(result.days);
    hashes_.push_back(result.state_hash);
    JsonWriter json;
    json.open('{').field("hash", hex(result.state_hash)).field("adults", result.adults);
    json.field("days", result.days.size());
    json.field("wards", result.wards.empty() ? std::size_t{0} : result.wards.front().size());
    return json.close('}').take();
}

std::string Session::headlines(std::size_t which) {
    const Setting* set = setting(which);
    if (set == nullptr || cities_.size() != set->scenario.plan.cities.size()) {
        return nothing_loaded();
    }
    const std::vector<double> values = headline_values(set->scenario, cities_);
    const std::vector<Headline> rows = tumen::headlines(set->scenario);
    JsonWriter json;
    json.open('[');
    for (std::size_t i = 0; i < rows.size(); ++i)
        write_row(json, HeadlineOfPlay{rows[i], values[i]});
    return json.close(']').take();
}

std::string Session::replicate_hash(std::size_t which) const {
    const Setting* set = setting(which);
    if (set == nullptr || hashes_.size() != set->scenario.plan.cities.size()) {
        return nothing_loaded();
    }
    JsonWriter json;
    return json.open('{').field("hash", hex(tumen::replicate_hash(hashes_))).close('}').take();
}

std::string Session::households(std::size_t which, std::uint64_t seed, std::uint32_t replicate,
                                std::size_t city, std::uint32_t ward_number) {
    const Setting* set = setting(which);
    if (set == nullptr || city >= set->scenario.plan.cities.size()) return nothing_loaded();
    SerialExecutor executor;
    const RandomKey random_key{seed, replicate, name_hash(set->scenario.plan.cities[city].name)};
    const City built = build_city(set->simulation, city, random_key, executor);
    if (ward_number >= built.wards.size()) return nothing_loaded();
    const Ward& ward = built.wards[WardId(ward_number)];
    constexpr std::uint32_t others = 10;  // households without a role, for comparison
    std::uint32_t shown = 0;
    JsonWriter json;
    json.open('[');
    for (std::uint32_t h = 0; h < ward.households.size(); ++h) {
        const bool of_interest = (ward.households[h] & known_mark) != 0;
        if (!of_interest && shown >= others) continue;
        if (!of_interest) ++shown;
        write_household(json, ward, HouseholdId(ward.first_household + h));
    }
    return json.close(']').take();
}

std::string Session::diary(std::size_t which, std::uint64_t seed, std::uint32_t replicate,
                           std::size_t city, std::uint32_t household) {
    const Setting* set = setting(which);
    if (set == nullptr || city >= set->scenario.plan.cities.size()) return nothing_loaded();
    SerialExecutor executor;
    Diary diary(household);
    PlayOptions options;
    options.diary = &diary;
    const CityResult result = set->simulation.play(seed, replicate, city, executor, options);
    JsonWriter json;
    json.open('{').field("hash", hex(result.state_hash)).key("entries").open('[');
    for (const DiaryEntry& entry : diary.entries())
        write_entry(json, entry);
    return json.close(']').close('}').take();
}

std::string Session::chronicle(std::size_t which, std::uint64_t seed, std::uint32_t replicate,
                               std::size_t city) {
    const Setting* set = setting(which);
    if (set == nullptr || city >= set->scenario.plan.cities.size()) return nothing_loaded();
    SerialExecutor executor;
    Diary diary = Diary::of_everybody();
    City built;
    PlayOptions options;
    options.diary = &diary;
    options.city = &built;
    const CityResult result = set->simulation.play(seed, replicate, city, executor, options);
    std::vector<std::string_view> outcomes;
    numbers_.clear();
    for (const DiaryEntry& entry : diary.entries()) {
        const auto place = std::find(outcomes.begin(), outcomes.end(), entry.outcome);
        const auto outcome = static_cast<double>(place - outcomes.begin());
        if (place == outcomes.end()) outcomes.push_back(entry.outcome);
        numbers_.insert(numbers_.end(),
                        {static_cast<double>(entry.household), static_cast<double>(entry.day),
                         static_cast<double>(entry.event), outcome, entry.probability,
                         static_cast<double>(entry.member)});
    }
    JsonWriter json;
    json.open('{').field("hash", hex(result.state_hash)).field("households", built.households);
    json.key("outcomes").open('[');
    for (const std::string_view outcome : outcomes)
        json.value(outcome);
    json.close(']').key("wards").open('[');
    for (const Ward& ward : built.wards)
        json.value(ward.first_household);
    return json.close(']').close('}').take();
}

}  // namespace tumen::browser
