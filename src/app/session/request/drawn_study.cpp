#include "app/session/request/drawn_study.hpp"

#include <algorithm>
#include <numeric>

#include "app/session/request/draw_request.hpp"
#include "measures/answers/number_told.hpp"
#include "measures/headlines/evaluate.hpp"

namespace tumen::app {

namespace {

std::vector<double> in_order(const PlayValues& values, std::uint32_t last) {
    std::vector<double> column;
    for (std::uint32_t replicate = 1; replicate <= last; ++replicate) {
        const auto found = values.find(replicate);
        column.push_back(found == values.end() ? no_number : found->second);
    }
    return column;
}

}  // namespace

void print_line(Terminal& terminal, const std::string& line) {
    terminal.data(line + "\n");
}

DrawnStudy::DrawnStudy(const Arguments& arguments, const std::vector<Question>& questions,
                       std::uint32_t most)
    : request_(run_request(arguments)) {
    Experiment& experiment = request_.experiment;
    experiment.replicates.resize(most);
    std::iota(experiment.replicates.begin(), experiment.replicates.end(), 1U);
    take_draws(request_, arguments);
    headlines_ = std::make_unique<HeadlineBook>(experiment, 0);
    const auto yardstick = experiment.points.front().yardstick;
    std::vector<Measurement> measurements;
    for (const Question& one : questions) {
        const std::uint32_t point = one.of_yardstick ? yardstick.value_or(0) : 0;
        measurements.push_back({{experiment.points[point].name}, {}, one.statistic});
    }
    answers_ =
        std::make_unique<MeasurementBook>(experiment, points_by_name(experiment), measurements);
}

void DrawnStudy::accept(ReplicateResult result) {
    headlines_->add(result);
    answers_->add(result);
    played_ = std::max(played_, result.replicate);
}

std::vector<double> DrawnStudy::headline(std::string_view id) const {
    return in_order(play_values(headlines(), id), played_);
}

std::vector<double> DrawnStudy::answers(std::size_t question) const {
    PlayValues values;
    for (const auto& [replicate, value] : answers_->by_replicate(question))
        values[replicate] = value.value_or(no_number);
    return in_order(values, played_);
}

std::vector<double> DrawnStudy::number(const std::string& id) const {
    const auto told = number_told(headlines(), id);
    return told ? in_order(told->values, played_) : std::vector<double>();
}

}  // namespace tumen::app
