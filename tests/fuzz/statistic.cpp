#include "scenario/evidence/statistic.hpp"

#include "fuzz/input.hpp"
#include "model/observables.hpp"

/// The language in which patterns say how they are measured.
namespace tumen::fuzz {
namespace {

/// Operands stand before what uses them, so that evaluation ends; observables exist.
void require_sound(const Statistic& statistic) {
    require(!statistic.nodes.empty());
    for (std::size_t i = 0; i < statistic.nodes.size(); ++i) {
        const StatisticNode& node = statistic.nodes[i];
        require(node.left < i || node.left == 0);
        require(node.right < i || node.right == 0);
        require(node.run < most_bases);
        require(node.window.event >= Window::final);
        for (const std::size_t row : node.observables)
            require(row < observable_rows().size());
    }
}

}  // namespace
}  // namespace tumen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto statistic = tumen::parse_statistic(tumen::fuzz::text_of(data, size));
    if (statistic)
        tumen::fuzz::require_sound(*statistic);
    else
        tumen::fuzz::require_shown(statistic.error());
    return 0;
}
