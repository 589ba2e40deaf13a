#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"
#include "evidence.hpp"
#include "model/parameter_table.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen::ledger {

namespace {

using Words = std::vector<std::string_view>;

const Words grades = {"census", "survey", "expert", "single-source", "derived", "assumed"};
const Words priors = {"uniform", "log-uniform", "fixed"};
const Words source_kinds = {"press", "survey", "census", "expert", "law", "theory", "assumption"};
const Words pattern_grades = {"A", "B", "C", "D", "D+", "X"};
const Words observations = {"counted", "survey", "several sources", "single source", "inference"};
const Words roles = {"input", "calibrate", "held-out", "analogue", "context"};
const Words bound_kinds = {"reported", "ours"};

/// The checks, with what all of them need.
class Checks {
  public:
    Checks(Evidence& evidence, const std::vector<std::string>& scenarios)
        : evidence_(evidence), scenarios_(scenarios.begin(), scenarios.end()) {
        for (const ParameterRow& row : parameter_rows())
            parameters_.push_back(row.name);
        for (const ParameterRow& row : parameter_rows()) {
            if (groups_.empty() || groups_.back() != name_of(row.group)) {
                groups_.push_back(name_of(row.group));
            }
        }
        for (const SourceEntry& source : evidence.sources)
            sources_.push_back(source.id.text);
    }

    void run() {
        check_entries();
        for (const SourceEntry& source : evidence_.sources) {
            among(evidence_.sources_file, source.kind, source_kinds, "kind of source");
        }
        for (const PatternEntry& pattern : evidence_.patterns)
            check_pattern(pattern);
        check_pattern_ids();
        for (const ConclusionEntry& one : evidence_.conclusions) {
            among(evidence_.measures_file, one.scenario, scenarios_, "scenario");
            among(evidence_.measures_file, one.against, scenarios_, "scenario");
        }
    }

  private:
    void problem(const ScenarioText& file, Mark mark, std::string what, std::string reason = {},
                 std::string suggestion = {}) {
        evidence_.problems.push_back(
            diagnostic_at(file, mark, std::move(what), std::move(reason), std::move(suggestion)));
    }

    /// `word` must be one of `known`; a missing one has been reported already.
    void among(const ScenarioText& file, const Text& word, const Words& known,
               std::string_view what) {
        if (word.text.empty() || std::find(known.begin(), known.end(), word.text) != known.end()) {
            return;
        }
        std::string all;
        for (std::size_t i = 0; i < known.size() && known.size() <= 16; ++i) {
            all += (i == 0 ? "known are " : ", ") + std::string(known[i]);
        }
        const auto near = did_you_mean(word.text, known);
        problem(file, word.mark,
                "unknown " + std::string(what) + " \"" + printable(word.text) + "\"", all,
                near ? "did you mean " + std::string(*near) + "?" : "");
    }

    void check_entries() {
        const ScenarioText& file = evidence_.parameters_file;
        for (const Entry& entry : evidence_.entries) {
            among(file, entry.name, parameters_, "parameter");
            among(file, entry.grade, grades, "grade");
            among(file, entry.prior, priors, "prior");
            check_sources(file, entry.sources, entry.name);
            for (const Number& number : entry.values)
                check_number(entry, number);
        }
        for (const ParameterRow& row : parameter_rows()) {
            const auto entry = std::find_if(
                evidence_.entries.begin(), evidence_.entries.end(),
                [&](const Entry& candidate) { return candidate.name.text == row.name; });
            if (entry == evidence_.entries.end()) {
                problem(file, {}, "no entry for the parameter " + std::string(row.name),
                        "every number of the model has its evidence",
                        "add [" + std::string(row.name) + "], or take it out of the model's table");
            } else {
                compare(*entry, row);
            }
        }
    }

