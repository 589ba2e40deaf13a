#include "app/cli/command/output_files.hpp"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "app/cli/command/stop.hpp"

namespace tumen::app {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_write(const std::string& path, int error) {
    stop(ExitCode::failed,
         trouble(fmt::format("{} cannot be written", path), std::strerror(error),
                 error == ENOSPC ? "make room, then ask for it again"
                                 : "check the rights of the file and of its folder"));
}

}  // namespace

void refuse_existing(const std::string& path) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(path, ignored))) return;
    stop(ExitCode::failed, trouble(fmt::format("{} exists", path), "nothing is overwritten unasked",
                                   "another path with --out, or --force to replace it"));
}

void write_file(const std::string& path, std::string_view text, Overwrite overwrite) {
    if (overwrite == Overwrite::refuse) refuse_existing(path);
    const std::string draft = fmt::format("{}.{}.new", path, getpid());
    std::FILE* file = std::fopen(draft.c_str(), "wxb");
    if (file == nullptr) cannot_write(path, errno);
    const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    const int error = errno;
    const bool closed = std::fclose(file) == 0;
    if (!written || !closed || std::rename(draft.c_str(), path.c_str()) != 0) {
        const int reason = written ? errno : error;
        std::remove(draft.c_str());
        cannot_write(path, reason);
    }
}

std::string with_ending(const std::string& path, std::string_view ending) {
    return fs::path(path).replace_extension(ending).string();
}

Opened open_in_browser(const std::string& path) {
    std::string program = "xdg-open";
    std::string target = fs::absolute(path).string();
    char* words[] = {program.data(), target.data(), nullptr};
    pid_t child = 0;
    if (posix_spawnp(&child, words[0], nullptr, nullptr, words, environ) != 0) return Opened::no;
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? Opened::yes : Opened::no;
}

}  // namespace tumen::app
