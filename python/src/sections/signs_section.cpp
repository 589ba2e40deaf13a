#include <pybind11/functional.h>
#include <pybind11/stl.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "belief/statements/sign_fields.hpp"
#include "belief/statements/sign_views.hpp"
#include "errors.hpp"
#include "patterns/check.hpp"
#include "patterns/pattern_choice.hpp"
#include "rows.hpp"
#include "scenario/fingerprint/fingerprint.hpp"
#include "sections/sections.hpp"
#include "watched.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

/// How many draws are played, and of what.
struct Asked {
    std::uint32_t replicates;
    std::uint64_t seed;
    std::optional<std::string> without;  // a voice
    std::size_t threads;
    py::object progress;
};

using DrawnValues = std::map<std::uint32_t, std::optional<double>>;
using Judge = std::function<py::dict(std::size_t row, const DrawnValues&, const SignViews&)>;

/// A row, and beside it its shares under each choice and without each voice.
py::dict with_shares(py::dict row, const JudgedSign& sign) {
    py::list rules;
    for (const SignUnderRule& one : sign.rules)
        rules.append(row_dict(one));
    row["rules"] = rules;
    py::list without;
    for (const SignWithoutVoice& one : sign.without)
        without.append(row_dict(one));
    row["without_voices"] = without;
    return row;
}

std::optional<Belief> belief_of(const std::string& why_not,
                                const std::optional<std::string>& without) {
    if (!why_not.empty()) return std::nullopt;
    if (!without) return ledger_belief();
    return value_or_raise(without_voice(ledger_belief(), *without), ErrorKind::argument);
}

py::dict judged(const std::vector<Measurement>& measurements,
                std::vector<NamedScenario> scenarios, PriorView prior, const Asked& asked,
                const Judge& judge_row) {
    Experiment experiment;
    experiment.kind = ExperimentKind::check;
    experiment.name = "signs";
    experiment.seed = asked.seed;
    for (auto& [name, scenario] : scenarios)
        experiment.points.push_back({name, std::move(scenario), {}});
    const std::string why_not = outdated(ledger_belief(), model_fingerprint());
    const std::optional<Belief> belief = belief_of(why_not, asked.without);
    const SignViews views = value_or_raise(
        take_sign_views(experiment, belief ? &*belief : nullptr, asked.replicates, prior),
        ErrorKind::scenario);
    MeasurementBook book(experiment, points_by_name(experiment), measurements);
    BookSink sink({}, {&book});
    EnsembleOptions options;
    options.threads = asked.threads;
    const Ended ended = watch(asked.progress, options, [&](const EnsembleOptions& watched) {
        value_or_raise(play_experiment(experiment, {}, watched, sink), ErrorKind::results);
    });
    if (ended == Ended::by_interrupt) {
        PyErr_SetNone(PyExc_KeyboardInterrupt);
        throw py::error_already_set();
    }
    py::list rows;
    for (std::size_t row = 0; row < measurements.size(); ++row)
        rows.append(judge_row(row, book.by_replicate(row), views));
    py::dict told;
    told["over"] = views.view().name;
    told["why_not"] = why_not;
    told["rows"] = rows;
    return told;
}

/// The runs of `measurements` among scenarios that were loaded.
std::vector<NamedScenario> needed(const std::vector<Measurement>& measurements,
                                  const std::vector<NamedScenario>& loaded) {
    std::vector<NamedScenario> scenarios;
    for (const MeasuredRun& run : runs_needed(measurements)) {
        for (const NamedScenario& one : loaded) {
            if (one.first == name_of(run)) scenarios.push_back(one);
        }
    }
    return scenarios;
}

py::dict conclusions_judged(const std::string& name, const LoadScenario& load, const Asked& asked) {
    const CheckChoice choice =
        value_or_raise(choose_check(name, Rivals::played, load), ErrorKind::argument);
    std::vector<Measurement> measurements;
    for (const Conclusion* one : choice.conclusions)
        measurements.push_back(measurement_of(*one));
    if (measurements.empty()) {
        raise(ErrorKind::argument, diagnostic("no difference is judged in " + name, "",
                                              "\"all\" judges those that there are"));
    }
    const auto row_of = [&](std::size_t row, const DrawnValues& values, const SignViews& views) {
        const JudgedConclusion one = judge(*choice.conclusions[row], values, views.view(),
                                           views.prior, views.start, views.without);
        return with_shares(row_dict(one), one);
    };
    return judged(measurements, needed(measurements, choice.scenarios),
                  PriorView::in_place_of_a_belief, asked, row_of);
}

py::dict statements_judged(const std::optional<std::string>& scenario, const LoadScenario& load,
                           const Asked& asked) {
    std::vector<const LedgerStatement*> chosen;
    std::vector<Measurement> measurements;
    for (const LedgerStatement& one : ledger_statements()) {
        if (scenario && one.scenario != *scenario) continue;
        chosen.push_back(&one);
        measurements.push_back(measurement_of(one));
    }
    if (chosen.empty()) {
        raise(ErrorKind::argument,
              diagnostic("no statement is about " + printable(*scenario, 60), "",
                         "without a scenario all are judged"));
    }
    const auto row_of = [&](std::size_t row, const DrawnValues& values, const SignViews& views) {
        const StatementResult one = judge(*chosen[row], values, views.view(), views.prior,
                                          views.start, views.without);
        return with_shares(row_dict(StatementRow{one, views.view().name}), one);
    };
    return judged(measurements,
                  value_or_raise(scenarios_of(runs_needed(measurements), load),
                                 ErrorKind::argument),
                  PriorView::beside, asked, row_of);
}

}  // namespace

void bind_signs(py::module_& module) {
    module.attr("usual_sign_draws") = usual_sign_draws;
    module.def(
        "judge_conclusions_over_belief",
        [](const std::string& name, const LoadScenario& load, std::uint32_t replicates,
           std::uint64_t seed, const std::optional<std::string>& without, std::size_t threads,
           const py::object& progress) {
            return conclusions_judged(name, load, {replicates, seed, without, threads, progress});
        },
        py::kw_only(), py::arg("name"), py::arg("load"), py::arg("replicates"), py::arg("seed"),
        py::arg("without"), py::arg("threads"), py::arg("progress"));
    module.def(
        "judge_statements",
        [](const std::optional<std::string>& scenario, const LoadScenario& load,
           std::uint32_t replicates, std::uint64_t seed, const std::optional<std::string>& without,
           std::size_t threads, const py::object& progress) {
            return statements_judged(scenario, load, {replicates, seed, without, threads, progress});
        },
        py::kw_only(), py::arg("scenario"), py::arg("load"), py::arg("replicates"), py::arg("seed"),
        py::arg("without"), py::arg("threads"), py::arg("progress"));
}

}  // namespace tumen::python
