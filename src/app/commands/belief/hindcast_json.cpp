#include "app/cli/terminal/json.hpp"
#include "app/commands/belief/hindcast_output.hpp"
#include "hindcast/page/judged_forecast_fields.hpp"
#include "report/rows/row_json.hpp"

namespace tumen::app {

namespace {

Json scores_json(const Judgement& judgement) {
    return {{"targets", value_json<Face::command_line>(judgement.targets)},
            {"unforeseen", judgement.unforeseen},
            {"summaries", value_json<Face::command_line>(judgement.summaries)}};
}

}  // namespace

void print_forecasts_json(const Targets& targets, const std::vector<JudgedForecast>& made,
                          Terminal& terminal) {
    Json all = Json::array();
    for (const JudgedForecast& one : made) {
        Json forecasts = Json::array();
        for (const TargetForecast& target : one.forecast.targets)
            forecasts.push_back(row_json<Face::command_line>(
                ForetoldRow{target, targets.series[target.question.series]}));
        Json json = row_json<Face::command_line>(one);
        json["forecasts"] = std::move(forecasts);
        json["scores"] = one.judgement ? scores_json(*one.judgement) : Json();
        all.push_back(std::move(json));
    }
    print_json(all, terminal);
}

}  // namespace tumen::app
