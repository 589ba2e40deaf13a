#pragma once
#include <istream>
#include <streambuf>
#include <string>

/// The browser has no files, and its C++ library leaves file streams declared but undefined. The
/// TOML reader mentions them in a function that nobody calls here; this one never opens anything.
/// It is included before every source of the browser build and nowhere else.
template <>
class std::basic_ifstream<char> : public std::istream {
  public:
    basic_ifstream() : std::istream(nullptr) {}
    std::streambuf* rdbuf() const { return std::istream::rdbuf(); }
    void open(const std::string&, std::ios_base::openmode) { setstate(failbit); }
    bool is_open() const { return false; }
};
