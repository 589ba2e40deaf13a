#include <cstdio>
#include <fstream>
#include <string_view>
#include <vector>

#include "scenario/fingerprint/fingerprint.hpp"

/// Plays the model's fingerprint and writes it as a source: tumen_fingerprint OUTPUT.cpp; or writes
/// what each play comes to, a line a play: tumen_fingerprint --plays
int main(int count, char** words) {
    using namespace tumen;
    const auto plays = fingerprint_scenarios();
    if (!plays) {  // the text in src/scenario/fingerprint/fingerprint_plays.cpp does not fit the
                   // model any more
        for (const Diagnostic& problem : plays.error())
            std::fputs(describe(problem).c_str(), stderr);
        return 1;
    }
    if (count != 2) {
        std::fputs("usage: tumen_fingerprint OUTPUT.cpp|--plays\n", stderr);
        return 2;
    }
    const bool shown = std::string_view(words[1]) == "--plays";
    std::vector<Hash> hashes;
    for (const Scenario& play : *plays) {
        hashes.push_back(fingerprint_of(play));
        if (!shown) continue;
        std::puts(hex(hashes.back()).c_str());
        std::fflush(stdout);  // who compares need not wait for the rest
    }
    if (shown) return 0;
    std::ofstream out(words[1]);
    out << "#include \"scenario/fingerprint/fingerprint.hpp\"\n"
        << "const char* tumen::model_fingerprint() {\n    return \"" << hex(fingerprint_of(hashes))
        << "\";\n}\n";
    out.close();
    return out ? 0 : 1;
}
