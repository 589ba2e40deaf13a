#include "scenario/text/nesting.hpp"

namespace tumen {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Walks over a TOML text, knowing just enough of it to tell strings and comments from the rest.
class Scan {
  public:
    Scan(std::string_view text, const ScanLimits& limits) : text_(text), limits_(limits) {}

    std::optional<ScanStop> run() {
        if (text_.starts_with(byte_order_mark)) at_ = line_begin_ = byte_order_mark.size();
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"' || c == '\'') {
                skip_string(c);
            } else if (c == '#') {
                while (at_ < text_.size() && text_[at_] != '\n')
                    ++at_;
            } else if (static_cast<unsigned char>(c) >= 0x80) {
                return ScanStop{ScanStop::Reason::not_ascii, here(at_)};
            } else if (c == '=' && ++keys_ > limits_.keys) {
                return ScanStop{ScanStop::Reason::too_many, here(at_)};
            } else if (!step(c)) {
                return ScanStop{ScanStop::Reason::too_deep, here(at_ - 1)};
            }
        }
        return std::nullopt;
    }

  private:
    bool step(char c) {
        ++at_;
        if (c == '\n') {
            ++line_;
            line_begin_ = at_;
            dots_ = 0;
        } else if (c == '[' || c == '{') {
            ++open_;
            dots_ = 0;
        } else if (c == ']' || c == '}') {
            // A stray closing bracket is the parser's to refuse; it must not hide depth here.
            if (open_ > 0) --open_;
        } else if (c == ',' || c == '=') {
            dots_ = 0;
        } else if (c == '.') {
            ++dots_;
        }
        return open_ <= limits_.nesting && dots_ <= limits_.nesting;
    }

    /// The place in letters, not bytes, as the parser counts.
    Mark here(std::size_t at) const {
        Mark mark{line_, 0};
        for (const char c : text_.substr(line_begin_, at + 1 - line_begin_)) {
            if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) ++mark.column;
        }
        return mark;
    }

    bool triple(char quote) const {
        return at_ + 2 < text_.size() && text_[at_ + 1] == quote && text_[at_ + 2] == quote;
    }

    void skip_string(char quote) {
        const bool many_lines = triple(quote);
        at_ += many_lines ? 3 : 1;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '\\' && quote == '"') {
                ++at_;  // whatever follows is part of the string, a line's end excepted
                if (at_ < text_.size() && text_[at_] == '\n') new_line();
                ++at_;
            } else if (c == '\n') {
                if (!many_lines) return;  // not closed: the parser will say so
                new_line();
                ++at_;
            } else if (c == quote && (!many_lines || triple(quote))) {
                at_ += many_lines ? 3 : 1;
                // Up to two quotes before the closing three belong to the string.
                for (int more = 0; many_lines && more < 2 && at_ < text_.size(); ++more) {
                    if (text_[at_] == quote) ++at_;
                }
                return;
            } else {
                ++at_;
            }
        }
    }

    void new_line() {
        ++line_;
        line_begin_ = at_ + 1;
    }

    std::string_view text_;
    ScanLimits limits_;
    std::size_t at_ = 0;
    std::size_t line_begin_ = 0;
    std::size_t open_ = 0;
    std::size_t dots_ = 0;
    std::size_t keys_ = 0;
    std::uint32_t line_ = 1;
};

}  // namespace

std::optional<ScanStop> scan_toml(std::string_view text, const ScanLimits& limits) {
    return Scan(text, limits).run();
}

}  // namespace tumen
