#include "app/cli/command/python_package.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "app/cli/command/stop.hpp"
#include "base/text.hpp"

namespace tumen::app {

namespace {

constexpr char begin[] = R"(import sys
sys.path = [place for place in sys.path if place]
try:
    from tumen.__main__ import main
except ModuleNotFoundError as error:
    sys.exit(f"error: the Python package of Tumen is not there\n  why: {sys.executable}: {error}\n"
             "  way out: install its wheel (pip install tumen-*.whl), or name in TUMEN_PYTHON the interpreter that has it")
main()
)";

}  // namespace

void hand_over_to_python(std::vector<std::string> words) {
    const char* named = std::getenv("TUMEN_PYTHON");
    std::string python = named != nullptr && *named != '\0' ? named : "python3";
    std::vector<std::string> spoken = {python, "-c", begin};
    spoken.insert(spoken.end(), words.begin(), words.end());
    std::vector<char*> pointers;
    pointers.reserve(spoken.size() + 1);
    for (std::string& word : spoken)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    execvp(python.c_str(), pointers.data());
    stop(
        ExitCode::failed,
        trouble(fmt::format("{} cannot be started", python), std::strerror(errno),
                "install Python and the package of Tumen, or name an interpreter in TUMEN_PYTHON"));
}

}  // namespace tumen::app
