#pragma once
#include <array>
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

/// Values as bytes in a fixed form: little-endian, minus zero as zero; independent of platform and layout.
class ByteForm {
  public:
    ByteForm() { bytes_.reserve(1024); }
    void add(std::uint64_t value);
    void add(double value);
    void add(const Hash& hash);
    void clear() { bytes_.clear(); }
    Hash hash() const { return hash_of(std::span<const std::uint8_t>(bytes_)); }

  private:
    std::vector<std::uint8_t> bytes_;
};

}  // namespace tumen
