#include "belief/prior/formula.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/math.hpp"
#include "base/text.hpp"

namespace tumen {

namespace {

constexpr int deepest = 64;  // brackets in brackets

bool belongs_to_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
}

}  // namespace

/// Reads by precedence: sums of products of powers of atoms. Stops at the first problem.
class FormulaReader {
  public:
    FormulaReader(std::string_view text, const Formula::Lookup& lookup)
        : text_(text), lookup_(lookup) {}

    Expected<Formula, std::string> formula() {
        sum(0);
        skip_spaces();
        if (problem_.empty() && at_ < text_.size())
            fail("\"" + rest() + "\" does not belong there");
        if (!problem_.empty()) return problem_;
        std::sort(formula_.places_.begin(), formula_.places_.end());
        const auto end = std::unique(formula_.places_.begin(), formula_.places_.end());
        formula_.places_.erase(end, formula_.places_.end());
        return std::move(formula_);
    }

  private:
    using Operation = Formula::Operation;

    void sum(int depth) {
        product(depth);
        while (problem_.empty()) {
            if (take('+')) {
                product(depth);
                add(Operation::add);
            } else if (take('-')) {
                product(depth);
                add(Operation::subtract);
            } else {
                return;
            }
        }
    }

    void product(int depth) {
        power(depth);
        while (problem_.empty()) {
            if (take('*')) {
                power(depth);
                add(Operation::multiply);
            } else if (take('/')) {
                power(depth);
                add(Operation::divide);
            } else {
                return;
            }
        }
    }

    void power(int depth) {
        if (take('-')) {
            power(depth);
            add(Operation::negate);
            return;
        }
        atom(depth);
        if (problem_.empty() && take('^')) {
            power(depth);
            add(Operation::power);
        }
    }

    void atom(int depth) {
        if (!problem_.empty()) return;
        if (depth > deepest) return fail("it is too deep");
        skip_spaces();
        if (take('(')) {
            sum(depth + 1);
            expect(')');
            return;
        }
        const std::size_t begin = at_;
        while (at_ < text_.size() && (belongs_to_name(text_[at_]) || is_sign_of_exponent(begin)))
            ++at_;
        const std::string_view word = text_.substr(begin, at_ - begin);
        if (word.empty()) return fail("something is missing before \"" + rest() + "\"");
        if (const auto number = read_number(word)) {
            formula_.steps_.push_back({Operation::number, *number, 0});
        } else if (take('(')) {
            function(word, depth);
        } else {
            name(word);
        }
    }

    /// The minus of "1e-7".
    bool is_sign_of_exponent(std::size_t begin) const {
        return at_ > begin && (text_[at_] == '-' || text_[at_] == '+') && text_[at_ - 1] == 'e' &&
               std::isdigit(static_cast<unsigned char>(text_[begin])) != 0;
    }

    void function(std::string_view word, int depth) {
        struct Known {
            std::string_view name;
            Operation operation;
            int arguments;
        };
        static constexpr std::array<Known, 6> functions = {{{"exp", Operation::exp, 1},
                                                            {"ln", Operation::ln, 1},
                                                            {"logit", Operation::logit, 1},
                                                            {"logistic", Operation::logistic, 1},
                                                            {"min", Operation::min, 2},
                                                            {"max", Operation::max, 2}}};
        for (const Known& known : functions) {
            if (known.name != word) continue;
            sum(depth + 1);
            if (known.arguments == 2) {
                expect(',');
                sum(depth + 1);
            }
            expect(')');
            return add(known.operation);
        }
        fail("there is no function " + printable(word, 40));
    }

    void name(std::string_view word) {
        const auto place = lookup_(word);
        if (!place) return fail("nothing before it is called " + printable(word, 60));
        formula_.steps_.push_back({Operation::name, 0, *place});
        formula_.places_.push_back(*place);
    }

    void add(Operation operation) {
        if (problem_.empty()) formula_.steps_.push_back({operation, 0, 0});
    }

    void skip_spaces() {
        while (at_ < text_.size() && text_[at_] == ' ')
            ++at_;
    }
    bool take(char c) {
        skip_spaces();
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    void expect(char c) {
        if (problem_.empty() && !take(c))
            fail(std::string("there is no \"") + c + "\" where one belongs");
    }
    void fail(std::string problem) {
        if (problem_.empty()) problem_ = std::move(problem);
    }
    std::string rest() const { return printable(text_.substr(at_), 20); }

    std::string_view text_;
    const Formula::Lookup& lookup_;
    std::size_t at_ = 0;
    Formula formula_;
    std::string problem_;
};

Expected<Formula, std::string> Formula::read(std::string_view text, const Lookup& lookup) {
    return FormulaReader(text, lookup).formula();
}

double Formula::result_of(Operation operation, double left, double right) {
    switch (operation) {
        case Operation::add:
            return left + right;
        case Operation::subtract:
            return left - right;
        case Operation::multiply:
            return left * right;
        case Operation::divide:
            return left / right;
        case Operation::power:
            return math::pow(left, right);
        case Operation::negate:
            return -right;
        case Operation::exp:
            return math::exp(right);
        case Operation::ln:
            return math::log(right);
        case Operation::logit:
            return math::log(right / (1 - right));
        case Operation::logistic:
            return math::logistic(right);
        case Operation::min:
            return left < right ? left : right;
        case Operation::max:
            return left > right ? left : right;
        case Operation::number:
        case Operation::name:
            break;
    }
    return right;
}

double Formula::value(std::span<const double> values) const {
    std::vector<double> stack;
    stack.reserve(steps_.size());
    for (const Step& step : steps_) {
        if (step.operation == Operation::number) {
            stack.push_back(step.number);
            continue;
        }
        if (step.operation == Operation::name) {
            stack.push_back(values[step.place]);
            continue;
        }
        const double right = stack.back();
        const bool takes_two =
            step.operation < Operation::negate || step.operation >= Operation::min;
        if (takes_two) stack.pop_back();
        stack.back() = result_of(step.operation, stack.back(), right);
    }
    return stack.empty() ? 0 : stack.back();
}

}  // namespace tumen
