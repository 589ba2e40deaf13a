#include <cstdio>
#include <fstream>
#include <string_view>
#include <vector>

#include "experiment/disk_files.hpp"
#include "scenario/fingerprint/fingerprint.hpp"

/// Plays the model's fingerprint and writes it as a source: tumen_fingerprint FOLDER OUTPUT.cpp; or
/// writes what each play comes to, a line a play: tumen_fingerprint FOLDER --plays. FOLDER has the
/// plays (src/scenario/fingerprint/plays).
int main(int count, char** words) {
    using namespace tumen;
    if (count != 3) {
        std::fputs("usage: tumen_fingerprint FOLDER OUTPUT.cpp|--plays\n", stderr);
        return 2;
    }
    const auto plays = fingerprint_scenarios(FolderFiles(words[1]));
    if (!plays) {  // they do not fit the model any more
        for (const Diagnostic& problem : plays.error())
            std::fputs(describe(problem).c_str(), stderr);
        return 1;
    }
    const bool shown = std::string_view(words[2]) == "--plays";
    std::vector<Hash> hashes;
    for (const Scenario& play : *plays) {
        hashes.push_back(fingerprint_of(play));
        if (!shown) continue;
        std::puts(hex(hashes.back()).c_str());
        std::fflush(stdout);  // who compares need not wait for the rest
    }
    if (shown) return 0;
    std::ofstream out(words[2]);
    out << "#include \"scenario/fingerprint/fingerprint.hpp\"\n"
        << "const char* tumen::model_fingerprint() {\n    return \"" << hex(fingerprint_of(hashes))
        << "\";\n}\n";
    out.close();
    return out ? 0 : 1;
}
