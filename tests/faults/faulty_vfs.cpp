#include "faults/faulty_vfs.hpp"

#include <sqlite3.h>

#include <new>

namespace tumen::test {

namespace {

/// What SQLite calls has no place for a pointer of ours, so the plan has static storage. The tests
/// use one connection at a time, in one thread.
struct Plan {
    Operation operation = Operation::write;
    Trouble trouble = Trouble::disk_full;
    Length length = Length::once;
    std::uint64_t which = 0;  // 0: nothing fails
    std::uint64_t seen = 0;
    std::uint64_t failed = 0;
};
Plan plan;
sqlite3_vfs* real = nullptr;

/// A file of ours; the real one lies behind it, in the same piece of memory.
struct File {
    sqlite3_file base;
    sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* below(sqlite3_file* file) {
    return reinterpret_cast<File*>(file)->below();
}

enum class Fate : std::uint8_t { well, badly };

Fate fate_of(Operation operation) {
    if (plan.which == 0 || operation != plan.operation) return Fate::well;
    ++plan.seen;
    const bool fails =
        plan.length == Length::once ? plan.seen == plan.which : plan.seen >= plan.which;
    plan.failed += fails ? 1 : 0;
    return fails ? Fate::badly : Fate::well;
}

int code_for(int device_code) {
    return plan.trouble == Trouble::disk_full ? SQLITE_FULL : device_code;
}

int close_file(sqlite3_file* file) {
    return below(file)->pMethods->xClose(below(file));
}

int read_file(sqlite3_file* file, void* bytes, int count, sqlite3_int64 from) {
    if (fate_of(Operation::read) == Fate::badly) return SQLITE_IOERR_READ;
    return below(file)->pMethods->xRead(below(file), bytes, count, from);
}

int write_file(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 from) {
    const bool fails = fate_of(Operation::write) == Fate::badly;
    const int written =
        below(file)->pMethods->xWrite(below(file), bytes, fails ? count / 2 : count, from);
    return fails ? code_for(SQLITE_IOERR_WRITE) : written;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    if (fate_of(Operation::truncate) == Fate::badly) return SQLITE_IOERR_TRUNCATE;
    return below(file)->pMethods->xTruncate(below(file), size);
}

int sync_file(sqlite3_file* file, int flags) {
    if (fate_of(Operation::sync) == Fate::badly) return SQLITE_IOERR_FSYNC;
    return below(file)->pMethods->xSync(below(file), flags);
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
    return below(file)->pMethods->xFileSize(below(file), size);
}

int lock_file(sqlite3_file* file, int level) {
    return below(file)->pMethods->xLock(below(file), level);
}

int unlock_file(sqlite3_file* file, int level) {
    return below(file)->pMethods->xUnlock(below(file), level);
}

int check_lock(sqlite3_file* file, int* held) {
    return below(file)->pMethods->xCheckReservedLock(below(file), held);
}

int control_file(sqlite3_file* file, int what, void* more) {
    return below(file)->pMethods->xFileControl(below(file), what, more);
}

int sector_size(sqlite3_file* file) {
    return below(file)->pMethods->xSectorSize(below(file));
}

int characteristics(sqlite3_file* file) {
    return below(file)->pMethods->xDeviceCharacteristics(below(file));
}

int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** at) {
    return below(file)->pMethods->xShmMap(below(file), page, size, extend, at);
}

int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}

void order_shared(sqlite3_file* file) {
    below(file)->pMethods->xShmBarrier(below(file));
}

int unmap_shared(sqlite3_file* file, int remove) {
    return below(file)->pMethods->xShmUnmap(below(file), remove);
}

// Version 2: no mapping of files into memory, so that every byte passes here.
const sqlite3_io_methods methods = {2,
                                    close_file,
                                    read_file,
                                    write_file,
                                    truncate_file,
                                    sync_file,
                                    size_of_file,
                                    lock_file,
                                    unlock_file,
                                    check_lock,
                                    control_file,
                                    sector_size,
                                    characteristics,
                                    map_shared,
                                    lock_shared,
                                    order_shared,
                                    unmap_shared,
                                    nullptr,
                                    nullptr};

int open_file(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out) {
    file->pMethods = nullptr;
    if (fate_of(Operation::open) == Fate::badly) return SQLITE_CANTOPEN;
    sqlite3_file* real_file = below(file);
    real_file->pMethods = nullptr;
    const int code = real->xOpen(real, path, real_file, flags, out);
    if (real_file->pMethods != nullptr) file->pMethods = &methods;
    return code;
}

int remove_file(sqlite3_vfs*, const char* path, int sync) {
    if (fate_of(Operation::remove) == Fate::badly) return SQLITE_IOERR_DELETE;
    return real->xDelete(real, path, sync);
}

/// The real one with our doors for opening and removing.
sqlite3_vfs faulty_copy() {
    sqlite3_vfs copy = *real;
    copy.zName = "faulty";
    copy.pNext = nullptr;
    copy.szOsFile = real->szOsFile + static_cast<int>(sizeof(File));
    copy.xOpen = open_file;
    copy.xDelete = remove_file;
    return copy;
}

sqlite3_vfs faulty;

}  // namespace

std::string_view name_of(Operation operation) {
    switch (operation) {
        case Operation::write:
            return "write";
        case Operation::sync:
            return "sync";
        case Operation::truncate:
            return "truncate";
        case Operation::remove:
            return "remove";
        case Operation::open:
            return "open";
        case Operation::read:
            return "read";
    }
    return "";
}

FaultyDisk::FaultyDisk() {
    plan = Plan();
    real = sqlite3_vfs_find(nullptr);
    faulty = faulty_copy();
    sqlite3_vfs_register(&faulty, 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&faulty);
    sqlite3_vfs_register(real, 1);
}

void FaultyDisk::fail_at(Operation operation, std::uint64_t which, Trouble trouble, Length length) {
    plan = {operation, trouble, length, which, 0, 0};
}

std::uint64_t FaultyDisk::mend() {
    const std::uint64_t failed = plan.failed;
    plan = Plan();
    return failed;
}

}  // namespace tumen::test
