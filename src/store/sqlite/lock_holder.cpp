#include "store/sqlite/lock_holder.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace tumen {

/// (To open the file and ask would give up the locks of this process.)
std::optional<std::string> lock_holder(const std::string& path) {
    struct stat status {};
    std::ifstream locks("/proc/locks");
    if (stat(path.c_str(), &status) != 0) return std::nullopt;
    const std::string inode = ":" + std::to_string(status.st_ino);
    std::string number, kind, mode, access, process, place, rest;
    while (locks >> number >> kind >> mode >> access >> process >> place) {
        std::getline(locks, rest);
        if (place.ends_with(inode) && process != std::to_string(getpid()) && process != "-1")
            return "process " + process;
    }
    return std::nullopt;
}

}  // namespace tumen
