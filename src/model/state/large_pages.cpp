#include "model/state/large_pages.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/state/world.hpp"

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace tumen {

#if defined(__linux__) && defined(MADV_HUGEPAGE)

namespace {

constexpr std::uint32_t large_city = 1'000'000;  // [adults]
constexpr std::uintptr_t large_page = std::uintptr_t{2} << 20;

/// By number, each once. A ward's columns are made one after the other, and a large page has those
/// of many wards: some of them name it.
std::vector<std::uintptr_t> pages_of(const City& city) {
    std::vector<std::uintptr_t> pages;
    const auto note = [&](const void* address) {
        pages.push_back(reinterpret_cast<std::uintptr_t>(address) / large_page);
    };
    for (const Ward& ward : city.wards) {
        note(&ward);
        note(ward.households.data());
        note(ward.persons.blocks.data());
        note(ward.persons.identity.data());
        note(ward.persons.risk_excess.data());
        note(ward.persons.belief_left.data());
        note(ward.homes.base_need.data());
        note(ward.kin.data());
    }
    std::sort(pages.begin(), pages.end());
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    return pages;
}

}  // namespace

void hold_in_large_pages(const City& city) {
    if (city.adults < large_city) return;
    constexpr int collapse = 25;  // MADV_COLLAPSE of Linux 6.1: at once, and not some time later
    const std::vector<std::uintptr_t> pages = pages_of(city);
    // Those side by side are asked for together. Whatever the system answers: a refusal leaves
    // pages as they are, and at the ends of the program's memory none is whole.
    for (std::size_t from = 0, to = 0; from < pages.size(); from = to) {
        while (to < pages.size() && pages[to] - pages[from] == to - from)
            ++to;
        // A page's number stands for an address, whatever lies there.
        // NOLINTNEXTLINE(performance-no-int-to-ptr)
        auto* const start = reinterpret_cast<void*>(pages[from] * large_page);
        madvise(start, (to - from) * large_page, MADV_HUGEPAGE);
        madvise(start, (to - from) * large_page, collapse);
    }
}

#else

void hold_in_large_pages(const City&) {}

#endif

}  // namespace tumen
