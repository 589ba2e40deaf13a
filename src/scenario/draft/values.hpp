#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/draft/problems.hpp"

namespace tumen {

/// Reads single values of one file; what is of another kind becomes a problem at its place.
class Values {
  public:
    Values(const ScenarioText& text, Problems& problems) : text_(text), problems_(problems) {}

    Spot spot(Mark mark) const { return {&text_, mark, {}}; }
    Problems& problems() { return problems_; }

    std::optional<std::string> text(const Member& member);
    /// A plain number or a text with a unit.
    std::optional<Said<double>> quantity(const Member& member, Unit unit);
    std::optional<Said<Date>> date(const Member& member);
    /// A list of texts, each at its place.
    std::vector<Said<std::string>> names(const Member& member);
    /// The same of cities or ward groups, of which there is one at least.
    std::vector<Said<std::string>> places(const Member& member);
    /// The index of a text among `choices`.
    std::optional<Said<std::size_t>> choice(const Member& member,
                                            std::span<const std::string_view> choices);
    /// The member of a table that must have it; nothing, and a problem, if it has not.
    const Member* required(const Node& table, std::string_view key, std::string_view owner);
    /// Members of a table other than `known`.
    void refuse_unknown(const Node& table, std::string_view owner,
                        std::span<const std::string_view> known);

  private:
    std::nullopt_t wrong_kind(const Member& member, std::string_view expected);

    const ScenarioText& text_;
    Problems& problems_;
};

/// Why there is no parameter called `word`, and what was meant: a near name, the name of a symbol
/// of the contract ("fee0"), the roles of an indexed one.
struct NameAdvice {
    std::string reason;
    std::string suggestion;
};
NameAdvice advice_on_parameter(std::string_view word);

}  // namespace tumen
