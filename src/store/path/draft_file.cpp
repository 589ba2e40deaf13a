#include "store/path/draft_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <utility>

#include "experiment/failure.hpp"
#include "store/path/file_check.hpp"
#include "store/sqlite/database.hpp"

namespace tumen {

namespace {

[[noreturn]] void cannot_be_made(const std::string& path, int error) {
    throw Failure(diagnostic("the results file cannot be made", std::strerror(error),
                             error == ENOSPC ? "make room, or choose another path with --out"
                                             : "choose another path with --out",
                             path));
}

void remove_beside(const std::string& path) {
    for (const char* ending : {"-wal", "-shm", "-journal"})
        std::remove((path + ending).c_str());
}

void remove_all(const std::string& path) {
    std::remove(path.c_str());
    remove_beside(path);
}

/// A new name outlasts a power cut once its folder is on the disk. Not every system can do that.
void sync_folder(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == path.npos ? "." : path.substr(0, slash + 1);
    const int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return;
    fsync(file);
    close(file);
}

/// Renames unless something lies at `to`; false where something does.
bool move_unless_there(const std::string& from, const std::string& to) {
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno == EEXIST) return false;
    // Not every file system knows that call.
    if (link(from.c_str(), to.c_str()) == 0) {
        unlink(from.c_str());
        return true;
    }
    if (errno == EEXIST) return false;
    struct stat status {};
    if (lstat(to.c_str(), &status) == 0) return false;
    if (std::rename(from.c_str(), to.c_str()) != 0) cannot_be_made(to, errno);
    return true;
}

/// Waits a little for those who read the old results: they look for a journal by its name, which
/// will be that of the new ones. Without success the new ones take their place all the same.
class OldResults {
  public:
    explicit OldResults(const std::string& path) {
        try {
            database_.emplace(path, Access::write);
            database_->run("PRAGMA busy_timeout = 2000; BEGIN EXCLUSIVE");
        } catch (const Failure&) {
            database_.reset();  // damaged, or read for long
        }
    }

  private:
    std::optional<Database> database_;
};

}  // namespace

bool is_replacing(const std::string& path, Overwrite overwrite) {
    const FileCheck check = check_file(path);
    if (check.kind == FileKind::none) return false;
    if (overwrite == Overwrite::refuse) {
        throw Failure(
            diagnostic("the results path exists", "results are never overwritten",
                       "--resume plays what is missing, --force replaces results, --out names "
                       "another path",
                       path));
    }
    if (check.kind == FileKind::foreign) {
        Diagnostic problem = *check.problem;
        problem.reason += problem.reason.empty() ? "--force replaces results files only"
                                                 : "; --force replaces results files only";
        problem.suggestion = "choose another path with --out";
        throw Failure(std::move(problem));
    }
    return true;
}

DraftFile::DraftFile(const PathOwner& owner) : owner_(owner), path_(owner.draft()) {
    const FileCheck check = check_file(path_);
    if (check.kind == FileKind::foreign) {
        throw Failure(diagnostic(path_ + " is in the way", "it is no results file",
                                 "move it away, or choose another path with --out", owner.path()));
    }
    if (check.kind != FileKind::none) remove_all(path_);
    const int file =
        open(path_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file < 0) cannot_be_made(owner.path(), errno);
    close(file);
}

DraftFile::~DraftFile() {
    if (!path_.empty()) remove_all(path_);
}

std::string DraftFile::keep() {
    return std::exchange(path_, "");
}

std::string DraftFile::move_to_free_path() {
    remove_beside(owner_.path());  // of results that are gone
    if (!move_unless_there(path_, owner_.path())) {
        throw Failure(diagnostic("the results path exists", "somebody else has just made it",
                                 "choose another path with --out", owner_.path()));
    }
    path_.clear();
    sync_folder(owner_.path());
    return owner_.path();
}

void take_place(const PathOwner& owner) {
    const OldResults old(owner.path());
    remove_beside(owner.path());
    if (std::rename(owner.draft().c_str(), owner.path().c_str()) != 0) {
        throw Failure(diagnostic("the new results could not replace the old ones",
                                 std::strerror(errno), "they are in " + owner.draft(),
                                 owner.path()));
    }
    sync_folder(owner.path());
}

}  // namespace tumen
