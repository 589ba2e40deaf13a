#include "report/parts/played_part.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "experiment/draw_fields.hpp"
#include "report/rows/row_json.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"
#include "scenario/variable.hpp"

namespace tumen {

namespace {

constexpr std::size_t most_values = 50000;    // of all points together
constexpr std::size_t most_numbers = 200000;  // of replicates
constexpr std::array<std::string_view, 6> kinds = {"run",         "compare",   "sweep",
                                                   "sensitivity", "calibrate", "check"};

using Values = std::vector<std::pair<std::string, double>>;

template <class List>
Json values_json(const List& values) {
    Json list = Json::array();
    for (const auto& [name, value] : values)
        list.push_back({name, value});
    return list;
}

Json points_json(const Experiment& experiment) {
    Json list = Json::array();
    const bool can_follow = experiment.design && experiment.points.still_follow();
    for (std::size_t i = 0; i < experiment.points.size(); ++i) {
        const Point point = experiment.points.at(i);
        const bool follows = can_follow && experiment.points.follows(i);
        list.push_back({{"name", point.name},
                        {"values", values_json(point.values)},
                        {"held", point.held},
                        {"yardstick", point.yardstick ? Json(*point.yardstick) : Json()},
                        {"scenario", follows ? "" : write_scenario(point.scenario)}});
    }
    return list;
}

Json design_json(const std::optional<Design>& design) {
    if (!design) return nullptr;
    Json factors = Json::array();
    for (const Factor& factor : design->factors) {
        factors.push_back({{"name", factor.name},
                           {"low", factor.low},
                           {"high", factor.high},
                           {"logarithmic", factor.scale == Scale::logarithmic},
                           {"beyond", factor.evidence == Evidence::beyond},
                           {"levels", factor.levels}});
    }
    return {{"method", design->method},
            {"samples", design->samples},
            {"factors", std::move(factors)},
            {"options", values_json(design->options)}};
}

/// Numbers from .. to, as pairs.
Json ranges_json(const std::vector<std::uint32_t>& numbers) {
    Json list = Json::array();
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1)
            ++end;
        list.push_back({numbers[i], numbers[end - 1]});
        i = end;
    }
    return list;
}

Json missing_json(const ResultSource& results) {
    Json list = Json::array();
    for (const ReplicateKey key : missing_replicates(results))
        list.push_back({key.replicate, key.point});
    return list;
}

Json draws_json(const Experiment& experiment) {
    Json list = Json::array();
    for (const ReplicateDraw& draw : experiment.draws)
        list.push_back(row_json<Face::page>(draw));
    return list;
}

/// As text: a script's numbers end at 2^53.
std::uint64_t read_seed(const std::string& text) {
    std::uint64_t seed = 0;
    std::from_chars(text.data(), text.data() + text.size(), seed);
    return seed;
}

Values read_values(const Json& list) {
    Values values;
    for (const Json& entry : list)
        values.emplace_back(entry.at(0).get<std::string>(), entry.at(1).get<double>());
    return values;
}

Design read_design(const Json& json) {
    Design design;
    design.method = json.at("method").get<std::string>();
    design.samples = json.at("samples").get<std::uint32_t>();
    for (const Json& one : json.at("factors")) {
        Factor factor;
        factor.name = one.at("name").get<std::string>();
        factor.low = one.at("low").get<double>();
        factor.high = one.at("high").get<double>();
        factor.scale = one.at("logarithmic").get<bool>() ? Scale::logarithmic : Scale::linear;
        factor.evidence = one.at("beyond").get<bool>() ? Evidence::beyond : Evidence::within;
        factor.levels = one.at("levels").get<std::uint32_t>();
        if (factor.name == dummy_name || is_variable(factor.name))
            design.factors.push_back(std::move(factor));
    }
    for (const Json& option : json.at("options"))
        design.options.emplace_back(option.at(0).get<std::string>(),
                                    option.at(1).get<std::string>());
    return design;
}

