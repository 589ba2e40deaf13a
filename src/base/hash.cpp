#include "base/hash.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace tumen {

std::string hex(const Hash& hash) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint64_t half : {hash.high, hash.low}) {
        for (int shift = 60; shift >= 0; shift -= 4)
            text += digits[(half >> shift) & 15u];
    }
    return text;
}

Hash hash_of(std::span<const std::uint8_t> bytes) {
    const XXH128_hash_t digest = XXH3_128bits(bytes.data(), bytes.size());
    return {digest.low64, digest.high64};
}

Hash hash_of(std::string_view text) {
    const XXH128_hash_t digest = XXH3_128bits(text.data(), text.size());
    return {digest.low64, digest.high64};
}

std::uint32_t name_hash(std::string_view name) {
    return XXH32(name.data(), name.size(), 0);
}

Hash ByteForm::hash() const {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(words_.data());
    return hash_of(std::span(bytes, words_.size() * sizeof(std::uint64_t)));
}

}  // namespace tumen
