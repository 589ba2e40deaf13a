#pragma once
#include <string>
#include <string_view>

#include "app/cli/terminal/json.hpp"

namespace tumen::app {

/// Writes one JSON object to stdout as it goes, in the form of print_json(), so that a list of many
/// entries never is in memory as a whole.
class JsonStream {
  public:
    explicit JsonStream(Terminal& terminal) : terminal_(terminal) {}

    void field(std::string_view key, const Json& value) { begin(key, text_of(value, 1)); }
    void open_list(std::string_view key) {
        begin(key, "[");
        first_ = true;
    }
    void entry(const Json& value) {
        terminal_.exact((first_ ? "\n    " : ",\n    ") + text_of(value, 2));
        first_ = false;
    }
    void close_list() { terminal_.exact(first_ ? "]" : "\n  ]"); }
    void end() { terminal_.exact(any_ ? "\n}\n" : "{}\n"); }

  private:
    void begin(std::string_view key, const std::string& text) {
        terminal_.exact((any_ ? ",\n  " : "{\n  ") + json_text(Json(key)) + ": " + text);
        any_ = true;
    }
    /// Its lines but for the first indented `depth` times.
    static std::string text_of(const Json& value, std::size_t depth) {
        std::string text = json_text(value);
        const std::string indent(2 * depth, ' ');
        for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
            text.insert(at + 1, indent);
        return text;
    }

    Terminal& terminal_;
    bool any_ = false;
    bool first_ = true;
};

}  // namespace tumen::app
