#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "browser/describe.hpp"
#include "browser/session.hpp"

/// What the page's worker calls. Texts go in as address and length in this module's memory
/// (tumen_alloc) and come out through tumen_text and tumen_text_size; numbers through
/// tumen_numbers. One instance a worker.
namespace {

tumen::browser::Session& session() {
    static tumen::browser::Session only;
    return only;
}
std::string& answer() {
    static std::string text;
    return text;
}

std::uint64_t seed_of(std::uint32_t low, std::uint32_t high) {
    return std::uint64_t{high} << 32 | low;
}

}  // namespace

extern "C" {

/// Asked for by variables of a thread. There is one, and it ends with its module: nothing is
/// destroyed.
int __cxa_thread_atexit(void (*)(void*), void*, void*) {  // NOLINT: the compiler calls it so
    return 0;
}

__attribute__((export_name("tumen_alloc"))) void* tumen_alloc(std::size_t size) {
    return std::malloc(size);
}
__attribute__((export_name("tumen_free"))) void tumen_free(void* memory) {
    std::free(memory);
}
__attribute__((export_name("tumen_text"))) const char* tumen_text() {
    return answer().data();
}
__attribute__((export_name("tumen_text_size"))) std::size_t tumen_text_size() {
    return answer().size();
}
__attribute__((export_name("tumen_numbers"))) const double* tumen_numbers() {
    return session().numbers().data();
}
__attribute__((export_name("tumen_numbers_size"))) std::size_t tumen_numbers_size() {
    return session().numbers().size();
}
__attribute__((export_name("tumen_allow"))) void tumen_allow(double bytes) {
    session().allow(bytes);
}
__attribute__((export_name("tumen_describe"))) void tumen_describe() {
    answer() = tumen::browser::describe_model();
}
__attribute__((export_name("tumen_load"))) void tumen_load(std::uint32_t setting, const char* text,
                                                           std::size_t size, const char* overrides,
                                                           std::size_t overrides_size) {
    answer() = session().load(setting, std::string_view(text, size),
                              std::string_view(overrides, overrides_size));
}
__attribute__((export_name("tumen_play"))) void tumen_play(
    std::uint32_t setting, std::uint32_t seed_low, std::uint32_t seed_high, std::uint32_t replicate,
    std::uint32_t city, std::uint32_t wards) {
    answer() = session().play(setting, seed_of(seed_low, seed_high), replicate, city,
                              wards != 0 ? tumen::WardReports::daily : tumen::WardReports::none);
}
__attribute__((export_name("tumen_name"))) void tumen_name(std::uint32_t setting, const char* names,
                                                           std::size_t size) {
    answer() = session().name(setting, std::string_view(names, size));
}
__attribute__((export_name("tumen_drawn"))) void tumen_drawn(
    std::uint32_t setting, std::uint32_t seed_low, std::uint32_t seed_high, std::uint32_t replicate,
    const char* fixed, std::size_t size, const char* only, std::size_t only_size) {
    answer() = session().drawn(setting, seed_of(seed_low, seed_high), replicate,
                               std::string_view(fixed, size), std::string_view(only, only_size));
}
__attribute__((export_name("tumen_drawn_ahead"))) void tumen_drawn_ahead(
    std::uint32_t setting, std::uint32_t seed_low, std::uint32_t seed_high, std::uint32_t replicate,
    const char* fixed, std::size_t size, const char* only, std::size_t only_size,
    std::uint32_t slow_alone) {
    answer() = session().drawn_ahead(setting, seed_of(seed_low, seed_high), replicate,
                                     std::string_view(fixed, size),
                                     std::string_view(only, only_size), slow_alone != 0);
}
__attribute__((export_name("tumen_draw"))) void tumen_draw(std::uint32_t setting,
                                                           std::uint32_t seed_low,
                                                           std::uint32_t seed_high,
                                                           std::uint32_t replicate) {
    answer() = session().draw(setting, seed_of(seed_low, seed_high), replicate);
}
__attribute__((export_name("tumen_headlines"))) void tumen_headlines(std::uint32_t setting) {
    answer() = session().headlines(setting);
}
__attribute__((export_name("tumen_replicate_hash"))) void tumen_replicate_hash(
    std::uint32_t setting) {
    answer() = session().replicate_hash(setting);
}
__attribute__((export_name("tumen_households"))) void tumen_households(
    std::uint32_t setting, std::uint32_t seed_low, std::uint32_t seed_high, std::uint32_t replicate,
    std::uint32_t city, std::uint32_t ward) {
    answer() = session().households(setting, seed_of(seed_low, seed_high), replicate, city, ward);
}
__attribute__((export_name("tumen_diary"))) void tumen_diary(
    std::uint32_t setting, std::uint32_t seed_low, std::uint32_t seed_high, std::uint32_t replicate,
    std::uint32_t city, std::uint32_t household) {
    answer() = session().diary(setting, seed_of(seed_low, seed_high), replicate, city, household);
}
__attribute__((export_name("tumen_chronicle"))) void tumen_chronicle(
    std::uint32_t setting, std::uint32_t seed_low, std::uint32_t seed_high, std::uint32_t replicate,
    std::uint32_t city, std::uint32_t) {
    answer() = session().chronicle(setting, seed_of(seed_low, seed_high), replicate, city);
}

}  // extern "C"
