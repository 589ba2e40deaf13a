#pragma once
#include <cassert>
#include <utility>
#include <variant>

namespace tumen {

/// A value, or the reason why there is none. Expected failures are values: the core is built
/// without exceptions, natively and for the browser.
template <class Value, class Error>
class [[nodiscard]] Expected {
  public:
    Expected(Value value) : content_(std::in_place_index<0>, std::move(value)) {}
    Expected(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return content_.index() == 0; }

    /// The value; the caller has checked that there is one.
    const Value& operator*() const& { return value(); }
    Value& operator*() & { return value(); }
    Value&& operator*() && { return std::move(value()); }
    const Value* operator->() const { return &value(); }
    Value* operator->() { return &value(); }

    /// The error; the caller has checked that there is no value.
    const Error& error() const {
        assert(content_.index() == 1);
        return *std::get_if<1>(&content_);
    }

  private:
    const Value& value() const {
        assert(content_.index() == 0);
        return *std::get_if<0>(&content_);
    }
    Value& value() {
        assert(content_.index() == 0);
        return *std::get_if<0>(&content_);
    }

    std::variant<Value, Error> content_;
};

}  // namespace tumen
