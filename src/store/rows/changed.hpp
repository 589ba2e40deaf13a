#pragma once
#include <cstdint>

namespace tumen {

/// What is done about rows that do not come to the digest that was written with them.
enum class Changed : std::uint8_t { refused, read };

}  // namespace tumen
