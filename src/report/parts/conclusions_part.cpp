#include "belief/statements/judged_study.hpp"
#include "patterns/check.hpp"
#include "report/parts/parts.hpp"

namespace tumen {

namespace {

Json share_json(const SignShare& share) {
    return {{"share", number(share.share)},
            {"error", number(share.error)},
            {"low", number(share.bounds.low)},
            {"high", number(share.bounds.high)},
            {"draws", share.draws},
            {"effective", number(share.effective)}};
}

Json conclusion_json(const JudgedConclusion& one) {
    Json rules = Json::array();
    for (const SignUnderRule& rule : one.rules) {
        Json json = share_json(rule.share);
        json["rule"] = rule.rule;
        json["choice"] = rule.choice;
        rules.push_back(std::move(json));
    }
    Json without = Json::array();
    for (const SignWithoutVoice& left : one.without) {
        Json json = share_json(left.share);
        json["voice"] = left.voice;
        without.push_back(std::move(json));
    }
    return {{"id", one.conclusion->id},
            {"label", one.conclusion->label},
            {"scenario", one.conclusion->scenario},
            {"against", one.conclusion->against},
            {"sign", name_of(one.higher ? Direction::higher : Direction::lower)},
            {"sign_of", one.of_most_draws ? "most draws" : "starting values"},
            {"verdict", name_of(one.verdict)},
            {"probability", share_json(one.view)},
            {"start", share_json(one.start)},
            {"start_disagrees", one.start_disagrees()},
            {"rules", std::move(rules)},
            {"without_voices", std::move(without)},
            {"turns_on", one.turns_on}};
}

}  // namespace

/// By the names that `tumen check --rivals --belief --json` has.
Expected<Json, Diagnostic> conclusions_part(ResultSource& results) {
    const Experiment& experiment = results.experiment();
    const auto study = judged_study(experiment);
    if (!study) return Json();
    std::vector<Measurement> measurements;
    for (const Conclusion* one : study->conclusions)
        measurements.push_back(measurement_of(*one));
    MeasurementBook book(experiment, points_by_name(experiment), measurements);
    for (const ReplicateKey key : results.replicates()) {
        auto result = results.read(key);
        if (!result) return result.error();
        book.add(*result);
    }
    std::vector<const SignValues*> values;
    for (std::size_t row = 0; row < measurements.size(); ++row)
        values.push_back(&book.by_replicate(row));
    const std::vector<JudgedConclusion> judged = judge(*study, values);
    Json list = Json::array();
    for (const JudgedConclusion& one : judged)
        list.push_back(conclusion_json(one));
    return Json{{"over", study->views.view().name},
                {"why_not", study->why_not},
                {"seed", experiment.seed},
                {"sentence", judged_sentence(*study, judged, experiment.seed)},
                {"conclusions", std::move(list)}};
}

}  // namespace tumen
