#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/text/document.hpp"

namespace tumen {

/// A text of a file, and where it stands.
struct MarkedText {
    std::string text;
    Mark mark;
};

/// Takes the fields of one table of a file, each once; what is missing, of another kind or left
/// over becomes a problem at its place.
class Fields {
  public:
    Fields(std::vector<Diagnostic>& problems, const ScenarioText& file, const Node& table,
           Mark mark, std::string owner)
        : problems_(problems), file_(file), table_(table), mark_(mark), owner_(std::move(owner)) {}

    MarkedText text(std::string_view key);
    MarkedText optional_text(std::string_view key);
    std::vector<MarkedText> texts(std::string_view key);
    std::vector<MarkedText> optional_texts(std::string_view key);
    std::optional<double> optional_number(std::string_view key);
    /// The value of a field of any kind; nothing if it is missing, which is a problem unless it may
    /// be.
    enum class Need { required, optional };
    const Member* take(std::string_view key, Need need);
    void refuse_rest();

    void problem(Mark mark, std::string what, std::string reason = {}, std::string suggestion = {});
    /// A text that is none of `known`; an empty one is left alone.
    void among(const MarkedText& text, const std::vector<std::string_view>& known,
               std::string_view what);

    Mark mark() const { return mark_; }
    /// For a table inside this one.
    Fields inside(const Member& member) const {
        return {problems_, file_, member.value, member.mark, owner_ + "." + member.key};
    }

  private:
    std::vector<Diagnostic>& problems_;
    const ScenarioText& file_;
    const Node& table_;
    Mark mark_;
    std::string owner_;
    std::vector<std::string> taken_;
};

}  // namespace tumen
