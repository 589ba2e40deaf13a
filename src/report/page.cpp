#include "report/page.hpp"

namespace tumen {

std::string embeddable(std::string_view json) {
    constexpr std::string_view line_separators = "\xE2\x80";  // then A8 or A9: U+2028, U+2029
    std::string out;
    out.reserve(json.size() + json.size() / 16);
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '<') {
            out += "\\u003c";
        } else if (c == '>') {
            out += "\\u003e";
        } else if (c == '&') {
            out += "\\u0026";
        } else if (json.substr(i, 2) == line_separators && i + 2 < json.size() &&
                   (json[i + 2] == '\xA8' || json[i + 2] == '\xA9')) {
            out += json[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else {
            out += c;
        }
    }
    return out;
}

std::string render_page(std::string_view json) {
    std::string_view page = page_template();
    const std::size_t at = page.find(data_token);
    std::string out(page.substr(0, at));
    out += embeddable(json);
    out += page.substr(at + data_token.size());
    return out;
}

std::optional<std::string_view> data_in_page(std::string_view page) {
    constexpr std::string_view mark = "id=\"report-data\"";
    const std::size_t at = page.find(mark);
    if (at == page.npos) return std::nullopt;
    const std::size_t begin = page.find('>', at);
    const std::size_t end = page.find("</script>", at);
    if (begin == page.npos || end == page.npos || end < begin) return std::nullopt;
    std::string_view data = page.substr(begin + 1, end - begin - 1);
    const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (!data.empty() && is_space(data.front()))
        data.remove_prefix(1);
    while (!data.empty() && is_space(data.back()))
        data.remove_suffix(1);
    return data;
}

}  // namespace tumen
