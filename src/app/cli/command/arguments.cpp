#include "app/cli/command/arguments.hpp"

#include <fmt/format.h>

#include <charconv>

#include "app/cli/command/stop.hpp"
#include "base/text.hpp"

namespace tumen::app {

void Arguments::put(std::string_view name, std::vector<std::string> values) {
    values_.insert_or_assign(std::string(name), std::move(values));
}

bool Arguments::has(std::string_view name) const {
    return values_.find(name) != values_.end();
}

std::optional<std::string> Arguments::text(std::string_view name) const {
    const auto found = values_.find(name);
    if (found == values_.end() || found->second.empty()) return std::nullopt;
    return found->second.front();
}

std::string Arguments::text_or(std::string_view name, std::string_view fallback) const {
    return text(name).value_or(std::string(fallback));
}

const std::vector<std::string>& Arguments::list(std::string_view name) const {
    static const std::vector<std::string> none;
    const auto found = values_.find(name);
    return found == values_.end() ? none : found->second;
}

std::uint64_t Arguments::whole_or(std::string_view name, std::uint64_t fallback, std::uint64_t low,
                                  std::uint64_t high) const {
    const std::optional<std::string> given = text(name);
    if (!given) return fallback;
    std::uint64_t number = 0;
    const char* end = given->data() + given->size();
    const auto [stopped, error] = std::from_chars(given->data(), end, number);
    if (error != std::errc() || stopped != end || number < low || number > high) {
        usage_error(fmt::format("{} {}", name, shell_quoted(printable(*given, 60))),
                    fmt::format("expected a whole number from {} to {}", low, high));
    }
    return number;
}

std::string shell_quoted(std::string_view word) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+@%";
    if (!word.empty() && word.find_first_not_of(plain) == word.npos) return std::string(word);
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

}  // namespace tumen::app
