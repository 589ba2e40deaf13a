#include "store/rows/other_model.hpp"

#include "base/text.hpp"
#include "experiment/failure.hpp"
#include "scenario/fingerprint/fingerprint.hpp"

namespace tumen {

std::optional<Diagnostic> other_model(const std::string& path, const std::string& fingerprint,
                                      const std::vector<Provenance>& provenance) {
    if (fingerprint == model_fingerprint()) return std::nullopt;
    const std::string there = fingerprint.empty()
                                  ? "the file does not say which model played it"
                                  : "its model has the fingerprint " + printable(fingerprint, 40);
    const std::string program =
        provenance.empty() ? "the program that wrote it"
                           : "the program that wrote it (version " +
                                 printable(provenance.front().build.version, 40) + ", commit " +
                                 printable(provenance.front().build.commit, 40) + ")";
    return diagnostic(
        "the results are of another model",
        there + ", this program has " + model_fingerprint() +
            "; both in one sample would be neither",
        "play again with this program into another path (--out) or over it (--force), "
        "or go on with " +
            program,
        path);
}

}  // namespace tumen
