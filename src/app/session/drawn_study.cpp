#include "app/session/drawn_study.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include "app/cli/signals.hpp"
#include "app/cli/stop.hpp"
#include "app/session/draw_request.hpp"
#include "app/session/play_everywhere.hpp"
#include "app/session/progress.hpp"
#include "belief/facts.hpp"
#include "measures/spread.hpp"

namespace tumen::app {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double per = 100;  // people that a count is set beside

class StudySink final : public ResultSink {
  public:
    StudySink(HeadlineBook& headlines, MeasurementBook& answers)
        : headlines_(headlines), answers_(answers) {}
    void accept(ReplicateResult result) override {
        headlines_.add(result);
        answers_.add(result);
    }

  private:
    HeadlineBook& headlines_;
    MeasurementBook& answers_;
};

std::vector<double> in_order(const PlayValues& values, std::uint32_t last) {
    std::vector<double> column;
    for (std::uint32_t replicate = 1; replicate <= last; ++replicate) {
        const auto found = values.find(replicate);
        column.push_back(found == values.end() ? none : found->second);
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

Answer DrawnStudy::play(std::uint32_t last, Terminal& terminal) {
    if (last <= played_) return Answer::yes;
    Experiment& experiment = request_.experiment;
    experiment.replicates.resize(last - played_);
    std::iota(experiment.replicates.begin(), experiment.replicates.end(), played_ + 1);
    EnsembleOptions options = request_.playing;
    ProgressLine line(terminal);
    options.progress = [&](const Progress& progress) { line(progress); };
    options.stop = &stop_on_signals();
    StudySink sink(*headlines_, *answers_);
    const Summary summary = value_or_stop(play_everywhere(experiment, {}, options, sink));
    if (summary.interrupted == Answer::yes) return Answer::no;
    failed_ += summary.failed;
    played_ = last;
    return Answer::yes;
}

std::vector<double> DrawnStudy::headline(std::string_view id) const {
    return in_order(play_values(headlines(), id), played_);
}

std::vector<double> DrawnStudy::answers(std::size_t question) const {
    PlayValues values;
    for (const auto& [replicate, value] : answers_->by_replicate(question))
        values[replicate] = value.value_or(none);
    return in_order(values, played_);
}

std::vector<double> DrawnStudy::number(const std::string& id) const {
    if (id != gap_id) return headline(id);
    auto ratio = play_ratio(headlines());
    if (!ratio) return {};
    for (auto& [replicate, value] : ratio->values)
        value *= per;
    return in_order(ratio->values, played_);
}

}  // namespace tumen::app
