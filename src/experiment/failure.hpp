#pragma once
#include <exception>
#include <utility>

#include "base/diagnostic.hpp"

namespace tumen {

/// A diagnostic on its way up through code that has no way to return one: a sink, a thread. It
/// never leaves the rooms from experiment to store, whose functions return Expected.
class Failure : public std::exception {
  public:
    explicit Failure(Diagnostic diagnostic) : diagnostic_(std::move(diagnostic)) {}
    const Diagnostic& diagnostic() const { return diagnostic_; }
    const char* what() const noexcept override { return diagnostic_.problem.c_str(); }

  private:
    Diagnostic diagnostic_;
};

}  // namespace tumen
