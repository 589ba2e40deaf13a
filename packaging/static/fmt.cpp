// Debian has fmt as a shared library alone: what the static program needs of it, compiled once.
#include <fmt/format-inl.h>

#include <locale>

template std::locale fmt::detail::locale_ref::get<std::locale>() const;
template char fmt::detail::decimal_point_impl<char>(fmt::detail::locale_ref);
template fmt::detail::thousands_sep_result<char> fmt::detail::thousands_sep_impl<char>(fmt::detail::locale_ref);
