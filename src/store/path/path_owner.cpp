#include "store/path/path_owner.hpp"

#include <fcntl.h>
#include <limits.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "experiment/failure.hpp"
#include "store/sqlite/database.hpp"
#include "store/sqlite/lock_holder.hpp"

namespace tumen {

namespace {

constexpr std::string_view lock_ending = ".lock";
/// The longest name beside the results: that of the journal of the draft.
constexpr std::string_view longest_ending = ".new-journal";
constexpr std::string_view other_path = "choose another path with --out";
/// What a lock file holds: this, the process, and the machine it runs on.
constexpr std::string_view lock_mark = "tumen ";

Diagnostic cannot_be_made(const std::string& path, std::string reason, std::string way_out) {
    return diagnostic("the results file cannot be made", std::move(reason), std::move(way_out),
                      path);
}

std::string name_in(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

std::optional<Diagnostic> impossible(const std::string& path) {
    if (path.empty()) {
        return cannot_be_made(path, "the path is empty", "name a file with --out");
    }
    if (path == "-") {
        return cannot_be_made(path, "results are a database, which the standard output cannot hold",
                              "name a file with --out");
    }
    const std::string name = name_in(path);
    if (name.empty() || name == "." || name == "..") {
        return cannot_be_made(path, "this names a folder", "name a file in it with --out");
    }
    if (name.size() + longest_ending.size() > NAME_MAX) {
        return cannot_be_made(
            path,
            "its name has " + std::to_string(name.size()) +
                " bytes, and names beside it may have " + std::to_string(NAME_MAX) + " at most",
            "choose a name of at most " + std::to_string(NAME_MAX - longest_ending.size()) +
                " bytes with --out");
    }
    return std::nullopt;
}

Diagnostic no_lock(const std::string& path, int error) {
    std::array<char, PATH_MAX> folder{};
    if (error == ENOENT && path.front() != '/' && getcwd(folder.data(), folder.size()) == nullptr) {
        return cannot_be_made(path, "the folder that the program was started in is gone",
                              "change to a folder that exists");
    }
    if (error == ENOENT) {
        return cannot_be_made(path, "its folder does not exist",
                              "make the folder, or " + std::string(other_path));
    }
    return cannot_be_made(path, std::strerror(error), std::string(other_path));
}

std::string host() {
    std::array<char, 256> name{};
    gethostname(name.data(), name.size() - 1);
    return name.data();
}

/// What the lock file says; empty where it cannot be read.
std::string read_lock(int lock) {
    std::array<char, 512> text{};
    const ssize_t size = pread(lock, text.data(), text.size(), 0);
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : std::string();
}

/// "tumen 4242 node17\n" as words about who holds the lock.
std::string holder(const std::string& text) {
    const std::size_t number = lock_mark.size();
    const std::size_t space = text.find(' ', number);
    if (!text.starts_with(lock_mark) || space == text.npos) return "another process";
    const std::string process = text.substr(number, space - number);
    const std::string machine = text.substr(space + 1, text.find('\n') - space - 1);
    return "process " + printable(process, 20) +
           (machine == host() ? "" : " on " + printable(machine, 100));
}

Diagnostic in_use(const std::string& path, const std::string& process) {
    return diagnostic(std::string(in_use_text), process + " is writing it",
                      "wait until it has ended, or " + std::string(other_path), path);
}

/// Whether the open file is still the one of that name: its owner may have removed it meanwhile.
bool is_at(const std::string& name, int file) {
    struct stat here {};
    struct stat there {};
    return fstat(file, &here) == 0 && lstat(name.c_str(), &there) == 0 &&
           here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

void sign(int lock) {
    const std::string text =
        std::string(lock_mark) + std::to_string(getpid()) + " " + host() + "\n";
    // Only for the words of others: the lock holds without it.
    if (ftruncate(lock, 0) != 0 || pwrite(lock, text.data(), text.size(), 0) < 0) return;
}

}  // namespace

std::optional<Diagnostic> owned_by_another(const std::string& path) {
    const auto real = followed(path);
    const auto process = real ? lock_holder(*real + std::string(lock_ending)) : std::nullopt;
    if (!process) return std::nullopt;
    return in_use(path, *process);
}

Expected<std::string, Diagnostic> followed(const std::string& path) {
    struct stat status {};
    if (lstat(path.c_str(), &status) != 0 || !S_ISLNK(status.st_mode)) return path;
    std::array<char, PATH_MAX> target{};
    if (realpath(path.c_str(), target.data()) == nullptr) {
        return cannot_be_made(
            path, errno == ENOENT ? "it is a link to nothing" : "it is a link that leads nowhere",
            "remove the link, or " + std::string(other_path));
    }
    return std::string(target.data());
}

Expected<std::shared_ptr<const PathOwner>, Diagnostic> PathOwner::take(const std::string& path) {
    if (auto problem = impossible(path)) return *std::move(problem);
    auto real = followed(path);
    if (!real) return real.error();
    const std::string name = *real + std::string(lock_ending);
    while (true) {
        const int lock = open(name.c_str(), O_CREAT | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (lock < 0) return no_lock(path, errno);
        const bool locked = flock(lock, LOCK_EX | LOCK_NB) == 0;
        const int error = errno;
        const std::string text = read_lock(lock);
        if (!locked) {
            close(lock);
            if (error == EINTR) continue;
            if (error == EWOULDBLOCK) return in_use(path, holder(text));
            return cannot_be_made(path, "it cannot be locked: " + std::string(strerror(error)),
                                  std::string(other_path));
        }
        if (is_at(name, lock)) {
            if (!text.empty() && !text.starts_with(lock_mark)) {
                close(lock);
                return cannot_be_made(path, name + " is a file of somebody else",
                                      std::string(other_path));
            }
            sign(lock);
            return std::shared_ptr<const PathOwner>(new PathOwner(*std::move(real), lock));
        }
        close(lock);  // of an owner who has ended meanwhile: again
    }
}

PathOwner::~PathOwner() {
    unlink((path_ + std::string(lock_ending)).c_str());  // before the lock ends: it is ours
    close(lock_);
}

}  // namespace tumen
