#include "base/hash.hpp"

#include <bit>
#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace tumen {

std::string hex(const Hash& hash) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint64_t half : {hash.high, hash.low}) {
        for (int shift = 60; shift >= 0; shift -= 4) text += digits[(half >> shift) & 15u];
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

void ByteForm::add(std::uint64_t value) {
    const std::size_t at = bytes_.size();
    bytes_.resize(at + 8);
    if constexpr (std::endian::native == std::endian::big) {
        for (std::size_t i = 0; i < 8; ++i) {
            bytes_[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
        }
    } else {
        std::memcpy(bytes_.data() + at, &value, 8);
    }
}

void ByteForm::add(double value) {
    add(std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value));
}

void ByteForm::add(const Hash& hash) {
    add(hash.low);
    add(hash.high);
}

}  // namespace tumen
