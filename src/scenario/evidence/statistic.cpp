#include "scenario/evidence/statistic.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "model/observables.hpp"

namespace tumen {

namespace {

constexpr std::size_t depth_limit = 64;
constexpr std::int32_t day_limit = 20000;

struct Function {
    std::string_view name;
    StatisticKind kind;
};
constexpr std::array window_functions = {
    Function{"mean", StatisticKind::mean},   Function{"sum", StatisticKind::sum},
    Function{"first", StatisticKind::first}, Function{"last", StatisticKind::last},
    Function{"max", StatisticKind::max},     Function{"min", StatisticKind::min}};
constexpr std::array operand_functions = {Function{"log", StatisticKind::log},
                                          Function{"ratio", StatisticKind::ratio}};
constexpr std::array<std::string_view, most_bases> base_functions = {"base", "base2", "base3"};
constexpr std::array variables = {Function{"residents", StatisticKind::residents},
                                  Function{"households", StatisticKind::households}};
constexpr std::array<std::string_view, 10> window_names = {
    "all", "eve", "before", "during", "after", "active", "between", "drive", "oath", "sweep"};

/// Recursive descent, one token ahead. After the first problem it reads on to no effect.
class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {}

    Expected<Statistic, Diagnostic> run() {
        sum_of_products();
        skip_spaces();
        if (good() && at_ < text_.size()) fail("expected an operator or the end");
        if (!good()) return problem_;
        return std::move(statistic_);
    }

  private:
    bool good() const { return problem_.problem.empty(); }

    std::size_t fail(std::string problem, std::string suggestion = {}) {
        return fail_at(at_, std::move(problem), std::move(suggestion));
    }

    /// For what was read already: `begin` is where it begins.
    std::size_t fail_at(std::size_t begin, std::string problem, std::string suggestion = {}) {
        if (good()) {
            problem_.problem = std::move(problem);
            problem_.suggestion = std::move(suggestion);
            problem_.column = static_cast<std::uint32_t>(begin + 1);
        }
        return 0;
    }

    /// Where a word of the text begins.
    std::size_t begin_of(std::string_view word) const {
        return static_cast<std::size_t>(word.data() - text_.data());
    }

    std::size_t add(StatisticNode node) {
        statistic_.nodes.push_back(std::move(node));
        return statistic_.nodes.size() - 1;
    }

    std::size_t add(StatisticKind kind, std::size_t left, std::size_t right = 0) {
        StatisticNode node;
        node.kind = kind;
        node.left = left;
        node.right = right;
        return add(std::move(node));
    }

    void skip_spaces() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n'))
            ++at_;
    }

