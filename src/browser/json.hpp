#pragma once
#include <concepts>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace tumen::browser {

/// Writes JSON, compact and in the order of the calls. Objects and arrays are opened and closed by
/// hand.
class JsonWriter {
  public:
    JsonWriter& open(char bracket) {
        separate();
        text_ += bracket;
        first_ = true;
        return *this;
    }
    JsonWriter& close(char bracket) {
        text_ += bracket;
        first_ = false;
        return *this;
    }
    JsonWriter& key(std::string_view name) {
        separate();
        quote(name);
        text_ += ':';
        first_ = true;
        return *this;
    }
    JsonWriter& value(std::string_view text) {
        separate();
        quote(text);
        return *this;
    }
    JsonWriter& value(double number) {
        separate();
        // JSON has no infinity; an open end is null.
        text_ += number - number == 0 ? shortest(number) : "null";
        return *this;
    }
    JsonWriter& null() {
        separate();
        text_ += "null";
        return *this;
    }
    template <std::integral Integer>
    JsonWriter& value(Integer number) {
        separate();
        text_ += std::to_string(number);
        return *this;
    }
    template <class Value>
    JsonWriter& field(std::string_view name, const Value& content) {
        return key(name).value(content);
    }
    std::string take() { return std::move(text_); }

  private:
    void separate() {
        if (!first_) text_ += ',';
        first_ = false;
    }
    void quote(std::string_view text) {
        static constexpr char hex[] = "0123456789abcdef";
        text_ += '"';
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\') {
                text_ += {'\\', c};
            } else if (byte < 0x20) {
                text_ += {'\\', 'u', '0', '0', hex[byte >> 4], hex[byte & 15]};
            } else {
                text_ += c;
            }
        }
        text_ += '"';
    }

    std::string text_;
    bool first_ = true;
};

}  // namespace tumen::browser
