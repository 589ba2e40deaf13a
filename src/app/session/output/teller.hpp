#pragma once
#include <functional>
#include <memory>
#include <string>

#include "app/cli/terminal/terminal.hpp"
#include "store/reader.hpp"

namespace tumen {
class AnswerBook;
}

namespace tumen::app {

/// Where a run's files lie.
struct Places {
    std::string results;
    std::string report;
};

enum class Format : std::uint8_t { text, json };

/// What a command says of results that are there. Who listens hears of each replicate once, while
/// the report is made or else read for it, and speaks as soon as all have been read: in text before
/// the rest of the report is made, and what lies where is said for it when it is there. JSON is one
/// document, and names files that are there.
class Teller {
  public:
    virtual ~Teller() = default;
    virtual bool listens() const { return true; }
    /// The book hears of each replicate as well, and is the report's; who tells of it keeps it.
    // NOLINTNEXTLINE(performance-unnecessary-value-param)
    virtual void begin(const Experiment&, std::shared_ptr<const AnswerBook>) {}
    virtual void hear(const ReplicateResult&) {}
    virtual void tell(ResultReader& results, const Places& places, Format format,
                      Terminal& terminal) = 0;
};

/// Prints what stored results came to, and reads of them what it needs.
using PrintResults = std::function<void(ResultReader&, const Places&, Format, Terminal&)>;

}  // namespace tumen::app
