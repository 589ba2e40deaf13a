#pragma once
#include <memory>
#include <optional>

#include "measures/answers/plays_answer.hpp"
#include "measures/headlines/yardstick.hpp"
#include "report/parts/doubt_part.hpp"

/// What the plays of one point come to, gathered as they are played and worked out when it is first
/// asked for: the terminal and the report tell the same of it.
namespace tumen {

/// Whether it is asked what would turn the answer round, which only plays with days can say.
enum class Doubted : std::uint8_t { no, yes };

class AnswerBook {
  public:
    /// `experiment` must live as long.
    AnswerBook(const Experiment& experiment, std::uint32_t point, Doubted doubted);
    void add(const ReplicateResult& result);  // of any point

    const HeadlineTable& headlines() const { return book_.table(); }

    // Once all plays are there, which `stored` says as they are stored.
    /// Of plays that draw what is not known.
    const PlaysAnswer& answer(const Experiment& stored) const;
    /// ... as sentences; of other plays those of answer_sentences().
    std::vector<std::string> told(const Experiment& stored) const;
    /// Null where too few draws were played to tell anything, and where nobody asks.
    const Json& doubt() const;

  private:
    std::uint32_t point_;
    HeadlineBook book_;
    std::optional<DoubtBook> doubted_;
    mutable std::optional<PlaysAnswer> answer_;
    mutable std::optional<Json> doubt_;
};

}  // namespace tumen
