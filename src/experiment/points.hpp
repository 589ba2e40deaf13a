#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "scenario/scenario.hpp"

namespace tumen {

class ValuedText;

/// One scenario of an experiment, with the values that set it apart from its siblings.
struct Point {
    std::string name;  // "hyesan-handin", "fee_base=0.3"
    Scenario scenario;
    std::vector<std::pair<std::string, double>> values;  // varied parameters; empty in a plain run
    /// Values and rules ("promise_breach", "rules.oath") that no draw replaces: somebody named
    /// them.
    std::vector<std::string> held = {};
    /// The point that plays the same without its campaign; none where that is not played.
    std::optional<std::uint32_t> yardstick = {};
};

/// The points of an experiment, in order. One that plays the first one's scenario with other
/// values, as in most designs, is kept as its name and values: some hundred bytes instead of
/// thousands. Who wants more of it than these, or than what all have in common, has the whole made,
/// and either keeps it (`at`) or has it kept here from then on (`[]`).
class Points {
  public:
    template <class Owner, class Value>
    class Places;
    using Iterator = Places<Points, Point>;
    using ConstIterator = Places<const Points, const Point>;

    Points();
    Points(const Points&);
    Points(Points&&) noexcept;
    Points& operator=(const Points&);
    Points& operator=(Points&&) noexcept;
    ~Points();
    Points(std::vector<Point> points);
    Points(std::initializer_list<Point> points) : Points(std::vector<Point>(points)) {}

    std::size_t size() const { return all_.size(); }
    bool empty() const { return all_.empty(); }
    void clear() { *this = Points(); }
    /// Kept as its values where it plays the first one's scenario with these.
    void push_back(Point point);
    /// A point that plays the first one's scenario with `values`.
    void push_back(std::string_view name,
                   const std::vector<std::pair<std::string, double>>& values);
    /// Kept as a whole.
    Point& emplace_back(Point point);

    Point at(std::size_t i) const;
    const Point& operator[](std::size_t i) const;
    const Point& front() const { return (*this)[0]; }
    const Point& back() const { return (*this)[size() - 1]; }
    ConstIterator begin() const;
    ConstIterator end() const;
    /// To be changed: from here on it is kept as a whole. Those that follow stay what they are when
    /// the first is changed.
    Point& operator[](std::size_t i);
    Point& front() { return (*this)[0]; }
    Point& back() { return (*this)[size() - 1]; }
    Iterator begin();
    Iterator end();
    /// Other headlines for a point; those that follow from the first always have its own.
    void set_headlines(std::size_t i, std::vector<OwnHeadline> headlines);

    /// Whether those that are kept as values are the first with other values, which it may no
    /// longer be since somebody changed it.
    bool still_follow() const;
    /// Whether it is kept as values: it has no yardstick then, and holds nothing.
    bool follows(std::size_t i) const { return all_[i].whole == none; }
    std::string name(std::size_t i) const;
    std::vector<std::pair<std::string, double>> values(std::size_t i) const;
    /// The `which`-th of the values of a point that follows.
    double value(std::size_t i, std::size_t which) const { return numbers(i)[which]; }
    std::optional<std::uint32_t> yardstick(std::size_t i) const;
    /// Cities, dates, events and headlines of a point's scenario: where the point is kept as
    /// values, the scenario that these are put into.
    const Scenario& outline(std::size_t i) const;
    /// scenario_hash() of its scenario.
    Hash hash(std::size_t i) const;
    /// What they take of memory [bytes].
    double bytes() const;

  private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    struct One {
        std::uint32_t whole = none;   // its place among those kept as a whole
        std::uint32_t following = 0;  // else its place among those that follow
    };
    /// Those that somebody had made, for as long as the points live.
    struct Made {
        Made() = default;
        Made(const Made&) {}
        Made& operator=(const Made&);
        std::mutex mutex;
        std::map<std::size_t, std::unique_ptr<const Point>> points;
    };
    bool can_follow(const Point& point);
    bool can_take(const std::vector<std::pair<std::string, double>>& values);
    /// Names one after another, each ended by '\0', and where each begins; values of the
    /// parameters that all have.
    struct Following {
        std::string names;
        std::vector<std::size_t> name_begins;
        std::vector<double> values;
    };
    /// To be added to: a copy of its own from here on.
    Following& own_following();
    const double* numbers(std::size_t i) const {
        return following_->values.data() + std::size_t{all_[i].following} * parameters_.size();
    }

    std::vector<One> all_;
    std::vector<Point> whole_;
    std::vector<std::string> parameters_;
    std::shared_ptr<Following> following_;  // shared by copies, of which none has got more
    // Of the first, where others follow: its scenario without origins, and the text that is hashed.
    std::shared_ptr<const Scenario> base_;
    std::shared_ptr<const ValuedText> text_;
    mutable Made made_;
};

/// Goes over the points of an experiment.
template <class Owner, class Value>
class Points::Places {
  public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Point;
    using difference_type = std::ptrdiff_t;
    using pointer = Value*;
    using reference = Value&;

    Places() = default;
    Places(Owner& owner, std::size_t at) : owner_(&owner), at_(static_cast<std::ptrdiff_t>(at)) {}
    Value& operator*() const { return (*owner_)[static_cast<std::size_t>(at_)]; }
    Value* operator->() const { return &**this; }
    Places& operator++() { return *this += 1; }
    Places operator++(int) {
        Places before = *this;
        *this += 1;
        return before;
    }
    Places& operator+=(std::ptrdiff_t steps) {
        at_ += steps;
        return *this;
    }
    Places operator+(std::ptrdiff_t steps) const {
        Places moved = *this;
        return moved += steps;
    }
    std::ptrdiff_t operator-(const Places& other) const { return at_ - other.at_; }
    bool operator==(const Places& other) const { return at_ == other.at_; }
    bool operator!=(const Places& other) const { return at_ != other.at_; }

  private:
    Owner* owner_ = nullptr;
    std::ptrdiff_t at_ = 0;
};

inline Points::ConstIterator Points::begin() const {
    return {*this, 0};
}
inline Points::ConstIterator Points::end() const {
    return {*this, size()};
}
inline Points::Iterator Points::begin() {
    return {*this, 0};
}
inline Points::Iterator Points::end() {
    return {*this, size()};
}

}  // namespace tumen
