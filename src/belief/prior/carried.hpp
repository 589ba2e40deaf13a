#pragma once
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "scenario/text/files.hpp"

/// Files of evidence/ that the program carries as texts, and reads when they are asked for.
namespace tumen {

/// "priors": evidence/priors.toml, whose text is given.
inline ScenarioText carried_text(const std::string& name, std::string_view text) {
    return {name, "evidence/" + name + ".toml", std::string(text)};
}

/// What was read from one of them. Where it cannot be read the program was built wrong, and ends.
template <class Value>
Value carried(Expected<Value, Diagnostic> read) {
    if (!read) {
        std::fputs(describe(read.error()).c_str(), stderr);
        std::abort();
    }
    return *std::move(read);
}

}  // namespace tumen
