#include "model/parameter_table.hpp"

#include "model/parameter_rows.hpp"

namespace tumen {

namespace {

constexpr std::span<const ParameterRow> rows = rows_of_the_ledger;

constexpr std::array<std::string_view, role_count> role_names = {"resident", "family", "smuggler",
                                                                 "broker"};
constexpr std::array<std::string_view, sentence_count> sentence_names = {"warned", "detained",
                                                                         "imprisoned", "exiled"};

constexpr std::size_t ref_total() {
    std::size_t total = 0;
    for (const ParameterRow& row : rows)
        total += row.indexing == Indexing::single ? 1 : 4;
    return total;
}

constexpr ParameterRef ref_to(std::size_t row, std::size_t index) {
    return {static_cast<std::uint16_t>(row), static_cast<std::uint16_t>(index)};
}

constexpr auto all_refs = [] {
    std::array<ParameterRef, ref_total()> refs{};
    std::size_t at = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::size_t count = rows[row].indexing == Indexing::single ? 1 : 4;
        for (std::size_t index = 0; index < count; ++index)
            refs[at++] = ref_to(row, index);
    }
    return refs;
}();

static_assert(role_count == 4 && sentence_count == 4);

}  // namespace

std::span<const ParameterRow> parameter_rows() {
    return rows;
}

std::span<const ParameterRef> parameter_refs() {
    return all_refs;
}

std::optional<ParameterRef> find_parameter(std::string_view name) {
    const std::size_t dot = name.find('.');
    const std::string_view stem = name.substr(0, dot);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row].name != stem) continue;
        const Indexing indexing = rows[row].indexing;
        if (indexing == Indexing::single) {
            if (dot == name.npos) return ref_to(row, 0);
            return std::nullopt;
        }
        if (dot == name.npos) return std::nullopt;
        for (std::size_t index = 0; index < index_count(indexing); ++index) {
            if (index_name(indexing, index) == name.substr(dot + 1)) return ref_to(row, index);
        }
        return std::nullopt;
    }
    return std::nullopt;
}

const ParameterRow& row_of(ParameterRef ref) {
    return rows[ref.row];
}

std::string name_of(ParameterRef ref) {
    const ParameterRow& row = row_of(ref);
    std::string name(row.name);
    if (row.indexing != Indexing::single) {
        name += '.';
        name += index_name(row.indexing, ref.index);
    }
    return name;
}

double get(const Parameters& parameters, ParameterRef ref) {
    // The accessor takes a mutable object so that there is one of it; nothing is written here.
    return row_of(ref).member(const_cast<Parameters&>(parameters), ref.index);
}

void set(Parameters& parameters, ParameterRef ref, double value) {
    row_of(ref).member(parameters, ref.index) = value;
}

std::size_t index_count(Indexing indexing) {
    return indexing == Indexing::single ? 1 : 4;
}

std::string_view index_name(Indexing indexing, std::size_t index) {
    if (indexing == Indexing::by_role) return role_names[index];
    if (indexing == Indexing::by_sentence) return sentence_names[index];
    return "";
}

std::string_view name_of(Group group) {
    return group_names[static_cast<std::size_t>(group)];
}
std::string_view name_of(Unit unit) {
    return unit_names[static_cast<std::size_t>(unit)];
}
std::string_view name_of(Kind kind) {
    return kind == Kind::build ? "build" : "daily";
}
std::string_view name_of(Role role) {
    return role_names[index_of(role)];
}
std::string_view name_of(Sentence sentence) {
    return sentence_names[index_of(sentence)];
}

}  // namespace tumen
