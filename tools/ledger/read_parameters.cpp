#include <limits>

#include "base/text.hpp"
#include "evidence.hpp"
#include "model/parameter_table.hpp"

namespace tumen::ledger {

namespace {

struct Pair {
    double low;
    double high;
};

constexpr double infinite = std::numeric_limits<double>::infinity();

/// The field's value for index `name` of an indexed parameter, or the field itself.
const Node* at_index(const Node& field, std::string_view name) {
    if (field.kind != Node::Kind::table) return &field;
    const Member* member = field.find(name);
    return member == nullptr ? nullptr : &member->value;
}

/// [low, high]; the upper end may be left out where `open` allows it.
enum class Open { no, yes };
Pair pair_of(Fields& fields, std::string_view key, const Node* node, Mark mark, Open open) {
    const auto wrong = [&](Mark where) {
        fields.problem(where, std::string(key) + " must be " +
                                  (open == Open::yes ? "[low, high] or [low]" : "[low, high]") +
                                  " with low <= high, for each role or sentence if it is a table");
        return Pair{-infinite, infinite};
    };
    if (node == nullptr) return wrong(mark);
    if (node->kind != Node::Kind::list) return wrong(node->mark);
    const std::size_t size = node->items.size();
    if (size != 2 && !(size == 1 && open == Open::yes)) return wrong(node->mark);
    for (const Node& item : node->items) {
        if (item.kind != Node::Kind::number) return wrong(item.mark);
    }
    const Pair pair{node->items[0].number, size == 2 ? node->items[1].number : infinite};
    return pair.low <= pair.high ? pair : wrong(node->mark);
}

void refuse_unknown_index(Fields& fields, const Node& field, Indexing indexing) {
    if (field.kind != Node::Kind::table) return;
    for (const Member& member : field.members) {
        std::size_t index = 0;
        while (index < index_count(indexing) && index_name(indexing, index) != member.key)
            ++index;
        if (indexing == Indexing::single || index == index_count(indexing)) {
            fields.problem(member.mark, "\"" + printable(member.key) + "\" is no index of it");
        }
    }
}

void read_values(Fields& fields, Entry& entry, Indexing indexing) {
    const Member* value = fields.take("value", Fields::Need::required);
    const Member* range = fields.take("range", Fields::Need::required);
    const Member* limits = fields.take("limits", Fields::Need::required);
    if (value == nullptr || range == nullptr || limits == nullptr) return;
    for (const Member* member : {value, range, limits}) {
        refuse_unknown_index(fields, member->value, indexing);
    }
    for (std::size_t index = 0; index < index_count(indexing); ++index) {
        const std::string_view name = index_name(indexing, index);
        const Node* number = at_index(value->value, name);
        const bool needs_table = indexing != Indexing::single && number == &value->value;
        if (number == nullptr || number->kind != Node::Kind::number || needs_table) {
            fields.problem(number == nullptr ? value->value.mark : number->mark,
                           "no number for value" + (name.empty() ? "" : "." + std::string(name)));
            continue;
        }
        const Pair evidence =
            pair_of(fields, "range", at_index(range->value, name), range->value.mark, Open::no);
        const Pair bounds =
            pair_of(fields, "limits", at_index(limits->value, name), limits->value.mark, Open::yes);
        entry.values.push_back(
            {number->number, evidence.low, evidence.high, bounds.low, bounds.high, number->mark});
    }
}

}  // namespace

void read_parameters(Evidence& evidence, const Node& root) {
    for (const Member& member : root.members) {
        Fields fields(evidence.problems, evidence.parameters_file, member.value, member.mark,
                      member.key);
        if (member.value.kind != Node::Kind::table) {
            fields.problem(member.mark, "expected a table [" + printable(member.key) + "]");
            continue;
        }
        Entry entry;
        entry.name = {member.key, member.mark};
        entry.symbol = fields.text("symbol");
        entry.group = fields.text("group");
        entry.kind = fields.text("kind");
        entry.unit = fields.text("unit");
        entry.prior = fields.text("prior");
        entry.grade = fields.text("grade");
        entry.label = fields.text("label");
        entry.note = fields.text("note");
        entry.sources = fields.texts("sources");
        Indexing indexing = Indexing::single;
        for (const ParameterRow& row : parameter_rows()) {
            if (row.name == member.key) indexing = row.indexing;
        }
        read_values(fields, entry, indexing);
        fields.refuse_rest();
        evidence.entries.push_back(std::move(entry));
    }
}

}  // namespace tumen::ledger