Expected<Scenario, Diagnostic> scenario_of(const std::string& text, const Experiment& experiment,
                                           const Values& values) {
    if (text.empty() && !experiment.points.empty())
        return with_values(experiment.points.outline(0), values);
    ReadOptions options;
    options.beyond_evidence = BeyondEvidence::listed;
    auto scenario = read_scenario({"stored", "the scenario in the page", text, Place::embedded},
                                  EmbeddedFiles(), options);
    if (!scenario) return scenario.error().front();
    return *std::move(scenario);
}

std::optional<Diagnostic> read_points(const Json& list, Experiment& experiment) {
    for (const Json& json : list) {
        Point point;
        point.name = json.at("name").get<std::string>();
        point.values = read_values(json.at("values"));
        point.held = json.at("held").get<std::vector<std::string>>();
        const Json& yardstick = json.at("yardstick");
        if (!yardstick.is_null()) point.yardstick = yardstick.get<std::uint32_t>();
        auto scenario =
            scenario_of(json.at("scenario").get<std::string>(), experiment, point.values);
        if (!scenario) return scenario.error();
        point.scenario = *std::move(scenario);
        if (!experiment.points.empty()) point.scenario.origins.clear();
        experiment.points.push_back(std::move(point));
    }
    return std::nullopt;
}

std::vector<std::uint32_t> read_ranges(const Json& list) {
    std::vector<std::uint32_t> numbers;
    for (const Json& range : list) {
        const auto first = range.at(0).get<std::uint32_t>();
        const auto last = range.at(1).get<std::uint32_t>();
        for (std::uint64_t number = first; number <= last && numbers.size() <= most_numbers;
             ++number)
            numbers.push_back(static_cast<std::uint32_t>(number));
    }
    return numbers;
}

Diagnostic unreadable(std::string reason) {
    return {"the page does not say what has to be played again",
            std::move(reason),
            "verify the results file",
            {},
            0,
            0,
            {}};
}

/// Throws what the library throws where something is missing or of another type.
Expected<ToPlayAgain, Diagnostic> read(const Json& json) {
    ToPlayAgain again;
    Experiment& experiment = again.experiment;
    const auto kind = std::find(kinds.begin(), kinds.end(), json.at("kind").get<std::string>());
    if (kind == kinds.end()) return unreadable("its kind is unknown");
    experiment.kind = static_cast<ExperimentKind>(kind - kinds.begin());
    experiment.name = json.at("name").get<std::string>();
    experiment.command = json.at("command").get<std::string>();
    experiment.seed = read_seed(json.at("seed").get<std::string>());
    experiment.replicates = read_ranges(json.at("replicates"));
    if (json.at("days").get<std::string>() == "left out") experiment.days = Days::left_out;
    if (!json.at("design").is_null()) experiment.design = read_design(json.at("design"));
    for (const Json& draw : json.at("draws"))
        experiment.draws.push_back(read_row<ReplicateDraw>(draw));
    if (auto problem = read_points(json.at("points"), experiment)) return *problem;
    if (experiment.points.empty() || experiment.replicates.empty())
        return unreadable("it asks for nothing");
    for (const Json& key : json.at("missing"))
        again.missing.push_back({key.at(0).get<std::uint32_t>(), key.at(1).get<std::uint32_t>()});
    return again;
}

}  // namespace

Json played_part(const ResultSource& results, const OlderResults* older) {
    const Experiment& experiment = results.experiment();
    const std::size_t values = experiment.points.size() * experiment.points.front().values.size();
    if (older != nullptr || experiment.kind == ExperimentKind::calibrate || values > most_values)
        return nullptr;
    return {{"kind", kinds[static_cast<std::size_t>(experiment.kind)]},
            {"name", experiment.name},
            {"command", experiment.command},
            {"seed", std::to_string(experiment.seed)},
            {"replicates", ranges_json(experiment.replicates)},
            {"days", experiment.days == Days::left_out ? "left out" : "kept"},
            {"design", design_json(experiment.design)},
            {"points", points_json(experiment)},
            {"draws", draws_json(experiment)},
            {"missing", missing_json(results)}};
}

Expected<ToPlayAgain, Diagnostic> read_played_part(const Json& played) {
    if (!played.is_object()) return unreadable("what it needs was too much for a page");
    try {
        return read(played);
    } catch (const Json::exception& problem) {
        return unreadable(problem.what());
    }
}

}  // namespace tumen
