#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/terminal.hpp"
#include "app/session/run_request.hpp"
#include "measures/yardstick.hpp"
#include "patterns/pattern_book.hpp"

namespace tumen::app {

/// A statistic that is read on the scenario, or on the same city without its campaign.
struct Question {
    std::string statistic;
    bool of_yardstick = false;
};

/// Plays of one scenario over draws of the belief, beside its yardstick, of which only what is
/// asked for is kept: headlines and answers to questions, replicate by replicate. Nothing is
/// stored.
class DrawnStudy {
  public:
    /// SCENARIO and what `run` takes beside it; draws of up to `most` replicates are made.
    DrawnStudy(const Arguments& arguments, const std::vector<Question>& questions,
               std::uint32_t most);

    /// Plays on until replicate `last`; no where it was interrupted.
    Answer play(std::uint32_t last, Terminal& terminal);

    const Experiment& experiment() const { return request_.experiment; }
    const HeadlineTable& headlines() const { return headlines_->table(); }
    std::uint32_t played() const { return played_; }
    std::size_t failed() const { return failed_; }
    /// One value a replicate that was played, in their order; NaN where it has none.
    std::vector<double> headline(std::string_view id) const;
    std::vector<double> answers(std::size_t question) const;
    /// A headline, or the ratio that the first sentence is about, by id; NaN where it has none.
    std::vector<double> number(const std::string& id) const;

  private:
    RunRequest request_;
    std::unique_ptr<HeadlineBook> headlines_;
    std::unique_ptr<MeasurementBook> answers_;
    std::uint32_t played_ = 0;
    std::size_t failed_ = 0;
};

/// A line of data.
void print_line(Terminal& terminal, const std::string& line);

}  // namespace tumen::app