    void compare(const Entry& entry, const ParameterRow& row) {
        same(entry, entry.unit, name_of(row.unit), "unit");
        same(entry, entry.kind, name_of(row.kind), "kind");
        same(entry, entry.group, name_of(row.group), "group");
        if (row.indexing != Indexing::by_sentence || row.unit != Unit::share) return;
        double sum = 0;
        for (const Number& number : entry.values)
            sum += number.value;
        if (std::fabs(sum - 1) > 1e-9) {
            problem(evidence_.parameters_file, entry.name.mark,
                    entry.name.text + ": the sentences sum to " + quantity_text(sum, Unit::one) +
                        ", not 1");
        }
    }

    void same(const Entry& entry, const Text& said, std::string_view table, std::string_view what) {
        if (said.text.empty() || said.text == table) return;
        problem(evidence_.parameters_file, said.mark,
                entry.name.text + ": " + std::string(what) + " is \"" + printable(said.text) +
                    "\" here and \"" + std::string(table) + "\" in the model",
                "", "configure the build again, which writes the model's table from the ledger");
    }

    void check_sources(const ScenarioText& file, const std::vector<Text>& sources,
                       const Text& owner) {
        if (sources.empty()) {
            problem(file, owner.mark, owner.text + ": no source", "every entry says who says so",
                    "cite an id of sources.toml; \"model-contract\" where it is assumed");
        }
        for (const Text& source : sources)
            among(file, source, sources_, "source id");
    }

    void check_number(const Entry& entry, const Number& number) {
        const auto text = [](double value) { return quantity_text(value, Unit::one); };
        if (!(number.low <= number.value && number.value <= number.high)) {
            problem(evidence_.parameters_file, number.mark,
                    entry.name.text + ": the range " + text(number.low) + " to " +
                        text(number.high) + " excludes its value " + text(number.value),
                    "", "widen the range or correct the value, as the sources say");
        }
        if (number.low < number.limit_low || number.high > number.limit_high) {
            problem(evidence_.parameters_file, number.mark,
                    entry.name.text + ": the range goes beyond what the quantity can be",
                    "limits " + text(number.limit_low) + " to " + text(number.limit_high));
        }
        if (entry.prior.text == "log-uniform" && number.low <= 0 && number.high > 0) {
            problem(evidence_.parameters_file, number.mark,
                    entry.name.text + ": a log-uniform prior needs a range above 0");
        }
    }

    void check_pattern(const PatternEntry& pattern) {
        const ScenarioText& file = evidence_.patterns_file;
        among(file, pattern.grade, pattern_grades, "grade of a pattern");
        among(file, pattern.observed, observations, "way of observing");
        among(file, pattern.role, roles, "role of a pattern");
        among(file, pattern.bound, bound_kinds, "bound of a pattern");
        check_sources(file, pattern.sources, pattern.id);
        for (const Text& rule : pattern.rules)
            among(file, rule, groups_, "rule");
        for (const Text& name : pattern.parameters) {
            if (!find_parameter(name.text)) among(file, name, parameters_, "parameter");
        }
        if (pattern.test) {
            check_test(pattern);
        } else if (pattern.untestable.text.empty()) {
            problem(file, pattern.id.mark,
                    pattern.id.text + ": neither a test nor a reason for none", "",
                    "add test.scenario and so on, or untestable = \"why\"");
        }
    }

    void check_test(const PatternEntry& pattern) {
        const ScenarioText& file = evidence_.patterns_file;
        among(file, pattern.test->run.scenario, scenarios_, "scenario");
        for (const RunText& against : pattern.test->against)
            among(file, against.scenario, scenarios_, "scenario");
    }

    void check_pattern_ids() {
        for (std::size_t i = 0; i < evidence_.patterns.size(); ++i) {
            const Text& id = evidence_.patterns[i].id;
            for (std::size_t j = 0; j < i; ++j) {
                if (id.text.empty() || evidence_.patterns[j].id.text != id.text) continue;
                problem(evidence_.patterns_file, id.mark, "the id " + id.text + " is taken",
                        "line " + std::to_string(evidence_.patterns[j].id.mark.line) + " has it");
            }
        }
    }

    Evidence& evidence_;
    Words scenarios_, parameters_, groups_, sources_;
};

}  // namespace

void check_evidence(Evidence& evidence, const std::vector<std::string>& scenarios) {
    Checks(evidence, scenarios).run();
}

}  // namespace tumen::ledger
