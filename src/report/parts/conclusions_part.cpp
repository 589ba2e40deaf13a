#include "belief/statements/judged_study.hpp"
#include "belief/statements/sign_fields.hpp"
#include "patterns/check.hpp"
#include "report/parts/parts.hpp"

namespace tumen {

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
    values.reserve(measurements.size());
    for (std::size_t row = 0; row < measurements.size(); ++row)
        values.push_back(&book.by_replicate(row));
    const std::vector<JudgedConclusion> judged = judge(*study, values);
    Json list = Json::array();
    for (const JudgedConclusion& one : judged)
        list.push_back(row_json<Face::page>(one));
    return Json{{"over", study->views.view().name},
                {"why_not", study->why_not},
                {"seed", experiment.seed},
                {"sentence", judged_sentence(*study, judged, experiment.seed)},
                {"conclusions", std::move(list)}};
}

}  // namespace tumen
