#pragma once
#include <cstdint>
#include <string_view>

/// A file system below SQLite that fails on purpose, so that a full disk, a failing fsync and a
/// broken device can be met at every single operation. Files go to the real file system.
namespace tumen::test {

/// What fails. Of a write that fails half of the bytes are written all the same, as a real disk
/// that becomes full leaves them.
enum class Operation : std::uint8_t { write, sync, truncate, remove, open, read };

/// With what it fails.
enum class Trouble : std::uint8_t { disk_full, device };

/// Whether it fails once, or from then on, as a disk that stays full does.
enum class Length : std::uint8_t { once, lasting };

std::string_view name_of(Operation operation);

/// While it lives, all new connections of SQLite go through it. One at a time.
class FaultyDisk {
  public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    /// From now on the `which`-th (from 1) of these operations fails.
    void fail_at(Operation operation, std::uint64_t which, Trouble trouble, Length length);
    /// All goes well again. How often something failed since fail_at.
    std::uint64_t mend();
};

}  // namespace tumen::test
