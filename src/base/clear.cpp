#include "base/clear.hpp"

#include <cstring>

namespace tumen {

void clear_bytes(std::span<std::byte> bytes) {
    std::memset(bytes.data(), 0, bytes.size());
}

}  // namespace tumen
