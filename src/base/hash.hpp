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

/// A value as a word whose bytes are in a fixed form: little-endian; independent of platform and
/// layout.
constexpr std::uint64_t word_of(std::uint64_t value) {
    if constexpr (std::endian::native == std::endian::little) return value;
    return __builtin_bswap64(value);
}

/// Minus zero is zero, and what is missing (not a number) has one pattern, whatever made it.
constexpr std::uint64_t word_of(double value) {
    constexpr std::uint64_t missing = 0x7ff8000000000000u;
    const double positive = value == 0 ? 0.0 : value;
    return word_of(value != value ? missing : std::bit_cast<std::uint64_t>(positive));
}

/// Values one after another, each as its word.
class ByteForm {
  public:
    ByteForm() { words_.reserve(128); }
    void add(std::uint64_t value) { words_.push_back(word_of(value)); }
    void add(double value) { words_.push_back(word_of(value)); }
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
    std::vector<std::uint64_t> words_;
};

}  // namespace tumen
