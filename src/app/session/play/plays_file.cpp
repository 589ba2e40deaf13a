#include "app/session/play/plays_file.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <utility>

#include "app/cli/command/stop.hpp"
#include "base/text.hpp"

namespace tumen::app {

PlaysFile::PlaysFile(std::string path, std::string head, std::string_view other)
    : path_(std::move(path)) {
    head += "\n";
    std::ifstream file(path_, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (text.empty()) {
        waiting_ = head;
        return;
    }
    if (!text.starts_with(head)) {
        stop(ExitCode::failed, trouble(path_ + " holds " + std::string(other), "",
                                       "name another file with --plays, or remove it"));
    }
    std::string_view left = text;
    left.remove_prefix(head.size());
    for (std::size_t end = left.find('\n'); end != left.npos; end = left.find('\n')) {
        lines_.emplace_back(left.substr(0, end));
        left.remove_prefix(end + 1);
    }
    if (!left.empty()) waiting_ = "\n";
}

void PlaysFile::add(std::string_view line) {
    waiting_ += line;
    waiting_ += "\n";
}

void PlaysFile::flush() {
    std::ofstream file(path_, std::ios::binary | std::ios::app);
    file << waiting_;
    file.close();
    if (!file) stop(ExitCode::failed, trouble("cannot write " + path_));
    waiting_.clear();
}

std::string_view next_word(std::string_view& line) {
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, space);
    line.remove_prefix(std::min(space + 1, line.size()));
    return word;
}

std::size_t whole_of(std::string_view word) {
    std::size_t number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    return number;
}

std::string words_of(const std::vector<std::optional<double>>& values) {
    std::string words;
    for (const auto& value : values)
        words += value ? " " + shortest(*value) : " none";
    return words;
}

std::vector<std::optional<double>> values_of(std::string_view words) {
    std::vector<std::optional<double>> values;
    while (!words.empty())
        values.push_back(read_number(next_word(words)));
    return values;
}

}  // namespace tumen::app
