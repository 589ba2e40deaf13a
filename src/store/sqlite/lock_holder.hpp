#pragma once
#include <optional>
#include <string>

namespace tumen {

/// "process 4242" that holds a lock on the file, as the system lists it.
std::optional<std::string> lock_holder(const std::string& path);

}  // namespace tumen
