#include "store/path/file_check.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "experiment/failure.hpp"
#include "store/path/path_owner.hpp"
#include "store/sqlite/schema.hpp"

namespace tumen {

namespace {

/// Offsets in the header of an SQLite file (sqlite.org/fileformat.html).
constexpr std::size_t header_bytes = 100;
constexpr std::size_t page_size_at = 16;
constexpr std::size_t change_counter_at = 24;
constexpr std::size_t pages_at = 28;
constexpr std::size_t user_version_at = 60;
constexpr std::size_t application_id_at = 68;
constexpr std::size_t pages_valid_at = 92;

using Header = std::array<unsigned char, header_bytes>;

std::uint32_t number_at(const Header& header, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = number << 8 | header[at + i];
    return number;
}

FileCheck foreign(Diagnostic problem) {
    return {FileKind::foreign, std::move(problem)};
}

FileCheck broken(Diagnostic problem) {
    return {FileKind::broken, std::move(problem)};
}

/// Bytes the file should have; 0 where the header does not say.
std::uint64_t size_by_header(const Header& header) {
    if (number_at(header, change_counter_at) != number_at(header, pages_valid_at)) return 0;
    const std::uint32_t size =
        static_cast<std::uint32_t>(header[page_size_at] << 8 | header[page_size_at + 1]);
    return std::uint64_t{number_at(header, pages_at)} * (size == 1 ? 65536 : size);
}

struct Closing {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
};

/// The first bytes of a file and its size, of one moment.
struct FirstLook {
    Header header{};
    std::uint64_t size = 0;
    bool settled = false;  // nobody writes it, and nobody who was killed left a journal beside it
};

struct Unlocking {
    void operator()(sqlite3_file* file) const { file->pMethods->xUnlock(file, SQLITE_LOCK_NONE); }
};

Diagnostic unreadable(const std::string& path, const char* reason) {
    return diagnostic("the results file cannot be read", reason, "check the disk and the path",
                      path);
}

/// Size and header belong together only while nobody may write, and of the file that is open: the
/// path may lead to another one by now. Who commits at this moment is not waited for.
std::optional<Diagnostic> look_at(sqlite3_file* file, const std::string& path, FirstLook& look) {
    const bool locked = file->pMethods->xLock(file, SQLITE_LOCK_SHARED) == SQLITE_OK;
    const std::unique_ptr<sqlite3_file, Unlocking> lock(file);
    sqlite3_int64 size = 0;
    int code = file->pMethods->xFileSize(file, &size);
    if (code == SQLITE_OK)
        code = file->pMethods->xRead(file, look.header.data(), int{header_bytes}, 0);
    if (code == SQLITE_IOERR_SHORT_READ) {
        look.header[0] = 0;  // shorter than any SQLite file
    } else if (code != SQLITE_OK) {
        return unreadable(path, sqlite3_errstr(code));
    }
    look.size = static_cast<std::uint64_t>(size);
    look.settled = locked && leftover_beside(path) == Leftover::no;
    return std::nullopt;
}

/// By the library that locks the file: if this process has it open elsewhere, closing it in any
/// other way would give up the locks that are held there.
std::optional<Diagnostic> look_at(const std::string& path, FirstLook& look) {
    sqlite3* opened = nullptr;
    const std::string name = (path.starts_with('/') ? "" : "./") + path;
    const int code =
        sqlite3_open_v2(name.c_str(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    const std::unique_ptr<sqlite3, Closing> handle(opened);
    sqlite3_file* file = nullptr;
    if (code == SQLITE_OK) {
        sqlite3_file_control(opened, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
    }
    if (file == nullptr || file->pMethods == nullptr) {
        const int error = opened == nullptr ? 0 : sqlite3_system_errno(opened);
        return unreadable(path, error != 0 ? std::strerror(error) : sqlite3_errstr(code));
    }
    return look_at(file, path, look);
}

FileCheck check_look(const std::string& path, const FirstLook& look) {
    const Header& header = look.header;
    if (std::memcmp(header.data(), "SQLite format 3", 16) != 0) {
        return foreign(diagnostic("this is not a results file", "it is not an SQLite file",
                                  "give the path of a file that tumen wrote", path));
    }
    if (number_at(header, application_id_at) !=
        static_cast<std::uint32_t>(results_application_id)) {
        return foreign(diagnostic("this is not a results file",
                                  "it is an SQLite file of another program",
                                  "give the path of a file that tumen wrote", path));
    }
    const std::uint32_t format = number_at(header, user_version_at);
    const bool newer = format > static_cast<std::uint32_t>(results_format);
    const bool is_known = format == static_cast<std::uint32_t>(oldest_format) ||
                          format == static_cast<std::uint32_t>(results_format);
    if (!is_known) {
        const std::string problem = "the results file has format " + std::to_string(format);
        if (newer) {
            return broken(diagnostic(
                problem, "this program knows formats up to " + std::to_string(results_format),
                "use a newer version of the program", path));
        }
        return broken(diagnostic(problem,
                                 "this program reads formats " + std::to_string(oldest_format) +
                                     " and " + std::to_string(results_format),
                                 "read it with the version of the program that wrote it, or play "
                                 "the experiment again",
                                 path));
    }
    if (look.settled && look.size < size_by_header(header)) {
        return broken(diagnostic("the results file is truncated",
                                 "it has " + std::to_string(look.size) + " bytes and should have " +
                                     std::to_string(size_by_header(header)),
                                 "copy it again, or play the experiment again", path));
    }
    FileState state;
    state.bytes = look.size;
    state.changes = number_at(header, change_counter_at);
    state.settled = look.settled;
    return {FileKind::results, std::nullopt, state};
}

}  // namespace

FileCheck check_file(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) {
        const int error = errno;
        Diagnostic problem =
            diagnostic("there is no such results file", std::strerror(error), "", path);
        struct stat link {};
        if (error == ENOENT && lstat(path.c_str(), &link) == 0) {
            return foreign(diagnostic("this is a link to a file that is not there", "",
                                      "remove the link, or name another path", path));
        }
        if (error == ENOENT) return {FileKind::none, std::move(problem)};
        problem.problem = "the results file cannot be reached";
        return foreign(std::move(problem));
    }
    if (S_ISDIR(status.st_mode))
        return foreign(diagnostic("this is a folder, not a results file", "", "", path));
    if (!S_ISREG(status.st_mode))
        return foreign(diagnostic("this is not a regular file", "", "", path));
    if (status.st_size == 0) {
        return {FileKind::empty, diagnostic("the file is empty",
                                            "a run was killed before it wrote anything, or "
                                            "the file is no results file",
                                            "play the experiment with --force", path)};
    }
    FirstLook look;
    if (auto problem = look_at(path, look)) return foreign(*std::move(problem));
    FileCheck check = check_look(path, look);
    check.state.device = status.st_dev;
    check.state.file = status.st_ino;
    check.state.seconds = status.st_mtim.tv_sec;
    check.state.nanoseconds = status.st_mtim.tv_nsec;
    return check;
}

Leftover leftover_beside(const std::string& path) {
    const auto real = followed(path);
    for (const char* ending : {"-wal", "-journal"}) {
        struct stat status {};
        if (real && stat((*real + ending).c_str(), &status) == 0 && status.st_size > 0)
            return Leftover::yes;
    }
    return Leftover::no;
}

}  // namespace tumen
