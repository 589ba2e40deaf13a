#pragma once
#include <exception>
#include <string>
#include <utility>

#include "base/diagnostic.hpp"

namespace tumen {

/// A diagnostic on its way up through code that has no way to return one: a sink, a thread. It
/// never leaves study and store, whose functions return Expected.
class Failure : public std::exception {
  public:
    explicit Failure(Diagnostic diagnostic) : diagnostic_(std::move(diagnostic)) {}
    const Diagnostic& diagnostic() const { return diagnostic_; }
    const char* what() const noexcept override { return diagnostic_.problem.c_str(); }

  private:
    Diagnostic diagnostic_;
};

/// A diagnostic of a file as a whole, or of no file where `file` is empty.
inline Diagnostic diagnostic(std::string problem, std::string reason, std::string suggestion = {},
                             std::string file = {}) {
    return {
        std::move(problem), std::move(reason), std::move(suggestion), std::move(file), 0, 0, {}};
}

}  // namespace tumen
