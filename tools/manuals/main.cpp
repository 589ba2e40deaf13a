#include <cstdio>
#include <fstream>
#include <string>

#include "app/cli/command/build_info.hpp"
#include "manuals.hpp"

/// Writes the manual pages and the completion of bash into a folder:   tumen_manuals FOLDER
namespace tumen::manuals {

namespace {

enum class Written { yes, no };

Written write(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (file) return Written::yes;
    std::fprintf(stderr, "%s cannot be written\n", path.c_str());
    return Written::no;
}

Written write_all(const std::string& folder) {
    const std::string version = app::this_build().version;
    if (write(folder + "/tumen.1", program_page(version)) == Written::no) return Written::no;
    for (const app::Command& command : app::commands()) {
        const std::string path = folder + "/" + page_name(command);
        if (write(path, command_page(command, version)) == Written::no) return Written::no;
    }
    return write(folder + "/tumen.bash", bash_completion());
}

}  // namespace

}  // namespace tumen::manuals

int main(int count, char** words) {
    if (count != 2) {
        std::fputs("usage: tumen_manuals FOLDER\n", stderr);
        return 2;
    }
    return tumen::manuals::write_all(words[1]) == tumen::manuals::Written::yes ? 0 : 1;
}
