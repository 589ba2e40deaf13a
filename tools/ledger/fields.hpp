#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "evidence.hpp"

namespace tumen::ledger {

/// Takes the fields of one table of an evidence file, each once; what is missing, of another kind
/// or left over becomes a problem at its place.
class Fields {
  public:
    Fields(Evidence& evidence, const ScenarioText& file, const Node& table, Mark mark,
           std::string owner)
        : evidence_(evidence), file_(file), table_(table), mark_(mark), owner_(std::move(owner)) {}

    Text text(std::string_view key);
    Text optional_text(std::string_view key);
    std::vector<Text> texts(std::string_view key);
    /// The value of a field of any kind; nothing if it is missing, which is a problem unless it may
    /// be.
    enum class Need { required, optional };
    const Member* take(std::string_view key, Need need);
    void refuse_rest();

    void problem(Mark mark, std::string what, std::string reason = {}, std::string suggestion = {});

  private:
    Evidence& evidence_;
    const ScenarioText& file_;
    const Node& table_;
    Mark mark_;
    std::string owner_;
    std::vector<std::string_view> taken_;
};

}  // namespace tumen::ledger
