#include "calibration/abc/abc_simulators.hpp"

namespace tumen {

void ThreadSimulators::play(OpenProposals& proposals) {
    executor_.run(threads_, [&](std::size_t) {
        while (const auto proposal = proposals.next())
            proposals.take(proposal->name, simulate_(proposal->name, proposal->values));
    });
}

}  // namespace tumen
