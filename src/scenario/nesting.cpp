#include "scenario/nesting.hpp"

namespace tumen {

namespace {

/// Walks over a TOML text, knowing just enough of it to tell strings and comments from the rest.
class DepthScan {
  public:
    DepthScan(std::string_view text, std::size_t limit) : text_(text), limit_(limit) {}

    std::optional<Mark> run() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"' || c == '\'') {
                skip_string(c);
            } else if (c == '#') {
                while (at_ < text_.size() && text_[at_] != '\n') ++at_;
            } else if (!step(c)) {
                return mark_;
            }
        }
        return std::nullopt;
    }

  private:
    bool step(char c) {
        ++at_;
        if (c == '\n') {
            ++mark_.line;
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
        mark_.column = static_cast<std::uint32_t>(at_ - line_begin_);
        return open_ <= limit_ && dots_ <= limit_;
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
        ++mark_.line;
        line_begin_ = at_ + 1;
    }

    std::string_view text_;
    std::size_t limit_;
    std::size_t at_ = 0;
    std::size_t line_begin_ = 0;
    std::size_t open_ = 0;
    std::size_t dots_ = 0;
    Mark mark_{1, 1};
};

}  // namespace

std::optional<Mark> too_deep(std::string_view text, std::size_t limit) {
    return DepthScan(text, limit).run();
}

}  // namespace tumen