    bool take(char c) {
        skip_spaces();
        if (!good() || at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    void expect(char c, std::string suggestion = {}) {
        if (!take(c)) fail(std::string("expected '") + c + "'", std::move(suggestion));
    }

    std::string_view word() {
        skip_spaces();
        const std::size_t begin = at_;
        const auto part_of_word = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '_';
        };
        while (at_ < text_.size() && part_of_word(text_[at_]))
            ++at_;
        return text_.substr(begin, at_ - begin);
    }

    std::size_t sum_of_products() {
        std::size_t left = product();
        while (good()) {
            if (take('+')) {
                left = add(StatisticKind::add, left, product());
            } else if (take('-')) {
                left = add(StatisticKind::subtract, left, product());
            } else {
                break;
            }
        }
        return left;
    }

    std::size_t product() {
        std::size_t left = factor();
        while (good()) {
            if (take('*')) {
                left = add(StatisticKind::multiply, left, factor());
            } else if (take('/')) {
                left = add(StatisticKind::divide, left, factor());
            } else {
                break;
            }
        }
        return left;
    }

    std::size_t factor() {
        if (++depth_ > depth_limit) return fail("nested too deep");
        const std::size_t node = take('-') ? add(StatisticKind::negate, factor()) : atom();
        --depth_;
        return node;
    }

    std::size_t atom() {
        if (take('(')) {
            const std::size_t inner = sum_of_products();
            expect(')');
            return inner;
        }
        skip_spaces();
        if (at_ >= text_.size()) return fail("the statistic ends too early");
        const char c = text_[at_];
        return (c >= '0' && c <= '9') || c == '.' ? number() : function();
    }

    std::size_t number() {
        const std::size_t begin = at_;
        while (at_ < text_.size() &&
               std::string_view("0123456789.").find(text_[at_]) != text_.npos) {
            ++at_;
        }
        const auto value = read_number(text_.substr(begin, at_ - begin));
        if (!value) return fail_at(begin, "this is no number");
        StatisticNode node;
        node.number = *value;
        return add(std::move(node));
    }

    std::size_t function() {
        const std::string_view name = word();
        for (const Function& function : window_functions) {
            if (function.name == name) return over_window(function.kind);
        }
        for (const Function& function : operand_functions) {
            if (function.name == name) return over_operands(function.kind);
        }
        for (std::size_t run = 0; run < base_functions.size(); ++run) {
            if (base_functions[run] == name) return over_base(run, begin_of(name));
        }
        for (const Function& variable : variables) {
            if (variable.name == name) return add(variable.kind, 0);
        }
        if (name.empty()) return fail("expected a number, a function or '('");
        return fail_at(begin_of(name),
                       "there is no function called \"" + printable(name, 40) + "\"",
                       "known are mean, sum, first, last, max, min, log, ratio and base, and the "
                       "numbers residents and households");
    }

    std::size_t over_operands(StatisticKind kind) {
        expect('(');
        const std::size_t left = sum_of_products();
        std::size_t right = 0;
        if (kind == StatisticKind::ratio) {
            expect(',');
            right = sum_of_products();
        }
        expect(')');
        return add(kind, left, right);
    }

    std::size_t over_base(std::size_t run, std::size_t begin) {
        if (inside_base_) return fail_at(begin, "base cannot stand inside base");
        inside_base_ = true;
        const std::size_t node = over_operands(StatisticKind::base);
        inside_base_ = false;
        if (good()) statistic_.nodes[node].run = run;
        return node;
    }

    std::size_t over_window(StatisticKind kind) {
        StatisticNode node;
        node.kind = kind;
        expect('(');
        const std::string_view name = word();
        node.observables = observable_terms(name);
        if (good() && node.observables.empty()) return unknown_observable(name);
        expect(',', "its days come next, as " + std::string(name) + ", during");
        node.window = window();
        expect(')');
        return add(std::move(node));
    }

    std::size_t unknown_observable(std::string_view name) {
        std::vector<std::string_view> known;
        for (const ObservableRow& row : observable_rows())
            known.push_back(row.name);
        for (const DerivedObservable& row : derived_observables())
            known.push_back(row.name);
        const auto near = did_you_mean(name, known);
        return fail_at(begin_of(name),
                       "there is no observable called \"" + printable(name, 40) + "\"",
                       near ? "did you mean " + std::string(*near) + "?" : "see `tumen info`");
    }

    Window window() {
        const std::string_view name = word();
        Window window;
        const auto found = std::find(window_names.begin(), window_names.end(), name);
        if (found == window_names.end()) {
            fail_at(begin_of(name), "there is no window called \"" + printable(name, 40) + "\"",
                    "known are all, eve, before, during, after, active, between, drive, oath and "
                    "sweep; "
                    "before[n], during[a:b] and after[a:b]; drive[1], drive[2][a:b], drive[last]");
            return window;
        }
        window.part = static_cast<WindowPart>(found - window_names.begin());
        if (window.part >= WindowPart::drive) {
            if (take('[')) read_event(name, window);
            if (window.event == Window::every) return window;
        }
        if (take('[')) read_extent(name, window);
        return window;
    }

    /// Which of the drives: "2]" or "last]".
    void read_event(std::string_view name, Window& window) {
        skip_spaces();
        const std::size_t begin = at_;
        if (text_.substr(at_).starts_with("last")) {
            at_ += 4;
            window.event = Window::final;
        } else {
            window.event = day();
        }
        if (!take(']'))
            fail("expected ']'",
                 "say of which one: " + std::string(name) + "[1][a:b] are days of the first");
        if (window.event == 0) {
            fail_at(begin, std::string(name) + "[1] is the first of them",
                    std::string(name) + "[last] is the last");
        }
    }

    /// The days of a part: "a:b]", of before "n]".
    void read_extent(std::string_view name, Window& window) {
        window.extent = Window::Extent::cut;
        if (window.part == WindowPart::eve || window.part == WindowPart::active ||
            window.part == WindowPart::between) {
            fail_at(begin_of(name), "the window \"" + std::string(name) + "\" has no part");
        }
        if (window.part != WindowPart::before) {
            window.from = signed_day();
            expect(':');
            window.to = signed_day();
        } else {
            window.to = day();
        }
        expect(']');
        const bool same_end = (window.from < 0) == (window.to < 0);
        if (same_end && window.to < window.from)
            fail_at(begin_of(name), "the window ends before it begins");
    }

    std::int32_t signed_day() {
        if (!take('-')) return day();
        const std::size_t begin = at_;
        const std::int32_t value = day();
        if (value == 0) fail_at(begin, "-1 is the last day");
        return -value;
    }

    std::int32_t day() {
        skip_spaces();
        const std::size_t begin = at_;
        std::int32_t value = 0;
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9' && value <= day_limit) {
            value = value * 10 + (text_[at_++] - '0');
        }
        if (at_ == begin) fail("expected a number of days");
        if (value > day_limit) fail_at(begin, "more than " + std::to_string(day_limit) + " days");
        return value;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    bool inside_base_ = false;
    Statistic statistic_;
    Diagnostic problem_;
};

}  // namespace

Expected<Statistic, Diagnostic> parse_statistic(std::string_view text) {
    return Parser(text).run();
}

std::size_t bases_read(const Statistic& statistic) {
    std::size_t read = 0;
    for (const StatisticNode& node : statistic.nodes) {
        if (node.kind == StatisticKind::base) read = std::max(read, node.run + 1);
    }
    return read;
}

}  // namespace tumen
