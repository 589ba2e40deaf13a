#pragma once
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// A 128-bit XXH3 digest.
struct Hash {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    friend bool operator==(const Hash&, const Hash&) = default;
};

/// 32 hexadecimal digits, high half first.
std::string hex(const Hash& hash);

Hash hash_of(std::span<const std::uint8_t> bytes);
Hash hash_of(std::string_view text);

/// A 32-bit hash of a name, used to key draws.
std::uint32_t name_hash(std::string_view name);

/// Values as bytes in a fixed form: little-endian, minus zero as zero; independent of platform and
/// layout.
class ByteForm {
  public:
    ByteForm() { words_.reserve(128); }
    void add(std::uint64_t value) { words_.push_back(little_endian(value)); }
    void add(double value) { add(bits_of(value)); }
    void add(const Hash& hash) {
        add(hash.low);
        add(hash.high);
    }
    /// What another form holds, after what this one holds.
    void add(const ByteForm& other) {
        words_.insert(words_.end(), other.words_.begin(), other.words_.end());
    }
    void clear() { words_.clear(); }
    Hash hash() const;

  private:
    /// Minus zero is zero, and what is missing (not a number) has one pattern, whatever made it.
    static constexpr std::uint64_t bits_of(double value) {
        if (value != value) return 0x7ff8000000000000u;
        return std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value);
    }
    static constexpr std::uint64_t little_endian(std::uint64_t value) {
        if constexpr (std::endian::native == std::endian::little) return value;
        return __builtin_bswap64(value);
    }

    std::vector<std::uint64_t> words_;
};

}  // namespace tumen
