#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/terminal/terminal.hpp"
#include "app/session/request/run_request.hpp"
#include "measures/headlines/yardstick.hpp"
#include "patterns/pattern_book.hpp"

namespace tumen::app {

/// A statistic that is read on the scenario, or on the same city without its campaign.
struct Question {
    std::string statistic;
    bool of_yardstick = false;
};

/// What is asked of plays of one scenario over draws of the belief, beside its yardstick: headlines
/// and answers to questions, replicate by replicate. Takes the results of a plain `run` of as many
/// replicates.
class DrawnStudy final : public ResultSink {
  public:
    /// SCENARIO and what `run` takes beside it; draws of `most` replicates are made.
    DrawnStudy(const Arguments& arguments, const std::vector<Question>& questions,
               std::uint32_t most);

    const RunRequest& request() const { return request_; }
    const Experiment& experiment() const { return request_.experiment; }

    void accept(ReplicateResult result) override;
    /// Replicates 1 .. this were handed over.
    std::uint32_t played() const { return played_; }

    const HeadlineTable& headlines() const { return headlines_->table(); }
    /// One value a replicate that was played, in their order; NaN where it has none.
    std::vector<double> headline(std::string_view id) const;
    std::vector<double> answers(std::size_t question) const;
    /// A number told of these plays (number_told.hpp) by id; NaN where a play has none. Empty
    /// where there is no such number.
    std::vector<double> number(const std::string& id) const;

  private:
    RunRequest request_;
    std::unique_ptr<HeadlineBook> headlines_;
    std::unique_ptr<MeasurementBook> answers_;
    std::uint32_t played_ = 0;
};

/// A line of data.
void print_line(Terminal& terminal, const std::string& line);

}  // namespace tumen::app
