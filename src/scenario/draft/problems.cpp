#include "scenario/draft/problems.hpp"

#include <algorithm>
#include <tuple>

#include "base/text.hpp"

namespace tumen {

void Problems::add(const Spot& spot, std::string problem, std::string reason,
                   std::string suggestion) {
    if (spot.text != nullptr) {
        add(diagnostic_at(*spot.text, spot.mark, std::move(problem), std::move(reason),
                          std::move(suggestion)));
        return;
    }
    Diagnostic diagnostic;
    diagnostic.problem =
        spot.flag.empty() ? std::move(problem) : printable(spot.flag) + ": " + problem;
    diagnostic.reason = std::move(reason);
    diagnostic.suggestion = std::move(suggestion);
    add(std::move(diagnostic));
}

void Problems::add(Diagnostic diagnostic) {
    const auto same = [&](const Diagnostic& other) {
        return other.problem == diagnostic.problem && other.file == diagnostic.file &&
               other.line == diagnostic.line && other.column == diagnostic.column;
    };
    if (full() || std::any_of(list_.begin(), list_.end(), same)) return;
    list_.push_back(std::move(diagnostic));
}

Diagnostics Problems::take() {
    std::sort(list_.begin(), list_.end(), [](const Diagnostic& one, const Diagnostic& other) {
        return std::tie(one.file, one.line, one.column, one.problem) <
               std::tie(other.file, other.line, other.column, other.problem);
    });
    return std::move(list_);
}

std::string did_you_mean_text(std::string_view word, std::span<const std::string_view> candidates) {
    const auto near = did_you_mean(word, candidates);
    return near ? "did you mean " + std::string(*near) + "?" : "";
}

std::string place_text(const Spot& spot) {
    if (spot.text == nullptr) return printable(spot.flag);
    return printable(spot.text->file) + ":" + std::to_string(spot.mark.line);
}

}  // namespace tumen
