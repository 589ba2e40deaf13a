#include "belief/statements/statements.hpp"

#include <algorithm>

namespace tumen {

namespace {

std::vector<std::string_view> views_of(const std::vector<std::string>& words) {
    return {words.begin(), words.end()};
}

}  // namespace

Measurement measurement_of(const LedgerStatement& statement) {
    Measurement measurement{{statement.scenario, {}}, {}, statement.statistic};
    if (!statement.against.empty()) measurement.against.push_back({statement.against, {}});
    return measurement;
}

Measurement switched_off(const LedgerStatement& statement) {
    Measurement measurement = measurement_of(statement);
    measurement.run.settings = views_of(statement.off);
    for (MeasuredRun& run : measurement.against)
        run.settings = views_of(statement.off);
    return measurement;
}

std::vector<std::string> voices_of(const LedgerStatement& statement) {
    std::vector<std::string> voices;
    for (const std::string& id : statement.patterns) {
        std::string_view left = find_pattern(id)->independence;
        while (!left.empty()) {
            const std::size_t end = std::min(left.find(", "), left.size());
            const std::string voice(left.substr(0, end));
            left.remove_prefix(std::min(end + 2, left.size()));
            if (std::find(voices.begin(), voices.end(), voice) == voices.end())
                voices.push_back(voice);
        }
    }
    return voices;
}

StatementResult judge(const LedgerStatement& statement,
                      const std::map<std::uint32_t, std::optional<double>>& values,
                      const View& view, const View& prior, const View& start,
                      const std::map<std::string, CandidateWeights>& without) {
    std::map<std::string, CandidateWeights> its_own;
    for (const std::string& voice : voices_of(statement)) {
        const auto weights = without.find(voice);
        if (weights != without.end()) its_own.insert(*weights);
    }
    StatementResult result{judge_sign(values, view, prior, start, its_own), &statement};
    if (!statement.built_in.empty()) {
        result.verdict = SignVerdict::built_in;
        result.turns_on = statement.turns_on;
    } else if (!statement.turns_on.empty()) {
        result.turns_on = statement.turns_on;
    }
    return result;
}

}  // namespace tumen
