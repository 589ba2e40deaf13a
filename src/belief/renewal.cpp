#include "belief/renewal.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "belief/likelihood/weights.hpp"

namespace tumen {

std::vector<std::uint32_t> sample_of_weighed(const Belief& belief, std::size_t size,
                                             std::uint64_t seed) {
    std::vector<std::uint32_t> numbers;
    for (const std::uint32_t place : shuffled(belief.weighed.size(), seed)) {
        if (numbers.size() == size) break;
        numbers.push_back(belief.weighed[place].candidate);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

std::vector<std::string> played_otherwise(const Belief& belief, const Making& making,
                                          const std::vector<std::uint32_t>& numbers) {
    std::vector<std::string> differences;
    if (making.likelihood().voices() != belief.voices) return {"its voices are others"};
    const std::vector<double> luck = making.luck();
    for (const std::uint32_t number : numbers) {
        const auto recorded =
            std::find_if(belief.weighed.begin(), belief.weighed.end(),
                         [&](const WeighedDraw& one) { return one.candidate == number; });
        if (recorded == belief.weighed.end()) {
            differences.push_back(fmt::format("draw {} is not in it", number));
            continue;
        }
        const WeighedDraw again = weighed_as(making, luck, number);
        for (std::size_t voice = 0; voice < again.by_voice.size(); ++voice) {
            if (again.by_voice[voice] == recorded->by_voice[voice]) continue;
            differences.push_back(fmt::format("draw {}: {} for {}, {} in the file", number,
                                              shortest(again.by_voice[voice]), belief.voices[voice],
                                              shortest(recorded->by_voice[voice])));
        }
    }
    return differences;
}

}  // namespace tumen
