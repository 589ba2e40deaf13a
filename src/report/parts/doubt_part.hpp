#pragma once
#include <nlohmann/json.hpp>
#include <vector>

#include "belief/prior/implied.hpp"
#include "belief/statements/statements.hpp"
#include "measures/answers/second_reading.hpp"
#include "measures/headlines/headlines.hpp"
#include "patterns/pattern_book.hpp"

/// Of plays that each have values and rules of their own: what their range comes from, what would
/// turn the sentence round, what would narrow it, and what stands all the same.
namespace tumen {

using Json = nlohmann::ordered_json;

class DoubtBook {
  public:
    /// Reads statements about the point's scenario, alone or beside its yardstick, and what could
    /// be asked of somebody in the yardstick's city.
    DoubtBook(const Experiment& experiment, std::uint32_t point);
    void add(const ReplicateResult& result) { book_.add(result); }
    /// Null where too few draws were played to tell anything.
    Json json(const HeadlineTable& headlines) const;

  private:
    Json stands_json() const;

    const Experiment& experiment_;
    std::uint32_t point_;
    std::vector<const LedgerStatement*> statements_;  // measured first
    std::vector<const ImpliedQuantity*> questions_;   // behind them
    MeasurementBook book_;
};

/// The same of the difference between two scenarios, play by play: without what stands all the same
/// and without questions, which are asked of one city. Null where too few draws were played.
Json doubt_of_difference(const Experiment& experiment, const std::string& unit,
                         const PlayValues& values);

/// What a number spreads by the second reading of the reports; null where there is none. Its range
/// is null where the plays are worth too little.
Json second_json(const PlayValues& values, const std::optional<SecondReading>& reading);

}  // namespace tumen
